"""The map component inside Streamlit: what is sent, what comes back.

Streamlit serves the files of a component from the asset folder that an installed package declares; the folder
hgib.dist-info makes this checkout one (docs/decisions/map-component-from-files.md). An inline script would be loaded
from a ``blob:`` address, which our content security policy does not allow.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from contextlib import nullcontext
from functools import cache, partial
from html import escape
from typing import Any

import streamlit as st

from charts.chart import Chart
from charts.map import legend_rows, linked_svg, publish, static_svg
from charts.palette import OF_PAGE
from language import _
from pages._parts.ui import address, markup, whole

NAME = "hgib.kaart"  # package and component, as charts/map/component/pyproject.toml declares them
FOLDER = publish.TARGET
_SAMPLE = (
    '<svg width="24" height="16" aria-hidden="true"><rect width="24" height="16" fill="{fill}" '
    'stroke="var(--hg-edge)"/></svg>'
)


def show(chart: Chart, *, key: str) -> None:
    """Draw a Chart of charts.map.municipal_map; a choice on it goes into the address.

    Stepping through periods asks nothing of the server and keeps ``?periode=`` up to date; a chosen place, and a
    period for which the reader asks the table, arrive as a rerun.
    """
    if whole.is_still():
        _without_script(chart, key=key)
        return
    with st.container(key=f"{key}-kaart", gap=None):
        view = _component()(
            data=_view(chart), key=key, on_place_change=partial(_keep, key), on_period_change=partial(_keep, key)
        )
        _figures(chart, key=key)
        if whole.is_wanted():  # the table of the map stands beside it
            data = b64encode(static_svg(chart, titled=False).encode()).decode()
            picture = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(chart.description)}" width="720" height="760">'
            markup.put(f"<noscript>{picture}</noscript>")
    # After a lost connection a choice can be the first thing a new session hears: no callback is known then.
    if _write(view):
        st.rerun()


def page_of(code: str) -> str:
    """Address of the page of a place, to which a map without script leads."""
    return f"/gemeente?gemeente={code}"


def _without_script(chart: Chart, *, key: str) -> None:
    """The map as a picture whose places lead to their pages, with the legend as a list; the table stands beside it."""
    names = zip(chart.table["region"], chart.table["place"], chart.printed[chart.printed.columns[1]], strict=True)
    places = {code: (page_of(code), f"{name}: {figure}") for code, name, figure in names}
    picture = linked_svg(chart, places, palette=OF_PAGE, prefix=key)
    markup.put(
        f'<figure class="hg-map-still" aria-label="{escape(chart.description)}">{picture}{_legend(chart, key=key)}</figure>'
    )


def _legend(chart: Chart, *, key: str) -> str:
    """The legend of the map as a list, with how many places each row has."""
    items = "".join(
        f"<li>{_SAMPLE.format(fill=fill) if fill else ''}{escape(words)}</li>"
        for fill, words in legend_rows(chart, palette=OF_PAGE, prefix=key)
    )
    about = _("Achter elke kleur staat het aantal {places}.", places=chart.figure.payload["many"])
    return f'<p class="hg-small">{escape(about)}</p><ul class="hg-legend">{items}</ul>'


def rows(beside: Chart, *, on: Chart, key: str, alone: bool = False) -> None:
    """Draw the places of ``beside`` (a Chart of charts.dots) under each other, with the figures of the map ``on``.

    The browser has these figures already, so a choice sends only codes. ``alone`` is for a page without the map.
    """
    box = st.container(key=f"{key}-rijen", gap=None) if alone else nullcontext()
    with box:
        _component()(data={**_view(on), "codes": beside.extra["codes"]}, key=key)
        if alone:
            _figures(on, key=key)


def _view(chart: Chart) -> dict[str, Any]:
    """In tuples: Streamlit lets pandas look whether a list could be a table."""
    figure = chart.figure
    return {"show": figure.payload["id"], "period": figure.period, "selected": tuple(figure.selected)}


def _figures(chart: Chart, *, key: str) -> None:
    """Apart from the view, so that Streamlit's message cache keeps them in the browser and a choice stays small."""
    _component()(data=chart.figure.packed(), key=f"{key}-cijfers")


def _keep(key: str) -> None:
    """Put what was chosen on the map in the address before the run starts, so that one run shows it."""
    _write(st.session_state[key])


def _write(view: Mapping[str, Any]) -> bool:
    chosen = {"gemeente": view.get("place"), "periode": view.get("period")}
    changes = {name: value for name, value in chosen.items() if value and st.query_params.get(name) != value}
    if changes:
        address.write(changes)
    return bool(changes)


@cache
def files() -> Mapping[str, str]:
    """Names of the ``script`` and the ``style`` of the component; built when they are not there yet."""
    return publish.publish()


@cache
def _component() -> Any:  # noqa: ANN401 -- Streamlit's renderer type is not public
    return st.components.v2.component(
        NAME, html='<div class="hgk"></div>', js=files()["script"], css=files()["style"], isolate_styles=False
    )
