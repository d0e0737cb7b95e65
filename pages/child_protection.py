"""Kinderbescherming: supervision orders that began and ended."""

import streamlit as st

from pages._parts import load
from pages._parts.topics import child_protection as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Kinderbescherming")
address.show_wrong()
notice.version(edition)
topic.show(edition)
markup.link("/impactmonitor", "Alle cijfers van de Impactmonitor")
