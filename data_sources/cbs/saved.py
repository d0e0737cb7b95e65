"""Reads answers of CBS that were saved as files: ``<folder>/v3|v4/<table>/<part>.json`` (data_sources.cbs.keeper writes them)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_sources.cbs.door import CbsRefusedError, Door, DoorName, Fields, Filter, Row
from data_sources.cbs.long_form import LongFormDoor, info_row

MARKER = "saved.json"
_DATA = {DoorName.V3: "TypedDataSet", DoorName.V4: "Observations"}
_SIGNS = {DoorName.V3: "DataProperties", DoorName.V4: "Dimensions"}  # the part that shows which form a folder has


@dataclass(frozen=True)
class SavedTable:
    """Folder of one table with the form of its answers."""

    path: Path
    form: DoorName


class SavedAnswers:
    """Door to a folder of saved answers, in the form of v3, v4 or both."""

    name = DoorName.SAVED

    def __init__(self, folder: Path) -> None:
        """Look which tables are there; raises CbsRefusedError when none is."""
        self.tables = _tables(folder)
        self._doors: dict[str, Door] = {
            table_id: _SavedV3(saved.path) if saved.form is DoorName.V3 else _SavedV4(saved.path)
            for table_id, saved in self.tables.items()
        }

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table; nothing to prepare."""

    def info(self, table_id: str) -> Row:
        """Title, Modified and the like."""
        return self._door(table_id).info(table_id)

    def properties(self, table_id: str) -> list[Row]:
        """One row per dimension, measure and group of measures."""
        return self._door(table_id).properties(table_id)

    def members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Members of one dimension."""
        return self._door(table_id).members(table_id, dimension_key)

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:
        """Rows with these fields."""
        return self._door(table_id).rows(table_id, select=select, where=where)

    def stated_rows(self, table_id: str) -> int | None:
        """Nothing: the catalogue of CBS is not saved."""
        return self._door(table_id).stated_rows(table_id)

    def _door(self, table_id: str) -> Door:
        try:
            return self._doors[table_id]
        except KeyError:
            msg = "de map heeft geen antwoorden over deze tabel"
            raise CbsRefusedError(msg) from None


def is_whole(folder: Path) -> bool:
    """Whether whole tables were saved; False for a sample and for a folder of unknown origin."""
    try:
        return json.loads((folder / MARKER).read_text(encoding="utf-8"))["whole"] is True
    except (OSError, ValueError, KeyError, TypeError):
        return False


class _SavedV3:
    """One table in the form of v3."""

    name = DoorName.V3

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table; nothing to prepare."""

    def info(self, table_id: str) -> Row:  # noqa: ARG002 - the folder is of one table
        """Return the one row of TableInfos."""
        rows = _list(self._folder, "TableInfos")
        if not rows:
            msg = "de tabel heeft geen beschrijving (TableInfos is leeg)"
            raise CbsRefusedError(msg)
        return rows[0]

    def properties(self, table_id: str) -> list[Row]:  # noqa: ARG002
        """Return DataProperties."""
        return _list(self._folder, "DataProperties")

    def members(self, table_id: str, dimension_key: str) -> list[Row]:  # noqa: ARG002
        """Return the members of one dimension."""
        return _list(self._folder, dimension_key)

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:  # noqa: ARG002
        """Rows of TypedDataSet; a row that was saved twice counts once."""
        rows = [
            row
            for page in _pages(self._folder, DoorName.V3, where=where)
            for row in page
            if all(str(row.get(field)).strip() == code.strip() for field, code in where)
        ]
        if rows and (absent := [field for field in select if field not in rows[0]]):
            msg = f"het antwoord mist gevraagde velden: {', '.join(absent)}"
            raise CbsRefusedError(msg)
        return list(
            {tuple(row[field] for field in select): {field: row[field] for field in select} for row in rows}.values()
        )

    def stated_rows(self, table_id: str) -> int | None:  # noqa: ARG002
        """Nothing: the catalogue of CBS is not saved."""
        return None


class _SavedV4(LongFormDoor):
    """One table in the form of v4."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table; nothing to prepare."""

    def info(self, table_id: str) -> Row:  # noqa: ARG002
        """Return Properties in the form of TableInfos."""
        return info_row(_document(_file(self._folder, "Properties")))

    def part(self, table_id: str, entity: str) -> list[Row]:  # noqa: ARG002
        """Rows of one list."""
        return _list(self._folder, entity)

    def observations(self, table_id: str, *, where: Filter, measures: Fields) -> Iterator[list[Row]]:  # noqa: ARG002
        """Figures with these codes; one that was saved twice counts once."""
        seen: set[object] = set()
        for page in _pages(self._folder, DoorName.V4, where=where):
            yield [
                row for row in page if row["Id"] not in seen and all(row.get(field) == code for field, code in where)
            ]
            seen.update(row["Id"] for row in page)


def _tables(folder: Path) -> dict[str, SavedTable]:
    """Tables in a folder or in the folders below it; v3 counts before v4."""
    tables: dict[str, SavedTable] = {}
    for form in (DoorName.V4, DoorName.V3):
        for path in sorted(folder.rglob("*.json")):
            if _plain(path.stem) == _plain(_SIGNS[form]):
                tables[path.parent.name] = SavedTable(path.parent, form)
    if not tables:
        msg = (
            f"in de map {folder.name} staan geen bewaarde antwoorden van het CBS. Is het een uitgepakt ZIP-bestand, geef dan "
            "het ZIP-bestand zelf"
        )
        raise CbsRefusedError(msg)
    return tables


def _pages(folder: Path, form: DoorName, *, where: Filter) -> Iterator[list[Row]]:
    """Saved pages of figures: those of the same question, else all there are."""
    data = _DATA[form].casefold()
    files = sorted(path for path in folder.glob("*.json") if path.stem.casefold().startswith(data))
    same = [
        path
        for path in files
        if re.fullmatch(rf"{data}{codes_slug(where)}(-page\d+)?".casefold(), path.stem.casefold())
    ]
    if where and same:
        codes = dict(where)  # an answer need not repeat the codes it was asked for
        for path in same:
            yield [codes | row for row in _values(path)]
        return
    for path in files:
        yield _values(path)


def codes_slug(where: Filter) -> str:
    """Part of a file name that tells which codes were asked for."""
    return "".join(f"-{re.sub(r'[^A-Za-z0-9]', '', code)}" for _, code in where)


def _list(folder: Path, entity: str) -> list[Row]:
    """All rows of one part, also when it came in several pages."""
    first = _file(folder, entity)
    rest = sorted(path for path in folder.glob("*.json") if path.stem.startswith(f"{first.stem}-page"))
    return [row for path in (first, *rest) for row in _values(path)]


def _file(folder: Path, entity: str) -> Path:
    """File of one part; 'measure-codes' and 'codes-RegioS' are read as MeasureCodes and RegioSCodes."""
    wanted = {_plain(entity)}
    if entity.endswith("Codes"):
        wanted.add(_plain("codes" + entity.removesuffix("Codes")))
    for path in sorted(folder.glob("*.json")):
        if _plain(path.stem) in wanted:
            return path
    msg = f"in de map ontbreekt {folder.name}/{entity}.json"
    raise CbsRefusedError(msg)


def _values(path: Path) -> list[Row]:
    rows = _document(path).get("value")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        msg = f"{path.parent.name}/{path.name} is geen OData-lijst"
        raise CbsRefusedError(msg)
    return rows


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        msg = f"{path.parent.name}/{path.name} is niet te lezen als JSON"
        raise CbsRefusedError(msg) from error
    if not isinstance(document, dict):
        msg = f"{path.parent.name}/{path.name} is geen antwoord van het CBS"
        raise CbsRefusedError(msg)
    return document


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
