"""The map component inside Streamlit: what is sent, what comes back.

The script and style are files of ``pages/static/map``. Streamlit serves files of a component only from a declared
asset folder, and takes declarations from installed packages; this app is not installed, so the same declaration is
handed to the component manager here. An inline script would be loaded from a ``blob:`` address, which our content
security policy does not allow. A browser test keeps watch over this use of Streamlit's own modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from charts.chart import Chart

NAME = "hgib.kaart"  # package and component, as Streamlit composes it
_PAGES = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Choice:
    """What the reader just did on the map: the code of the chosen place, or a period asked for by its key.

    Both are None in every run that was not started by the map itself, so a choice never has to be remembered.
    """

    place: str | None
    period: str | None


def show(chart: Chart, *, key: str) -> Choice:
    """Draw a Chart of charts.map.municipal_map; returns what was chosen on the map in this run.

    Stepping through periods asks nothing of the server and keeps ``?periode=`` up to date; a chosen place, and a
    period for which the reader asks the table, arrive as a rerun.
    """
    component = _component()
    body = chart.figure.payload
    with st.container(key=f"{key}-kaart", gap=None):
        view = component(
            data={"show": body["id"], "period": chart.figure.period, "selected": list(chart.figure.selected)},
            key=key,
            on_place_change=_nothing,
            on_period_change=_nothing,
        )
        # Apart from the view, so that Streamlit's message cache keeps it in the browser and a choice stays small.
        component(data={"payload": dict(body)}, key=f"{key}-cijfers")
    return Choice(place=view.place, period=view.period)


def _nothing() -> None:
    """Streamlit passes a trigger on only when a callback is named."""


@cache
def _files() -> dict[str, str]:
    return {path.suffix[1:]: path.name for path in (_PAGES / "static" / "map").iterdir()}


def _component() -> Any:  # noqa: ANN401 -- Streamlit's renderer type is not public
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        config = ComponentConfig(name="kaart", asset_dir="static/map")
        manager.register_from_manifest(ComponentManifest(name="hgib", version="1", components=[config]), _PAGES)
    files = _files()
    return st.components.v2.component(
        NAME, html='<div class="hgk"></div>', js=files["js"], css=files["css"], isolate_styles=False
    )
