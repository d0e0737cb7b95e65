"""A table that is ready to be published: its file, its line in the manifest and what changed in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from data_sources.changes import TableChanges
from data_sources.manifest import TableEntry
from data_sources.refresh.fetch import Fetched
from data_sources.snapshots import Snapshot

_LISTED = 10


@dataclass(frozen=True)
class Edition:
    """One table of the version in the making."""

    path: Path
    entry: TableEntry
    changes: TableChanges


def entry_of(fresh: pd.DataFrame, *, fetched: Fetched, remarks: Sequence[str], now: datetime) -> TableEntry:
    """Line of the manifest for a fetched table."""
    return TableEntry(
        id=fetched.table.id,
        title=fetched.title,
        source=fetched.table.source.id,
        rows=len(fresh),
        periods=tuple(sorted(fresh["period"].unique())),
        modified=fetched.modified,
        sha256=_hash(fresh),
        fetched=now.isoformat(timespec="seconds"),
        regions=int(fresh["region"].nunique()),
        measures={measure.id: measure.title for measure in fetched.measures},
        notes=(*_notes(fetched), *remarks),
    )


def carried(embedded: Snapshot, *, but: Sequence[str]) -> list[TableEntry]:
    """Lines of the embedded tables that no refresh touches: documents, publications, inhabitants."""
    return [entry for entry in embedded.manifest.tables if entry.id not in but]


def sorted_rows(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows of one table, a period at a time."""
    for _, piece in rows.groupby("period", observed=True, sort=True):
        yield piece


def _notes(fetched: Fetched) -> Iterator[str]:
    odd = fetched.oddities
    if odd.unknown_regions:
        yield f"onbekende gebieden, niet ingelezen: {_listed(sorted(odd.unknown_regions))}"
    if odd.out_of_time:
        yield f"cijfers voor een gebied dat toen niet bestond: {_listed(sorted(odd.out_of_time))}"
    if fetched.not_sent:
        yield f"het CBS telt in deze tabel {fetched.not_sent} regels meer dan het stuurde"
    if fetched.unread:
        yield f"maten die de catalogus niet kent, niet ingelezen: {_listed(fetched.unread)}"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" en nog {rest}" if rest > 0 else "")


def _hash(rows: pd.DataFrame) -> str:
    """Hash of the rows as CSV, the same text as data_sources.manifest hashes, a period at a time to spare memory."""
    digest = hashlib.sha256(",".join(rows.columns).encode() + b"\n")
    for piece in sorted_rows(rows):
        digest.update(piece.to_csv(index=False, header=False, lineterminator="\n").encode())
    return digest.hexdigest()
