"""The lines of a sheet: its own figures and those of the municipalities around it, as Dutch text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.beside import sentences_beside
from editions.edition import Edition
from editions.values import rows_by_place
from geo import boundaries, registry
from indicators import notation
from indicators.compare import Row as ValueRow
from indicators.place_opening import EVER
from indicators.value import PUBLISHED, State

_MOST_NEIGHBOURS = 6
_MOST_CAVEATS = 4
_NARROW = 0.2  # percentage points: what rounding to one decimal leaves open, twice


@dataclass(frozen=True)
class Row:
    """One line of a table of the sheet, as Dutch text."""

    what: str
    value: str
    band: str
    remark: str


def place_row(edition: Edition, indicator: str, code: str, period: Period) -> ValueRow:
    """Row of a municipality that existed in the year of the period."""
    return rows_by_place(edition, indicator, level=Level.MUNICIPALITY, period=period)[code]


def indicator_lines(edition: Edition, code: str, year: int) -> list[Row]:
    """One line per indicator that has something to say about the place in the year, in its newest period of that year."""
    return [
        _line(f"{spec.title}, {spec.unit}, {period.label}", place_row(edition, spec.id, code, period), spec)
        for spec, period in _shown(edition, code, year)
    ]


def _shown(edition: Edition, code: str, year: int) -> Iterator[tuple[IndicatorSpec, Period]]:
    for indicator in EVER:  # one sheet of paper: what every place can have
        for period in (Period.year(year), Period.half_year(year, 2), Period.half_year(year, 1)):
            if place_row(edition, indicator, code, period)["state"] in PUBLISHED:
                yield INDICATORS[indicator], period
                break


def caveat_lines(edition: Edition, code: str, year: int, main: IndicatorSpec) -> tuple[str, ...]:
    """What stands beside the other figures, each with its name, for which a table has no room; then four in all."""
    others = [
        f"{spec.title}: {' '.join(texts)}"
        for spec, period in _shown(edition, code, year)
        if spec.id != main.id and (texts := remarks_beside(edition, spec.id, code, period))
    ]
    return (*others, *main.caveats[: _MOST_CAVEATS - min(len(others), 2)])


def _around(edition: Edition, code: str, period: Period, spec: IndicatorSpec) -> Mapping[str, ValueRow]:
    """Rows of the touching municipalities by code."""
    every = rows_by_place(edition, spec.id, level=Level.MUNICIPALITY, period=period)
    return {other: every[other] for other in boundaries.touching(code, year=period.calendar_year) if other in every}


def neighbour_lines(edition: Edition, code: str, period: Period, spec: IndicatorSpec) -> list[Row]:
    """The place first, then the touching municipalities that have something to say; nothing when none has."""
    year = period.calendar_year
    rows = {other: row for other, row in _around(edition, code, period, spec).items() if row["state"] in PUBLISHED}
    if not rows:
        return []
    names = {other: registry.name_in(other, year=year) for other in (code, *rows)}
    ordered = sorted(rows, key=lambda other: (not np.isfinite(rows[other]["value"]), names[other]))
    rows[code] = place_row(edition, spec.id, code, period)
    return [_line(names[other], rows[other], spec) for other in (code, *ordered[:_MOST_NEIGHBOURS])]


def without_figures(edition: Edition, code: str, period: Period, spec: IndicatorSpec) -> str:
    """How many municipalities around it have no figure yet, in one line; empty for none."""
    rows = _around(edition, code, period, spec).values()
    number = sum(row["state"] not in PUBLISHED for row in rows)
    if not number:
        return ""
    return f"Eromheen: {notation.counted(number, 'gemeente', 'gemeenten')} nog zonder cijfer op deze site."


def remarks_beside(edition: Edition, indicator: str, code: str, period: Period) -> tuple[str, ...]:
    """What belongs beside the figure of a municipality, in sentences."""
    return sentences_beside(edition, indicator, level=Level.MUNICIPALITY, period=period).get(code, ())


def _value(row: ValueRow, spec: IndicatorSpec) -> str:
    """The figure of a line, short: half a sheet of paper is all there is."""
    if row["state"] == State.COUNT_ONLY:
        return f"{notation.count(row['count'])} (alleen aantal)"
    return notation.value_text(row, share=not spec.is_rate)


def _line(what: str, row: ValueRow, spec: IndicatorSpec) -> Row:
    # One decimal, as the figure itself; a band of rounding alone is so narrow that it takes two to see it.
    decimals = 2 if row["high"] - row["low"] < _NARROW else 1
    return Row(
        what=what,
        value=_value(row, spec),
        band=notation.band(row["low"], row["high"], decimals=decimals) if np.isfinite(row["low"]) else "",
        remark=notation.remarks(uncertain=row["uncertain"], status=row["status"]),
    )
