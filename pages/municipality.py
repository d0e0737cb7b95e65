"""Gemeente: everything about one place on one page."""

import streamlit as st

from data_sources.level import Level
from editions.place import headline_of
from geo import registry
from indicators.comparators import FIRST_NATIONAL
from pages._parts import load
from pages._parts.place import choice as place_choice
from pages._parts.place import documents as place_documents
from pages._parts.place import figures as place_figures
from pages._parts.place import more as place_more
from pages._parts.place import own_counts as place_own_counts
from pages._parts.place import trend as place_trend
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
place = place_choice.chosen()
st.title(place_choice.title(place))
markup.lead(place_choice.lead(place))
address.show_wrong()
notice.version(edition)

if place is None:
    place_choice.search(place)
    markup.buttons([("/kaart", "Kies op de kaart")])
    markup.heading("Alle gemeenten van A tot Z")
    place_choice.a_to_z()
elif place.level is not Level.MUNICIPALITY:
    place_choice.search(place)
    place_choice.larger(edition, place)
else:
    ended = place_choice.has_ended(place)
    if ended:
        place_choice.ended(edition, place)
    who, when, people = st.columns([5, 3, 4], vertical_alignment="bottom")
    with who:
        place_choice.search(place, label="Zoek een andere gemeente" if ended else "Gemeente")
    with when:
        period = place_figures.pick_period(edition, place.code)
    with people:
        place_choice.inhabitants(edition, place, period=period)
    if period.calendar_year < FIRST_NATIONAL:
        markup.notice("Vergelijk deze cijfers niet met latere jaren.", notice.WHY_BREAK)

    filled = place_figures.cards(edition, place.code, period=period)
    place_figures.beside_others(
        edition, place.code, indicator=headline_of(edition, place.code, period=period), period=period
    )
    markup.heading("Stijgt of daalt het?")
    place_trend.show(edition, place.code)
    place_more.show_compositions(edition, place.code, period=period)
    place_figures.further(edition, place.code, period=period)
    place_figures.to_copy(edition, place.code, indicators=filled, period=period)
    place_documents.said(edition, place.code)
    markup.heading(f"Rond {place.name}")
    place_more.surroundings(edition, place.code, year=place.last_year or registry.last_year())
    place_more.what_cbs_publishes(edition, place.code)
    place_own_counts.show(edition, place.code)
    place_choice.ways_on(place)
