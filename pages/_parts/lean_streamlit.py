"""Streamlit, imported before anything else and without the theme that it makes for Plotly at once.

Every figure of this app brings its own look (`charts/template.py`), and the map is no Plotly figure: the first reader would
wait 0.1 s for a theme that nobody sees, and the process would keep 17 MB of Plotly before a page needs it. Streamlit
leaves the theme out where Plotly is not installed, so while it is imported Plotly is not there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PLOTLY = "plotly.graph_objects"


@contextmanager
def _without_plotly() -> Iterator[None]:
    modules: dict[str, Any] = sys.modules  # None says that a module cannot be imported
    there = _PLOTLY in modules
    modules.setdefault(_PLOTLY, None)
    try:
        yield
    finally:
        if not there:
            del modules[_PLOTLY]


with _without_plotly():
    import streamlit as streamlit  # noqa: PLC0414 -- imported to be there
