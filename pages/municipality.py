"""Gemeente: everything about one place on one page."""

import streamlit as st

from data_sources.level import Level
from pages._parts import address, load, markup, notice, views
from pages._parts.place import choice as place_choice
from pages._parts.place import figures as place_figures
from pages._parts.place import more as place_more
from pages._parts.place import trend as place_trend

address.enter("gemeente")
place = place_choice.chosen()
st.title(place_choice.title(place))
markup.lead(place_choice.lead(place))
address.show_wrong()
notice.version(load.snapshot())

if place is None:
    place_choice.search(place)
    markup.buttons([("/kaart", "Kies op de kaart")])
    markup.heading("Alle gemeenten van A tot Z")
    place_choice.a_to_z()
elif place.level is not Level.MUNICIPALITY:
    place_choice.search(place)
    place_choice.larger(place)
else:
    ended = place_choice.has_ended(place)
    if ended:
        place_choice.ended(place)
    who, when, people = st.columns([5, 3, 4], vertical_alignment="bottom")
    with who:
        place_choice.search(place, label="Zoek een andere gemeente" if ended else "Gemeente")
    with when:
        period = place_figures.pick_period(place.code)
    with people:
        place_choice.inhabitants(place, period=period)
    if period.calendar_year < notice.FIRST_COMPARABLE:
        markup.notice("Vergelijk deze cijfers niet met latere jaren.", notice.WHY_BREAK)

    filled = place_figures.cards(place.code, period=period)
    place_figures.surroundings(place.code, indicator=place_figures.headline_of(place.code, period), period=period)
    markup.heading("Stijgt of daalt het?")
    place_trend.show(place.code)
    place_more.compositions(place.code, period=period)
    place_figures.to_copy(place.code, indicators=filled, period=period)
    markup.heading(f"Rond {place.name}")
    place_more.surroundings(place.code, year=place.last_year or views.this_year())
    place_more.what_cbs_publishes(place.code)
    place_choice.ways_on(place)
