"""Judges a fetched table against the figures in use and stages it for publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import Cells
from data_sources.changed_cells import writing_changed_cells
from data_sources.refresh.compare import changed_cells, table_changes
from data_sources.refresh.fetch import Fetched
from data_sources.refresh.published_rates import rate_pairs
from data_sources.refresh.staged_table import StagedTable, entry_of, with_old_figures
from data_sources.refresh.store import read_observations
from data_sources.refresh.validate import validate
from data_sources.refresh.work import Work


def judged(work: Work, fetched: Fetched) -> StagedTable:
    """Check a fetched table and compare it with the figures in use; raises InvalidError and pandera's SchemaErrors."""
    table = fetched.table
    fresh, previous = read_observations(fetched.path), work.previous_rows(table.id)
    known = work.previous.manifest.table(table.id)
    findings = validate(
        fresh,
        table=table,
        previous=previous,
        needed=tuple(_needed_cells()),
        old_marks=known.marks if known else (),
        complete=bool(known and known.fetched),
        accept_shrink=work.accept_shrink,
    )
    rates = rate_pairs(fresh)
    marks = with_old_figures(
        fetched.path, gone=findings.gone, previous=previous, entry=known, created=work.previous.manifest.created
    )
    rows = read_observations(fetched.path) if findings.gone else fresh
    entry = entry_of(rows, fetched=fetched, findings=findings, marks=marks, now=work.now)
    compared = table_changes(rows, previous=previous, table_id=table.id, title=table.title)
    places = dict(known.places if known else {}) | dict(fetched.places)
    changed_path = fetched.path.with_suffix(".changed")
    with writing_changed_cells(changed_path) as writer:  # last: a table that is refused leaves nothing behind
        writer.add(changed_cells(rows, previous=previous))
    return StagedTable(fetched.path, changed_path, entry, replace(compared, remarks=entry.notes, places=places), rates)


def _needed_cells() -> Iterator[Cells]:
    for spec in INDICATORS.values():
        yield from spec.numerator
        yield from spec.denominator or ()
