"""What a data version holds: manifest.json beside observations.parquet, with a hash of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import pandas as pd

from data_sources.catalogue.tables import TABLES
from data_sources.marks import Mark

OBSERVATIONS = "observations.parquet"
MANIFEST = "manifest.json"
_LATER_FIELDS = {
    "fetched",
    "regions",
    "measures",
    "notes",
    "door",
    "service",
    "reading",
    "marks",
    "places",
}  # absent in the manifests of older versions
_LIBRARIES = ("pandas", "pyarrow", "cbsodata")


class DamagedVersionError(ValueError):
    """A version folder misses a file, has an unreadable manifest or a file with another hash; the message says which."""


@dataclass(frozen=True)
class TableEntry:
    """One table of a version. ``modified`` is when the publisher last changed it ('' when it does not say).

    ``fetched`` is when a refresh read it ('' for the embedded figures), ``regions`` how many places it names,
    ``measures`` maps ids to the titles found, ``notes`` are Dutch sentences on what was odd (unknown places, ...),
    ``marks`` the sentences that belong beside single cells, ``places`` the titles CBS gives to codes we do not know.
    """

    id: str
    title: str
    source: str
    rows: int
    periods: tuple[str, ...]  # period codes, sorted
    modified: str
    sha256: str  # of the rows of this table as CSV, so two versions can be compared table by table
    fetched: str = ""
    regions: int = 0
    measures: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    door: str = ""  # way it came from CBS: v3, v4, csv, saved (data_sources.cbs.DoorName); '' for the embedded figures
    service: str = ""  # address it came from
    reading: str = ""  # hash of the code and lists that read it: with others it is read again
    marks: tuple[Mark, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Manifest:
    """Contents of manifest.json; ``files`` maps a file name to its sha256."""

    version: str
    created: str  # ISO 8601
    tables: tuple[TableEntry, ...]
    files: Mapping[str, str]
    libraries: Mapping[str, str]
    service: str = ""  # address the refresh asked; '' for the embedded figures

    def table(self, table_id: str) -> TableEntry | None:
        """Return the entry of a table, or None when this version has no rows of it."""
        return next((entry for entry in self.tables if entry.id == table_id), None)


def write_version(
    folder: Path, *, observations: pd.DataFrame, version: str, created: str, modified: Mapping[str, str] | None = None
) -> Manifest:
    """Write observations.parquet and then manifest.json into ``folder`` (made when needed); returns the manifest.

    The manifest comes last, so a folder without one was broken off. The same rows give the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    observations.to_parquet(folder / OBSERVATIONS, engine="pyarrow", compression="zstd", index=False)
    dates = modified or {}
    entries = tuple(
        _entry(str(table_id), rows, modified=dates.get(str(table_id), ""))
        for table_id, rows in observations.groupby("table", observed=True, sort=True)
    )
    return write_manifest(folder, version=version, created=created, tables=entries)


def write_manifest(
    folder: Path, *, version: str, created: str, tables: tuple[TableEntry, ...], service: str = ""
) -> Manifest:
    """Write manifest.json for the observations that lie in ``folder`` already; returns the manifest."""
    manifest = Manifest(
        version=version,
        created=created,
        tables=tables,
        files={OBSERVATIONS: sha256_of(folder / OBSERVATIONS)},
        libraries={name: installed(name) for name in _LIBRARIES},
        service=service,
    )
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Read manifest.json and check the hash of every file it names; raises DamagedVersionError."""
    try:
        raw = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest(
            version=raw["version"],
            created=raw["created"],
            tables=tuple(_entry_from(entry) for entry in raw["tables"]),
            files=raw["files"],
            libraries=raw["libraries"],
            service=raw.get("service", ""),
        )
        for name in {OBSERVATIONS, *manifest.files}:
            expected = manifest.files[name]
            if (checksum := sha256_of(folder / name)) != expected:
                msg = f"{folder.name}/{name}: sha256 is {checksum[:12]}, the manifest says {expected[:12]}"
                raise DamagedVersionError(msg)
    except (OSError, KeyError, TypeError, AttributeError, json.JSONDecodeError, UnicodeDecodeError) as reason:
        msg = f"{folder.name}: {reason!r}"
        raise DamagedVersionError(msg) from reason
    return manifest


def sha256_of(path: Path) -> str:
    """Hash of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _entry_from(raw: dict[str, Any]) -> TableEntry:
    known: dict[str, Any] = {
        field.name: raw[field.name]
        for field in fields(TableEntry)
        if field.name in raw or field.name not in _LATER_FIELDS
    }
    known |= {name: tuple(known[name]) for name in ("periods", "notes") if name in known}
    known["marks"] = tuple(_mark_from(mark) for mark in known.get("marks", ()))
    return TableEntry(**known)


def _mark_from(raw: dict[str, Any]) -> Mark:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
    return Mark(**values)


def _entry(table_id: str, rows: pd.DataFrame, *, modified: str) -> TableEntry:
    table = TABLES.get(table_id)
    content = rows.to_csv(index=False, lineterminator="\n").encode()
    return TableEntry(
        id=table_id,
        title=table.title if table else table_id,
        source=str(rows["source"].iloc[0]),
        rows=len(rows),
        periods=tuple(sorted(rows["period"].astype("str").unique())),
        modified=modified,
        sha256=hashlib.sha256(content).hexdigest(),
        regions=int(rows["region"].nunique()),
    )
