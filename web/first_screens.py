"""First screens of the pages that do not write their own: the script of the page is run once on the server, ahead of its reader.

The same run as in the app (web/patches/page_run.py), its elements written as HTML (web/first_screen_elements.py), kept per
data version and address. A page that is not ready in time is sent without one, as before, and has it for the next reader.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotReadyError
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path

from charts.files.tracking import is_tracking
from editions.edition import Edition, cached_per_edition, current_edition
from site_map import PAGES
from web import first_screen_elements
from web.page_elements import UnknownElementError, nodes
from web.page_runs import TooManyRunsError, Waiting
from web.patches.page_run import LONGEST_S, run_of_page

_FILES = {page.path: Path(__file__).resolve().parents[1] / "pages" / page.file for page in PAGES}
_HERE = "https://deze-site.invalid"  # stands for the address of the site until a reader asks
_FOOT = "<!-- foot -->"
_LONGEST_WAIT_S = 1.0
_MOST_WAITING = 8
_MOST_KEPT = 96
# the page says something about its address first
_LEFT_TO_THE_APP = frozenset({"warning", "error", "exception"})
_waiting = Waiting(_MOST_WAITING)
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class RecordedScreen:
    """HTML of a page as its script draws it; it has no map and names no place (see web.first_answer.Screen)."""

    html: str
    map: str = ""
    place: str = ""


def first_screen(
    path: str, query: Mapping[str, str], *, site: str, foot: str = "", wait_s: float = _LONGEST_WAIT_S
) -> RecordedScreen | None:
    """The page with this path for the parameters of its address; None when only the app can tell, or when it is not ready yet.

    ``site`` is the address at which readers reach it, for what the page prints of it; ``foot`` is the HTML of the foot
    of every page; ``wait_s`` how long to wait in seconds.
    """
    chosen = tuple(sorted((key, value) for key, value in query.items() if not is_tracking(key)))
    try:
        screen = _run(current_edition(), path, chosen).result(wait_s)
    except (TooManyRunsError, NotReadyError):
        return None
    return screen and replace(screen, html=screen.html.replace(_HERE, escape(site)).replace(_FOOT, foot))


def of_every_page(paths: Iterable[str]) -> Iterator[Callable[[], object]]:
    """Steps that make the screens of these pages with nothing chosen, before a reader asks for them."""
    for path in paths:
        yield partial(first_screen, path, {}, site="", wait_s=LONGEST_S)


@cached_per_edition(most=_MOST_KEPT)
def _run(_edition: Edition, path: str, chosen: tuple[tuple[str, str], ...]) -> Future[RecordedScreen | None]:
    return _waiting.submit(_recorded, path, dict(chosen))


def _recorded(path: str, query: Mapping[str, str]) -> RecordedScreen | None:
    try:
        root = run_of_page(_FILES[path], query, url=f"{_HERE}/{path}")
        if _LEFT_TO_THE_APP & {node.type for node in nodes(root)}:
            return None
        return RecordedScreen(first_screen_elements.html_of(root, foot=_FOOT))
    except UnknownElementError:  # such as the map of West-Brabant
        return None
    except Exception:  # the app may still answer
        logger.exception("The first screen of a page failed.")
        return None
