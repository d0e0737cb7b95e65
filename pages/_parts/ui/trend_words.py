"""The trend words of places: in full for one, for several the word of each with its sentences under it, on request."""

from __future__ import annotations

import streamlit as st

from editions.trends import TrendWords
from pages._parts.ui import markup


def show(words: TrendWords) -> None:
    """The trend word and the last change of each place, or why there is none."""
    if not words:
        return
    with st.container(border=True, key="blok-trend"):
        if len(words) == 1:
            for _, sentences in next(iter(words.values())):
                markup.paragraph(sentences)
            return
        with markup.together():
            for texts in words.values():
                for title, text in texts:
                    markup.fold(title, [text])
