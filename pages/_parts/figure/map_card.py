"""The card of the map: the map itself, the list of places beside each other, and the table of all of them."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial

import streamlit as st

from charts.chart import Chart
from editions.edition import Edition
from language import N_, _
from pages._parts.figure import block
from pages._parts.figure import municipal_map as component
from pages._parts.sharing import embed
from pages._parts.ui import once, whole

KEY, LIST_KEY = "kaart", "verschil"
TABS = (N_("Kaart"), N_("Lijst"), N_("Tabel"))


def show(edition: Edition, chart: Chart, *, beside: Chart | None, place: str | None) -> None:
    """Show the map; ``beside`` (a Chart of charts.dots) is the list on its second tab.

    What stands under every figure comes with ``under``: on a phone the chosen place goes before it. In a frame it
    stands in the card, and a frame of the list has the list alone.
    """
    if embed.wanted() == LIST_KEY and beside is not None:
        _list(edition, chart, beside)
        return
    if embed.hides(KEY):
        return
    with st.container(border=True, key=f"figuur-{KEY}"):
        block.title(chart, level=2)
        tabs = [each for each in TABS if each != TABS[1] or beside is not None]
        opened = dict(zip(tabs, st.tabs([_(each) for each in tabs], key=f"tabs-{KEY}", on_change="rerun"), strict=True))
        with opened[TABS[0]]:
            component.show(chart, key=KEY)
        if beside is not None and (opened[TABS[1]].open or whole.is_wanted()):
            with opened[TABS[1]]:
                _list(edition, chart, beside)
        if opened[TABS[2]].open or whole.is_wanted():
            with opened[TABS[2]]:
                chosen = [] if place is None else [at for at, code in enumerate(chart.table["region"]) if code == place]
                rows = [component.page_of(code) for code in chart.table["region"]] if whole.is_still() else ()
                block.table_of(chart, key=KEY, text_columns=("vergelijking", "let op"), marked=chosen, row_links=rows)
        if embed.wanted() is not None:
            block.under(edition, chart, key=KEY)


def under(edition: Edition, chart: Chart) -> None:
    """Caveats, source and uses of the map."""
    block.under(edition, chart, key=KEY)


def _list(edition: Edition, chart: Chart, beside: Chart) -> None:
    rows = partial(component.rows, on=chart, key="rijen", alone=embed.wanted() is not None)
    still = whole.is_still()
    with once.apart() if still else nullcontext():  # folded there: what it says is not said on the page yet
        block.show(edition, beside, key=LIST_KEY, draw=None if still else rows, tab=_("Grafiek"), level=3)
