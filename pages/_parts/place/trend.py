"""The lines of one municipality on its page: reports and advice, with the words that may be said about them."""

from __future__ import annotations

import streamlit as st

from charts.chart import Chart
from data_sources.catalogue.indicators import INDICATORS
from geo import registry
from indicators import notation
from pages._parts import block, load, markup
from pages._parts.comparing import over_time
from pages._parts.comparing import trends as trend_parts
from pages._parts.notice import FIRST_COMPARABLE
from pages._parts.place import figures

_FEWEST = 2
_REPORTS = "meldingen"


def show(code: str) -> None:
    """Draw the series of reports and advice with their trend words; with one figure or none, say so and show a way on."""
    points, drawn, told = _made(code)
    name = registry.region(code).name
    if points >= _FEWEST:
        for chart, key in drawn:
            block.show(chart, key=key, level=3, text_columns=("cijfer", "periode", "let op"))
        trend_parts.say(told, titled=False)
    else:
        with st.container(border=True, key="blok-geen-lijn"):
            markup.paragraph(_no_line(code, name))
    markup.buttons(
        [
            (f"/ontwikkeling?gemeente={code}&met=NL01", f"{name} naast Nederland"),
            (f"/vergelijken?gemeente={code}", "Vergelijk met andere gemeenten"),
        ]
    )


def _no_line(code: str, name: str) -> str:
    """Why no line can be drawn: the years since 2019 in which the place has a count, as they stand in the figures."""
    years = sorted(
        {
            period.calendar_year
            for period in figures.periods_with_figure(code)
            if period.calendar_year >= FIRST_COMPARABLE
        }
    )
    start = "Om een lijn te tekenen zijn er cijfers per inwoner over meer jaren nodig."
    if not years:
        return f"{start} Van {name} staan er nog geen cijfers vanaf 2019 op deze site."
    return f"{start} Van {name} staan er vanaf 2019 cijfers over {notation.listing([str(year) for year in years])} op deze site."


@load.once(most=64)
def _made(code: str) -> tuple[int, tuple[tuple[Chart, str], ...], trend_parts.Told]:
    """Most figures in one series, and what is drawn and said of the series; nothing of them below two figures."""
    kind = over_time.richest_kind(_REPORTS, codes=[code])
    series = trend_parts.with_twin(INDICATORS[_REPORTS], codes=[code], kind=kind, boundaries=over_time.THEN)
    points = max(int(rows["value"].notna().sum()) for _, rows in series)
    if points < _FEWEST:
        return points, (), {}
    drawn = tuple(trend_parts.charts(series, codes=[code], kind=kind, same_area=False, bands=True))
    return points, drawn, trend_parts.told(series, codes=[code], same_area=False)
