"""Hoe veilig: who reports acute and structural unsafety."""

import streamlit as st

from language import _
from pages._parts import load
from pages._parts.topics import safety as topic
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title(_("Hoe veilig"))
address.show_wrong()
notice.version(edition)
topic.show(edition)
markup.link("/impactmonitor", _("Alle cijfers van de Impactmonitor"))
