"""OpenAPI description of the open data, made from the same declarations that answer the requests."""

from __future__ import annotations

from typing import Any

from charts.files.provenance import SITE
from site_map import DATA
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
            resource.title, resource.about, filters_of(resource, ending=ending), ending=ending
        )
        for resource in tables.values()
        for ending in FORMATS
    }
    paths |= {f"{DATA}/{name}.json": _path(name, "", filters, ending="json") for name, filters in lists.items()}
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


def _path(title: str, text: str, filters: tuple[str, ...], *, ending: str) -> dict[str, Any]:
    media_type = MEDIA_TYPES[ending].split(";")[0]
    refusal = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {
        "get": {
            "summary": title,
            "description": text,
            "parameters": [_parameter(name) for name in filters],
            "responses": {
                "200": {"description": "De cijfers", "content": {media_type: {}}},
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
