"""Welke cijfers ontbreken: for each question of a council the figure here, or who has it and how to ask for it."""

import streamlit as st

from pages._parts import load
from pages._parts.topics import council_questions as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Welke cijfers ontbreken?")
place = topic.choose()
topic.lead(edition, place)
top = st.container()
topic.search(place)
topic.became(place)
topic.show(edition, place)
topic.table(edition, place)
topic.rules()
markup.link("/impactmonitor", "Alle cijfers van de Impactmonitor")
with top:
    address.show_wrong()
    notice.version(edition)
