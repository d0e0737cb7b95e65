"""The map and the ranking of West-Brabant 2018, for each column that is certain, with the place a reader chose."""

from __future__ import annotations

import streamlit as st

from charts.chart import Chart
from charts.dots import dots
from charts.map.municipal import MapContext, municipal_map
from charts.map.outline import outlines
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from pages._parts import address, against, block, load, pick, place_card, provenance
from pages._parts import municipal_map as component

PERIOD = Period.year(2018)
CHOICES = {"wb-meldingen": "Meldingen", "wb-adviezen": "Adviezen", "wb-ondersteuning": "Ondersteuning"}
_KEY = "west-brabant-kaart"


def show() -> None:
    """Pickers, map and card, and the ranking with bands."""
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        indicator = pick.segment("Cijfer", key="cijfer", options=CHOICES, default="wb-meldingen")
    spec = INDICATORS[indicator]
    values = load.values(indicator, level=Level.MUNICIPALITY)
    drawn = values[values["value"].notna()]
    names = {str(code): registry.name_in(str(code), year=PERIOD.calendar_year) for code in drawn["region"]}
    with right:
        options = {"": "Geen"} | dict(sorted(names.items(), key=lambda one: registry.sort_key(one[1])))
        place = pick.one("Zet een gemeente vooraan", key="gemeente", options=options, default="")
    comparators = against.per_period(indicator, level=Level.MUNICIPALITY, periods=[PERIOD])
    sources = provenance.lines(values, periods=[PERIOD])
    chart = municipal_map(
        values,
        spec=spec,
        level=Level.MUNICIPALITY,
        period=PERIOD,
        context=MapContext(outlines=outlines([PERIOD], level=Level.MUNICIPALITY), comparators=comparators),
        selected=[place] if place else [],
        sources=sources,
    )
    map_box, side = st.columns([7, 5], gap="medium")
    with map_box:
        rows = chart.table["region"]
        marked = [position for position, code in enumerate(rows) if code == place]
        block.show(chart, key=_KEY, draw=_draw, marked=marked, text_columns=("vergelijking", "let op"), level=3)
    with side:
        place_card.show(
            values,
            spec=spec,
            code=place or None,
            period=PERIOD,
            comparator=comparators[PERIOD],
            level=Level.MUNICIPALITY,
        )
        ranking = dots(
            values,
            spec=spec,
            period=PERIOD,
            names=names,
            comparator=comparators[PERIOD],
            selected=[place] if place else [],
            sources=sources,
        )
        block.show(ranking, key="volgorde", text_columns=("vergelijking", "let op"), level=3)


def _draw(chart: Chart) -> None:
    choice = component.show(chart, key=_KEY)
    if choice.place and choice.place != st.session_state.get("_wb_map_place"):
        st.session_state["_wb_map_place"] = choice.place
        address.write({"gemeente": choice.place})
        st.rerun()
