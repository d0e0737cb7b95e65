"""OpenAPI description of the open data, made from the same declarations that answer the requests."""

from __future__ import annotations

from typing import Any

from charts.files.provenance import SITE
from site_map import DATA
from web.open_data import csvw, dcat
from web.open_data.filters import FILTERS
from web.open_data.resource import Resource
from web.open_data.resources import FORMATS, MEDIA_TYPES, filters_of

_REFUSAL = {
    "type": "object",
    "required": ["fout", "error", "parameter"],
    "properties": {"fout": {"type": "string"}, "error": {"type": "string"}, "parameter": {"type": "string"}},
}


def description(tables: dict[str, Resource], lists: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """OpenAPI 3.1 document; ``lists`` maps the names of the JSON lists to their filters."""
    paths = {
        f"{DATA}/{resource.name}.{ending}": _path(
            resource.title, resource.about, filters_of(resource, ending=ending), media_type=MEDIA_TYPES[ending]
        )
        for resource in tables.values()
        for ending in FORMATS
    }
    paths |= {
        f"{DATA}/{name}.json": _path(name, "", filters, media_type=MEDIA_TYPES["json"])
        for name, filters in lists.items()
    }
    paths[f"{DATA}/{{tabel}}{csvw.METADATA}.json"] = _description_of_csv(list(tables))
    paths |= {
        f"{DATA}/{dcat.NAME}.{ending}": _path("Catalogus volgens DCAT-AP-NL", "", ("versie",), media_type=media_type)
        for ending, media_type in dcat.MEDIA_TYPES_OF_RECORD.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{SITE}: open data",
            "version": "1",
            "description": "Alle cijfers van deze site. Zonder sleutel, alleen lezen. | All figures of this site. No key, read only.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "paths": paths,
        "components": {"schemas": {"Refusal": _REFUSAL}},
    }


def _description_of_csv(names: list[str]) -> dict[str, Any]:
    """The description of the columns of a CSV, one address for every table."""
    item = _path("Beschrijving van een CSV (CSV on the Web)", "", ("versie",), media_type=csvw.MEDIA_TYPE)
    table = {"name": "tabel", "in": "path", "required": True, "schema": {"type": "string", "enum": names}}
    item["get"]["parameters"].append(
        table | {"description": "naam van de tabel | name of the table", "example": names[0]}
    )
    return item


def _path(title: str, text: str, filters: tuple[str, ...], *, media_type: str) -> dict[str, Any]:
    refusal = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {
        "get": {
            "summary": title,
            "description": text,
            "parameters": [_parameter(name) for name in filters],
            "responses": {
                "200": {"description": "De cijfers", "content": {media_type.split(";", maxsplit=1)[0]: {}}},
                "304": {"description": "U hebt deze cijfers al"},
                "400": {"description": "Een filter klopt niet", "content": refusal},
                "404": {"description": "Die plaats, periode of versie is er niet", "content": refusal},
            },
        }
    }


def _parameter(name: str) -> dict[str, Any]:
    wanted = FILTERS[name]
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": f"{wanted.dutch} | {wanted.english}",
        "schema": {"type": "string", "pattern": f"^{wanted.form}$"},
        "example": wanted.example,
    }
