"""Routes of the search: ``/zoek?q=…`` (a page, or at once the place that is meant) and ``/zoek.json?q=…``.

What a reader types is kept nowhere: no log, no cache, no search engine (docs/decisions/one-search.md).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.edition import current_edition
from editions.series import places_with_series
from geo import registry, search
from geo.search import Answer
from site_map import SEARCH, SEARCH_SUGGESTIONS, SHEETS, SitePage, sheet_address
from web import index_page

PRIVATE = {"cache-control": "no-store", "x-robots-tag": "noindex"}
_SHEET = SHEETS.removeprefix("/")  # value of ``naar`` that asks for the sheet of a place instead of its page
_YEAR_DIGITS = 4


class UnusableQuestionError(ValueError):
    """A parameter cannot be used; the message says so to the reader, in Dutch."""


def routes(pages: Sequence[SitePage]) -> list[Route]:
    """The routes; ``pages`` are those of the menu."""

    def page(request: Request) -> Response:
        to = request.query_params.get("naar", "")
        to = to if to == _SHEET else ""
        try:
            text = _text(request.query_params)
        except UnusableQuestionError as error:
            return _page(pages, text="", to=to, refusal=str(error))
        answers = search.answers(text)
        place = search.sure(answers)
        if place is not None:
            return RedirectResponse(target(place, to=to), status_code=303, headers=PRIVATE)
        return _page(pages, text=text, to=to, answers=answers)

    def suggestions(request: Request) -> Response:
        try:
            text, levels, year = _text(request.query_params), _levels(request.query_params), _year(request.query_params)
            series = _series(request.query_params)
        except UnusableQuestionError as error:
            return JSONResponse({"fout": str(error)}, status_code=400, headers=PRIVATE)
        answers = search.answers(text, levels=levels, year=year)
        return JSONResponse(_body(answers, series=series), headers=PRIVATE)

    def elsewhere(request: Request) -> Response:
        query = request.scope["query_string"].decode("latin-1")
        return RedirectResponse(f"{SEARCH}?{query}" if query else SEARCH, status_code=308, headers=PRIVATE)

    return [
        Route(SEARCH, _in_thread(page)),
        Route(f"{SEARCH}/", _in_thread(elsewhere)),
        Route(SEARCH_SUGGESTIONS, _in_thread(suggestions)),
    ]


def target(answer: Answer, *, to: str = "") -> str:
    """Where an answer leads: the page of the place, or its sheet when that is asked for and there is one."""
    return sheet_address(answer.slug) if to and answer.level is Level.MUNICIPALITY else answer.target


def _page(
    pages: Sequence[SitePage], *, text: str, to: str, answers: Sequence[Answer] = (), refusal: str = ""
) -> Response:
    near = search.nearest_names(text) if text and not answers else ()
    lists = [
        {"label": answer.label, "kind": answer.kind.dutch, "address": target(answer, to=to)}
        for answer in (answers or near)
    ]
    body = index_page.plain_html(
        pages,
        "search",
        heading="Zoek een plaats",
        text=text,
        to=to,
        places=lists,
        known=bool(answers),
        refusal=refusal,
    )
    return HTMLResponse(body, status_code=400 if refusal else 200, headers=PRIVATE)


def _body(answers: Sequence[Answer], *, series: Collection[str] | None) -> dict[str, Any]:
    """The answers; with ``series`` (codes of the places that have one) each says whether it is among them."""
    sure = search.sure(answers)
    return {
        "zeker": sure.code if sure else None,
        "antwoorden": [
            {
                "code": answer.code,
                "naam": answer.label,
                "soort": answer.kind.dutch,
                "niveau": str(answer.level),
                "slug": answer.slug,
                "adres": answer.target,
                **({} if series is None else {"reeks": answer.code in series}),
            }
            for answer in answers
        ],
    }


def _text(query: QueryParams) -> str:
    text = query.get("q", "").strip()
    if len(text) > search.LONGEST:
        msg = f"Dat is te lang om te zoeken. Typ een naam van hooguit {search.LONGEST} letters."
        raise UnusableQuestionError(msg)
    return text


def _levels(query: QueryParams) -> tuple[Level, ...]:
    try:
        return tuple(Level(part) for part in query.get("niveau", "")[:40].split(",") if part)
    except ValueError as error:
        msg = "Dit niveau kennen we niet. Kies uit GM, VT, PV, LD en NL, met komma's ertussen."
        raise UnusableQuestionError(msg) from error


def _year(query: QueryParams) -> int | None:
    printed = query.get("jaar", "")
    if not printed:
        return None
    if not (
        printed.isascii()
        and printed.isdecimal()
        and len(printed) == _YEAR_DIGITS
        and int(printed) >= registry.FIRST_YEAR
    ):
        msg = f"Dit jaar kennen we niet. Kies een jaar vanaf {registry.FIRST_YEAR}."
        raise UnusableQuestionError(msg)
    return int(printed)


def _series(query: QueryParams) -> Collection[str] | None:
    """Codes of the places with a series of the indicator that is asked for; None when none is."""
    indicator = query.get("reeks", "")
    if not indicator:
        return None
    if indicator not in INDICATORS:
        msg = "Dit cijfer kennen we niet. Neem bij ‘reeks’ de naam van een cijfer uit /data/v1/."
        raise UnusableQuestionError(msg)
    return places_with_series(current_edition(), indicator)


def _in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return endpoint
