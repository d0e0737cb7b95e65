"""Kaart: what does my area look like next to others."""

from functools import partial

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions import maps
from editions.periods import coverage
from editions.place_card import card_text
from pages._parts import load, map_opening
from pages._parts.figure import block
from pages._parts.figure import municipal_map as component
from pages._parts.sharing import embed
from pages._parts.ui import address, markup, notice, pick, place_card

address.enter()
edition = load.current_edition()
st.title(map_opening.TITLE)
markup.lead(map_opening.LEAD)
notices = st.container()

which, where, who, when = st.columns([3, 2, 3, 2], vertical_alignment="bottom")
with which:
    indicator = pick.option(
        "Cijfer",
        key="indicator",
        options=maps.titles(edition),
        default=maps.opening_indicator(edition, place=address.chosen("gemeente")),
    )
spec = INDICATORS[indicator]
filled = maps.map_levels(edition, indicator)
with where:
    levels = {str(each): each.singular.capitalize() for each in filled}
    level = Level(pick.option("Niveau", key="niveau", options=levels, default=next(iter(levels))))
with when:
    opened = maps.opening_period(edition, indicator, level=level, place=address.chosen("gemeente") or None)
    period = pick.period(filled[level], label="Perioden", start=opened)
with who:
    place = pick.place(
        map_opening.SEARCH_LABEL,
        levels=tuple(filled),
        level=level,
        year=period.calendar_year,
        valid=pick.names(level, period.calendar_year).__contains__,
    )

# Everything that takes time comes before the elements, so that the browser gets them together and draws once.
chart = maps.map_of(edition, indicator, level=level, period=period, place=place)
text = None if place is None else card_text(edition, indicator, code=place, period=period)
beside = maps.dots_of(edition, indicator, level=level, period=period, place=place)
with notices:
    address.show_wrong()
    notice.version(edition)
    from_cbs = spec.first_comparable is not None
    notice.coverage(
        coverage(edition, indicator, level=level, period=period), level=level, period=period, refreshed=from_cbs
    )

left, right = st.columns([7, 5], gap="medium")
with left:
    block.show(
        edition,
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
            place_card.inside(place, text, spec=spec, period=period, level=level)
    if beside is not None:
        rows = partial(component.rows, on=chart, key="rijen", alone=embed.hides("kaart"))
        block.show(edition, beside, key="verschil", draw=rows, tab="Grafiek")
