"""Kaart: what does my area look like next to others."""

from functools import partial

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from pages._parts import address, block, load, map_charts, map_opening, markup, notice, pick
from pages._parts import municipal_map as component
from pages._parts.place import card as place_card
from pages._parts.taking_along import embed

address.enter("kaart")
st.title(map_opening.TITLE)
markup.lead(map_opening.LEAD)
told = st.container()

which, where, who, when = st.columns([3, 2, 3, 2], vertical_alignment="bottom")
with which:
    indicator = pick.one(
        "Cijfer",
        key="indicator",
        options=map_charts.titles(),
        default=map_opening.start(load.edition(), address.chosen("gemeente")),
    )
spec = INDICATORS[indicator]
filled = map_opening.levels(load.edition(), indicator)
with where:
    levels = {str(one): one.singular.capitalize() for one in filled}
    level = Level(pick.one("Niveau", key="niveau", options=levels, default=next(iter(levels))))
with when:
    opened = map_opening.start_period(load.edition(), indicator, level, address.chosen("gemeente") or None)
    period = pick.period(filled[level], label="Perioden", start=opened)
with who:
    place = pick.place(level=level, year=period.calendar_year, label=f"Zoek een {level.singular}")

# Everything that takes time comes before the elements, so that the browser gets them together and draws once.
chart = map_charts.map_of(indicator, level=level, period=period, place=place)
words = None if place is None else map_charts.card_of(indicator, level=level, period=period, place=place)
beside = map_charts.dots_of(indicator, level=level, period=period, place=place)
with told:
    address.show_wrong()
    notice.version(load.snapshot())
    from_cbs = spec.first_comparable is not None
    notice.coverage(load.coverage(indicator, level, period), level=level, period=period, refreshed=from_cbs)

left, right = st.columns([7, 5], gap="medium")
with left:
    block.show(
        chart,
        key="kaart",
        draw=partial(component.show, key="kaart"),
        place=place,
        text_columns=("vergelijking", "let op"),
    )
with right:
    with st.container(border=True, key="blok-plaats"):
        if place is None:
            place_card.invitation(level)
        else:
            place_card.inside(place, words, spec=spec, period=period, level=level)
    if beside is not None:
        rows = partial(component.rows, on=chart, key="rijen", alone=embed.hides("kaart"))
        block.show(beside, key="verschil", draw=rows, tab="Grafiek")
