"""The pictures of a place: first one with its finding as title, then a small map of what lies around it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from charts.chart import Chart
from data_sources.level import Level
from editions.edition import Edition
from editions.place import surroundings
from editions.place_answer import PlaceAnswer
from editions.place_map import PlaceMap, place_map
from editions.series import FEWEST_POINTS
from editions.trends import trend_of_place
from language import _
from pages._parts.figure import block
from pages._parts.ui import in_place, markup, theme


def first(edition: Edition, answer: PlaceAnswer) -> bool:
    """The line of a place; else the place beside others. Returns whether it is the line."""
    line = _line(edition, answer)
    if line is None:
        beside(edition, answer)
        return False
    chart, key = line
    block.show(edition, chart, key=key, text_columns=(_("cijfer"), _("periode"), _("let op")))
    return True


def first_chart(edition: Edition, answer: PlaceAnswer) -> Chart | None:
    """The chart that ``first`` shows; None when it shows none."""
    line = _line(edition, answer)
    return line[0] if line is not None else _beside(edition, answer)


def _line(edition: Edition, answer: PlaceAnswer) -> tuple[Chart, str] | None:
    """Line of a place with its key; None with too few points."""
    trend = trend_of_place(edition, answer.code)
    if trend.points < FEWEST_POINTS:
        return None
    chart, key = trend.charts[0]
    return _titled(chart, answer.finding_over_time), key


def _beside(edition: Edition, answer: PlaceAnswer) -> Chart | None:
    around = surroundings(edition, answer.indicator, code=answer.code, period=answer.period)
    if around is None or around.neighbours is None:
        return None
    return _titled(around.neighbours, answer.finding)


def beside(edition: Edition, answer: PlaceAnswer) -> None:
    """The place as a dot beside its neighbours; nothing when none of them has a figure."""
    chart = _beside(edition, answer)
    if chart is not None:
        block.show(edition, chart, key=f"buren-{answer.indicator}", text_columns=(_("vergelijking"), _("let op")))


def map_around(edition: Edition, answer: PlaceAnswer) -> PlaceMap | None:
    """The small map of a place; None when there is no figure on it."""
    drawn = place_map(edition, answer.code, indicator=answer.indicator, period=answer.period)
    on_map = answer.has_figure and Level.of(answer.code) is not Level.COUNTRY
    return drawn if drawn is not None and (on_map or drawn.known) else None


def around(answer: PlaceAnswer, drawn: PlaceMap) -> None:
    """A small map with the figures of the place and of what touches it; those without a figure are counted in a line."""
    with st.container(border=True, key="blok-rondom", height="stretch"):
        markup.heading(_around_title(answer, alone=not drawn.around))
        in_place.picture(drawn.picture, theme=theme.current())
        if drawn.without:
            markup.small(drawn.without)


def _around_title(answer: PlaceAnswer, *, alone: bool) -> str:
    level = Level.of(answer.code)
    if level is Level.COUNTRY:
        return _("{place} per provincie", place=answer.name)
    if alone:
        return _("{place} op de kaart", place=answer.name)
    if level is Level.MUNICIPALITY:
        return _("{place} en de buurgemeenten", place=answer.name)
    return _("{place} en de {places} eromheen", place=answer.name, places=level.plural)


def _titled(chart: Chart, finding: str) -> Chart:
    """The chart with a finding as its name and its plain label as subtitle; the label stays the name without one."""
    return (
        chart
        if not finding
        else replace(chart, name=finding, subtitle=f"{chart.name}, {chart.subtitle.partition(';')[0]}")
    )
