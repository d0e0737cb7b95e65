"""The map as a Chart: payload for the component, description, and the table of the period shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

import pandas as pd

from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.map.outline import Outline
from charts.map.payload import Comparators, MapData, MapPeriods, map_periods, packed, payload
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from indicators import notation
from indicators.comparator import NoComparator
from indicators.compare import positions
from indicators.value import State
from language import Language, _, in_language, ngettext


@dataclass(frozen=True)
class MapContext:
    """What a map needs besides its figures.

    ``outlines``: the boundaries of each period that can be stepped to. ``inhabitants`` decide which places get their
    name on the map; without it the denominators do. ``notes``: a Dutch remark per period, shown under the legend.
    ``periods`` are the figures of the periods of one kind, when they are made already.
    """

    outlines: Mapping[Period, Outline]
    comparators: Comparators = field(default_factory=dict)
    inhabitants: Mapping[str, float] | None = None
    notes: Mapping[Period, str] = field(default_factory=dict)
    periods: MapPeriods | None = None


class RawCountsOnMapError(ValueError):
    """A map of raw counts was asked for: large places would only look dark because they are large (rule 1)."""


def municipal_map(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    level: Level,
    period: Period,
    context: MapContext,
    selected: Sequence[str] = (),
    sources: tuple[SourceLine, ...] = (),
) -> Chart:
    """Map of one indicator and level; holds all periods of ``context.outlines``, opens on ``period``.

    ``values`` are IndicatorValue rows (other levels, kinds and periods are left out), unit as in ``spec``. The table
    holds the rows of ``period`` that stand on the map, highest first, then places without a figure by name.
    Raises RawCountsOnMapError, NothingToDrawError, NoClassBreaksError.
    """
    outlines, comparators, inhabitants = context.outlines, context.comparators, context.inhabitants
    codes = [each.code for each in outlines if each.kind is period.kind]
    figures = values[(values["level"] == str(level)) & values["period"].isin(codes)]
    _refuse_counts(figures, spec=spec)
    if period not in outlines or not (figures["period"] == period.code).any():
        msg = f"no rows of {spec.id} per {level.singular} in {period.label}"
        raise NothingToDrawError(msg)
    same_kind = {each: outline for each, outline in outlines.items() if each.kind is period.kind}
    size = (
        pd.Series(dict(inhabitants)) if inhabitants else figures.groupby(figures["region"].astype("str"))["base"].max()
    )
    names = [str(code) for code in size.dropna().sort_values(ascending=False).index[:60]]
    periods = context.periods or map_periods(
        figures, spec=spec, outlines=same_kind, comparators=comparators, notes=context.notes
    )
    body = payload(periods, spec=spec, level=level, names=names)
    table = _table(figures, outline=same_kind[period], period=period, spec=spec, comparators=comparators)
    known = int((table["state"] == State.VALUE).sum())
    credit = SourceLine(
        owner="CBS / Kadaster",
        table=_("gemeentegrenzen"),
        licence=_("CC BY 4.0, vereenvoudigd"),
        date=str(same_kind[period].shapes.boundary_year),
    )
    return Chart(
        name=f"{spec.title}, {period.label}",
        subtitle=_(
            "{unit}, per {level}, grenzen van {year}",
            unit=spec.unit,
            level=level.singular,
            year=same_kind[period].shapes.boundary_year,
        ),
        description=_description(table, spec=spec, level=level, period=period, known=known),
        drawing=MapData(payload=body, packed=cache(partial(packed, body)), period=period.key, selected=tuple(selected)),
        table=table,
        printed=_printed(table, spec=spec, level=level),
        sources=(*sources, credit),
        caveats=(*spec.caveats, *without_twin(spec)),
        key=f"kaart-{spec.id}-{level.lower()}",
        extra={"outline": same_kind[period]},
    )


def _refuse_counts(figures: pd.DataFrame, *, spec: IndicatorSpec) -> None:
    with_value = figures[figures["value"].notna()]
    undivided = not spec.share_as_published and len(with_value) > 0 and with_value["base"].isna().all()
    with in_language(Language.DUTCH):
        is_count = spec.unit.startswith("aantal")
    if spec.per <= 1 or is_count or undivided:
        msg = f"{spec.id} ({spec.unit}) is a raw count; a map shows rates or shares only"
        raise RawCountsOnMapError(msg)


def _table(
    figures: pd.DataFrame, *, outline: Outline, period: Period, spec: IndicatorSpec, comparators: Comparators
) -> pd.DataFrame:
    places = outline.shapes.places
    rows = figures[(figures["period"] == period.code) & figures["region"].isin(list(places))]
    table = rows[["region", "period", "value", "low", "high", "state", "status", "count", "base", "uncertain"]].copy()
    for text in ("region", "period", "state", "status"):
        table[text] = table[text].astype("str")
    table.insert(0, "place", [places[code].name for code in table["region"]])
    table["position"] = positions(rows, comparator=comparators.get(period, NoComparator("")), spec=spec)["position"]
    return table.sort_values(["value", "place"], ascending=[False, True], na_position="last", ignore_index=True)


def _printed(table: pd.DataFrame, *, spec: IndicatorSpec, level: Level) -> pd.DataFrame:
    rows = table.to_dict("records")
    head = level.singular[0].upper() + level.singular[1:]
    columns = {
        head: [row["place"] for row in rows],
        spec.unit: [notation.value_text(row, share=spec.share_as_published) for row in rows],
        _("band"): [notation.band(row["low"], row["high"]) if pd.notna(row["low"]) else "" for row in rows],
        _("aantal"): [notation.count(row["count"]) if pd.notna(row["count"]) else "" for row in rows],
        _("vergelijking"): [_(str(row["position"])) for row in rows],
        _("let op"): [notation.remarks(uncertain=row["uncertain"], status=row["status"]) for row in rows],
    }
    return pd.DataFrame(columns)


def _description(table: pd.DataFrame, *, spec: IndicatorSpec, level: Level, period: Period, known: int) -> str:
    start = _(
        "Kaart van Nederland: {title}, {unit}, per {level}, {when}.",
        title=spec.title,
        unit=spec.unit,
        level=level.singular,
        when=period.label,
    )
    share = ngettext(
        "{known} van {places} heeft een cijfer.",
        "{known} van {places} hebben een cijfer.",
        known,
        known=notation.count(known),
        places=notation.counted(len(table), level.singular, level.plural),
    )
    figures = table[table["state"] == State.VALUE]
    if figures.empty:
        return f"{start} {share}"
    high, low = figures.iloc[0], figures.iloc[-1]
    ends = _(
        "Het hoogste cijfer is {high} ({highest}), het laagste {low} ({lowest}).",
        high=notation.number(high["value"]),
        highest=high["place"],
        low=notation.number(low["value"]),
        lowest=low["place"],
    )
    return f"{start} {share} {ends} {_('De tabel heeft alle cijfers.')}"
