"""A table that is ready to be published: its file, its line in the manifest and what changed in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from data_sources.changes import TableChanges
from data_sources.manifest import TableEntry
from data_sources.marks import Mark, old_figures
from data_sources.refresh.fetch import Fetched
from data_sources.refresh.published_rates import RatePairs
from data_sources.refresh.store import writing
from data_sources.refresh.validate import Findings, Pair, rows_of
from data_sources.snapshots import Snapshot

_LISTED = 10


@dataclass(frozen=True)
class StagedTable:
    """One table of the version in the making; ``rates`` are what CBS prints per 100,000 beside the counts.

    ``path`` is the file with its cells, ``changed_path`` the one with the cells that changed.
    """

    path: Path
    changed_path: Path
    entry: TableEntry
    changes: TableChanges
    rates: RatePairs

    def with_notes(self, notes: Sequence[str]) -> StagedTable:
        """The same edition with more remarks."""
        return replace(
            self,
            entry=replace(self.entry, notes=(*self.entry.notes, *notes)),
            changes=replace(self.changes, remarks=(*self.changes.remarks, *notes)),
        )


def entry_of(
    rows: pd.DataFrame, *, fetched: Fetched, findings: Findings, marks: Sequence[Mark], now: datetime
) -> TableEntry:
    """Line of the manifest for a fetched table, the figures it kept from before included."""
    return TableEntry(
        id=fetched.table.id,
        title=fetched.title,
        source=fetched.table.source.id,
        rows=len(rows),
        periods=tuple(sorted(rows["period"].unique())),
        modified=fetched.modified,
        sha256=_hash(rows),
        fetched=now.isoformat(timespec="seconds"),
        regions=int(rows["region"].nunique()),
        measures={measure.id: measure.title for measure in fetched.measures},
        notes=(*fetched.remarks, *_notes(fetched), *findings.notes),
        marks=(*findings.marks, *marks),
        places=fetched.places,
    )


def with_old_figures(
    path: Path, *, gone: frozenset[Pair], previous: pd.DataFrame, entry: TableEntry | None, created: str
) -> tuple[Mark, ...]:
    """Put the figures that CBS gives no more at the end of a fetched file; returns the marks that date them.

    ``previous`` are the rows of the version in use, ``entry`` its line of this table, ``created`` the day it was made.
    """
    if not gone:
        return ()
    beside = path.with_suffix(".old")
    with writing(beside) as writer:
        writer.copy(path)
        for piece in sorted_rows(rows_of(previous, gone)):
            writer.add(piece)
    beside.replace(path)
    dated = {
        (mark.measure, category): mark.since
        for mark in (entry.marks if entry else ())
        if mark.since
        for category in mark.categories
    }
    fetched = (entry.fetched if entry else "") or created
    groups: dict[tuple[str, str], list[str]] = {}
    for measure, category in sorted(gone):
        groups.setdefault((measure, dated.get((measure, category), fetched)), []).append(category)
    return tuple(old_figures(measure, categories, since=since) for (measure, since), categories in groups.items())


def carried(embedded: Snapshot, *, but: Sequence[str]) -> list[TableEntry]:
    """Lines of the embedded tables that no refresh touches: documents, publications, inhabitants."""
    return [entry for entry in embedded.manifest.tables if entry.id not in but]


def sorted_rows(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows of one table, a period at a time."""
    for _, piece in rows.groupby("period", observed=True, sort=True):
        yield piece


def _notes(fetched: Fetched) -> Iterator[str]:
    odd = fetched.oddities

    def called(codes: Mapping[str, int]) -> str:
        return _listed([f"{code} ({fetched.places.get(code, code)})" for code in sorted(codes)])

    if odd.unknown_regions:
        yield f"onbekende gebieden, wel ingelezen: {called(odd.unknown_regions)}"
    if odd.other_regions:
        yield f"gebieden met een andere soort code, niet ingelezen: {called(odd.other_regions)}"
    if odd.out_of_time:
        yield f"cijfers voor een gebied dat toen niet bestond: {_listed(sorted(odd.out_of_time))}"
    if fetched.not_sent:
        yield f"het CBS telt in deze tabel {fetched.not_sent} regels meer dan het stuurde"
    if odd.nameless:
        yield f"onderdelen zonder naam, met hun code ingelezen: {_listed(sorted(odd.nameless))}"
    if odd.no_numbers:
        cells = [f"{title} ({many})" for title, many in sorted(odd.no_numbers.items())]
        yield f"waarden die geen getal zijn, gelezen als een punt: {_listed(cells)}"
    if odd.doubles:
        yield f"{odd.doubles} cellen stonden twee keer in het antwoord, met hetzelfde cijfer"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" en nog {rest}" if rest > 0 else "")


def _hash(rows: pd.DataFrame) -> str:
    """Hash of the rows as CSV, the same text as data_sources.manifest hashes, a period at a time to spare memory."""
    digest = hashlib.sha256(",".join(rows.columns).encode() + b"\n")
    for piece in sorted_rows(rows):
        digest.update(piece.to_csv(index=False, header=False, lineterminator="\n").encode())
    return digest.hexdigest()
