"""Small selections that more than one page shows."""

from __future__ import annotations

import streamlit as st

from charts.palette import Theme
from geo import registry


def ways(place: str | None) -> list[tuple[str, str]]:
    """Buttons from the start page: to the place that was chosen, else to where one can be found."""
    if place is None:
        return [("/kaart", "Kijk op de kaart"), ("/ontwikkeling", "Stijgt of daalt het?")]
    return [
        (f"/gemeente?gemeente={place}", f"Alles over {registry.region(place).name}"),
        (f"/vergelijken?gemeente={place}", "Vergelijk"),
        (f"/kaart?gemeente={place}", "Bekijk op de kaart"),
    ]


def theme() -> Theme:
    """Light or dark, as the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT
