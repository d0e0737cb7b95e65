"""Ontwikkeling: does it rise or fall, for several places, and may that be called a trend."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind
from editions.periods import offered
from editions.series import BOUNDARIES, THEN, TODAY, notes, richest_kind, with_twin
from editions.trends import trend_charts, trend_words
from pages._parts import load
from pages._parts.compare import several
from pages._parts.compare import trends as trend_parts
from pages._parts.figure import block
from pages._parts.ui import address, markup, notice, pick
from pages._parts.ui.trend_words import show as show_trend_words

MOST = 5
LEVELS = (Level.COUNTRY, Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
KINDS = {"jaar": "Hele jaren", "halfjaar": "Halve jaren"}

address.enter()
edition = load.current_edition()
st.title("Stijgt of daalt het?")
markup.lead(
    "Kies een cijfer en één of meer plaatsen. Een lijn stopt waar cijfers niet te vergelijken zijn, en we noemen iets "
    "pas een stijging of daling als het meer is dan toeval."
)
notices = st.container()

which, who = st.columns([4, 8], vertical_alignment="top")
with which:
    titles = {spec.id: spec.title for spec in offered(edition)}
    indicator = pick.option("Cijfer", key="indicator", options=titles, default="meldingen")
spec = INDICATORS[indicator]
with who:
    codes = several.pick("Plaatsen", levels=LEVELS, most=MOST, default=[NETHERLANDS])

length, edges, margins = st.columns([4, 4, 4], vertical_alignment="bottom")
with length:
    start = "halfjaar" if richest_kind(edition, indicator, codes=codes) is Kind.HALF_YEAR else "jaar"
    kind = (
        Kind.YEAR if pick.segment("Perioden", key="soort", options=KINDS, default=start) == "jaar" else Kind.HALF_YEAR
    )
with edges:
    boundaries = pick.segment("Gemeentegrenzen", key="grenzen", options=BOUNDARIES, default=THEN)
with margins:
    bands = (
        pick.segment("Banden", key="banden", options={"samen": "Tonen", "geen": "Verbergen"}, default="samen")
        == "samen"
    )

same_area = boundaries == TODAY
series = with_twin(edition, indicator, codes=codes, kind=kind, boundaries=boundaries)
rows = series[0][1]
with notices:
    address.show_wrong()
    notice.version(edition)
    trend_parts.missing(rows, codes=codes, spec=spec, kind=kind)
    if same_area:
        trend_parts.recomputed(notes(edition, indicator, codes=codes, shown=rows))

charts = trend_charts(series, codes=codes, same_area=same_area, bands=bands)
if not charts:
    trend_parts.nothing(edition, codes, spec=spec, kind=kind)
for chart, key in charts:
    block.show(edition, chart, key=key, text_columns=("cijfer", "periode", "let op"))
if rows["value"].isna().all() and NETHERLANDS not in codes:
    markup.heading("Wel cijfers: heel Nederland")
    country = [NETHERLANDS]
    kind = richest_kind(edition, indicator, codes=country)
    series = with_twin(edition, indicator, codes=country, kind=kind, boundaries=boundaries)
    for chart, key in trend_charts(series, codes=country, same_area=same_area, bands=bands):
        block.show(edition, chart, key=f"landelijk-{key}", level=3, text_columns=("cijfer", "periode", "let op"))
    codes = tuple(country)

left, right = st.columns([7, 5], gap="medium")
with left:
    show_trend_words(trend_words(edition, series, codes=codes, same_area=same_area), titled=True)
with right:
    trend_parts.reading(edition)
