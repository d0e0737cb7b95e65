"""What one served table is: dimensions, topics and a block of made-up figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

MADE_UP = "VERZONNEN TESTCIJFERS; "


@dataclass(frozen=True)
class Member:
    """One entry of a dimension; ``status`` only for periods."""

    key: str
    title: str
    status: str | None = None


@dataclass(frozen=True)
class Dimension:
    """One dimension with its type in DataProperties."""

    key: str
    title: str
    type: str  # Dimension, GeoDimension, GeoDetail, TimeDimension
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Topic:
    """One measure with the groups it stands in."""

    key: str
    title: str
    unit: str = "aantal"
    groups: tuple[str, ...] = ()
    datatype: str = ""  # '' for what belongs to the unit


@dataclass(frozen=True, eq=False)
class MadeUpTable:
    """A table as the service keeps it: ``values[topic, dimension 1, dimension 2, ...]``, NaN where nothing is given."""

    id: str
    title: str
    dimensions: tuple[Dimension, ...]
    topics: tuple[Topic, ...]
    values: np.ndarray
    modified: str = "2026-03-31T02:00:00"
    keep: float = 1.0  # part of the rows that is served

    @cached_property
    def positions(self) -> tuple[np.ndarray, ...]:
        """Per dimension the member number of every row."""
        rows = np.arange(int(np.prod(self.values.shape[1:]) * self.keep))
        return tuple(part.astype("int32") for part in np.unravel_index(rows, self.values.shape[1:]))

    def infos(self) -> list[dict]:
        """The row of TableInfos, with the 21 fields the public service gives."""
        codes = [member.key for member in self.dimensions[-1].members]
        return [
            {
                "ID": 0,
                "Title": MADE_UP + self.title,
                "ShortTitle": MADE_UP + self.title.split(";")[-1].strip(),
                "Identifier": self.id,
                "Summary": MADE_UP + "alleen voor tests",
                "Modified": self.modified,
                "MetaDataModified": self.modified,
                "ReasonDelivery": "Actualisering",
                "ExplanatoryText": "",
                "OutputStatus": "Regulier",
                "Source": "Verzonnen.",
                "Language": "nl",
                "Catalog": "CBS",
                "Frequency": "Halfjaarlijks",
                "Period": f"{codes[0][:4]}-{codes[-1][:4]}",
                "ShortDescription": f"\n{MADE_UP}deze tabel bevat geen cijfers van het CBS.\n",
                "Description": f"\r\n{MADE_UP}deze tabel bevat geen cijfers van het CBS.\r\n",
                "DefaultPresentation": "graphType=table",
                "DefaultSelection": "",
                "GraphTypes": "Table,Bar,Line",
                "SearchPriority": "2",
            }
        ]

    def properties(self) -> list[dict]:
        """Rows of DataProperties: dimensions, then groups and topics as a tree, each with the fields CBS gives it."""
        rows: list[dict] = []

        def add(kind: str, title: str, parent: int | None, **more: object) -> int:
            number = len(rows)
            rows.append(
                {
                    "odata.type": f"Cbs.OData.{kind}",
                    "ID": number,
                    "Position": None,
                    "ParentID": parent,
                    "Type": kind,
                    "Key": "",
                    "Title": title,
                    "Description": None,
                }
                | more
            )
            return number

        for position, dimension in enumerate(self.dimensions):
            more = {
                "TimeDimension": {"ReleasePolicy": False},
                "GeoDimension": {"MapYear": 2025},
                "GeoDetail": {"MapYear": 2025},
            }
            kind = dimension.type
            add(kind, dimension.title, None, Position=position, Key=dimension.key, **more.get(kind, {}))
        groups: dict[tuple[str, ...], int] = {}
        for number, topic in enumerate(self.topics):
            parent = None
            for depth in range(1, len(topic.groups) + 1):
                path = topic.groups[:depth]
                if path not in groups:
                    groups[path] = add("TopicGroup", path[-1], parent)
                parent = groups[path]
            add(
                "Topic",
                topic.title,
                parent,
                Position=len(self.dimensions) + number,
                Description="Verzonnen\r\nvoor tests." if number else None,
                Key=topic.key,
                Datatype=topic.datatype or ("Double" if topic.unit == "%" else "Long"),
                Unit=topic.unit,
                Decimals=int(topic.unit == "%"),
                Default="Zero" if topic.unit == "aantal" else "Impossible" if topic.unit == "%" else "Missing",
            )
        return rows

    def members(self, key: str) -> list[dict] | None:
        """Rows of one dimension entity, or None when there is no such dimension."""
        for dimension in self.dimensions:
            if dimension.key == key:
                return [
                    {"Key": member.key, "Title": member.title, "Description": None}
                    | ({"Status": member.status} if dimension.type == "TimeDimension" else {"CategoryGroupID": None})
                    for member in dimension.members
                ]
        return None

    def category_groups(self) -> list[dict]:
        """Rows of CategoryGroups: one group over the members of each dimension."""
        plain = [dimension for dimension in self.dimensions if dimension.type == "Dimension"]
        return [
            {"ID": n, "DimensionKey": one.key, "Title": one.title, "Description": None, "ParentID": None}
            for n, one in enumerate(plain)
        ]

    @lru_cache(maxsize=64)  # noqa: B019 - a test service lives briefly
    def matching(self, conditions: tuple[tuple[str, str], ...]) -> np.ndarray:
        """Row numbers whose members have these keys; trailing spaces do not count, as in the public service."""
        chosen = np.ones(len(self.positions[0]), dtype=bool)
        for field, code in conditions:
            for dimension, position in zip(self.dimensions, self.positions, strict=True):
                if dimension.key == field:
                    hits = [n for n, member in enumerate(dimension.members) if member.key.rstrip() == code.rstrip()]
                    chosen &= np.isin(position, hits)
        return np.flatnonzero(chosen)

    def rows(self, numbers: np.ndarray, *, select: tuple[str, ...], typed: bool) -> list[dict]:
        """Rows of TypedDataSet (null) or UntypedDataSet (padded text, '.')."""
        columns: dict[str, list] = {}
        if not select or "ID" in select:
            columns["ID"] = numbers.tolist()
        for dimension, position in zip(self.dimensions, self.positions, strict=True):
            if not select or dimension.key in select:
                keys = np.array([member.key for member in dimension.members], dtype=object)
                columns[dimension.key] = keys[position[numbers]].tolist()
        for topic, block in zip(self.topics, self.values, strict=True):
            if not select or topic.key in select:
                columns[topic.key] = [_cell(v, unit=topic.unit, typed=typed) for v in block.ravel()[numbers].tolist()]
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def with_dimension(self, key: str, dimension: Dimension) -> MadeUpTable:
        """The same table with one dimension replaced."""
        return replace(self, dimensions=tuple(dimension if one.key == key else one for one in self.dimensions))


def _cell(value: float, *, unit: str, typed: bool) -> float | int | str | None:
    missing = value != value  # noqa: PLR0124 - NaN
    number = None if missing else (round(value, 1) if unit == "%" else int(value))
    if typed:
        return number
    return f"{'.' if number is None else number:>8}"
