"""The lines of the tables of a sheet: the figures of the place, those of the places around it, and remarks below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.beside import sentences_beside
from editions.edition import Edition
from editions.periods import periods
from editions.place_answer import PlaceAnswer
from editions.place_map import rows_around
from editions.place_parts import place_parts
from editions.values import row_of, rows_by_place
from geo import registry
from geo.registry import Region
from indicators import notation
from indicators.comparator import Row as ValueRow
from indicators.place_opening import EVER
from indicators.value import PUBLISHED, State
from language import _

_MOST_NEIGHBOURS = 6
_MOST_PARTS = 8
_MOST_CAVEATS = 4
_NARROW = 0.2  # percentage points: what rounding to one decimal leaves open, twice


@dataclass(frozen=True)
class Row:
    """One line of a table of the sheet, as text."""

    what: str
    value: str
    band: str
    remark: str


def indicator_lines(edition: Edition, code: str, year: int) -> list[Row]:
    """One line per indicator that has something to say about the place in the year, in its newest period of that year."""
    return [
        _line(f"{spec.title}, {spec.unit}, {period.label}", row, spec)
        for spec, period in _shown(edition, code, year)
        if (row := row_of(edition, spec.id, code=code, period=period)) is not None
    ]


def _shown(edition: Edition, code: str, year: int) -> Iterator[tuple[IndicatorSpec, Period]]:
    level = Level.of(code)
    for indicator in EVER:  # one sheet of paper: what every place can have
        if level not in INDICATORS[indicator].levels:
            continue
        filled = periods(
            edition, indicator, level=level
        )  # rows of a period without a cell are costly, and say nothing here
        for period in (Period.year(year), Period.half_year(year, 2), Period.half_year(year, 1)):
            row = row_of(edition, indicator, code=code, period=period) if period in filled else None
            if row is not None and row["state"] in PUBLISHED:
                yield INDICATORS[indicator], period
                break


def caveat_lines(edition: Edition, code: str, year: int, main: IndicatorSpec) -> tuple[str, ...]:
    """What stands beside the other figures, each with its name, for which a table has no room; then four in all."""
    others = [
        f"{spec.title}: {' '.join(texts)}"
        for spec, period in _shown(edition, code, year)
        if spec.id != main.id and (texts := _beside(edition, spec.id, code, period))
    ]
    return (*others, *main.caveats[: _MOST_CAVEATS - min(len(others), 2)])


def neighbour_lines(edition: Edition, answer: PlaceAnswer) -> tuple[tuple[Row, ...], str]:
    """The place and what touches it, or the first municipalities of a larger place; and how many have no figure."""
    spec, year, code = answer.spec, answer.period.calendar_year, answer.code
    if Level.of(code) is not Level.MUNICIPALITY:
        return _parts(edition, answer)
    around = rows_around(edition, code, indicator=spec.id, period=answer.period)
    rows = {other: row for other, row in around.items() if row["state"] in PUBLISHED}
    missing = len(around) - len(rows)
    words = (
        _(
            "Eromheen: {places} nog zonder cijfer op deze site.",
            places=notation.counted(missing, "gemeente", "gemeenten"),
        )
        if missing
        else ""
    )
    place_row = row_of(edition, spec.id, code=code, period=answer.period)
    if not rows or place_row is None:
        return (), words
    names = {other: registry.name_in(other, year=year) for other in (code, *rows)}
    ordered = sorted(rows, key=lambda other: (not np.isfinite(rows[other]["value"]), names[other]))
    rows[code] = place_row
    return tuple(_line(names[other], rows[other], spec) for other in (code, *ordered[:_MOST_NEIGHBOURS])), words


def _parts(edition: Edition, answer: PlaceAnswer) -> tuple[tuple[Row, ...], str]:
    """Municipalities of a larger place, highest first, and how many more there are on its page."""
    parts = place_parts(edition, answer.code, period=answer.period)
    if parts.chart is None or parts.period is None:
        return (), parts.without
    table = parts.chart.table
    spec = INDICATORS[parts.indicator]
    rows = rows_by_place(edition, spec.id, level=Level.MUNICIPALITY, period=parts.period)
    shown = list(zip(table["place"], table["region"], strict=True))
    more = len(shown) - _MOST_PARTS
    words = (
        [
            _(
                "Nog {places} met een cijfer staan op de pagina.",
                places=notation.counted(more, "gemeente", "gemeenten"),
            )
        ]
        if more > 0
        else []
    )
    if parts.without:
        words.append(_("Daarnaast: {without}", without=parts.without))
    return tuple(_line(name, rows[code], spec) for name, code in shown[:_MOST_PARTS]), " ".join(words)


def neighbours_title(region: Region, answer: PlaceAnswer) -> str:
    """Caption of the table of other places."""
    if region.level is Level.MUNICIPALITY:
        figure = answer.spec.short_and_unit
        return _("{place} en de gemeenten eromheen: {figure}", place=answer.name, figure=figure)
    return _("Gemeenten in {place}, het hoogste cijfer eerst", place=answer.name)


def _beside(edition: Edition, indicator: str, code: str, period: Period) -> tuple[str, ...]:
    return sentences_beside(edition, indicator, level=Level.of(code), period=period).get(code, ())


def _value(row: ValueRow, spec: IndicatorSpec) -> str:
    """The figure of a line, short: half a sheet of paper is all there is."""
    if row["state"] == State.COUNT_ONLY:
        return _("{count} (alleen aantal)", count=notation.count(row["count"]))
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
