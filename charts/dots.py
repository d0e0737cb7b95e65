"""Dots with bands: how sure is a difference. Places under each other against one named comparator.

It is long because the whole figure stands here, from its rows to its words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from math import isfinite
from textwrap import wrap
from typing import Any

import pandas as pd

from charts import line_label, template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.dot_bars import Bands, band_bars, bars_words
from charts.dot_rows import Order, Record, Rows, rows
from charts.palette import LIGHT
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from indicators import notation
from indicators.comparator import Comparator, NoComparator
from indicators.value import THAN, Position
from language import _, ngettext

MOST_PLACES = 26
_ROW_PX = 26
_TOP_PX, _FOOT_PX = 30, 62


def dots(  # noqa: PLR0913 -- what is drawn and how are separate choices of the reader
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    period: Period,
    names: Mapping[str, str],
    comparator: Comparator | NoComparator,
    selected: Collection[str] = (),
    order: Order = "value",
    bands: Bands = "samen",
    sources: tuple[SourceLine, ...] = (),
) -> Chart:
    """The same as ``dots_of_rows`` for the places of ``names``, from IndicatorValue rows.

    In the order ``group`` they stand under heads: higher, about equal, lower.
    """
    ordered = rows(values, spec=spec, period=period, names=names, comparator=comparator, order=order)
    return dots_of_rows(
        ordered,
        spec=spec,
        period=period,
        comparator=comparator,
        selected=selected,
        bands=bands,
        sources=sources,
        grouped=order == "group",
    )


def dots_of_rows(
    dot_rows: Rows,
    *,
    spec: IndicatorSpec,
    period: Period,
    comparator: Comparator | NoComparator,
    selected: Collection[str] = (),
    bands: Bands = "samen",
    sources: tuple[SourceLine, ...] = (),
    grouped: bool = False,
) -> Chart:
    """One row per place: dot = figure, bar = band; unit as in ``spec``, axis from zero.

    ``bands``: ``samen`` is one bar for rounding and chance, ``apart`` a thick bar for rounding on a thin one for chance,
    ``geen`` leaves them out of the drawing (the table keeps them).

    Places without a figure stand last, with the words of their state. Raises NothingToDrawError for no figure or more
    than 26 places.
    """
    table = dot_rows.table
    if table["value"].isna().all() or len(table) > MOST_PLACES:
        msg = f"a dot plot needs 1 to {MOST_PLACES} places with a figure, not {len(table)}"
        raise NothingToDrawError(msg)
    subtitle = [spec.unit, bars_words(table, spec=spec, bands=bands)]
    if isinstance(comparator, Comparator):
        subtitle.append(_("vergeleken met {than}", than=_named(comparator, spec=spec)))
    return Chart(
        name=f"{spec.title}, {period.label}: {_beside(dot_rows.codes)}",
        subtitle="; ".join(subtitle),
        description=_description(dot_rows.sentences, spec=spec, period=period, comparator=comparator),
        drawing=partial(
            _figure,
            dot_rows.records,
            spec=spec,
            period=period,
            comparator=comparator,
            selected=selected,
            bands=bands,
            heads=_heads(dot_rows.records) if grouped else {},
        ),
        table=table,
        printed=dot_rows.printed,
        sources=sources,
        caveats=(
            *spec.caveats,
            *without_twin(spec),
            *filter(None, (comparator.reason if isinstance(comparator, NoComparator) else comparator.no_verdict,)),
        ),
        key=f"verschil-{spec.id}-{period.key}",
        extra={"codes": dot_rows.codes},
    )


def _named(comparator: Comparator, *, spec: IndicatorSpec) -> str:
    when = f", {comparator.date}" if comparator.date not in {"", comparator.period.label} else ""
    return f"{comparator.name} {notation.figure(comparator.value, share=not spec.is_rate)} ({comparator.period.label}{when})"


def _beside(codes: Collection[str]) -> str:
    """Words of the title: places of one level by the word for it; one place has nothing beside it."""
    levels = {Level.of(code) for code in codes}
    alike = next(iter(levels)) if len(levels) == 1 else None
    if len(codes) == 1:
        return _("één {place}", place=alike.singular if alike else _("plaats"))
    places = alike.plural if alike else ngettext("plaats", "plaatsen", len(codes))
    return _("{number} {places} naast elkaar", number=notation.count(len(codes)), places=places)


def _figure(
    rows: Sequence[Record],
    *,
    spec: IndicatorSpec,
    period: Period,
    comparator: Comparator | NoComparator,
    selected: Collection[str],
    bands: Bands,
    heads: Mapping[int, str],
) -> dict[str, Any]:
    line = comparator if isinstance(comparator, Comparator) else None
    above = line_label.room_px(name=line.name, value=line.value) if line else _TOP_PX
    known = [row for row in rows if isfinite(row["value"])]
    traces: list[Mapping[str, Any]] = []
    for chosen, colour, width, size in ((False, LIGHT.classes[3], 4, 10), (True, LIGHT.ink, 6, 14)):
        part = [row for row in known if (row["region"] in selected) == chosen]
        bar = LIGHT.ink if chosen else LIGHT.classes[1]
        traces += band_bars([row for row in part if isfinite(row["low"])], bands=bands, colour=bar, width=width)
        traces.append(
            {
                "type": "scatter",
                "x": [row["value"] for row in part],
                "y": [row["place"] for row in part],
                "mode": "markers",
                "cliponaxis": False,
                "marker": {
                    "size": size,
                    "color": colour,
                    "symbol": ["circle-open" if row["uncertain"] else "circle" for row in part],
                    "line": {"width": 2, "color": colour},
                },
                "customdata": [_hover(row, comparator) for row in part],
                "hovertemplate": f"<b>%{{y}}</b>, {period.label}<br>%{{customdata[0]}} {spec.unit}%{{customdata[1]}}<extra></extra>",
                "name": "gekozen" if chosen else "plaats",
            }
        )
    ends = [row[side] for side in ("high", "value") for row in rows if isfinite(row[side])]
    end = max([*ends, *((line.high, line.value) if line else ())]) * 1.05 or 1.0
    return template.parts(
        traces,
        height_px=_ROW_PX * (len(rows) + len(heads)) + above + _FOOT_PX,
        margin={"t": above},
        annotations=[*_without_figure(rows), *_line_label(line, end=end)],
        shapes=_comparator_shapes(line) if line else [],
        **_axes(rows, selected=selected, spec=spec, end=end, heads=heads),
    )


def _without_figure(rows: Sequence[Record]) -> list[Mapping[str, object]]:
    """Words in the place of a dot."""
    return [
        {
            "x": 0,
            "y": row["place"],
            "xanchor": "left",
            "align": "left",
            "text": "<br>".join(wrap(notation.value_text(row), 30)),
            "font": {"color": LIGHT.soft_ink, "size": template.SMALL_TEXT_PX},
            "bgcolor": LIGHT.paper,
        }
        for row in rows
        if not isfinite(row["value"])
    ]


def _hover(row: Record, comparator: Comparator | NoComparator) -> list[str]:
    more = f"<br>{_('band')} {notation.band(row['low'], row['high'])}" if isfinite(row["low"]) else ""
    if row["position"] and isinstance(comparator, Comparator):
        other = comparator.rest if comparator.holds(str(row["region"])) else comparator.name
        more += f"<br>{_(THAN[Position(row['position'])], other=other)}"
    noted = notation.remarks(uncertain=row["uncertain"], status=row["status"])
    return [notation.number(row["value"]), more + (f"<br>{noted}" if noted else "")]


def _comparator_shapes(comparator: Comparator) -> list[Mapping[str, object]]:
    """Its band under the dots, and its line."""
    standing = {"xref": "x", "yref": "y domain", "y0": 0, "y1": 1}
    return [
        {
            **standing,
            "type": "rect",
            "x0": comparator.low,
            "x1": comparator.high,
            "fillcolor": LIGHT.comparator,
            "opacity": template.BAND_OPACITY,
            "line": {"width": 0},
            "layer": "below",
        },
        {
            **standing,
            "type": "line",
            "x0": comparator.value,
            "x1": comparator.value,
            "line": {"color": LIGHT.comparator, "width": 2, "dash": "dash"},
        },
    ]


def _line_label(comparator: Comparator | None, *, end: float) -> list[Mapping[str, object]]:
    if comparator is None:
        return []
    return [line_label.upright(name=comparator.name, value=comparator.value, far=comparator.value / end)]


def _heads(rows: Sequence[Record]) -> Mapping[int, str]:
    """Head of each group by the row that it stands above; none when all places stand alike or nothing was decided."""
    positions = [str(row["position"]) for row in rows]
    heads = {
        at: positions[at]
        for at, row in enumerate(rows)
        if isfinite(row["value"]) and positions[at] and (at == 0 or positions[at] != positions[at - 1])
    }
    return heads if len(heads) > 1 else {}


def _axes(
    rows: Sequence[Record],
    *,
    selected: Collection[str],
    spec: IndicatorSpec,
    end: float,
    heads: Mapping[int, str],
) -> Mapping[str, Mapping[str, object]]:
    names: list[str] = []
    texts: list[str] = []
    for at, row in enumerate(rows):
        if at in heads:
            names.append(heads[at].upper())
            texts.append(f"<i>{_(heads[at])}</i>")
        value = f" {notation.value_text(row, share=spec.share_as_published)}" if isfinite(row["value"]) else ""
        names.append(row["place"])
        texts.append(f"<b>{row['place']}{value}</b>" if row["region"] in selected else f"{row['place']}{value}")
    return {
        "xaxis": {"range": [0, end], "tickformat": ",", "nticks": 6, "title": {"text": spec.unit}, "showline": True},
        "yaxis": {
            "categoryorder": "array",
            "categoryarray": names,
            "range": [len(names) - 0.5, -0.5],
            "tickvals": names,
            "ticktext": texts,
            "tickfont": {"color": LIGHT.ink},
            "ticklabelstandoff": 8,  # a dot at zero must not cover a name
            "showgrid": False,
        },
    }


def _description(
    sentences: Collection[str], *, spec: IndicatorSpec, period: Period, comparator: Comparator | NoComparator
) -> str:
    start = _("Stippen met banden: {title}, {unit}, {period}.", title=spec.title, unit=spec.unit, period=period.label)
    against = (
        _("De lijn is {line}.", line=_named(comparator, spec=spec))
        if isinstance(comparator, Comparator)
        else comparator.reason
    )
    listed = notation.listing([sentence for sentence in sentences if sentence])
    return " ".join(part for part in (start, f"{listed}.", against, _("De tabel heeft alle cijfers.")) if part)
