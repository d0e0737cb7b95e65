"""Data package (datapackage.json): every table with its columns and its sources."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pandas as pd

from charts.files.columns import kind
from charts.files.provenance import SITE
from data_sources.catalogue.sources import SOURCES
from editions.edition import Edition
from web.open_data.filters import Query
from web.open_data.resource import Resource

CC_BY = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Naamsvermelding 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def package(
    resources: dict[str, Resource], edition: Edition, query: Query, *, content: Callable[[Resource], bytes]
) -> dict[str, Any]:
    """Descriptor of all tables as CSV; ``content`` gives the bytes of a table, for its size and hash."""
    return {
        "profile": "tabular-data-package",
        "name": "huiselijk-geweld-in-beeld",
        "title": f"{SITE}: open data",
        "description": "Meldingen en adviezen bij Veilig Thuis per plaats, met band, en de tabellen van regionale documenten.",
        "version": edition.version,
        "created": edition.snapshot.manifest.created,
        "licenses": [CC_BY],
        "sources": [
            {"title": f"{source.owner}: {source.title}"} | ({"path": source.url} if source.url else {})
            for source in SOURCES.values()
        ],
        "resources": [
            _described(resource, resource.rows(edition, query), content(resource)) for resource in resources.values()
        ],
    }


def _described(resource: Resource, rows: pd.DataFrame, body: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(resource, rows, str(head)) for head in rows], "missingValues": [""]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "path": f"{resource.name}.csv",
        "title": resource.title,
        "description": resource.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "header": True},
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "sources": [{"title": resource.source}] if resource.source else [],
        "schema": schema,
    }


def _field(resource: Resource, rows: pd.DataFrame, head: str) -> dict[str, Any]:
    return {"name": head, "type": kind(rows[head]), "description": resource.meaning(head)}
