"""Onderzoek: what surveys among the population estimate."""

import streamlit as st

from language import _
from pages._parts import load
from pages._parts.topics import surveys as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title(_("Onderzoek"))
address.show_wrong()
notice.version(edition)
topic.show(edition)
markup.link("/impactmonitor", _("Alle cijfers van de Impactmonitor"))
