"""The index of CBS's Impactmonitor: what this site draws, what it has as loose cells, and what only CBS has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.trend import trend_chart
from data_sources.catalogue.impact_monitor import THEMES, ImpactIndicator, Location
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from data_sources.period import Kind
from editions.edition import Edition
from editions.series import national_series
from editions.sources import source_lines
from indicators import notation
from pages._parts.figure import block, parts_of_page
from pages._parts.sharing import embed
from pages._parts.topics import child_protection, repetition, safety, surveys, who_reports
from pages._parts.ui import index_list, markup
from site_map import gaps_address

MOVED: Mapping[str, Callable[[Edition], None]] = {
    "wie-vraagt-advies": who_reports.show,
    "acuut-onveilig": safety.show,
    "structureel-onveilig": safety.show,
    "eerdere-betrokkenheid": repetition.show,
    "vervolgmeldingen": repetition.show,
    "prevalentie": surveys.show,
    "ondertoezichtstellingen": child_protection.show,
    "ondertoezichtstellingen-halfjaar": child_protection.show,
}
"""Figures that stood on this page before they had a page of their own: a frame on another site still finds them here."""
_ANCHORS = {
    "/wie-meldt": "wie-vraagt-advies",
    "/hoe-veilig": "acuut-en-structureel-onveilig",
    "/herhaling": "vervolgmeldingen-per-provincie",
    "/onderzoek": "onderzoek-onder-de-bevolking",
    "/kinderbescherming": "ondertoezichtstellingen",
}
"""Anchors of the older page by the page that has the figure now."""


def moved(edition: Edition) -> None:
    """The figure that a frame asks for by its older address."""
    show_moved = MOVED.get(embed.wanted() or "")
    if show_moved is not None:
        show_moved(edition)


def links(matrix: Chart) -> None:
    """A link for each figure that this site draws; the others of the list under folds, with where they are."""
    if embed.wanted() is not None:
        return
    indicators = [(theme.name, indicator) for theme in THEMES for indicator in theme.indicators]
    addresses: Mapping[int, Mapping[str, str]] = matrix.extra["links"]
    drawn, cells, elsewhere = [], [], []
    left = dict(_ANCHORS)
    for number, (theme, indicator) in enumerate(indicators):
        place = _drawn_at(indicator)
        if place is not None:
            under = f"Staat bij ‘{place.words}’"
            drawn.append(index_list.IndexItem(place.address, indicator.name, under, anchor=left.pop(place.address, "")))
        elif addresses[number]:
            cells.append(index_list.IndexItem(next(iter(addresses[number].values())), indicator.name, theme))
        else:
            elsewhere.append((indicator.name, indicator.elsewhere))
    index_list.show(drawn, label="Cijfers met een figuur op deze site")
    if cells:
        with parts_of_page.fold(f"{_figures(len(cells))} als losse getallen van het CBS", key="losse-cijfers"):
            index_list.show(cells, label="Cijfers zonder figuur")
    if elsewhere:
        with parts_of_page.fold(f"{_figures(len(elsewhere))} alleen bij het CBS", key="alleen-cbs"):
            markup.table(
                pd.DataFrame(elsewhere, columns=["Cijfer", "Waar het CBS het geeft"]),
                caption="Cijfers die alleen het CBS geeft",
                text_columns=("Waar het CBS het geeft",),
                stacked=True,
            )


def gaps() -> None:
    """The way to the figures that are not in the list, or not here."""
    if embed.wanted() is None:
        markup.buttons([(gaps_address(), "Welke cijfers ontbreken, en wie heeft ze?")])


def table(edition: Edition, matrix: Chart) -> None:
    """The whole list as a table with its files."""
    if embed.hides("impactmonitor"):
        return
    with (
        parts_of_page.fold("De hele lijst als tabel", key="lijst"),
        st.container(border=True, key="figuur-impactmonitor"),
    ):
        block.title(matrix, level=2)
        addresses: Mapping[int, Mapping[str, str]] = matrix.extra["links"]
        markup.table(
            matrix.printed,
            caption=matrix.name,
            text_columns=tuple(matrix.printed.columns),
            links=addresses,
            stacked=True,
        )
        block.under(edition, matrix, key="impactmonitor")


def advice_and_reports(edition: Edition) -> None:
    """National reports and advice per half-year."""
    half_years = national_series(edition, ("meldingen", "adviezen"), kind=Kind.HALF_YEAR)
    block.show(
        edition,
        trend_chart(
            half_years,
            spec=INDICATORS["meldingen"],
            twin=INDICATORS["adviezen"],
            names={NETHERLANDS: "Nederland"},
            sources=source_lines(half_years),
        ),
        key="adviezen-en-meldingen",
    )


def _drawn_at(indicator: ImpactIndicator) -> Location | None:
    """Where the figure of an indicator stands; None when it is not drawn here. The topic page goes before the map."""
    places = (indicator.national_here, indicator.series_here, indicator.regional_here)
    return next((place for place in places if place is not None), None)


def _figures(number: int) -> str:
    return notation.counted(number, "cijfer", "cijfers")
