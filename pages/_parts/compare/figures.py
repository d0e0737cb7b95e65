"""The figures of the page Vergelijken: dots, ranges, funnel, small panels, one table, and what may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.compared_table import compared_table
from charts.dot_bars import Bands
from charts.dot_rows import Order
from charts.dots import dots
from charts.funnel import MOST_MARKED, funnel_chart
from charts.rank_bars import rank_bars
from charts.small_multiples import small_multiples
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Period
from editions.edition import Edition
from editions.periods import periods as periods_of
from editions.quotable import quotable_sentences
from editions.ranks import funnel_or_reason, rank_ranges
from editions.series import series
from editions.sources import source_lines
from editions.values import row_of
from editions.values import values as values_of
from geo import registry
from geo.labels import label
from indicators import notation, sentences
from indicators.comparator import Comparator, NoComparator
from indicators.compare import compare
from indicators.funnel import Funnel
from indicators.sentences import findings
from indicators.value import Position, State
from pages._parts.compare import choice, nearest
from pages._parts.figure import block, table_block
from pages._parts.ui import markup, quotes


@dataclass(frozen=True)
class Selection:
    """What the reader looks at on this page."""

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
        return choice.comparator_of(
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


def verdict(chosen: Selection) -> bool:
    """The answer first: count, rate and how the main place stands, in one line; says whether there is a figure."""
    if chosen.main is None:
        return False
    row = row_of(chosen.edition, chosen.indicator, code=chosen.main, period=chosen.period)
    spec = INDICATORS[chosen.indicator]
    if row is None or pd.isna(row["value"]):
        return False
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
    markup.verdict(f"{chosen.names[chosen.main]}, {chosen.period.label}", " · ".join(parts))
    return True


def side_by_side(chosen: Selection, *, order: Order, bands: Bands) -> bool:
    """Dots with bands against the comparator, with a finding as title; says so when no place has a figure."""
    chart = _dots(chosen, order=order, bands=bands)
    if chart is None:
        _nothing(chosen)
        return False
    known = chart.table[chart.table["value"].notna()]
    positions = {
        str(code): Position(position) for code, position in zip(known["region"], known["position"], strict=True)
    }
    finding = findings.side_by_side(positions, names=chosen.names, comparator=chosen.comparator)
    block.show(chosen.edition, chart.headed(finding), key="naast-elkaar", text_columns=("vergelijking", "let op"))
    return True


def _dots(chosen: Selection, *, order: Order, bands: Bands) -> Chart | None:
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    try:
        return dots(
            values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
            comparator=chosen.comparator, selected=chosen.selected, order=order, bands=bands, sources=_sources(chosen),
        )  # fmt: skip
    except NothingToDrawError:
        return None


def _nothing(chosen: Selection) -> None:
    filled = [
        period.label for period in periods_of(chosen.edition, chosen.indicator, level=chosen.level)
        if not _values_in(chosen, period).empty
    ]  # fmt: skip
    with st.container(border=True, key="figuur-leeg"):
        markup.heading("Hier valt nog niets te vergelijken")
        way_out = (
            f"Er zijn wel cijfers over {notation.listing(filled)}: kies die bij Periode."
            if filled
            else "Kies een ander cijfer of andere plaatsen."
        )
        markup.paragraph(f"{_who_has_none(chosen)} {way_out}")
        if not filled and chosen.main is not None:
            markup.paragraph("Dit staat er wel:")
            nearest.show(chosen.edition, chosen.main)
        markup.buttons([("/kaart", "Kijk op de kaart waar wel"), ("/west-brabant", "Naar West-Brabant 2018")])


def _who_has_none(chosen: Selection) -> str:
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


def ranges(chosen: Selection) -> None:
    """Between which places each stands, when nearly all places have a figure."""
    ranges_of_places = rank_ranges(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    if any(code in ranges_of_places for code in chosen.codes):
        chart = rank_bars(
            ranges_of_places, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names, selected=chosen.selected,
            sources=_sources(chosen),
        )  # fmt: skip
        block.show(chosen.edition, chart, key="plaatsen")


def funnel(chosen: Selection) -> Funnel | None:
    """All places against their size, with the chosen ones marked; the reason in words when it cannot be drawn."""
    drawn = funnel_or_reason(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    if isinstance(drawn, str):
        with st.container(border=True, key="blok-geen-trechter"):
            markup.heading("Geen trechter", subtitle="Een trechter laat zien welke verschillen groter zijn dan toeval.")
            markup.paragraph(drawn)
        return None
    names = {code: registry.name_in(code, year=chosen.period.calendar_year) for code in drawn.places["region"]}
    marked = [code for code in chosen.codes if code in names][:MOST_MARKED]
    spec = INDICATORS[chosen.indicator]
    chart = funnel_chart(
        drawn, spec=spec, period=chosen.period, names=names, marked=marked, sources=_sources(chosen),
        size_words="inwoners" if spec.is_rate else "totaal waarvan dit een deel is",
    )  # fmt: skip
    block.show(chosen.edition, chart, key="trechter", marked=range(len(marked)), text_columns=("trechter", "kant"))
    return drawn


def over_the_years(chosen: Selection) -> None:
    """A small panel per place with its series, where there is one."""
    codes = [*chosen.codes, *([NETHERLANDS] if NETHERLANDS not in chosen.codes else [])]
    values = series(chosen.edition, chosen.indicator, codes=codes, kind=chosen.period.kind)
    names = {code: label(code) if code == NETHERLANDS else chosen.names[code] for code in codes}
    try:
        chart = small_multiples(
            values, spec=INDICATORS[chosen.indicator], names=names, beside=NETHERLANDS, selected=chosen.selected,
            sources=source_lines(values),
        )  # fmt: skip
    except NothingToDrawError:
        markup.small(
            "Per plaats een lijn tekenen kan nog niet: daarvoor zijn van een plaats cijfers over twee of meer jaren nodig."
        )
        return
    block.show(chosen.edition, chart, key="vakken", text_columns=("periode", "let op"))


def everything(chosen: Selection, *, funnel: Funnel | None) -> None:
    """One table with all of it."""
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    ranges = rank_ranges(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    chart = compared_table(
        values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
        comparator=chosen.comparator, ranges=ranges, funnel=funnel, sources=_sources(chosen),
    )  # fmt: skip
    table_block.show(chosen.edition, chart, key="alles", text_columns=("vergelijking", "let op"))


def quotable(chosen: Selection) -> None:
    """Sentences to copy about the main place of this selection."""
    if chosen.main is None:
        return
    quotable_lines = quotable_sentences(
        chosen.edition, chosen.indicator, code=chosen.main, period=chosen.period, against=chosen.comparator
    )
    quotes.to_copy(quotable_lines, key="vergelijken")


def _sources(chosen: Selection) -> tuple[SourceLine, ...]:
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    return source_lines(values[values["region"].isin(chosen.codes)], periods=[chosen.period])
