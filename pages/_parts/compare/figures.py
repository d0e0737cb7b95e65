"""The figures of the page Vergelijken: dots, ranges, funnel, small panels, one table, and what may be said."""

from __future__ import annotations

import streamlit as st

from charts.chart import NothingToDrawError
from charts.compared_table import compared_table
from charts.dot_bars import Bands
from charts.dot_rows import Order
from charts.funnel import MOST_MARKED, funnel_chart
from charts.rank_bars import rank_bars
from charts.small_multiples import small_multiples
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from editions import comparison
from editions.comparison import Selection
from editions.ranks import funnel_or_reason, rank_ranges
from editions.series import series
from editions.sources import source_lines
from editions.values import values as values_of
from geo import registry
from geo.labels import label
from indicators import notation
from indicators.funnel import Funnel
from pages._parts.compare import nearest
from pages._parts.figure import block, table_block
from pages._parts.ui import markup, quotes


def verdict(chosen: Selection) -> bool:
    """The answer first: count, rate and how the main place stands, in one line; says whether there is a figure."""
    parts = comparison.verdict(chosen)
    if chosen.main is not None and parts:
        markup.verdict(f"{chosen.names[chosen.main]}, {chosen.period.label}", " · ".join(parts))
    return bool(parts)


def side_by_side(chosen: Selection, *, order: Order, bands: Bands) -> bool:
    """Dots with bands against the comparator, with a finding as title; says so when no place has a figure."""
    chart = comparison.side_by_side(chosen, order=order, bands=bands)
    if chart is None:
        _nothing(chosen)
        return False
    titled = chart.headed(comparison.finding(chosen, chart))
    block.show(chosen.edition, titled, key="naast-elkaar", text_columns=("vergelijking", "let op"))
    return True


def _nothing(chosen: Selection) -> None:
    filled = [period.label for period in comparison.periods_with_any(chosen)]
    with st.container(border=True, key="figuur-leeg"):
        markup.heading("Hier valt nog niets te vergelijken")
        way_out = (
            f"Er zijn wel cijfers over {notation.listing(filled)}: kies die bij Periode."
            if filled
            else "Kies een ander cijfer of andere plaatsen."
        )
        markup.paragraph(f"{comparison.who_has_none(chosen)} {way_out}")
        if not filled and chosen.main is not None:
            markup.paragraph("Dit staat er wel:")
            nearest.show(chosen.edition, chosen.main)
        markup.buttons([("/kaart", "Kijk op de kaart waar wel"), ("/west-brabant", "Naar West-Brabant 2018")])


def ranges(chosen: Selection) -> None:
    """Between which places each stands, when nearly all places have a figure."""
    ranges_of_places = rank_ranges(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    if any(code in ranges_of_places for code in chosen.codes):
        chart = rank_bars(
            ranges_of_places, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names, selected=chosen.selected,
            sources=comparison.sources(chosen),
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
        drawn, spec=spec, period=chosen.period, names=names, marked=marked, sources=comparison.sources(chosen),
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
        markup.small(comparison.NO_LINES)
        return
    block.show(chosen.edition, chart, key="vakken", text_columns=("periode", "let op"))


def everything(chosen: Selection, *, funnel: Funnel | None) -> None:
    """One table with all of it."""
    values = values_of(chosen.edition, chosen.indicator, level=chosen.level)
    ranges = rank_ranges(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    chart = compared_table(
        values, spec=INDICATORS[chosen.indicator], period=chosen.period, names=chosen.names,
        comparator=chosen.comparator, ranges=ranges, funnel=funnel, sources=comparison.sources(chosen),
    )  # fmt: skip
    table_block.show(chosen.edition, chart, key="alles", text_columns=("vergelijking", "let op"))


def quotable(chosen: Selection) -> None:
    """Sentences to copy about the main place of this selection."""
    if chosen.main is not None:
        quotes.to_copy(comparison.quotable(chosen), key="vergelijken")
