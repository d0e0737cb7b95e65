"""Routes of the English edition beside the sheets: /en/, its words, history and search. The search keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from editions.edition import current_edition
from geo import search
from language import Language, current, in_language
from site_map import ERASE_HISTORY, GLOSSARY, IN_ENGLISH, SEARCH, START, sheet_address
from web.english import pages
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body
from web.public_address import public_address
from web.sheets.routes import addresses as sheet_addresses

_ANSWERS = AnswerCache(most_bytes=2_000_000)
_PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex"}
_ENGLISH = Language.ENGLISH.prefix


def english_addresses() -> Iterator[str]:
    """Paths of the English edition for the sitemap: its pages, and the sheets of the newest data version."""
    with in_language(Language.ENGLISH):
        yield from dict.fromkeys([*(f"{_ENGLISH}{path}" for path, _ in IN_ENGLISH), *sheet_addresses()])


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


def _search(request: Request) -> Response:
    """The sheet of the place that is meant, else a page with those that may be."""
    text = request.query_params.get("q", "").strip()[: search.LONGEST]
    answers = search.answers(text)
    place = search.sure(answers)
    if place is not None:
        return RedirectResponse(sheet_address(place.slug), status_code=303, headers=_PRIVATE)
    near = search.nearest_names(text) if text and not answers else ()
    return HTMLResponse(pages.search_answers(text, answers, near), headers=_PRIVATE)


def _in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    def in_english(request: Request) -> Response:
        with in_language(Language.ENGLISH):
            return answer(request)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(in_english, request)

    return endpoint


ROUTES = [
    Route(f"{_ENGLISH}{path}", _in_thread(answer))
    for path, answer in (
        (START.address, _page(pages.start)),
        (GLOSSARY, _page(pages.words)),
        (ERASE_HISTORY, _page(pages.erase_history)),
        (SEARCH, _search),
    )
]
