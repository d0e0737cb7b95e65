"""Streamlit's own test runner for a page of ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).resolve().parents[1] / "pages"


def page_run(file: str) -> AppTest:
    """A run of a page file that has not begun.

    The packages with components are looked up once for all runs: each would read the metadata of every installed package,
    which takes a fifth of a second, ten times what the page itself does.
    """
    run = AppTest.from_file(str(PAGES / file), default_timeout=60)
    run._bidi_component_manager = _components()
    return run


@cache
def _components() -> BidiComponentManager:
    manager = BidiComponentManager()
    manager.discover_and_register_components(start_file_watching=False)
    return manager
