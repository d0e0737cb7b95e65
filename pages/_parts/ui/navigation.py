"""The pages as Streamlit knows them, made once: to make one it asks the disk where it lies, and a run makes thirteen."""

from collections.abc import Sequence
from copy import copy
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

import site_map


def pages() -> Sequence[StreamlitPage]:
    """For ``st.navigation``, in menu order; a copy for each run, because Streamlit marks the page that it runs."""
    return [copy(page) for page in _streamlit_pages()]


@cache
def _streamlit_pages() -> tuple[StreamlitPage, ...]:
    return tuple(
        # the start page has no address of its own: Streamlit serves it only at "/"
        st.Page(
            page.file,
            title=f"Cijfers per gemeente - {page.title}",
            url_path=page.path or None,
            default=page is site_map.START,
        )
        for page in site_map.PAGES
    )
