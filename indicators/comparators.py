"""Comparators of a place: the country, its region or province, neighbours, places of its size, own choice.

A national figure is only what CBS published with a table and a period; nothing we add up is ever called national
(STATISTICS rule 5). It is long because every reason for no comparator is a whole sentence. Sums of municipalities say so in their name, and are made only when every part is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum, isfinite
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec, SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Status
from data_sources.period import Kind, Period
from data_sources.protocol import FIRST_YEAR
from geo import boundaries, membership, registry
from indicators import notation, rates, unplaced
from indicators.comparator import Comparator, NoComparator, Row, comparator_of
from indicators.size_classes import same_class, size_class
from indicators.value import State
from language import N_, _

Rows: TypeAlias = Mapping[str, Row]
"""IndicatorValue rows of one period by the code of their place."""

NATIONAL = N_("Nederland")
FIRST_NATIONAL = FIRST_YEAR  # the registration protocol of 1 January 2019; before it CBS gave no national figure
_NAMED_PARTS = 3


def national(values: pd.DataFrame, *, spec: IndicatorSpec, period: Period, date: str = "") -> Comparator | NoComparator:
    """Return the country as CBS published it, from IndicatorValue rows of level NL, or the Dutch reason there is none."""
    if period.calendar_year < FIRST_NATIONAL:
        return NoComparator(
            _(
                "Geen landelijk cijfer: het CBS vond de regio's in {year} niet vergelijkbaar.",
                year=period.calendar_year,
            )
        )
    row = row_of(values, code=NETHERLANDS, period=period)
    if row is None:
        return NoComparator(_not_here(values, spec=spec, period=period))
    if State(row["state"]) is State.CBS_DOT:
        state = notation.state_words(row["state"])
        return NoComparator(_("Geen landelijk cijfer over {when}: {state}.", when=period.in_words, state=state))
    if not np.isfinite(row["value"]) or not str(row["table"]):
        return NoComparator(_not_here(values, spec=spec, period=period, count=float(row["count"])))
    source = SOURCES.get(str(row["source"]))
    if source is not None and source.kind is not SourceKind.CBS:
        return NoComparator(_("Geen landelijk cijfer over {when} van het CBS zelf op deze site.", when=period.in_words))
    return comparator_of(row, name=_(NATIONAL), spec=spec, date=date)


def _not_here(values: pd.DataFrame, *, spec: IndicatorSpec, period: Period, count: float = float("nan")) -> str:
    """Why there is no national figure of a period, with what is known of it: its count, or the halves of its year."""
    if np.isfinite(count):
        lacks = (
            _(
                "Geen landelijk cijfer over {when} op deze site: het aantal is bekend ({count}), maar de inwoners van {year} nog niet."
            )
            if spec.is_rate
            else _(
                "Geen landelijk cijfer over {when} op deze site: het aantal is bekend ({count}), maar waar het een deel van is nog niet."
            )
        )
        return lacks.format(when=period.in_words, count=notation.count(count), year=period.calendar_year)
    known = []
    for number in (1, 2) if period.kind is Kind.YEAR else ():
        half = row_of(values, code=NETHERLANDS, period=Period.half_year(period.calendar_year, number))
        if half is not None and np.isfinite(half["value"]):
            over = _("over het eerste halfjaar {value}") if number == 1 else _("over het tweede halfjaar {value}")
            known.append(over.format(value=notation.number(half["value"])))
    if not known:
        return _("Geen landelijk cijfer: {when} staat nog niet op deze site.", when=period.in_words)
    return _(
        "Geen landelijk cijfer over heel {year}. Wel {halves} {unit}.",
        year=period.calendar_year,
        halves=notation.listing(known),
        unit=_unit(spec),
    )


def _unit(spec: IndicatorSpec) -> str:
    return _("per 10.000 inwoners") if spec.is_rate else spec.unit


def larger_place(
    larger: Rows,
    parts: Rows,
    *,
    code: str,
    level: Level,
    spec: IndicatorSpec,
    period: Period,
    date: str = "",
) -> Comparator | NoComparator:
    """Return the Veilig Thuis region, province or country part of a municipality: as published, else as a named sum.

    ``larger`` holds the rows of that level in the period, ``parts`` those of municipalities.
    """
    year = period.calendar_year
    parent = membership.parent(code, level=level, year=year)
    if parent is None:
        return NoComparator(
            _(
                "Bij welke {level} deze gemeente in {year} hoorde, staat niet in onze bronnen.",
                level=level.singular,
                year=year,
            )
        )
    name = level.named(registry.name_in(parent, year=year))
    row = larger.get(parent)
    if row is not None and isfinite(row["value"]) and str(row["table"]):
        published = comparator_of(row, name=name, spec=spec, date=date)
        members = () if parent in membership.uncertain(level, year=year) else membership.members(parent, year=year)
        counts = [float(parts[code]["count"]) for code in members if code in parts]
        return placed(published, counts, spec=spec) if len(counts) == len(members) else published
    if row is not None and State(row["state"]) is State.CBS_DOT:
        # A sum would say what CBS chose not to say.
        state = notation.state_words(State.CBS_DOT)
        return NoComparator(
            _("Geen cijfer voor {name} over {when}: {state}.", name=name, when=period.in_words, state=state)
        )
    if parent in membership.uncertain(level, year=year):
        return NoComparator(
            _(
                "Welke gemeenten in {year} bij {name} hoorden, is niet zeker: we tellen ze niet op.",
                year=year,
                name=name,
            )
        )
    codes = membership.members(parent, year=year)
    label = _("{municipalities} in {name}", municipalities=_sum_of(codes, year=year), name=name)
    rest = _("de rest van {name}", name=notation.with_article(name))
    return together(parts, codes=codes, name=label, spec=spec, period=period, date=date, rest=rest)


def placed(comparator: Comparator, counts: Sequence[float], *, spec: IndicatorSpec) -> Comparator:
    """A published whole, with the reason why no municipality may be compared with it when much of it names none.

    ``counts`` are those of all its municipalities, NaN for one without; none when they are not known.
    """
    if not counts:
        return comparator
    what = _(
        "{counts} van {name}",
        counts=spec.short if spec.is_rate else _("gevallen"),
        name=notation.with_article(comparator.name),
    )
    return replace(
        comparator, no_verdict=comparator.no_verdict or unplaced.of_published(comparator.count, counts, of=what)
    )


def touching(
    parts: Rows, *, code: str, spec: IndicatorSpec, period: Period, date: str = ""
) -> Comparator | NoComparator:
    """Return the municipalities that touch this one on the boundaries of the year, added up."""
    codes = boundaries.touching(code, year=period.calendar_year)
    name = registry.name_in(code, year=period.calendar_year)
    if not codes:
        return NoComparator(_("{name} grenst over land aan geen andere gemeente.", name=name))
    label = _("{municipalities} rond {name}", municipalities=_sum_of(codes, year=period.calendar_year), name=name)
    return together(parts, codes=codes, name=label, spec=spec, period=period, date=date)


def same_size(
    parts: Rows,
    *,
    code: str,
    inhabitants: Mapping[str, float],
    spec: IndicatorSpec,
    period: Period,
    date: str = "",
) -> Comparator | NoComparator:
    """Return the other municipalities of the same size class, added up; ``inhabitants`` on 1 January of the year."""
    codes = same_class(code, inhabitants=inhabitants)
    if not codes:
        return NoComparator(_("Er is geen andere gemeente van deze grootte, of het aantal inwoners ontbreekt."))
    label = _(
        "{municipalities} van dezelfde grootte ({size})",
        municipalities=_sum_of(codes, year=period.calendar_year, other=True),
        size=_(size_class(inhabitants[code]).label),
    )
    return together(parts, codes=codes, name=label, spec=spec, period=period, date=date)


def together(
    parts: Rows,
    *,
    codes: Sequence[str],
    name: str,
    spec: IndicatorSpec,
    period: Period,
    date: str = "",
    rest: str = "",
) -> Comparator | NoComparator:
    """Add municipalities up to one comparator, with the rounding of every part in its band.

    ``parts`` holds the rows of municipalities in the period. ``rest`` is what it is called without one of its places.

    NoComparator when one part is missing, or when the source prints only percentages, which do not add up.
    """
    if spec.share_as_published:
        return NoComparator(_("Deze bron geeft alleen percentages, en die kunt u niet optellen."))
    wanted = [str(code) for code in codes]
    here = [parts[code] for code in dict.fromkeys(wanted) if code in parts and isfinite(parts[code]["value"])]
    absent = sorted(set(wanted).difference(str(row["region"]) for row in here))
    if absent or not wanted:
        names = [registry.name_in(code, year=period.calendar_year) for code in absent]
        return NoComparator(_incomplete(names, total=len(set(wanted))))
    row = sum_row(here, spec=spec, period=period)
    return comparator_of(row, name=name, spec=spec, date=date, published=False, places=tuple(wanted), rest=rest)


def sum_row(rows: Sequence[Row], *, spec: IndicatorSpec, period: Period) -> dict[str, Any]:
    """Add IndicatorValue rows of one period to one row (region empty); counts, bases and rounding steps add up."""
    count, base, step = (fsum(float(row[name]) for row in rows) for name in ("count", "base", "rounding"))
    whole, of, width = (np.array([number]) for number in (count, base, step))
    phi = float(rows[0]["dispersion"])
    bands = rates.bands_of_counts(whole, of, spec=spec, rounding=width, dispersion=phi)
    provisional = any(str(row["status"]) == Status.PROVISIONAL for row in rows)
    return {
        "indicator": spec.id,
        "region": "",
        "level": "",
        "period": period.code,
        "count": count,
        "base": base,
        **{name: float(numbers[0]) for name, numbers in bands.items()},
        "state": str(State.VALUE) if count > 0 else str(State.ZERO if step == 0 else State.ROUNDED_ZERO),
        "status": str(Status.PROVISIONAL if provisional else Status.FINAL),
        "uncertain": bool(count < rates.UNCERTAIN_BELOW),
        "source": ", ".join(sorted({str(row["source"]) for row in rows})),
        "table": ", ".join(sorted({str(row["table"]) for row in rows})),
    }


def rows_by_code(values: pd.DataFrame, *, period: Period) -> dict[str, dict[str, Any]]:
    """IndicatorValue rows of one period by the code of their place: to look a place up in a frame costs a millisecond."""
    records = values[values["period"] == period.code].to_dict("records")
    return {str(row["region"]): {str(name): value for name, value in row.items()} for row in records}


def row_of(values: pd.DataFrame, *, code: str, period: Period) -> pd.Series[Any] | None:
    """Return the IndicatorValue row of one place and period, or None when there is none."""
    here = np.flatnonzero((values["region"] == code).to_numpy() & (values["period"] == period.code).to_numpy())
    return None if len(here) == 0 else values.iloc[here[0]]


def _sum_of(codes: Sequence[str], *, year: int, other: bool = False) -> str:
    """Name of what is added up: one municipality has a name, more are a sum."""
    if len(codes) == 1:
        return _("{name}, de enige gemeente", name=registry.name_in(codes[0], year=year))
    number = notation.count(len(codes))
    return (
        _("som van {number} andere gemeenten", number=number)
        if other
        else _("som van {number} gemeenten", number=number)
    )


def _incomplete(names: Sequence[str], *, total: int) -> str:
    shown = list(names[:_NAMED_PARTS])
    if len(names) > _NAMED_PARTS:
        shown.append(_("andere"))
    if len(names) == total == 1:
        return _("Geen vergelijking: dit cijfer is er niet voor deze gemeente ({name}).", name=shown[0])
    if len(names) == total:
        return _(
            "Geen vergelijking: dit cijfer is er voor geen van de {number} gemeenten.", number=notation.count(total)
        )
    return _(
        "Geen vergelijking: dit cijfer is er niet voor {missing} van de {all} ({names}).",
        missing=notation.count(len(names)),
        all=notation.counted(total, "gemeente", "gemeenten"),
        names=notation.listing(shown),
    )
