"""CSV on the Web: what stands in each CSV file, beside it as <name>.csv-metadata.json, so that a program needs no page.

Band, break and comparison are columns with a Dutch title, a datatype, a meaning and a unit (https://www.w3.org/TR/tabular-metadata/).
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from charts.files.columns import COLUMNS, kind
from data_sources.catalogue.indicators import INDICATORS
from editions.edition import Edition
from web.open_data.filters import Query
from web.open_data.package import CC_BY
from web.open_data.resource import Resource

METADATA = ".csv-metadata"
"""What follows the name of a table in the name of its description, which ends in ``.json``."""
MEDIA_TYPE = "application/csvm+json"

_SDMX = "http://purl.org/linked-data/sdmx/2009"
_PROPERTIES = {
    "code": f"{_SDMX}/dimension#refArea",
    "periode": f"{_SDMX}/dimension#refPeriod",
    "waarde": f"{_SDMX}/measure#obsValue",
    "cijfer": f"{_SDMX}/measure#obsValue",
    "eenheid": f"{_SDMX}/attribute#unitMeasure",
    "status": f"{_SDMX}/attribute#obsStatus",
}
"""Columns that mean what a column of every statistical table means."""
_IN_THE_UNIT = frozenset(
    COLUMNS[name].head
    for name in (
        "value", "low", "high", "rounding_low", "rounding_high", "chance_low", "chance_high",
        "comparator_value", "comparator_low", "comparator_high", "rest",
    )
)  # fmt: skip
_UNITS = {COLUMNS["own_rate"].head: "per 100.000 inwoners", "deel_oppervlakte": "deel van 1", "bedrag_euro": "euro"}
_PERIOD = "(19|20)[0-9]{2}(-H[12])?"
_YES_OR_NO = {"ja", "nee"}


def described(resource: Resource, edition: Edition, query: Query) -> dict[str, Any]:
    """The description of the CSV of a table in a data version."""
    rows = _rows(resource, edition, query)
    schema: dict[str, Any] = {"columns": [_column(resource, rows[head], str(head)) for head in rows]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    version = f"?versie={query.version}" if query.version else ""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": f"{resource.name}.csv{version}",
        "dc:title": resource.title,
        "dc:description": resource.about,
        "dc:license": {"@id": CC_BY["path"]},
        "dc:modified": {"@value": edition.created.date().isoformat(), "@type": "xsd:date"},
        "dc:hasVersion": edition.version,
        **({"dc:source": resource.source} if resource.source else {}),
        "dialect": {"delimiter": ",", "header": True, "encoding": "utf-8", "lineTerminators": ["\n"]},
        "tableSchema": schema,
    }


def _rows(resource: Resource, edition: Edition, query: Query) -> pd.DataFrame:
    """Rows that show what the columns hold: of a table that is sent in pieces the first piece."""
    if resource.pieces is not None:
        for piece in resource.pieces(edition, query):
            return piece
    return resource.rows(edition, query)


def _column(resource: Resource, values: pd.Series[Any], head: str) -> dict[str, Any]:
    column: dict[str, Any] = {"name": head, "titles": head, "datatype": _datatype(values, head)}
    if meaning := resource.meaning(head):
        column["dc:description"] = meaning
    if unit := _unit(resource, head):
        column["schema:unitText"] = unit
    if head in _PROPERTIES:
        column["propertyUrl"] = _PROPERTIES[head]
    if head in resource.key:
        column["required"] = True
    return column


def _datatype(values: pd.Series[Any], head: str) -> str | dict[str, str]:
    known = values.dropna()
    if kind(values) != "string":
        return kind(values)
    if len(known) and set(known) <= _YES_OR_NO:
        return {"base": "boolean", "format": "ja|nee"}
    if head == COLUMNS["period"].head and known.map(lambda text: re.fullmatch(_PERIOD, str(text)) is not None).all():
        return {"base": "string", "format": _PERIOD}
    return "string"


def _unit(resource: Resource, head: str) -> str:
    spec = INDICATORS.get(resource.name)
    if head in _UNITS or spec is None:
        return _UNITS.get(head, "")
    if head == COLUMNS["base"].head and spec.is_rate:
        return "inwoners"
    return spec.unit if head in _IN_THE_UNIT else ""
