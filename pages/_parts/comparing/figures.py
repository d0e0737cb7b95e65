"""The figures of the page Vergelijken: dots, ranges, funnel, small panels, one table, and what may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd
import streamlit as st

from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.compared_table import compared_table
from charts.dot_bars import Bands
from charts.dots import dots
from charts.funnel import MOST_MARKED, funnel_chart
from charts.rank_bars import rank_bars
from charts.small_multiples import small_multiples
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from indicators import comparators, notation, sentences
from indicators.compare import Comparator, NoComparator, compare
from indicators.funnel import Funnel
from indicators.trend import trend
from pages._parts import block, load, markup, provenance, table_block
from pages._parts.comparing import choice as compare_choice
from pages._parts.comparing import over_time, ranked, sayings, several

_COUNTRY = "NL01"


@dataclass(frozen=True)
class Selection:
    """What the reader looks at on this page."""

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
        return compare_choice.comparator(
            self.preset, code=self.main, level=self.level, indicator=self.indicator, period=self.period, line=self.line
        )

    @property
    def names(self) -> Mapping[str, str]:
        """Name of each place in the year of the figures."""
        return {code: registry.name_in(code, year=self.period.calendar_year) for code in self.codes}

    @property
    def selected(self) -> Sequence[str]:
        """The main place, to set it off."""
        return [self.main] if self.main else []


def side_by_side(chosen: Selection, *, order: Literal["value", "name"], bands: Bands) -> bool:
    """Dots with bands against the comparator, reports beside advice; says so when no place has a figure."""
    twin = INDICATORS[chosen.indicator].twin
    drawn = [_dots(chosen, order=order, bands=bands)]
    if twin is not None:
        drawn.append(_dots(replace(chosen, indicator=twin), order=order, bands=bands))
    if drawn[0] is None:
        _nothing(chosen)
        return False
    shown = [chart for chart in drawn if chart is not None]
    for number, (chart, column) in enumerate(zip(shown, st.columns(len(shown), gap="medium"), strict=True)):
        with column:
            block.show(chart, key=("naast-elkaar", "tweeling")[number], text_columns=("vergelijking", "let op"))
    return True


def _dots(chosen: Selection, *, order: Literal["value", "name"], bands: Bands) -> Chart | None:
    values = load.values(chosen.indicator, level=chosen.level)
    try:
        return dots(
            values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
            comparator=chosen.comparator, selected=chosen.selected, order=order, bands=bands, sources=_sources(chosen),
        )  # fmt: skip
    except NothingToDrawError:
        return None


def _nothing(chosen: Selection) -> None:
    filled = [
        one.label for one in load.periods(chosen.indicator, level=chosen.level)
        if not _values_in(chosen, one).empty
    ]  # fmt: skip
    with st.container(border=True, key="figuur-leeg"):
        markup.heading("Hier valt nog niets te vergelijken")
        way_out = (
            f"Er zijn wel cijfers over {notation.listing(filled)}: kies die bij Periode."
            if filled
            else "Kies een ander cijfer of andere plaatsen. Een verversing bij het CBS vult de gemeenten aan."
        )
        markup.paragraph(
            f"Geen van deze {notation.count(len(chosen.codes))} plaatsen heeft een cijfer over {chosen.period.in_words} in deze "
            f"momentopname. {way_out}"
        )
        markup.buttons([("/kaart", "Kijk op de kaart waar wel"), ("/west-brabant", "West-Brabant 2018 is compleet")])


def _values_in(chosen: Selection, period: Period) -> pd.DataFrame:
    values = load.values(chosen.indicator, level=chosen.level)
    here = values[(values["period"] == period.code) & values["region"].isin(chosen.codes)]
    return here[here["value"].notna()]


def ranges(chosen: Selection) -> None:
    """Between which places each stands, when nearly all places have a figure."""
    found = ranked.of_all(chosen.indicator, level=chosen.level, period=chosen.period)
    if any(code in found for code in chosen.codes):
        chart = rank_bars(
            found, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names, selected=chosen.selected,
            sources=_sources(chosen),
        )  # fmt: skip
        block.show(chart, key="plaatsen")


def funnel(chosen: Selection) -> Funnel | None:
    """All places against their size, with the chosen ones marked; the reason in words when it cannot be drawn."""
    found = ranked.funnel_of(load.edition(), chosen.indicator, chosen.level, chosen.period)
    if isinstance(found, str):
        with st.container(border=True, key="blok-geen-trechter"):
            markup.heading("Geen trechter", subtitle="Een trechter laat zien welke verschillen groter zijn dan toeval.")
            markup.paragraph(found)
        return None
    names = {code: registry.name_in(code, year=chosen.period.calendar_year) for code in found.places["region"]}
    marked = [code for code in chosen.codes if code in names][:MOST_MARKED]
    spec = INDICATORS[chosen.indicator]
    chart = funnel_chart(
        found, spec=spec, period=chosen.period, names=names, marked=marked, sources=_sources(chosen),
        size_words="inwoners" if spec.is_rate else "totaal waarvan dit een deel is",
    )  # fmt: skip
    block.show(chart, key="trechter", marked=range(len(marked)), text_columns=("trechter", "kant"))
    return found


def over_the_years(chosen: Selection) -> None:
    """A small panel per place with its series, where there is one."""
    codes = [*chosen.codes, *([_COUNTRY] if _COUNTRY not in chosen.codes else [])]
    values = over_time.rows(chosen.indicator, codes=codes, kind=chosen.period.kind)
    names = {code: several.label(code) if code == _COUNTRY else chosen.names[code] for code in codes}
    try:
        chart = small_multiples(
            values, spec=INDICATORS[chosen.indicator], names=names, beside=_COUNTRY, selected=chosen.selected,
            sources=provenance.lines(values),
        )  # fmt: skip
    except NothingToDrawError:
        markup.small(
            "Per plaats een lijn tekenen kan nog niet: daarvoor zijn van een plaats cijfers over twee of meer jaren nodig."
        )
        return
    block.show(chart, key="vakken", text_columns=("periode", "let op"))


def everything(chosen: Selection, *, funnel: Funnel | None) -> None:
    """One table with all of it."""
    values = load.values(chosen.indicator, level=chosen.level)
    found = ranked.of_all(chosen.indicator, level=chosen.level, period=chosen.period)
    chart = compared_table(
        values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
        comparator=chosen.comparator, ranges=found, funnel=funnel, sources=_sources(chosen),
    )  # fmt: skip
    table_block.show(chart, key="alles", text_columns=("vergelijking", "let op"))


def may_i_say(chosen: Selection) -> None:
    """Sentences to copy about the main place of this selection."""
    found: list[str] = []
    if chosen.main is None:
        return
    spec, values = INDICATORS[chosen.indicator], load.values(chosen.indicator, level=chosen.level)
    row = comparators.row_of(values, code=chosen.main, period=chosen.period)
    if row is not None:
        own = over_time.rows(chosen.indicator, codes=[chosen.main], kind=chosen.period.kind)
        found = sentences.may_i_say(
            row,
            registry.region(chosen.main),
            spec=spec,
            comparator=chosen.comparator,
            found=compare(row, chosen.comparator, spec=spec),
            trend=trend(own, spec=spec, newest=load.newest_periods()) if own["value"].notna().sum() > 1 else None,
            ranked=ranked.of_all(chosen.indicator, level=chosen.level, period=chosen.period).get(chosen.main),
        )
    sayings.to_copy(found, key="vergelijken")


def _sources(chosen: Selection) -> tuple[SourceLine, ...]:
    values = load.values(chosen.indicator, level=chosen.level)
    return provenance.lines(values[values["region"].isin(chosen.codes)], periods=[chosen.period])
