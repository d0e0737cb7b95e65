"""The same made-up tables in the form of OData v4, and as the ZIP of CSV files that the public service offers."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime

import numpy as np

from tests.cbs_service.tables import MADE_UP, Dimension, MadeUpTable

PAGE = 100_000
_CHUNK = 10_000
UTC_OFFSET = "+02:00"
# what a fault on an entity of v3 strikes in v4
SAME_AS = {
    "Properties": "TableInfos",
    "Dimensions": "DataProperties",
    "MeasureCodes": "DataProperties",
    "MeasureGroups": "DataProperties",
    "Observations": "TypedDataSet",
}


def v3_entity(entity: str) -> str:
    """Name of the part of v3 that holds the same."""
    return SAME_AS.get(entity, entity.removesuffix("Codes"))


def properties(table: MadeUpTable) -> dict[str, object]:
    """Return the one object of Properties."""
    info = table.infos()[0]
    return {
        "Identifier": table.id,
        "Title": info["Title"],
        "Description": MADE_UP + "alleen voor tests",
        "Language": "nl",
        "Modified": f"{info['Modified']}{UTC_OFFSET}",
        "Catalog": "CBS",
        "Frequency": "Per halfjaar",
        "Status": "Regulier",
        "ObservationCount": len(table.topics) * len(table.positions[0]),
    }


def lists(table: MadeUpTable) -> dict[str, list[dict[str, object]]]:
    """Every list of a table but its figures, by name."""
    groups = _groups(table)
    shown = {row["Key"]: row for row in table.properties() if row["Type"] == "Topic"}
    number = iter(range(1, 1_000_000))
    found: dict[str, list[dict[str, object]]] = {
        "Dimensions": [_dimension(dimension) for dimension in table.dimensions],
        "MeasureGroups": [
            {
                "Id": str(own),
                "Index": next(number),
                "Title": path[-1],
                "Description": "",
                "ParentId": str(groups[path[:-1]]) if path[:-1] else None,
            }
            for path, own in groups.items()
        ],
        "MeasureCodes": [
            {
                "Identifier": code,
                "Index": next(number),
                "Title": topic.title,
                "Description": f'{MADE_UP}een tekst\r\nover twee regels; met "aanhalingstekens"',
                "MeasureGroupId": str(groups[topic.groups]) if topic.groups else None,
                "DataType": shown[topic.key]["Datatype"],
                "Unit": shown[topic.key]["Unit"],
                "Decimals": shown[topic.key]["Decimals"],
                "PresentationType": None,
            }
            for code, topic in zip(measure_codes(table), table.topics, strict=True)
        ],
    }
    for dimension in table.dimensions:
        found[f"{dimension.key}Codes"] = _codes(dimension)
    return found


def measure_codes(table: MadeUpTable) -> list[str]:
    """Codes of the measures, of the form of the public service."""
    return [f"M{number:06d}_1" for number in range(1, len(table.topics) + 1)]


def observations(
    table: MadeUpTable, conditions: tuple[tuple[str, str], ...], *, measures: tuple[str, ...]
) -> Iterator[dict[str, object]]:
    """Figures in long form; a missing one is ``Impossible`` where the place has no figure at all in that period."""
    numbers = table.matching(conditions)
    nowhere = _nowhere(table)
    wanted = [
        (n, code, topic.key)
        for n, (code, topic) in enumerate(zip(measure_codes(table), table.topics, strict=True))
        if not measures or code in measures
    ]
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for number, row in zip(chunk.tolist(), table.rows(chunk, select=(), typed=True), strict=True):
            members = {dimension.key: row[dimension.key].rstrip() for dimension in table.dimensions}
            why = "Impossible" if nowhere[number] else "NotAvailable"
            for n, code, key in wanted:
                yield {
                    "Id": number * len(table.topics) + n,
                    "Measure": code,
                    "ValueAttribute": why if row[key] is None else "None",
                    "Value": row[key],
                    "StringValue": None,
                    **members,
                }


def count(table: MadeUpTable, conditions: tuple[tuple[str, str], ...], *, measures: tuple[str, ...]) -> int:
    """Return how many figures there are."""
    many = len(set(measures) & set(measure_codes(table))) if measures else len(table.topics)
    return len(table.matching(conditions)) * many


def csv_zip(table: MadeUpTable) -> bytes:
    """Return the ZIP of a table: ';', a byte order mark, a decimal comma, quoted texts over several lines."""
    parts: Mapping[str, list[dict[str, object]]] = lists(table)
    body = io.BytesIO()
    when = datetime.fromisoformat(table.infos()[0]["Modified"])
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in {**parts, "Observations": observations(table, (), measures=())}.items():
            if name == "MeasureGroups" and not rows:
                continue
            entry = zipfile.ZipInfo(f"{name}.csv", when.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _csv(rows))
    return body.getvalue()


def _csv(rows: Iterator[dict[str, object]] | list[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(text, list(row), delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({name: _comma(value) for name, value in row.items()})
    return b"\xef\xbb\xbf" + text.getvalue().encode()


class _Bare(int):
    """Decimal number that is written without quotes."""

    def __new__(cls, text: str):
        bare = super().__new__(cls, 0)
        bare.text = text
        return bare

    def __str__(self) -> str:
        return self.text


def _comma(value: object) -> object:
    if value is None:
        return _Bare("")
    return _Bare(str(value).replace(".", ",")) if isinstance(value, float) else value


def _groups(table: MadeUpTable) -> dict[tuple[str, ...], int]:
    groups: dict[tuple[str, ...], int] = {}
    for topic in table.topics:
        for depth in range(1, len(topic.groups) + 1):
            groups.setdefault(topic.groups[:depth], len(groups) + 1)
    return groups


def _dimension(dimension: Dimension) -> dict[str, object]:
    return {
        "Identifier": dimension.key,
        "Title": dimension.title,
        "Description": "",
        "MapYear": None,
        "ReleasePolicy": None,
        "Kind": dimension.type,
        "ContainsGroups": False,
        "ContainsCodes": True,
    }


def _codes(dimension: Dimension) -> list[dict[str, object]]:
    return [
        {
            "Identifier": member.key.rstrip(),
            "Index": number,
            "Title": member.title,
            "Description": "",
            "DimensionGroupId": None,
        }
        | ({"Status": member.status} if dimension.type == "TimeDimension" else {})
        for number, member in enumerate(dimension.members, start=1)
    ]


def _nowhere(table: MadeUpTable) -> np.ndarray:
    """Per row whether its place has no figure at all in its period."""
    axes = [n for n, dimension in enumerate(table.dimensions, start=1) if dimension.type.startswith(("Geo", "Time"))]
    others = tuple(n for n in range(table.values.ndim) if n not in axes)
    empty = np.isnan(table.values).all(axis=others, keepdims=True)
    return np.broadcast_to(empty, table.values.shape)[0].ravel()
