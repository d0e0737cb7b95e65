"""Wis uw geschiedenis: how a reader removes this visit from the browser. Short steps, no figures."""

import streamlit as st

from data_sources.documents import erase_history as texts
from pages._parts.ui import markup

st.title(texts.TITLE)
markup.lead(texts.LEAD)
markup.notice(*texts.WARNING)

st.header(texts.STEPS_TITLE)
left, right = st.columns(2, gap="medium")
for number, (browser, steps) in enumerate(texts.STEPS.items()):
    with left if number < len(texts.STEPS) / 2 else right:
        st.subheader(browser)
        markup.bullets(steps)

st.header(texts.PRIVATE_TITLE)
markup.paragraph(texts.PRIVATE)
markup.bullets(texts.PRIVATE_STEPS)

st.header(texts.ALSO_TITLE)
markup.bullets(texts.ALSO)
