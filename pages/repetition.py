"""Herhaling: how often Veilig Thuis knew someone before."""

import streamlit as st

from pages._parts import load
from pages._parts.topics import repetition as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Herhaling")
address.show_wrong()
notice.version(edition)
topic.show(edition)
markup.link("/impactmonitor", "Alle cijfers van de Impactmonitor")
