"""The form of OData v4 and of the ZIP files (one row per figure) turned into the form of OData v3.

``ValueAttribute`` (None, Impossible, ...) is left out: v3 cannot know it, and why a cell is empty follows for every
door from the places that existed in a year.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from data_sources.cbs.door import CbsRefusedError, DoorName, Fields, Filter, Row

MEASURE = "Measure"
_UNSEEN = object()


def info_row(properties: Row) -> Row:
    """Row of TableInfos from Properties; times lose their zone, as in v3."""
    modified = str(properties.get("Modified") or "")
    with suppress(ValueError):  # the reader of the info row names what it cannot read
        modified = datetime.fromisoformat(modified).replace(tzinfo=None).isoformat()
    return {
        "ID": 0,
        "Identifier": properties.get("Identifier"),
        "Title": properties.get("Title"),
        "Modified": modified,
        "Language": properties.get("Language"),
        "Frequency": properties.get("Frequency"),
        "OutputStatus": properties.get("Status"),
    }


def property_rows(dimensions: Sequence[Row], *, measures: Sequence[Row], groups: Sequence[Row]) -> list[Row]:
    """Rows of DataProperties from Dimensions, MeasureCodes and MeasureGroups."""
    rows = [
        {"ID": number, "ParentID": None, "Type": row.get("Kind"), "Key": row["Identifier"], "Title": row["Title"]}
        for number, row in enumerate(_ordered(dimensions))
    ]
    ids = {str(group["Id"]): len(rows) + number for number, group in enumerate(groups)}
    rows += [
        {
            "ID": ids[str(group["Id"])],
            "ParentID": ids.get(str(group.get("ParentId"))),
            "Type": "TopicGroup",
            "Key": "",
            "Title": group["Title"],
        }
        for group in groups
    ]
    rows += [
        {
            "ID": len(dimensions) + len(groups) + number,
            "ParentID": ids.get(str(measure.get("MeasureGroupId"))),
            "Type": "Topic",
            "Key": measure["Identifier"],
            "Title": measure["Title"],
            "Description": measure.get("Description"),
            "Unit": measure.get("Unit"),
            "Decimals": int(measure.get("Decimals") or 0),
            "Datatype": measure.get("DataType"),
        }
        for number, measure in enumerate(_ordered(measures))
    ]
    return rows


def member_rows(codes: Sequence[Row]) -> list[Row]:
    """Rows of a dimension from its codes, in the order of CBS."""
    return [
        {"Key": row["Identifier"], "Title": row["Title"], "Description": row.get("Description")}
        | ({"Status": row["Status"]} if "Status" in row else {})
        for row in _ordered(codes)
    ]


def _ordered(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: int(row.get("Index") or 0))


class Pivot:
    """Puts figures one below another side by side: a row per combination of members."""

    def __init__(self, *, dimensions: Fields, measures: Fields) -> None:
        """Collect these measures; a combination without a single one of them gets no row."""
        self._dimensions = tuple(dimensions)
        self._empty: Row = dict.fromkeys(measures, _UNSEEN)
        self._rows: dict[tuple[str, ...], Row] = {}

    def add(self, observations: Sequence[Row]) -> None:
        """Take a page of figures; a cell that comes twice is an error."""
        for row in observations:
            measure = row[MEASURE]
            if measure not in self._empty:
                continue
            cell = tuple(str(row[name]) for name in self._dimensions)
            target = self._rows.get(cell)
            if target is None:
                target = self._rows[cell] = {**dict(zip(self._dimensions, cell, strict=True)), **self._empty}
            if target[measure] is not _UNSEEN:
                msg = "dezelfde cel staat er meer dan eens in"
                raise CbsRefusedError(msg)
            target[measure] = row["Value"] if row["Value"] is not None else row.get("StringValue")

    def rows(self) -> list[Row]:
        """All rows, in the order in which they came."""
        for row in self._rows.values():
            row |= {measure: None for measure in self._empty if row[measure] is _UNSEEN}
        return list(self._rows.values())


class LongFormDoor(ABC):
    """Door to a source in the form of v4; a subclass says how to come by its parts."""

    name = DoorName.V4

    def __init__(self) -> None:
        """Remember per table what was read of its shape."""
        self._measures: dict[str, tuple[str, ...]] = {}
        self._dimensions: dict[str, tuple[str, ...]] = {}

    @abstractmethod
    def part(self, table_id: str, entity: str) -> list[Row]:
        """Rows of Dimensions, MeasureCodes, MeasureGroups or codes of a dimension; raises CbsError."""

    @abstractmethod
    def observations(self, table_id: str, *, where: Filter, measures: Fields) -> Iterator[list[Row]]:
        """Figures with these codes, page by page; ``measures`` is empty for all of them. Raises CbsError."""

    @abstractmethod
    def info(self, table_id: str) -> Row:
        """Title, Modified and the like."""

    @abstractmethod
    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table."""

    def properties(self, table_id: str) -> list[Row]:
        """Return dimensions, groups and measures in the form of DataProperties."""
        try:
            dimensions, measures = self.part(table_id, "Dimensions"), self.part(table_id, "MeasureCodes")
            grouped = any(measure.get("MeasureGroupId") for measure in measures)
            groups = self.part(table_id, "MeasureGroups") if grouped else []
            self._dimensions[table_id] = tuple(row["Identifier"] for row in dimensions)
            self._measures[table_id] = tuple(row["Identifier"] for row in measures)
            return property_rows(dimensions, measures=measures, groups=groups)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            msg = f"de beschrijving van de tabel heeft een onbekende vorm ({error!r})"
            raise CbsRefusedError(msg) from error

    def members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Return the members of one dimension."""
        try:
            return member_rows(self.part(table_id, f"{dimension_key}Codes"))
        except (KeyError, TypeError, ValueError) as error:
            msg = f"de onderdelen van '{dimension_key}' hebben een onbekende vorm ({error!r})"
            raise CbsRefusedError(msg) from error

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:
        """Rows with these fields, as TypedDataSet has them."""
        if table_id not in self._measures:
            self.properties(table_id)
        known = self._measures[table_id]
        measures = [field for field in select if field in known]
        absent = set(select) - set(known) - set(self._dimensions[table_id])
        if absent:
            msg = f"de tabel mist gevraagde velden: {', '.join(sorted(absent))}"
            raise CbsRefusedError(msg)
        pivot = Pivot(dimensions=self._dimensions[table_id], measures=measures)
        codes = [(field, code.strip()) for field, code in where]
        try:
            for page in self.observations(
                table_id, where=codes, measures=measures if len(measures) < len(known) else ()
            ):
                pivot.add(page)
        except KeyError as error:
            msg = f"een cijfer mist het veld {error}"
            raise CbsRefusedError(msg) from error
        return pivot.rows()

    def stated_rows(self, table_id: str) -> int | None:  # noqa: ARG002 - part of every door
        """Nothing: CBS counts figures here, not rows."""
        return None
