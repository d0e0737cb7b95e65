"""The trend words of places, each in a box."""

from __future__ import annotations

import streamlit as st

from editions.trends import TrendWords
from geo.labels import label
from pages._parts.ui import markup


def show(words: TrendWords, *, titled: bool) -> None:
    """The trend word and the last change of each place, or why there is none."""
    if words and titled:
        markup.heading("Mag u dit een trend noemen?")
    for code, texts in words.items():
        with st.container(border=True, key=f"blok-trend-{code}"):
            markup.heading(label(code), level=3)
            for chip, text in texts:
                markup.chip(chip)
                markup.paragraph(text)
