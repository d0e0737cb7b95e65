"""Light or dark."""

from __future__ import annotations

import streamlit as st

from charts.palette import Theme


def current() -> Theme:
    """Light or dark, as the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT
