"""Ontwikkeling: does it rise or fall, for several places, and may that be called a trend."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from editions.periods import offered
from editions.series import (
    BOUNDARIES,
    THEN,
    TODAY,
    kinds_with_series,
    notes,
    places_with_series,
    richest_kind,
    with_twin,
)
from editions.series import (
    series as series_of,
)
from editions.trends import finding, trend_charts, trend_words
from pages._parts import load
from pages._parts.compare import several
from pages._parts.compare import trends as trend_parts
from pages._parts.figure import block
from pages._parts.ui import address, markup, notice, pick
from pages._parts.ui.trend_words import show as show_trend_words

KINDS = {"jaar": "Hele jaren", "halfjaar": "Halve jaren"}
_COLUMNS = ("cijfer", "periode", "let op")

address.enter()
edition = load.current_edition()
st.title("Stijgt of daalt het?")
warnings = st.container()

which, who = st.columns([4, 8], vertical_alignment="top")
with which:
    in_address = address.chosen(
        "indicator"
    )  # a link may ask for a figure of one year, such as that of a place that was added up
    titles = {
        spec.id: spec.title
        for spec in offered(edition)
        if spec.id == in_address or places_with_series(edition, spec.id)
    }
    here = [each for each in titles if address.chosen("gemeente") in places_with_series(edition, each)]
    indicator = pick.option("Cijfer", key="indicator", options=titles, default=(here or list(titles))[0])
spec = INDICATORS[indicator]
with who:
    there = places_with_series(edition, indicator)
    default = [NETHERLANDS] if NETHERLANDS in there or not there else sorted(there)[:1]
    codes = several.pick(
        "Plaatsen",
        levels=trend_parts.LEVELS,
        most=trend_parts.MOST_PLACES,
        default=default,
        series=indicator if there else "",
    )

answer = st.container()
kinds = kinds_with_series(edition, indicator, codes=codes)
richest = richest_kind(edition, indicator, codes=codes)
start = richest if richest in kinds or not kinds else kinds[0]
start_key = next(key for key, kind in trend_parts.KINDS_OF_PERIOD.items() if kind is start)
with st.container(horizontal=True, key="weergave"):
    kind = start
    if len(kinds) > 1:
        kind = trend_parts.KINDS_OF_PERIOD[pick.segment("Perioden", key="soort", options=KINDS, default=start_key)]
    boundaries = THEN
    then, today = (series_of(edition, indicator, codes=codes, kind=kind, boundaries=each) for each in BOUNDARIES)
    if not then.reset_index(drop=True).equals(today.reset_index(drop=True)):
        boundaries = pick.segment("Gemeentegrenzen", key="grenzen", options=BOUNDARIES, default=THEN)
    same_area = boundaries == TODAY
    series = with_twin(edition, indicator, codes=codes, kind=kind, boundaries=boundaries)
    rows = series[0][1]
    bands = True
    if any(trend_parts.has_bands(drawn) for _, drawn in series):
        shown = {"samen": "Tonen", "geen": "Verbergen"}
        bands = pick.segment("Banden", key="banden", options=shown, default="samen") == "samen"
with warnings:
    address.show_wrong()
    notice.version(edition)

with answer:
    charts = trend_charts(series, codes=codes, same_area=same_area, bands=bands)
    title = finding(edition, series, codes=codes, same_area=same_area)
    if not charts:
        trend_parts.nothing(edition, codes, spec=spec, kind=kind)
    for number, (chart, key) in enumerate(charts):
        block.show(edition, chart.headed(title if number == 0 else ""), key=key, text_columns=_COLUMNS)
trend_parts.counts_without_rate(rows, spec=spec)
trend_parts.missing(rows, codes=codes, spec=spec, kind=kind)
if same_area:
    trend_parts.recomputed(notes(edition, indicator, codes=codes, shown=rows))
if rows["value"].isna().all() and NETHERLANDS not in codes:
    markup.heading("Wel een lijn: heel Nederland")
    country = [NETHERLANDS]
    kind = richest_kind(edition, indicator, codes=country)
    series = with_twin(edition, indicator, codes=country, kind=kind, boundaries=boundaries)
    title = finding(edition, series, codes=country, same_area=same_area)
    for number, (chart, key) in enumerate(trend_charts(series, codes=country, same_area=same_area, bands=bands)):
        headed = chart.headed(title if number == 0 else "")
        block.show(edition, headed, key=f"landelijk-{key}", level=3, text_columns=_COLUMNS)
    codes = tuple(country)
words = trend_words(edition, series, codes=codes, same_area=same_area)
if words:
    markup.heading("Mag u dit een trend noemen?")
    show_trend_words(words)
trend_parts.reading()
