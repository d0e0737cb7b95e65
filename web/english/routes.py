"""Routes of the English edition beside the sheets: /en/, its words, history and search, and the pages of the app.

The search keeps nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from charts.files.tracking import is_tracking
from editions.edition import current_edition
from geo import search
from language import Language, _, current, in_language
from site_map import ERASE_HISTORY, GLOSSARY, IN_ENGLISH, RUN_IN_ENGLISH, SEARCH, START
from web import failed
from web.english import links, pages, run_document, run_pages
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body
from web.page_runs import TooManyRunsError
from web.public_address import public_address
from web.sheets import page as sheet_page
from web.sheets.routes import addresses as sheet_addresses

_ANSWERS = AnswerCache(most_bytes=8_000_000)
_PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex"}
_ENGLISH = Language.ENGLISH.prefix
_MEANS_NOTHING = frozenset({"v"})  # the version of links, of which there is one
_AGAIN_S = 10  # when to ask again for a page that could not be made
logger = logging.getLogger(__name__)


def english_addresses() -> Iterator[str]:
    """Paths of the English edition for the sitemap: its pages, and the sheets of the newest data version."""
    with in_language(Language.ENGLISH):
        yield from dict.fromkeys([*(f"{_ENGLISH}{path}" for path, _title in IN_ENGLISH), *sheet_addresses()])


def _page(make: Callable[..., str]) -> Callable[[Request], Response]:
    """Answer with a page of an edition, which ``make`` writes."""

    def answer(request: Request) -> Response:
        edition, site = current_edition(), public_address(request.scope)
        return respond(
            request,
            _ANSWERS,
            key=(request.url.path, current(), site, edition.version),
            modified=edition.created,
            make=lambda: Body(make(edition, site=site).encode(), "text/html"),
        )

    return answer


def _run_page(path: str, request: Request) -> Response:
    """Answer with a page of the app for the choices in its address."""
    given = request.query_params.items()
    query = {key: value for key, value in given if value and key not in _MEANS_NOTHING and not is_tracking(key)}
    edition, site = current_edition(), public_address(request.scope)

    def make() -> Body:
        content = run_pages.content(edition, path, query)
        html = run_document.document(path, content, query=query, site=site)
        return Body(links.named(html).encode(), "text/html")

    key = path, current(), site, edition.version, tuple(sorted(query.items()))
    try:
        return respond(request, _ANSWERS, key=key, modified=edition.created, make=make)
    except TooManyRunsError:
        return _later(503, _("Het is nu te druk om deze pagina te maken. Probeer het over een paar seconden opnieuw."))
    except Exception:  # what went wrong goes to the log, never to the reader
        logger.exception("An English page failed.")
        return _later(500, failed.words_of(500).english)


def _later(status: int, reason: str) -> Response:
    html = sheet_page.refusal(reason, title=_("Deze pagina is er nu niet"))
    headers = {"cache-control": "no-store", "retry-after": str(_AGAIN_S)}
    return HTMLResponse(html, status_code=status, headers=headers)


def _search(request: Request) -> Response:
    """The page of the place that is meant, or its sheet or the map for who comes from there; else a list of those that may be."""
    query = dict(request.query_params)
    text = query.get("q", "").strip()[: search.LONGEST]
    answers = search.answers(text)
    place = search.sure(answers)
    if place is not None:
        return RedirectResponse(pages.target(place, query=query), status_code=303, headers=_PRIVATE)
    near = search.nearest_names(text) if text and not answers else ()
    return HTMLResponse(pages.search_answers(text, answers, near, query=query), headers=_PRIVATE)


def _in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    def in_english(request: Request) -> Response:
        with in_language(Language.ENGLISH):
            return answer(request)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(in_english, request)

    return endpoint


_ADDRESSES: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    (START.address, _page(pages.start)),
    (GLOSSARY, _page(pages.words)),
    (ERASE_HISTORY, _page(pages.erase_history)),
    (SEARCH, _search),
    *((path, partial(_run_page, path)) for path in RUN_IN_ENGLISH),
)
ROUTES = [Route(f"{_ENGLISH}{path}", _in_thread(answer)) for path, answer in _ADDRESSES]
