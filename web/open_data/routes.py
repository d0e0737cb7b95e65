"""Routes of the open data."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from charts.files import names, text
from charts.files.provenance import SITE
from data_sources.level import Level
from editions.edition import Edition, current_edition, edition_of
from editions.periods import offered
from editions.sources import attribution
from editions.table_rows import caveats
from geo import boundaries
from site_map import DATA
from web.open_data import csvw, dcat, openapi, package
from web.open_data.answer import refused, respond, respond_in_pieces
from web.open_data.answer_cache import AnswerCache, Body
from web.open_data.filters import Query, known_versions, pairs, parse
from web.open_data.refusal import BilingualMessage, RefusedError, TooManyRowsError, UnknownError, shown
from web.open_data.resource import Resource
from web.open_data.resources import FORMATS, MEDIA_TYPES, body, csv_in_pieces, filters_of, resources
from web.public_address import public_address

ANSWERS = AnswerCache()
_JSON = MEDIA_TYPES["json"]


def _index(edition: Edition, _query: Query) -> Any:  # noqa: ANN401 -- JSON
    names = [*resources(edition.newest), *LISTS]
    records = [f"{DATA}/{dcat.NAME}.{ending}" for ending in dcat.MEDIA_TYPES_OF_RECORD]
    return {"titel": f"{SITE}: open data", "bestanden": [f"{DATA}/{name}.json" for name in names], "catalogus": records}


def _indicators(edition: Edition, _query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {
        "gegevensversie": edition.version,
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
                "kanttekeningen": list(caveats(spec)),
                "bron": attribution(spec),
                "bestanden": {ending: f"{DATA}/{spec.id}.{ending}" for ending in FORMATS},
            }
            for spec in offered(edition.newest)
        ],
    }


def _versions(edition: Edition, _query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {"nieuwste": edition.newest.version, "versies": list(known_versions())}


def _boundaries(_edition: Edition, _query: Query) -> Any:  # noqa: ANN401 -- JSON
    return {
        "bron": "CBS / Kadaster (CBS Gebiedsindelingen; Wijk- en Buurtkaart), CC BY 4.0, bewerkt: vereenvoudigde grenzen",
        "uitleg": "Elke plaats is een SVG-pad op één raster (RD, y omlaag); km zegt hoeveel stappen een kilometer zijn.",
        "bestanden": _boundary_files(),
    }


def _boundary_files() -> dict[str, str]:
    files = {}
    for year in boundaries.BOUNDARY_YEARS:
        for level in Level:
            with suppress(boundaries.NoBoundariesError):
                files[f"{level}-{year}"] = f"/{boundaries.url(year, level=level)}"
    return files


def _package(edition: Edition, query: Query) -> Any:  # noqa: ANN401 -- JSON
    return package.package(
        {name: resource for name, resource in resources(edition.newest).items() if resource.whole},
        edition,
        query,
        content=lambda resource: body(resource, edition, query, ending="csv").content,
    )


def _openapi(edition: Edition, _query: Query) -> Any:  # noqa: ANN401 -- JSON
    return openapi.description(resources(edition.newest), {name: filters for name, (filters, _) in LISTS.items()})


LISTS: dict[str, tuple[tuple[str, ...], Callable[[Edition, Query], Any]]] = {
    "index": ((), _index),
    "indicators": (("versie",), _indicators),
    "versions": ((), _versions),
    "boundaries": ((), _boundaries),
    "datapackage": (("versie",), _package),
    "openapi": ((), _openapi),
}


def _answer(request: Request) -> Response:
    newest = current_edition()
    name, ending = _name_and_ending(request.path_params.get("file") or "index.json")
    try:
        query, make = _maker(name, ending, request, newest)
    except RefusedError as refusal:
        return refused(refusal)
    edition = edition_of(query.version, newest=newest)
    site = public_address(request.scope) if name == dcat.NAME else ""
    key = (name, ending, query, edition.version, site)
    links = _links(name, ending, query)
    try:
        return respond(request, ANSWERS, key=key, modified=edition.created, make=lambda: make(edition), links=links)
    except TooManyRowsError as refusal:
        pieces = resources(newest)[name].pieces
        if ending != "csv" or pieces is None:
            return refused(refusal)
        return respond_in_pieces(
            request,
            csv_in_pieces(pieces(edition, query), dutch_notation=query.dutch_notation),
            key=key,
            modified=edition.created,
            media_type=MEDIA_TYPES[ending],
            file_name=names.joined(names.part(name), version=edition.version, ending=ending),
            links=links,
        )


def _maker(name: str, ending: str, request: Request, newest: Edition) -> tuple[Query, Callable[[Edition], Body]]:
    """What was asked for, and how its body is made; raises RefusedError."""
    if name == dcat.NAME and ending in dcat.MEDIA_TYPES_OF_RECORD:
        return _record(ending, request)
    if ending == "json" and name in LISTS:
        return _list(name, request)
    if ending == "json" and name.endswith(csvw.METADATA):
        return _description(name.removesuffix(csvw.METADATA), request, newest)
    return _table(name, ending, request, newest)


def _links(name: str, ending: str, query: Query) -> str:
    """Where the columns of a CSV are described, for a program that has the file alone."""
    if ending != "csv" or query.dutch_notation:
        return ""
    version = f"?versie={query.version}" if query.version else ""
    return f'<{DATA}/{name}{csvw.METADATA}.json{version}>; rel="describedby"; type="{csvw.MEDIA_TYPE}"'


def _record(ending: str, request: Request) -> tuple[Query, Callable[[Edition], Body]]:
    query = parse(pairs(request.scope["query_string"]), allowed=("versie",))
    site = public_address(request.scope)
    media_type = dcat.MEDIA_TYPES_OF_RECORD[ending]
    return query, lambda edition: Body(dcat.record(edition, site=site, ending=ending), media_type)


def _description(name: str, request: Request, newest: Edition) -> tuple[Query, Callable[[Edition], Body]]:
    resource = _resource(name, "csv", newest)
    query = parse(pairs(request.scope["query_string"]), allowed=("versie",))
    return query, lambda edition: Body(text.dumped(csvw.described(resource, edition, query)), csvw.MEDIA_TYPE)


def _list(name: str, request: Request) -> tuple[Query, Callable[[Edition], Body]]:
    filters, content = LISTS[name]
    query = parse(pairs(request.scope["query_string"]), allowed=filters)
    return query, lambda edition: Body(text.dumped(content(edition, query)), _JSON)


def _table(name: str, ending: str, request: Request, newest: Edition) -> tuple[Query, Callable[[Edition], Body]]:
    resource = _resource(name, ending, newest)
    query = parse(pairs(request.scope["query_string"]), allowed=filters_of(resource, ending=ending))
    return query, lambda edition: body(resource, edition, query, ending=ending)


def _name_and_ending(file: str) -> tuple[str, str]:
    name, _, ending = file.rpartition(".")
    return name, ending


def _resource(name: str, ending: str, newest: Edition) -> Resource:
    resource = resources(newest).get(name)
    if resource is None or ending not in FORMATS:
        file_name = shown(f"{name}.{ending}")
        raise UnknownError(
            BilingualMessage(
                f"Het bestand ‘{file_name}’ is er niet. Wat er is, staat in {DATA}/index.json.",
                f"There is no file '{file_name}'. What there is, is in {DATA}/index.json.",
            )
        )
    return resource


async def _endpoint(request: Request) -> Response:
    return await run_in_threadpool(_answer, request)


ROUTES = [Route(f"{DATA}/", _endpoint), Route(f"{DATA}/{{file:path}}", _endpoint)]
