"""The municipalities of a larger place: those with a figure sorted, the others counted, all of them as links."""

from __future__ import annotations

import streamlit as st

from data_sources.period import Period
from editions.edition import Edition
from editions.place_parts import place_parts
from geo import membership, registry
from geo.registry import Region
from indicators.sentences import words
from language import _
from pages._parts.figure import block
from pages._parts.sharing import embed
from pages._parts.ui import markup, whole

_FIRST = 5
KEY = "gemeenten"


def show(edition: Edition, place: Region, *, period: Period) -> None:
    """The table of municipalities, first rows in the open; how many have no figure is one line."""
    parts = place_parts(edition, place.code, period=period)
    if parts.chart is None:
        markup.heading(_("De gemeenten van {place}", place=words.name_of(place)))
        markup.small(parts.without)
        return
    if embed.hides(KEY):
        return
    chart = parts.chart
    with st.container(border=True, key=f"figuur-{KEY}"):
        block.title(chart, level=2)
        printed = chart.printed
        long = len(printed) > _FIRST and not whole.is_wanted()
        if long and not st.toggle(_("Alle {number} rijen tonen", number=len(printed)), key=f"all-{KEY}"):
            printed = printed.head(_FIRST)
        codes = [str(code) for code in chart.table["region"]]
        with markup.together():
            markup.table(
                printed,
                caption=chart.name,
                text_columns=(str(printed.columns[-1]),),
                row_links=[f"/gemeente?gemeente={code}" for code in codes[: len(printed)]],
            )
            if parts.without:
                markup.small(_("Daarnaast: {without}", without=parts.without))
        block.under(edition, chart, key=KEY)


def every(place: Region) -> None:
    """All municipalities of a larger place as links."""
    year = min(place.last_year or registry.last_year(), registry.last_year())
    codes = membership.members(place.code, year=year)
    links = [(f"/gemeente?gemeente={code}", registry.name_in(code, year=year)) for code in codes]
    ordered = sorted(links, key=lambda link: registry.fold(link[1]))
    markup.link_groups([("", ordered)], label=_("Gemeenten in {place}", place=words.name_of(place)))
