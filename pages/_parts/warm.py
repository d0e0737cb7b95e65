"""What is made before the first reader comes, and what soon after, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from charts import template
from data_sources import snapshots
from data_sources.level import Level
from pages._parts import load, map_charts

_PARTS = ("announce", "block", "notice", "pick", "views")  # what most pages are made of


def opening_views() -> Iterator[Callable[[], object]]:
    """Steps that read the newest version and make what the map opens with."""
    read = ("", snapshots.current_version())
    yield partial(map_charts.warm, read)
    for part in _PARTS:
        yield partial(import_module, f"pages._parts.{part}")


def next_views() -> Iterator[Callable[[], object]]:
    """Steps that make what is asked for next, each short enough to stand between two runs of a page."""
    read = ("", snapshots.current_version())
    yield from map_charts.warm_next(read)
    for indicator in ("meldingen", "adviezen"):
        yield partial(load.periods_of, read, indicator, Level.COUNTRY)
    yield template.template  # the look of every figure of Plotly
