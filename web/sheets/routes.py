"""Routes of the sheets: /gemeenteblad/ (A-Z), /gemeenteblad/<slug> and /gemeenteblad/<slug>.pdf; after /en in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from editions.edition import Edition, current_edition, edition_of
from geo import registry
from language import Language, _, current, in_language
from site_map import SHEETS, sheet_address, sheets_address
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body
from web.open_data.filters import Query, pairs, parse
from web.open_data.refusal import BilingualMessage, RefusedError, UnknownError, shown
from web.public_address import public_address
from web.sheets import page, pdf, years
from web.sheets.facts import Sheet, sheet

ANSWERS = AnswerCache(most_bytes=32_000_000)
_FILTERS = ("jaar", "versie")  # whatever else others put in an address means nothing here
_LONGEST_NAME = 80


def addresses() -> Iterator[str]:
    """Paths of all sheets of the newest data version, for the sitemap; every place once, with its usual year."""
    yield sheets_address()
    for place in (*years.larger_places(), *years.municipalities(current_edition())):
        yield sheet_address(registry.slug(place.code))


def _index(request: Request) -> Response:
    edition = current_edition()
    site = public_address(request.scope)

    def make() -> Body:
        identity = page.identity_of_index(site=site)
        places, larger = years.municipalities(edition), years.larger_places()
        return Body(page.index(places, larger=larger, site=site, identity=identity).encode(), "text/html")

    return respond(
        request, ANSWERS, key=("index", current(), site, edition.version), modified=edition.created, make=make
    )


def _sheet(request: Request) -> Response:
    slug, _, ending = request.path_params["slug"].partition(".")
    ending = ending.lower()
    try:
        place = _place(slug, ending)
        given = [(name, value) for name, value in pairs(request.scope["query_string"]) if name in _FILTERS]
        query = parse(given, allowed=_FILTERS)
        edition = edition_of(query.version)
        year = _year(place, query, edition)
    except RefusedError as refusal:
        return _refused(refusal)
    if slug != registry.slug(place.code):
        address = sheet_address(registry.slug(place.code), ending=ending)
        query_string = request.scope["query_string"].decode("latin-1")
        return RedirectResponse(address + (f"?{query_string}" if query_string else ""), status_code=308)
    site = public_address(request.scope)

    def make() -> Body:
        document = sheet(edition, place.code, year=year)
        return (
            _pdf(document, site=site, moment=edition.created)
            if ending
            else _html(edition, document, place, site=site, query=query)
        )

    return respond(
        request,
        ANSWERS,
        key=(slug, ending, current(), site, query, edition.version),
        modified=edition.created,
        make=make,
    )


def _html(edition: Edition, document: Sheet, place: registry.Region, *, site: str, query: Query) -> Body:
    identity = page.identity(edition, document, code=place.code, site=site)
    canonical = site + page.address(document)
    return Body(
        page.html(document, code=place.code, canonical=canonical, version=query.version, identity=identity).encode(),
        "text/html",
    )


def _pdf(document: Sheet, *, site: str, moment: datetime) -> Body:
    kind = _("gemeenteblad")
    name = f"{kind}_{document.slug}_{document.year}_v{document.version}.pdf"
    return Body(pdf.pdf(document, address=site + page.address(document), moment=moment), "application/pdf", name)


def _place(slug: str, ending: str) -> registry.Region:
    place = None
    if len(slug) <= _LONGEST_NAME and ending in {"", "pdf"}:
        place = registry.by_any_name(slug)
    if place is None:
        words = BilingualMessage(
            f"Er is geen gemeenteblad met het adres ‘{shown(slug)}’. Zoek uw gemeente in de lijst.",
            f"There is no sheet at '{shown(slug)}'. Find the municipality in the list.",
        )
        raise UnknownError(words)
    return place


def _year(place: registry.Region, query: Query, edition: Edition) -> int:
    known = years.years(edition, place.code)
    year = query.year or years.usual_year(edition, place.code)
    if year is None or year not in known:
        there = ", ".join(str(known_year) for known_year in known) or "geen"
        words = BilingualMessage(
            f"Over {query.year or 'dit jaar'} is er geen blad voor {place.name}. Er zijn bladen over: {there}.",
            f"There is no sheet of {place.name} for {query.year or 'this year'}. There are: {there}.",
        )
        raise UnknownError(words, parameter="jaar")
    return year


def _refused(refusal: RefusedError) -> Response:
    reason = refusal.words.dutch if current() is Language.DUTCH else refusal.words.english
    return HTMLResponse(page.refusal(reason), status_code=refusal.status, headers={"cache-control": "no-store"})


def _in_thread(answer: Callable[[Request], Response], language: Language) -> Callable[[Request], object]:
    def answer_in_language(request: Request) -> Response:
        with in_language(language):
            return answer(request)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer_in_language, request)

    return endpoint


ROUTES = [
    Route(f"{language.prefix}{path}", _in_thread(answer, language))
    for language in Language
    for path, answer in ((f"{SHEETS}/", _index), (SHEETS, _index), (f"{SHEETS}/{{slug}}", _sheet))
]
