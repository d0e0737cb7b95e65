"""A comparison of places: the answer for the first of them, all of them as dots, and what may be said.

The page Vergelijken and the packs for a council both show what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.dot_bars import Bands
from charts.dot_rows import Order
from charts.dots import dots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import compared_places
from editions.edition import Edition
from editions.periods import periods as periods_of
from editions.quotable import quotable_sentences
from editions.sources import source_lines
from editions.values import row_of
from editions.values import values as values_of
from geo import registry
from indicators import notation, sentences
from indicators.comparator import Comparator, NoComparator
from indicators.compare import compare
from indicators.sentences import findings
from indicators.value import Position, State

NO_LINES = (
    "Per plaats een lijn tekenen kan nog niet: daarvoor zijn van een plaats cijfers over twee of meer jaren nodig."
)


@dataclass(frozen=True)
class Selection:
    """Places, figure and period that are compared; ``main`` is the place it is about, ``preset`` and ``line`` are codes of the address."""

    edition: Edition
    indicator: str
    level: Level
    period: Period
    codes: tuple[str, ...]
    main: str | None
    preset: str
    line: str

    @property
    def comparator(self) -> Comparator | NoComparator:
        """What the places are held against."""
        return compared_places.comparator_of(
            self.edition,
            self.preset,
            code=self.main,
            level=self.level,
            indicator=self.indicator,
            period=self.period,
            line=self.line,
        )

    @property
    def names(self) -> Mapping[str, str]:
        """Name of each place in the year of the figures."""
        return {code: registry.name_in(code, year=self.period.calendar_year) for code in self.codes}

    @property
    def selected(self) -> Sequence[str]:
        """The main place, to set it off."""
        return [self.main] if self.main else []


def verdict(chosen: Selection) -> tuple[str, ...]:
    """The answer about the main place, in parts: count, rate, how it stands; nothing without a figure."""
    if chosen.main is None:
        return ()
    row = row_of(chosen.edition, chosen.indicator, code=chosen.main, period=chosen.period)
    spec = INDICATORS[chosen.indicator]
    if row is None or pd.isna(row["value"]):
        return ()
    parts = []
    if spec.is_rate and pd.notna(row["count"]):
        parts.append(f"{notation.count(row['count'])} {sentences.noun(spec, number=row['count'])}")
    value = notation.number(row["value"]) if spec.is_rate else notation.percent(row["value"])
    parts.append(f"{value} {spec.unit.removeprefix('% ')}")
    against = chosen.comparator
    decided = compare(row, against, spec=spec)
    if not isinstance(against, NoComparator) and decided.position is not Position.NONE:
        than = "aan" if decided.position is Position.SIMILAR else "dan"
        other = decided.rest or against
        parts.append(f"{decided.position} {than} {notation.with_article(other.name)} ({notation.number(other.value)})")
    return tuple(parts)


def side_by_side(chosen: Selection, *, order: Order = "value", bands: Bands = "samen") -> Chart | None:
    """Dots with bands against the comparator; None when no place has a figure."""
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    try:
        return dots(
            values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
            comparator=chosen.comparator, selected=chosen.selected, order=order, bands=bands, sources=sources(chosen),
        )  # fmt: skip
    except NothingToDrawError:
        return None


def finding(chosen: Selection, chart: Chart) -> str:
    """What the places side by side show, as a title; '' when nothing could be decided."""
    known = chart.table[chart.table["value"].notna()]
    positions = {
        str(code): Position(position) for code, position in zip(known["region"], known["position"], strict=True)
    }
    return findings.side_by_side(positions, names=chosen.names, comparator=chosen.comparator)


def periods_with_any(chosen: Selection) -> tuple[Period, ...]:
    """Periods in which one of the places has a figure."""
    every = periods_of(chosen.edition, chosen.indicator, level=chosen.level)
    return tuple(period for period in every if not _values_in(chosen, period).empty)


def who_has_none(chosen: Selection) -> str:
    """What is missing: figures at all, or only the inhabitants that the counts are to be divided by."""
    row = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    row = row[
        (row["period"] == chosen.period.code) & row["region"].isin(chosen.codes) & (row["state"] == State.COUNT_ONLY)
    ]
    when = chosen.period.in_words
    if len(row):
        counts = [
            f"{chosen.names[str(code)]} {notation.count(count)}"
            for code, count in zip(row["region"], row["count"], strict=True)
        ]
        return f"Over {when} zijn alleen aantallen bekend: {notation.listing(counts)}. Vergelijken kan pas als het aantal inwoners bekend is."
    if len(chosen.codes) == 1:
        return f"Over {chosen.names[chosen.codes[0]]} in {when} staat er nog geen cijfer op deze site."
    return f"Geen van deze {notation.count(len(chosen.codes))} plaatsen heeft over {when} al een cijfer op deze site."


def _values_in(chosen: Selection, period: Period) -> pd.DataFrame:
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    here = values[(values["period"] == period.code) & values["region"].isin(chosen.codes)]
    return here[here["value"].notna()]


def quotable(chosen: Selection) -> Sequence[str]:
    """Sentences to copy about the main place; nothing without one."""
    if chosen.main is None:
        return ()
    return quotable_sentences(
        chosen.edition, chosen.indicator, code=chosen.main, period=chosen.period, against=chosen.comparator
    )


def sources(chosen: Selection) -> tuple[SourceLine, ...]:
    """Source lines of the figures of the chosen places in the period."""
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    return source_lines(values[values["region"].isin(chosen.codes)], periods=[chosen.period])
