"""Pages of the app in English: their script is run on the server, and what it says is kept per data version and address.

What a reader chooses are links, as in a file (site_map.WHOLE_PAGE): the page needs no script (docs/decisions/two-languages.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.edition import Edition
from site_map import PAGES, RUN_IN_ENGLISH
from web.english import elements
from web.open_data.answer_cache import AnswerCache, Body
from web.page_elements import nodes
from web.page_files import Assets
from web.page_runs import Waiting
from web.patches.page_run import LONGEST_S, run_of_page

HERE = "https://deze-site.invalid"  # stands for the address of the site: what is kept is for all of them
_FOLDER = Path(__file__).resolve().parents[2] / "pages"
_FILES = {page.address: _FOLDER / page.file for page in PAGES if page.address in RUN_IN_ENGLISH}
_BROKEN = frozenset({"error", "exception"})
_SOUND, _UNSOUND = "sound", "unsound"
_MOST_WAITING = 16
_waiting = Waiting(_MOST_WAITING)
_CONTENTS = AnswerCache(most_bytes=8_000_000)


class FailedRunError(RuntimeError):
    """The script of a page ended with an error."""


@dataclass(frozen=True)
class Content:
    """HTML of what a page says; ``sound`` unless it says first that it cannot use a choice in its address."""

    html: str
    sound: bool


def content(edition: Edition, path: str, query: Mapping[str, str]) -> Content:
    """What the page at a path says for the parameters of its address.

    Raises TooManyRunsError, FailedRunError, UnknownElementError and RuntimeError (which a run that takes too long is too).
    """
    key = edition.version, path, tuple(sorted(query.items()))
    body, _ = _CONTENTS.get(key, encoding=None, make=lambda: _waiting.submit(_run, path, dict(query)).result(LONGEST_S))
    return Content(body.content.decode(), sound=body.media_type == _SOUND)


def _run(path: str, query: Mapping[str, str]) -> Body:
    content = of_elements(run_of_page(_FILES[path], query, url=f"{HERE}{path}", whole=True))
    return Body(content.html.encode(), _SOUND if content.sound else _UNSOUND)


def of_elements(root: Any, *, assets: Assets | None = None) -> Content:  # noqa: ANN401 -- Streamlit's tree has no public type
    """What the elements of a page say; pictures go to ``assets``, or stay in it."""
    kinds = {node.type for node in nodes(root)}
    if not kinds or kinds & _BROKEN:
        raise FailedRunError(kinds)
    return Content(elements.html_of(root, assets=assets), sound="warning" not in kinds)
