"""Herhaling: how often Veilig Thuis knew someone before."""

import streamlit as st

from language import _
from pages._parts import load
from pages._parts.topics import repetition as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title(_("Herhaling"))
address.show_wrong()
notice.version(edition)
topic.show(edition)
markup.link("/impactmonitor", _("Alle cijfers van de Impactmonitor"))
