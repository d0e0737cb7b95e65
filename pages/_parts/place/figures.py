"""The figures of one municipality: which period and indicators, how they stand, and what they can be held against."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.dots import MOST_PLACES, dots
from charts.held_against import Against, held_against
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries, registry
from indicators import comparators, compute, sentences
from indicators.compare import Row, compare
from indicators.place_opening import EVER, SINCE_2019, default_period, headline, newest_first, speaking
from indicators.trend import trend
from indicators.value import WITH_FIGURE
from pages._parts import block, load, markup, notice, pick, provenance, table_block
from pages._parts.comparing import against, over_time, ranked, sayings
from pages._parts.place import card as place_card

GM = Level.MUNICIPALITY
ALWAYS = ("meldingen", "adviezen")
NOT_BEFORE_2019 = (
    "Over de jaren tot en met 2018 geeft het CBS geen cijfers die u kunt vergelijken. Alleen over de gemeenten van "
    "West-Brabant staan er cijfers uit een document."
)


def pick_period(code: str) -> Period:
    """Choose a period in which the place existed; it opens with the newest in which it has a count, as its sheet does."""
    everyone = {period for indicator in SINCE_2019 for period in load.periods(indicator, level=GM)}
    found = everyone | set(periods_with_figure(code))
    place = registry.region(code)
    last = Period.year(place.last_year or registry.last_year())
    existed = [one for one in found if place.existed(registry.known_year(one.calendar_year))] or [last]
    ordered = sorted(existed, key=newest_first)
    start = default_period(periods_with_figure(code)) or ordered[0]
    key = pick.one("Periode", key="periode", options={one.key: one.label for one in ordered}, default=start.key)
    return Period.from_key(key)


def periods_with_figure(code: str) -> Sequence[Period]:
    """Periods in which the place has a figure of its own, at least a count, for an indicator that speaks about them."""
    return [
        period
        for indicator in EVER
        for period in load.periods(indicator, level=GM)
        if indicator in speaking(period) and has_figure(indicator, code, period)
    ]


def headline_of(code: str, period: Period) -> str:
    """Indicator that a place is set beside others with: the first that has a figure of the place in the period."""
    return headline(period, has_figure=lambda indicator: has_figure(indicator, code, period))


def has_figure(indicator: str, code: str, period: Period) -> bool:
    """Whether a municipality has at least a count in a period."""
    return (code, period.code) in _known(load.edition(), indicator)


@functools.lru_cache(maxsize=64)
def _known(read: load.Edition, indicator: str) -> frozenset[tuple[str, str]]:
    """Place and period of every figure of municipalities, because a page asks for many."""
    values = load.values_of(read, indicator, GM)
    values = values[values["state"].isin(WITH_FIGURE)]
    return frozenset(zip(values["region"].astype("str"), values["period"].astype("str"), strict=True))


def row_of(indicator: str, code: str, period: Period) -> Row | None:
    """IndicatorValue row of one municipality and period, also when no place has a figure; None when it did not exist."""
    found = comparators.row_of(load.values(indicator, level=GM), code=code, period=period)
    return found if found is not None else comparators.row_of(_empty(indicator, period), code=code, period=period)


@functools.lru_cache(maxsize=64)
def _empty(indicator: str, period: Period) -> pd.DataFrame:
    """Rows of a period in which no place has a figure, so that each can say so in the words of its state."""
    nothing = load.snapshot().observations.iloc[:0]
    return compute.indicator_values_for(nothing, spec=INDICATORS[indicator], level=GM, periods=[period])


def cards(code: str, *, period: Period) -> list[str]:
    """One card for each indicator with a figure in the period, and always for the reports and advice of CBS.

    Up to 2018 there is only the document of one region: a place outside it is never headed by that region's indicator.
    Returns the indicators with a figure.
    """
    always = ALWAYS if period.calendar_year >= notice.FIRST_COMPARABLE else ()
    shown = [one for one in speaking(period) if one in always or has_figure(one, code, period)]
    if not shown:
        with st.container(border=True, key="blok-geen-cijfer"):
            name = registry.name_in(code, year=period.calendar_year)
            markup.paragraph(f"Over {name} in {period.in_words} staat er geen cijfer op deze site.")
            markup.small(NOT_BEFORE_2019)
    for pair in _pairs(shown):
        for indicator, column in zip(pair, st.columns(2, gap="medium"), strict=False):
            spec, told = INDICATORS[indicator], _card(indicator, code, period)
            with column, st.container(border=True, key=f"blok-cijfer-{indicator}"):
                markup.heading(f"{spec.title}, {period.label}")
                if told is None:
                    markup.paragraph(f"De gemeente bestond in {period.in_words} niet, of niet met deze grenzen.")
                else:
                    place_card.say(told)
                markup.small(spec.definition)
    return [indicator for indicator in shown if has_figure(indicator, code, period)]


@load.once(most=256)
def _card(indicator: str, code: str, period: Period) -> place_card.Words | None:
    row = row_of(indicator, code, period)
    held = against.per_period(indicator, level=GM, periods=[period])[period]
    return None if row is None else place_card.words(row, spec=INDICATORS[indicator], comparator=held)


def _pairs(shown: Sequence[str]) -> Iterator[Sequence[str]]:
    """Two beside each other, so that a phone shows them in reading order."""
    return (shown[at : at + 2] for at in range(0, len(shown), 2))


def all_against(code: str, *, indicator: str, period: Period) -> list[Against]:
    """Everything a municipality can be held against in a period, best known first; a reason where there is nothing."""
    spec, parts = INDICATORS[indicator], load.values(indicator, level=GM)
    found: list[Against] = [("Nederland", against.per_period(indicator, level=GM, periods=[period])[period])]
    if spec.first_comparable is None:  # the document has places together, never a national figure
        found.insert(0, ("Nederland", comparators.national(parts.iloc[:0], spec=spec, period=period)))
    for level, label in ((Level.VT_REGION, "Eigen Veilig Thuis-regio"), (Level.PROVINCE, "Eigen provincie")):
        whole = load.values(indicator, level=level) if level in spec.levels else parts.iloc[:0]
        found.append((label, comparators.larger_place(whole, parts, code=code, level=level, spec=spec, period=period)))
    found.append(("Gemeenten eromheen", comparators.touching(parts, code=code, spec=spec, period=period)))
    people = load.inhabitants(level=GM, year=period.calendar_year)
    found.append(
        (
            "Gemeenten van dezelfde grootte",
            comparators.same_size(parts, code=code, inhabitants=people, spec=spec, period=period),
        )
    )
    return found


def surroundings(code: str, *, indicator: str, period: Period) -> None:
    """The place against its comparators as a table, and beside its neighbours as dots."""
    table, chart = _beside(code, indicator, period)
    if table is None:
        return
    left, right = st.columns([6, 6], gap="medium")
    with left:
        table_block.show(table, key=f"naast-{indicator}", text_columns=(str(table.printed.columns[-1]),))
    with right:
        if chart is not None:
            block.show(chart, key=f"buren-{indicator}", text_columns=("vergelijking", "let op"))
        else:
            sayings.reasons(key="hoger")
    if chart is not None:
        sayings.reasons(key="hoger")


@load.once(most=64)
def _beside(code: str, indicator: str, period: Period) -> tuple[Chart | None, Chart | None]:
    """The table of comparators and the dots of the neighbours; None where there is nothing to draw."""
    spec, row, values = INDICATORS[indicator], row_of(indicator, code, period), load.values(indicator, level=GM)
    if row is None or (spec.first_comparable is None and not has_figure(indicator, code, period)):
        return None, None  # the document of a region has nothing to say about a place outside it
    name = registry.name_in(code, year=period.calendar_year)
    held = all_against(code, indicator=indicator, period=period)
    names = _neighbours(code, values=values, period=period)
    sources = provenance.lines(values[values["region"].isin([code, *names])], periods=[period])
    if not sources and Level.COUNTRY in spec.levels:  # without a figure of its own, what stands there is the country's
        sources = provenance.lines(load.values(indicator, level=Level.COUNTRY), periods=[period])
    table = held_against(row, name=name, spec=spec, against=held, sources=sources)
    if len(names) < 2:  # noqa: PLR2004 -- the place itself is one
        return table, None
    comparator = against.per_period(indicator, level=GM, periods=[period])[period]
    return table, dots(
        values, spec=spec, period=period, names=names, comparator=comparator, selected=[code], sources=sources
    )


def _neighbours(code: str, *, values: pd.DataFrame, period: Period) -> Mapping[str, str]:
    known = set(values.loc[(values["period"] == period.code) & values["value"].notna(), "region"])
    around = [one for one in boundaries.touching(code, year=period.calendar_year) if one in known]
    codes = [code, *around][:MOST_PLACES] if code in known else []
    return {one: registry.name_in(one, year=period.calendar_year) for one in codes}


def to_copy(code: str, *, indicators: Sequence[str], period: Period) -> None:
    """Sentences on this selection for a council paper or an article."""
    sayings.to_copy(_sentences(code, tuple(indicators), period), key="gemeente")


@load.once(most=128)
def _sentences(code: str, indicators: tuple[str, ...], period: Period) -> Sequence[str]:
    found: list[str] = []
    place = registry.region(code)
    for indicator in indicators:
        spec, row = INDICATORS[indicator], row_of(indicator, code, period)
        comparator = against.per_period(indicator, level=GM, periods=[period])[period]
        if row is None:
            continue
        own = over_time.rows(indicator, codes=[code], kind=period.kind)
        found += sentences.may_i_say(
            row,
            place,
            spec=spec,
            comparator=comparator,
            found=compare(row, comparator, spec=spec),
            trend=trend(own, spec=spec) if own["value"].notna().sum() > 1 else None,
            ranked=ranked.of_all(indicator, level=GM, period=period).get(code),
        )
    return tuple(found)
