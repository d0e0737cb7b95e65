"""The folded parts of a place: closed, each with a title that says what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from data_sources.level import Level
from data_sources.period import Period
from editions.compositions import compositions
from editions.edition import Edition
from editions.place_answer import PlaceAnswer
from geo import registry
from geo.registry import Region
from indicators import notation
from language import _
from pages._parts.figure import block
from pages._parts.place import answer as place_answer_part
from pages._parts.place import choice, documents, figures, more, own_counts, parts, trend
from pages._parts.sharing import embed
from pages._parts.ui import quotes, whole


@contextmanager
def fold(title: str, *, key: str) -> Iterator[None]:
    """A closed part of the page."""
    with st.expander(title, key=f"vouw-{key}"):
        yield


def show(edition: Edition, place: Region, answer: PlaceAnswer | None, *, period: Period) -> None:
    """Everything that is not the answer, in the order in which readers ask for it."""
    municipality = place.level is Level.MUNICIPALITY
    if answer is not None and answer.has_figure:
        _with_figure(edition, place, answer, period=period)
    if municipality and documents.has_any(place.code):
        with fold(_("Wat plannen en brieven zeggen"), key="documenten"):
            documents.show(edition, place.code)
    if municipality and own_counts.has_any(place.code):
        with fold(_("Wat regio's zelf telden"), key="eigen-opgaven"):
            own_counts.show(edition, place.code)
    if municipality:
        with fold(_("Buren, regio en even grote gemeenten"), key="rond"):
            choice.before(place)
            more.surroundings(edition, place.code, year=place.last_year or registry.last_year())
    else:
        with fold(_("Alle gemeenten van A tot Z"), key="gemeenten"):
            parts.every(place)
    with fold(_("Wat het CBS publiceert, en bronnen"), key="bronnen"):
        choice.inhabitants(edition, place, period=period)
        more.what_cbs_publishes(edition, place.code)
        choice.missing_and_new(place)


def _with_figure(edition: Edition, place: Region, answer: PlaceAnswer, *, period: Period) -> None:
    with fold(_("In hele zinnen, en waarom het verschilt"), key="zinnen"):
        place_answer_part.explained(answer)
        if answer.reasons:
            quotes.reasons(key="hoger")
        trend.explained(edition, place.code)
    if _has_compositions(edition, place.code, period=period):
        opened = st.expander(_("Wie melden, en waarover?"), key="vouw-wie-meldt", on_change="rerun")
        if opened.open or whole.is_wanted() or embed.wanted() is not None:
            with opened:
                for chart, key in compositions(edition, place.code, period=period):
                    block.show(edition, chart, key=key, level=3)
    names = [name.lower() for name in figures.titles(edition, place.code, period=period)]
    with fold(_("Alle cijfers: {figures}", figures=notation.listing(names)), key="cijfers"):
        figures.cards(edition, place.code, period=period)
        figures.further(edition, place.code, period=period)
    municipality = place.level is Level.MUNICIPALITY
    beside = _("Naast regio, provincie en even grote plaatsen") if municipality else _("Naast Nederland")
    with fold(beside, key="naast"):
        figures.beside_others(edition, place.code, indicator=answer.indicator, period=period)


def _has_compositions(edition: Edition, code: str, *, period: Period) -> bool:
    return bool(compositions(edition, code, period=period))
