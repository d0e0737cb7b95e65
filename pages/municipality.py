"""Gemeente: one place of any level. Its answer first, then pictures, words to take along, and the rest folded."""

import streamlit as st

from data_sources.level import Level
from editions.place_answer import place_answer
from language import _
from pages._parts import load
from pages._parts.place import answer as place_answer_part
from pages._parts.place import choice as place_choice
from pages._parts.place import figures as place_figures
from pages._parts.place import folds as place_folds
from pages._parts.place import parts as place_parts
from pages._parts.place import picture as place_picture
from pages._parts.place import questions as place_questions
from pages._parts.ui import address, markup, notice, quotes

address.enter()
edition = load.current_edition()
place = place_choice.chosen()
st.title(place_choice.title(place))
place_choice.lead(place)
address.show_wrong()
notice.version(edition)

if place is None:
    place_choice.search(place)
    markup.buttons([("/kaart", _(place_choice.ON_MAP))])
    markup.heading(_(place_choice.A_TO_Z))
    place_choice.a_to_z()
elif place.level is Level.DOCUMENT_AREA:
    place_parts.every(place)
    markup.buttons([("/west-brabant", _("De tabellen van West-Brabant"))])
else:
    if place_choice.has_ended(place):
        place_choice.ended(edition, place)
    opening = st.container(key="place-opening")
    period = place_figures.pick_period(edition, place.code)
    answer = place_answer(edition, place.code, period=period)
    with opening:
        place_answer_part.show(answer, code=place.code, period=period)
    larger = place.level is not Level.MUNICIPALITY
    if answer is not None and answer.has_figure:
        is_line = place_picture.first(edition, answer)
        if is_line:
            place_picture.beside(edition, answer)
    if larger:
        place_parts.show(edition, place, period=period)
    if answer is not None:
        drawn = place_picture.map_around(edition, answer)
        if drawn is None:
            place_questions.show(answer)
        else:
            left, right = st.columns([5, 7], gap="small")
            with left:
                place_picture.around(answer, drawn)
            with right:
                place_questions.show(answer)
        quotes.ready(answer.to_copy, key="gemeente")
    with st.container(key="place-vouwen"):
        place_folds.show(edition, place, answer, period=period)
    place_choice.ways_on(edition, place, period=period)
    place_choice.search(place, label=_("Zoek een andere gemeente"))
