"""Kaart: what does my area look like next to others."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions import maps, opening_view
from editions.place_card import card_text
from language import _
from pages._parts import load, map_opening
from pages._parts.figure import map_card
from pages._parts.sharing import embed
from pages._parts.ui import address, notice, pick, place_card

address.enter()
edition = load.current_edition()
st.title(_(map_opening.TITLE))

with st.container(key="kaart-keuzes"):
    indicator = pick.option(
        _("Cijfer"),
        key="indicator",
        options=opening_view.figure_labels(edition),
        default=opening_view.indicator(edition, place=address.chosen("gemeente")),
        drops=lambda chosen: map_opening.not_with_indicator(edition, chosen),
    )
    spec = INDICATORS[indicator]
    filled = opening_view.levels(edition, indicator)
    start = opening_view.level(
        edition, indicator, place=address.chosen("gemeente"), period_key=address.chosen("periode")
    )
    level = Level(
        pick.chip(
            _("Niveau"),
            key="niveau",
            options=opening_view.level_labels(edition, indicator),
            default=str(start),
            drops=lambda chosen: map_opening.not_with_level(edition, indicator, chosen),
        )
    )
    opened = opening_view.period(edition, indicator, level=level, place=address.chosen("gemeente") or None)
    period = pick.period(filled[level], label=_("Perioden"), start=opened)
    place = pick.place(
        _(map_opening.SEARCH_LABEL),
        levels=tuple(filled),
        level=level,
        year=period.calendar_year,
        valid=pick.names(level, period.calendar_year).__contains__,
    )

# Everything that takes time comes before the elements, so that the browser gets them together and draws once.
chart = maps.map_of(edition, indicator, level=level, period=period, place=place)
text = None if place is None else card_text(edition, indicator, code=place, period=period)
beside = maps.dots_of(edition, indicator, level=level, period=period, place=place)
address.show_wrong()
notice.version(edition)

left, right = st.columns([7, 5], gap="medium")
with left:
    map_card.show(edition, chart, beside=beside, place=place)
with right:
    with st.container(border=True, key="blok-plaats"):
        if place is None:
            place_card.invitation(level)
        else:
            place_card.inside(place, text, spec=spec, period=period, level=level)
    if embed.wanted() is None:
        with st.container(key="kaart-voet"):
            map_opening.reach_of(edition, indicator, level=level, period=period)
            map_card.under(edition, chart)
