"""Everything that can be asked for: address, filters, and how its rows are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from charts.files import names, text, xlsx
from charts.files.provenance import SITE
from charts.files.rows import dutch_rows
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from editions.edition import Edition
from editions.periods import offered, periods
from editions.sources import attribution
from editions.table_rows import caveats, table_rows
from web.open_data import printed, regions, statistics, tables
from web.open_data.answer_cache import Body
from web.open_data.filters import Query
from web.open_data.resource import Resource

FORMATS = ("csv", "json", "xlsx")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FIGURE_FILTERS = ("gemeente", "regio", "niveau", "van", "tot", "versie")


def resources(edition: Edition) -> dict[str, Resource]:
    """Every table by name: indicators first, then tables cell by cell, places, and the tables of regional documents."""
    indicators = [_of_indicator(spec) for spec in offered(edition)]
    every = (*indicators, *statistics.RESOURCES, *tables.resources(edition), *regions.RESOURCES, *printed.RESOURCES)
    return {resource.name: resource for resource in every}


def filters_of(resource: Resource, *, ending: str) -> tuple[str, ...]:
    """Names of the filters of a table in one format; only CSV has two notations."""
    return (*resource.filters, "notatie") if ending == "csv" else resource.filters


def body(resource: Resource, edition: Edition, query: Query, *, ending: str) -> Body:
    """Content of a resource in one format."""
    rows = resource.rows(edition, query)
    if ending == "csv":
        content = text.csv_dutch(rows) if query.dutch_notation else text.csv(rows)
    elif ending == "json":
        content = text.dumped(_json(resource, rows, version=edition.version))
    else:
        notes = (resource.description, *resource.caveats, resource.source, f"{SITE}, gegevensversie {edition.version}")
        content = xlsx.workbook(
            rows, title=resource.title, notes=notes, taken=edition.created.date(), meanings=resource.meanings
        )
    return Body(content, MEDIA_TYPES[ending], _file_name(resource, rows, version=edition.version, ending=ending))


def csv_in_pieces(pieces: Iterator[pd.DataFrame], *, dutch_notation: bool) -> Iterator[bytes]:
    """CSV of a table too large to be made at once, piece by piece."""
    write = text.csv_dutch if dutch_notation else text.csv
    return (write(rows, headed=not number) for number, rows in enumerate(pieces))


def indicator_rows(edition: Edition, indicator: str, *, query: Query) -> pd.DataFrame:
    """Rows of an indicator that a query asks for, under Dutch heads."""
    frame = table_rows(edition, indicator)
    if query.level is not None:
        frame = frame[frame["level"].astype("str") == str(query.level)]
    periods = {code: Period.from_code(code) for code in frame["period"].astype("str").unique()}
    wanted = np.array(
        [
            query.holds(str(code), periods[str(period)])
            for code, period in zip(frame["region"], frame["period"], strict=True)
        ],
        dtype=bool,  # an empty list would choose no columns instead of no rows
    )
    return dutch_rows(frame[wanted].reset_index(drop=True))


def days_covered(edition: Edition, indicator: str) -> tuple[str, str] | None:
    """First and last day, as ``2019-01-01``, that an indicator has figures of; None for what is no indicator."""
    spec = INDICATORS.get(indicator)
    every = [each for level in spec.levels for each in periods(edition, spec.id, level=level)] if spec else []
    return (min(map(_first_day, every)), max(map(_last_day, every))) if every else None


def _first_day(period: Period) -> str:
    return f"{period.calendar_year}-{'07' if period.number > 1 else '01'}-01"


def _last_day(period: Period) -> str:
    return f"{period.calendar_year}-{'06-30' if period.number == 1 else '12-31'}"


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
    def rows(edition: Edition, query: Query) -> pd.DataFrame:
        return indicator_rows(edition, spec.id, query=query)

    return Resource(
        name=spec.id,
        title=spec.title,
        description=spec.definition,
        rows=rows,
        filters=FIGURE_FILTERS,
        caveats=caveats(spec),
        source=attribution(spec),
        key=("code", "periode"),
    )
