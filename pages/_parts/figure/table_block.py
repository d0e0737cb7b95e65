"""A figure that is a table only: title, table, caveats, source and uses, as one card."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from charts.chart import Chart
from editions.edition import Edition
from pages._parts.figure import block
from pages._parts.sharing import embed
from pages._parts.ui import markup, whole


def show(
    edition: Edition,
    chart: Chart,
    *,
    key: str,
    text_columns: Collection[str] = (),
    level: int = 2,
    first: int | None = None,
    stacked: bool = False,
) -> None:
    """Show the printed table of a Chart without a drawing; the files hold the same rows.

    ``first``: how many rows a long table starts with; the rest comes on request. ``stacked``: a table of sentences,
    whose cells stand under each other on a phone.
    """
    if embed.hides(key):
        return
    with st.container(border=True, key=f"figuur-{key}"):
        block.title(chart, level=level)
        printed = chart.printed
        if (
            first is not None
            and len(printed) > first
            and not whole.is_wanted()
            and not st.toggle(f"Alle {len(printed)} rijen tonen", key=f"all-{key}")
        ):
            printed = printed.head(first)
        markup.table(printed, caption=chart.name, text_columns=text_columns, stacked=stacked)
        block.under(edition, chart, key=key)
