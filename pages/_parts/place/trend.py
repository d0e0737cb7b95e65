"""The lines of one municipality on its page: reports and advice, with the words that may be said about them."""

from __future__ import annotations

import streamlit as st

from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.trends import FEWEST_POINTS, trend_of_place
from geo import registry
from pages._parts import block, markup
from pages._parts.comparing import trends


def show(edition: Edition, code: str) -> None:
    """Draw the series of reports and advice with their trend words; with one figure or none, say so and show a way on."""
    trend = trend_of_place(edition, code)
    name = registry.region(code).name
    if trend.points >= FEWEST_POINTS:
        for chart, key in trend.charts:
            block.show(edition, chart, key=key, level=3, text_columns=("cijfer", "periode", "let op"))
        trends.show_words(trend.words, titled=False)
    else:
        with st.container(border=True, key="blok-geen-lijn"):
            markup.paragraph(
                f"Om een lijn te tekenen zijn er cijfers over meer jaren nodig. Van {name} "
                f"{'staat er één jaar' if trend.points else 'staan er geen cijfers vanaf 2019'} in deze momentopname. Met een verversing "
                "bij het CBS komen de jaren vanaf 2019 erbij."
            )
    markup.buttons(
        [
            (f"/ontwikkeling?gemeente={code}&met={NETHERLANDS}", f"{name} naast Nederland"),
            (f"/vergelijken?gemeente={code}", "Vergelijk met andere gemeenten"),
        ]
    )
