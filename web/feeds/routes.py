"""Routes of what is new: /feed.atom, /feed/<slug>.atom and /verwacht.ics. They take no parameters: what others add means nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from editions.edition import current_edition
from editions.feeds.entries import feed_of_place, feed_of_site
from geo import registry
from site_map import CALENDAR, FEED, FEEDS, feed_address
from web.feeds import atom
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body
from web.open_data.refusal import shown
from web.sheets import page

ANSWERS = AnswerCache(most_bytes=16_000_000)
_LONGEST_NAME = 80
_HOST = re.compile(r"[a-z0-9][a-z0-9.-]*")


def _feed(request: Request, *, place: registry.Region | None = None) -> Response:
    edition, site, host = current_edition(), _site(request), _host(request)
    path = FEED if place is None else feed_address(registry.slug(place.code))

    def make() -> Body:
        feed = feed_of_site(edition) if place is None else feed_of_place(edition, place.code)
        content = atom.atom(feed, path=path, site=site, host=host, place=place is not None)
        return Body(content, atom.MEDIA_TYPE)

    return respond(request, ANSWERS, key=(path, site, edition.version), modified=edition.created, make=make)


def _feed_of_place(request: Request) -> Response:
    name, _, ending = request.path_params["name"].rpartition(".")
    place = registry.by_any_name(name) if ending.lower() == "atom" and len(name) <= _LONGEST_NAME else None
    if place is None:
        words = (
            f"Er is geen lijst met nieuwe cijfers met het adres ‘{shown(request.path_params['name'])}’. Het adres is de naam van een "
            f"plaats met .atom erachter. Alle nieuwe cijfers samen staan op {FEED}."
        )
        headers = {"cache-control": "no-store"}
        return HTMLResponse(page.refusal(words, title="Deze lijst is er niet"), status_code=404, headers=headers)
    address = feed_address(registry.slug(place.code))
    if request.url.path != address:
        return RedirectResponse(address, status_code=308)
    return _feed(request, place=place)


def _calendar(request: Request) -> Response:
    edition, site, host, now = current_edition(), _site(request), _host(request), datetime.now(UTC)

    def make() -> Body:
        from web.feeds import calendar  # with its library when the first program asks: a start does not wait for it

        content = calendar.calendar(edition, today=now.date(), site=site, host=host)
        return Body(content, calendar.MEDIA_TYPE, "verwachte-cijfers.ics")

    of_month = now.replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )  # an expectation goes when its month is over
    return respond(
        request,
        ANSWERS,
        key=(CALENDAR, site, edition.version, of_month),
        modified=max(edition.created, of_month),
        make=make,
    )


def _site(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _host(request: Request) -> str:
    """Name of this site in the ids of entries and events: that of the address, without its port."""
    host = (request.url.hostname or "").lower()
    return host if _HOST.fullmatch(host) else "localhost"


def _in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return endpoint


ROUTES = [
    Route(FEED, _in_thread(_feed)),
    Route(f"{FEEDS}/{{name}}", _in_thread(_feed_of_place)),
    Route(CALENDAR, _in_thread(_calendar)),
]
