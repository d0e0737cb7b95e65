"""Routes of the open data."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from charts.files import text
from charts.files.provenance import SITE
from data_sources.level import Level
from geo import boundaries
from web.open_data import figures, openapi, package
from web.open_data.answer import refused, respond
from web.open_data.filters import Query, known_versions, pairs, parse
from web.open_data.kept import Body, Kept
from web.open_data.refusal import RefusedError, UnknownError, Words, shown
from web.open_data.resource import Resource
from web.open_data.resources import FORMATS, MEDIA_TYPES, PREFIX, body, filters_of, made, resources

KEPT = Kept()
_JSON = MEDIA_TYPES["json"]


def _index(_query: Query) -> Any:  # noqa: ANN401 -- JSON
    names = [*resources(), *LISTS]
    return {"titel": f"{SITE}: open data", "bestanden": [f"{PREFIX}/{name}.json" for name in names]}


def _indicators(query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {
        "gegevensversie": figures.snapshot(query.version).version,
        "indicatoren": [
            {
                "id": spec.id,
                "titel": spec.title,
                "eenheid": spec.unit,
                "betekenis": spec.definition,
                "niveaus": [str(level) for level in spec.levels],
                "thema": spec.theme,
                "tweeling": spec.twin,
                "vergelijkbaar_vanaf": None if spec.first_comparable is None else spec.first_comparable.key,
                "klassengrenzen": {str(kind): list(breaks) for kind, breaks in spec.class_breaks.items()},
                "kanttekeningen": list(figures.caveats(spec)),
                "bron": figures.attribution(spec),
                "bestanden": {ending: f"{PREFIX}/{spec.id}.{ending}" for ending in FORMATS},
            }
            for spec in figures.offered()
        ],
    }


def _versions(_query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {"nieuwste": figures.snapshot("").version, "versies": list(known_versions())}


def _boundaries(_query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {
        "bron": "CBS / Kadaster (CBS Gebiedsindelingen; Wijk- en Buurtkaart), CC BY 4.0, bewerkt: vereenvoudigde grenzen",
        "uitleg": "Elke plaats is een SVG-pad op één raster (RD, y omlaag); km zegt hoeveel stappen een kilometer zijn.",
        "bestanden": _boundary_files(),
    }


def _boundary_files() -> dict[str, str]:
    found = {}
    for year in boundaries.BOUNDARY_YEARS:
        for level in Level:
            with suppress(boundaries.NoBoundariesError):
                found[f"{level}-{year}"] = f"/{boundaries.url(year, level=level)}"
    return found


def _package(query: Query) -> Any:  # noqa: ANN401 -- JSON
    found = {name: one for name, one in resources().items() if one.whole}
    return package.package(found, query, content=lambda one: body(one, query, ending="csv").content)


def _openapi(_query: Query) -> Any:  # noqa: ANN401 -- JSON
    return openapi.description(resources(), {name: filters for name, (filters, _) in LISTS.items()})


LISTS: dict[str, tuple[tuple[str, ...], Callable[[Query], Any]]] = {
    "index": ((), _index),
    "indicators": (("versie",), _indicators),
    "versions": ((), _versions),
    "boundaries": ((), _boundaries),
    "datapackage": (("versie",), _package),
    "openapi": ((), _openapi),
}


def _answer(request: Request) -> Response:
    try:
        name, ending = _asked(request.path_params.get("file") or "index.json")
        query, make = _list(name, request) if ending == "json" and name in LISTS else _table(name, ending, request)
    except RefusedError as refusal:
        return refused(refusal)
    version = figures.snapshot(query.version).version
    return respond(request, KEPT, key=(name, ending, query, version), modified=made(query), make=make)


def _list(name: str, request: Request) -> tuple[Query, Callable[[], Body]]:
    filters, content = LISTS[name]
    query = parse(pairs(request.scope["query_string"]), allowed=filters)
    return query, lambda: Body(text.dumped(content(query)), _JSON)


def _table(name: str, ending: str, request: Request) -> tuple[Query, Callable[[], Body]]:
    resource = _resource(name, ending)
    query = parse(pairs(request.scope["query_string"]), allowed=filters_of(resource, ending=ending))
    return query, lambda: body(resource, query, ending=ending)


def _asked(file: str) -> tuple[str, str]:
    name, _, ending = file.rpartition(".")
    return name, ending


def _resource(name: str, ending: str) -> Resource:
    found = resources().get(name)
    if found is None or ending not in FORMATS:
        asked = shown(f"{name}.{ending}")
        raise UnknownError(
            Words(
                f"Het bestand ‘{asked}’ is er niet. Wat er is, staat in {PREFIX}/index.json.",
                f"There is no file '{asked}'. What there is, is in {PREFIX}/index.json.",
            )
        )
    return found


async def _endpoint(request: Request) -> Response:
    return await run_in_threadpool(_answer, request)


ROUTES = [Route(f"{PREFIX}/", _endpoint), Route(f"{PREFIX}/{{file:path}}", _endpoint)]
