"""Three questions that the loaded figures do not answer, the same as on the sheet."""

from __future__ import annotations

import streamlit as st

from editions.place_answer import PlaceAnswer
from pages._parts.ui import markup


def show(answer: PlaceAnswer) -> None:
    """The questions under their head; for a place that was split they stand with the places of today."""
    if not answer.questions:
        return
    with st.container(border=True, key="blok-vragen", height="stretch"), markup.together():
        markup.heading(answer.question_title)
        markup.bullets(answer.questions)
