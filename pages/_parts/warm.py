"""What is made before the first reader comes, and what soon after, so that nobody waits for it."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain
from threading import Event, Thread

from charts import template
from data_sources.level import Level
from editions import maps
from editions.edition import current_edition
from editions.periods import periods
from pages._parts.preview import preview
from site_map import PAGES

_PARTS = ("figure.block", "ui.announce", "ui.notice", "ui.pick")  # what most pages are made of
QUIET_S = 10  # the readers of a busy start have their first page by then
_PAUSE_S = 0.05
settled = Event()  # set when a start has nothing left to make


def before_readers(*, later: Iterable[Callable[[], object]] = ()) -> None:
    """Import and read what the first reader needs; the rest, and the steps ``later``, follow when that reader has a page."""
    gc.disable()
    _try(opening_views())
    gc.freeze()  # so that switching the collector on does not make it look through all of a start at once
    gc.enable()
    Thread(target=_settle, args=(later,), daemon=True).start()


def _settle(later: Iterable[Callable[[], object]]) -> None:
    """Make what the next readers need, with pauses for those who are here; then throw away what a start left behind."""
    time.sleep(QUIET_S)
    _try(chain(next_views(), later), pause_s=_PAUSE_S)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    settled.set()


def _try(steps: Iterable[Callable[[], object]], *, pause_s: float = 0) -> None:
    try:
        for step in steps:
            step()
            time.sleep(pause_s)
    except Exception:  # a site that starts slowly is better than none; the page itself tells the reader what is wrong
        logging.getLogger(__name__).exception("Warming failed")


def opening_views() -> Iterator[Callable[[], object]]:
    """Steps that read the newest version and make what the map opens with."""
    edition = current_edition()
    yield partial(maps.warm, edition)
    for part in _PARTS:
        yield partial(import_module, f"pages._parts.{part}")


def next_views() -> Iterator[Callable[[], object]]:
    """Steps that make what is asked for next, each short enough to stand between two runs of a page."""
    edition = current_edition()
    yield from maps.warm_next(edition)
    for indicator in ("meldingen", "adviezen"):
        yield partial(periods, edition, indicator, level=Level.COUNTRY)
    yield template.template  # the look of every figure of Plotly
    for page in PAGES:  # what stands in the first answer of a page, and what the page itself opens with
        yield partial(preview, page.path, {})
