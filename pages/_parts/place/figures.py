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
from data_sources.period import Kind, Period
from geo import boundaries, registry
from indicators import comparators, compute, sentences
from indicators.compare import Row, compare
from indicators.trend import trend
from pages._parts import block, load, markup, notice, pick, provenance, table_block
from pages._parts.comparing import against, over_time, ranked, sayings
from pages._parts.place import card as place_card

SINCE_2019 = ("meldingen", "adviezen")
BEFORE_2019 = ("wb-meldingen", "wb-adviezen", "wb-ondersteuning")
SHARES = ("aandeel-adviezen", "aandeel-vervolgmeldingen")
GM = Level.MUNICIPALITY


def pick_period(code: str) -> Period:
    """Choose a period in which the place existed: the newest year with a figure of its own, else the newest year."""
    found = dict.fromkeys(
        period
        for indicator in (*SINCE_2019, *SHARES, *BEFORE_2019)
        for period in load.periods(indicator, level=GM)
        if indicator not in BEFORE_2019 or _has_value(indicator, code, period)
    )
    place = registry.region(code)
    last = Period.year(place.last_year or registry.last_year())
    existed = [one for one in found if place.existed(registry.known_year(one.calendar_year))] or [last]
    ordered = sorted(existed, key=lambda one: (one.calendar_year, one.kind is Kind.YEAR, one.number), reverse=True)
    years = [one for one in ordered if one.kind is Kind.YEAR]
    own = [one for one in years if any(_has_value(indicator, code, one) for indicator in of_period(one))]
    start = (own or years or ordered)[0]
    key = pick.one("Periode", key="periode", options={one.key: one.label for one in ordered}, default=start.key)
    return Period.from_key(key)


def of_period(period: Period) -> Sequence[str]:
    """Indicators that speak about a period: the regional document up to 2018, CBS from 2019 on."""
    return BEFORE_2019 if period.calendar_year < notice.FIRST_COMPARABLE else (*SINCE_2019, *SHARES)


def _has_value(indicator: str, code: str, period: Period) -> bool:
    return (code, period.code) in _known(load.edition(), indicator)


@functools.lru_cache(maxsize=64)
def _known(read: load.Edition, indicator: str) -> frozenset[tuple[str, str]]:
    """Place and period of every figure of municipalities, because a page asks for many."""
    values = load.values_of(read, indicator, GM)
    values = values[values["value"].notna()]
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
    """One card for each indicator of the period: reports and advice always, the others where there is a figure.

    Returns the indicators with a figure.
    """
    shown = [
        indicator for indicator in of_period(period)
        if indicator in (*SINCE_2019, *BEFORE_2019[:2]) or _has_value(indicator, code, period)
    ]  # fmt: skip
    for pair in _pairs(shown):
        for indicator, column in zip(pair, st.columns(2, gap="medium"), strict=False):
            spec, told = INDICATORS[indicator], _card(indicator, code, period)
            with column, st.container(border=True, key=f"blok-cijfer-{indicator}"):
                markup.heading(f"{spec.title}, {period.label}")
                if told is None:
                    markup.paragraph(f"Over {period.in_words} is er voor deze gemeente geen cijfer.")
                else:
                    place_card.say(told)
                markup.small(spec.definition)
    return [indicator for indicator in shown if _has_value(indicator, code, period)]


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
    if row is None:
        return None, None
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
            trend=trend(own, spec=spec, newest=load.newest_periods()) if own["value"].notna().sum() > 1 else None,
            ranked=ranked.of_all(indicator, level=GM, period=period).get(code),
        )
    return tuple(found)
