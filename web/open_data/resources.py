"""Everything that can be asked for: address, filters, and how its rows are made."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pandas as pd

from charts.files import names, text, xlsx
from charts.files.provenance import SITE
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from web.open_data import figures, printed, regions, statline
from web.open_data.filters import Query
from web.open_data.kept import Body
from web.open_data.resource import Resource

PREFIX = "/data/v1"
FORMATS = ("csv", "json", "xlsx")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FIGURE_FILTERS = ("gemeente", "regio", "niveau", "van", "tot", "versie")


def resources() -> dict[str, Resource]:
    """Every table by name: indicators first, then places, then the tables of the regional documents."""
    found = [_of_indicator(spec) for spec in figures.offered()]
    return {one.name: one for one in (*found, *regions.RESOURCES, *printed.RESOURCES, *statline.resources())}


def filters_of(resource: Resource, *, ending: str) -> tuple[str, ...]:
    """Names of the filters of a table in one format; only CSV has two notations."""
    return (*resource.filters, "notatie") if ending == "csv" else resource.filters


def body(resource: Resource, query: Query, *, ending: str) -> Body:
    """Content of a resource in one format."""
    rows = resource.rows(query)
    read = figures.snapshot(query.version)
    if ending == "csv":
        content = text.csv_dutch(rows) if query.dutch_notation else text.csv(rows)
    elif ending == "json":
        content = text.dumped(_json(resource, rows, version=read.version))
    else:
        notes = (resource.description, *resource.caveats, resource.source, f"{SITE}, gegevensversie {read.version}")
        content = xlsx.workbook(
            rows, title=resource.title, notes=notes, taken=made(query).date(), meanings=resource.meanings
        )
    return Body(content, MEDIA_TYPES[ending], _file_name(resource, rows, version=read.version, ending=ending))


def made(query: Query) -> datetime:
    """When the figures of the data version asked for were put together."""
    moment = datetime.fromisoformat(figures.snapshot(query.version).manifest.created)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def subject(spec: IndicatorSpec) -> str:
    """Indicator as it stands in file names: ``meldingen-per-10000``."""
    return f"{spec.id}-per-{spec.per}" if spec.is_rate else spec.id


def _json(resource: Resource, rows: pd.DataFrame, *, version: str) -> dict[str, Any]:
    return {
        "titel": resource.title,
        "omschrijving": resource.description,
        "bron": resource.source,
        "kanttekeningen": list(resource.caveats),
        "gegevensversie": version,
        "rijen": text.json_rows(rows),
    }


def _file_name(resource: Resource, rows: pd.DataFrame, *, version: str, ending: str) -> str:
    spec = INDICATORS.get(resource.name)
    if spec is None or rows.empty:
        return names.joined(names.part(resource.name), version=version, ending=ending)
    where, when = names.places(rows["code"].astype("str")), names.span(rows["periode"].astype("str"))
    return names.joined(subject(spec), where, when, version=version, ending=ending)


def _of_indicator(spec: IndicatorSpec) -> Resource:
    def rows(query: Query) -> pd.DataFrame:
        return figures.rows(spec.id, query)

    return Resource(
        name=spec.id,
        title=spec.title,
        description=spec.definition,
        rows=rows,
        filters=FIGURE_FILTERS,
        caveats=figures.caveats(spec),
        source=figures.attribution(spec),
        key=("code", "periode"),
    )
