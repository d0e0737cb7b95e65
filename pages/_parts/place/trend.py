"""The lines of one municipality on its page: reports and advice, with the words that may be said about them."""

from __future__ import annotations

import streamlit as st

from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.place import periods_with_figure
from editions.series import FEWEST_POINTS
from editions.trends import trend_of_place
from geo import registry
from indicators import notation
from indicators.comparators import FIRST_NATIONAL
from pages._parts.figure import block
from pages._parts.ui import markup, trend_words


def show(edition: Edition, code: str) -> None:
    """Draw the series of reports and advice with their trend words; with one figure or none, say so and show a way on."""
    trend = trend_of_place(edition, code)
    name = registry.region(code).name
    if trend.points >= FEWEST_POINTS:
        for chart, key in trend.charts:
            block.show(edition, chart, key=key, level=3, text_columns=("cijfer", "periode", "let op"))
        trend_words.show(trend.words, titled=False)
    else:
        with st.container(border=True, key="blok-geen-lijn"):
            markup.paragraph(_no_line(edition, code, name))
    markup.buttons(
        [
            (f"/ontwikkeling?gemeente={code}&met={NETHERLANDS}", f"{name} naast Nederland"),
            (f"/vergelijken?gemeente={code}", "Vergelijk met andere gemeenten"),
        ]
    )


def _no_line(edition: Edition, code: str, name: str) -> str:
    """Why no line can be drawn: the years since 2019 in which the place has a count, as they stand in the figures."""
    years = sorted({period.calendar_year for period in periods_with_figure(edition, code)})
    years = [year for year in years if year >= FIRST_NATIONAL]
    start = "Om een lijn te tekenen zijn er cijfers per inwoner over meer jaren nodig."
    if not years:
        return f"{start} Van {name} staan er nog geen cijfers vanaf 2019 op deze site."
    return f"{start} Van {name} staan er vanaf 2019 cijfers over {notation.listing([str(year) for year in years])} op deze site."
