"""Ontwikkeling: does it rise or fall, for several places, and may that be called a trend."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind
from pages._parts import address, block, load, markup, notice, pick
from pages._parts.comparing import over_time, several
from pages._parts.comparing import trends as trend_parts

MOST = 5
LEVELS = (Level.COUNTRY, Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
KINDS = {"jaar": "Hele jaren", "halfjaar": "Halve jaren"}
COUNTRY = "NL01"

address.enter("ontwikkeling")
st.title("Stijgt of daalt het?")
markup.lead(
    "Kies een cijfer en een of meer plaatsen. Een lijn stopt waar cijfers niet te vergelijken zijn, en we noemen iets "
    "pas een stijging of daling als het meer is dan toeval."
)
told = st.container()

which, who = st.columns([4, 8], vertical_alignment="top")
with which:
    offered = {spec.id: spec.title for spec in load.offered()}
    indicator = pick.one("Cijfer", key="indicator", options=offered, default="meldingen")
spec = INDICATORS[indicator]
with who:
    codes = several.pick("Plaatsen", levels=LEVELS, most=MOST, default=[COUNTRY])

length, edges, margins = st.columns([4, 4, 4], vertical_alignment="bottom")
with length:
    start = "halfjaar" if over_time.richest_kind(indicator, codes=codes) is Kind.HALF_YEAR else "jaar"
    kind = (
        Kind.YEAR if pick.segment("Perioden", key="soort", options=KINDS, default=start) == "jaar" else Kind.HALF_YEAR
    )
with edges:
    boundaries = pick.segment("Gemeentegrenzen", key="grenzen", options=over_time.BOUNDARIES, default=over_time.THEN)
with margins:
    bands = (
        pick.segment("Banden", key="banden", options={"samen": "Tonen", "geen": "Verbergen"}, default="samen")
        == "samen"
    )

same_area = boundaries == over_time.TODAY
series = trend_parts.with_twin(spec, codes=codes, kind=kind, boundaries=boundaries)
rows = series[0][1]
with told:
    address.show_wrong()
    notice.version(load.snapshot())
    trend_parts.missing(rows, codes=codes, spec=spec, kind=kind)
    if same_area:
        trend_parts.recomputed(over_time.notes(indicator, codes=codes, shown=rows))

for chart, key in trend_parts.charts(series, codes=codes, kind=kind, same_area=same_area, bands=bands):
    block.show(chart, key=key, text_columns=("cijfer", "periode", "let op"))
if rows["value"].isna().all() and COUNTRY not in codes:
    markup.heading("Wel cijfers: heel Nederland")
    country = [COUNTRY]
    kind = over_time.richest_kind(indicator, codes=country)
    series = trend_parts.with_twin(spec, codes=country, kind=kind, boundaries=boundaries)
    for chart, key in trend_parts.charts(series, codes=country, kind=kind, same_area=same_area, bands=bands):
        block.show(chart, key=f"landelijk-{key}", level=3, text_columns=("cijfer", "periode", "let op"))
    codes = tuple(country)

left, right = st.columns([7, 5], gap="medium")
with left:
    trend_parts.words(series, codes=codes, same_area=same_area)
with right:
    trend_parts.reading()
