"""The map component inside Streamlit: what is sent, what comes back.

The script and style are files of ``pages/static/map``; ``web/stored_files.py`` answers the browser that asks for them.
Streamlit names files of a component only from a declared asset folder, and takes declarations from installed packages;
this app is not installed, so the same declaration is handed to the component manager here. An inline script would be
loaded from a ``blob:`` address, which our content security policy does not allow. A browser test keeps watch over this
use of Streamlit's own modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from charts.chart import Chart
from pages._parts import address, one_way

NAME = "hgib.kaart"  # package and component, as Streamlit composes it
_PAGES = Path(__file__).resolve().parents[1]
FOLDER = _PAGES / "static" / "map"


def show(chart: Chart, *, key: str) -> None:
    """Draw a Chart of charts.map.municipal_map; a choice on it goes into the address.

    Stepping through periods asks nothing of the server and keeps ``?periode=`` up to date; a chosen place, and a
    period for which the reader asks the table, arrive as a rerun.
    """
    with st.container(key=f"{key}-kaart", gap=None):
        view = _component()(
            data=_view(chart), key=key, on_place_change=partial(_keep, key), on_period_change=partial(_keep, key)
        )
        _figures(chart, key=key)
    # After a lost connection a choice can be the first thing a new session hears: no callback is known then.
    if _write(view):
        st.rerun()


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
    _component()(data=chart.figure.packed, key=f"{key}-cijfers")


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
    """Names of the script and the style of the component."""
    by_kind = {path.suffix[1:]: path.name for path in FOLDER.iterdir()}
    return {"script": by_kind["js"], "style": by_kind["css"]}


def _component() -> Any:  # noqa: ANN401 -- Streamlit's renderer type is not public
    return _registered(get_bidi_component_manager())


@lru_cache(maxsize=1)  # per manager, which is per server: registering again looks up files at every run
def _registered(manager: BidiComponentManager) -> Any:  # noqa: ANN401 -- the same
    one_way.install()
    if manager.get_component_asset_root(NAME) is None:
        config = ComponentConfig(name="kaart", asset_dir=str(FOLDER.relative_to(_PAGES)))
        manager.register_from_manifest(ComponentManifest(name="hgib", version="1", components=[config]), _PAGES)
    return st.components.v2.component(
        NAME, html='<div class="hgk"></div>', js=files()["script"], css=files()["style"], isolate_styles=False
    )
