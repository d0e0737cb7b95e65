"""Routes of the packs: /raadspakket/<slug>.docx and .pptx, and /raadspakket/vergelijking.docx and .pptx."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from charts.files import names
from charts.packs.contents import Pack
from editions.packs.of_comparison import pack_of_comparison
from editions.packs.of_place import pack_of_place
from geo import registry
from site_map import PACK_OF_COMPARISON as COMPARISON
from site_map import PACKS, pack_address
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body
from web.open_data.filters import pairs
from web.open_data.refusal import BilingualMessage, RefusedError, UnknownError, shown
from web.packs import choices
from web.public_address import public_address
from web.sheets import page

ANSWERS = AnswerCache(most_bytes=32_000_000)
_LONGEST_NAME = 80


_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {"docx": f"{_OFFICE}.wordprocessingml.document", "pptx": f"{_OFFICE}.presentationml.presentation"}


def _pack(request: Request) -> Response:
    slug, _, ending = request.path_params["name"].partition(".")
    ending = ending.lower()
    try:
        if ending not in MEDIA_TYPES:
            raise UnknownError(_no_such_file(slug, ending))
        query = pairs(request.scope["query_string"])
        if slug == COMPARISON:
            return _of_comparison(request, ending, choices.given(query, allowed=choices.OF_COMPARISON))
        place = _place(slug)
        if slug != registry.slug(place.code):
            return _elsewhere(request, place, ending)
        return _of_place(request, place, ending, choices.given(query, allowed=choices.OF_PLACE))
    except RefusedError as refusal:
        return HTMLResponse(
            page.refusal(refusal.words.dutch, title="Dit raadspakket is er niet"),
            status_code=refusal.status,
            headers={"cache-control": "no-store"},
        )


def _of_place(request: Request, place: registry.Region, ending: str, filters: dict[str, str]) -> Response:
    choice = choices.of_place(place, filters)
    view = {"gemeente": place.code, "periode": choice.period.key} | (
        {"versie": choice.version} if choice.version else {}
    )
    link = f"{public_address(request.scope)}/gemeente?{urlencode(view)}"

    def make() -> Body:
        pack = pack_of_place(choice.edition, place.code, period=choice.period, address=link)
        return _body(pack, ending, registry.slug(place.code), choice.period.key, version=choice.edition.version)

    key = (ending, place.code, choice.period.key, link, choice.edition.version)
    return respond(request, ANSWERS, key=key, modified=choice.edition.created, make=make)


def _of_comparison(request: Request, ending: str, filters: dict[str, str]) -> Response:
    choice = choices.of_comparison(filters)
    chosen, edition = choice.chosen, choice.chosen.edition
    view = {name: filters[name] for name in choices.OF_COMPARISON if filters.get(name)}
    link = f"{public_address(request.scope)}/vergelijken?{urlencode(view, safe=',')}"

    def make() -> Body:
        pack = pack_of_comparison(chosen, words=choice.words, address=link)
        subject = f"{COMPARISON}-{registry.slug(chosen.main or '')}-{chosen.indicator}"
        return _body(pack, ending, subject, chosen.period.key, version=edition.version)

    key = (ending, chosen.codes, chosen.indicator, chosen.period.key, chosen.preset, chosen.line, link, edition.version)
    return respond(request, ANSWERS, key=key, modified=edition.created, make=make)


def _body(pack: Pack, ending: str, subject: str, period: str, *, version: str) -> Body:
    name = f"raadspakket_{names.part(subject)}_{period}_v{names.part(version)}.{ending}"
    return Body(_written(pack, ending), MEDIA_TYPES[ending], name)


def _written(pack: Pack, ending: str) -> bytes:
    """The file; the libraries are read when the first reader asks for one, so that a start does not wait for them."""
    if ending == "docx":
        from charts.packs.word import docx

        return docx(pack)
    from charts.packs.slides import pptx

    return pptx(pack)


def _place(slug: str) -> registry.Region:
    place = registry.by_any_name(slug) if len(slug) <= _LONGEST_NAME else None
    if place is None:
        raise UnknownError(
            BilingualMessage(
                f"Er is geen raadspakket met het adres ‘{shown(slug)}’. Zoek uw gemeente in de lijst.",
                f"There is no pack at '{shown(slug)}'. Find the municipality in the list.",
            )
        )
    return place


def _no_such_file(slug: str, ending: str) -> BilingualMessage:
    file_name = f"{slug}.{ending}" if ending else slug
    return BilingualMessage(
        f"‘{shown(file_name)}’ is er niet. Een raadspakket is er als .docx (Word) en als .pptx (PowerPoint).",
        f"'{shown(file_name)}' is not here. A pack comes as .docx (Word) and as .pptx (PowerPoint).",
    )


def _elsewhere(request: Request, place: registry.Region, ending: str) -> Response:
    query = request.scope["query_string"].decode("latin-1")
    address = pack_address(registry.slug(place.code), ending=ending)
    return RedirectResponse(address + (f"?{query}" if query else ""), status_code=308)


async def _in_thread(request: Request) -> Response:
    return await run_in_threadpool(_pack, request)


ROUTES = [Route(f"{PACKS}/{{name}}", _in_thread)]
