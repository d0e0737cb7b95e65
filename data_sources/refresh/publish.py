"""Publishes the staged tables as one version, with manifest and list of changes, and makes it current."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data_sources import changes, versions
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.changed_cells import writing_changed_cells
from data_sources.manifest import TableEntry, write_manifest
from data_sources.refresh.compare import changed_cells
from data_sources.refresh.published_rates import INHABITANTS, population_of, rate_notes
from data_sources.refresh.staged_table import carried, sorted_rows
from data_sources.refresh.store import read_observations, writing
from data_sources.refresh.work import Work
from data_sources.snapshots import Snapshot, load


def hold_rates_against_ours(work: Work) -> None:
    """Say of every table how what CBS prints per 100,000 stands to our rate, now that the inhabitants are known too."""
    previous = work.previous.observations
    inhabitants = [previous[previous["measure"] == INHABITANTS]]
    inhabitants += [read_observations(staged.path, measure=INHABITANTS) for staged in work.editions.values()]
    population = population_of(inhabitants, best_first=[table.id for table in REFRESHED_TABLES])
    for table_id, edition in work.editions.items():
        notes = tuple(rate_notes(edition.rates, population=population))
        for note in notes:
            work.listener.note(f"{table_id}: {note}.")
        work.editions[table_id] = edition.with_notes(notes)


def publish(work: Work, staged: Path, *, version: str, address: str) -> tuple[changes.ChangeLog, int]:
    """Put new and carried tables in one file, write manifest and changes, and make the version current."""
    embedded = load(work.data_dir, version=versions.EMBEDDED_VERSION)
    entries: list[TableEntry] = []
    with writing(staged / versions.OBSERVATIONS) as writer:
        for table in REFRESHED_TABLES:
            if table.id in work.editions:
                writer.copy(work.editions[table.id].path)
                entries.append(work.editions[table.id].entry)
            elif table.stands_in_for in work.editions:
                continue  # older figures of the stand-in would stay for ever
            elif (entry := work.previous.manifest.table(table.id)) is not None:
                for piece in sorted_rows(work.previous_rows(table.id)):
                    writer.add(piece)
                entries.append(entry)
        untouched = carried(embedded, but=[table.id for table in REFRESHED_TABLES])
        rows = embedded.observations
        writer.add(rows[rows["table"].isin([entry.id for entry in untouched])])
        entries.extend(untouched)
    _write_changed_cells(work, staged, embedded=embedded, entries=entries)
    for edition in work.editions.values():
        edition.path.unlink()
        edition.changed_path.unlink()
    log = changes.ChangeLog(
        version,
        previous=work.previous.version,
        tables=tuple(edition.changes for edition in work.editions.values()),
        refused=tuple(
            changes.Refused(table.id, table.title, work.refused[table.id])
            for table in REFRESHED_TABLES
            if table.id in work.refused
        ),
    )
    changes.write(staged, log)
    write_manifest(
        staged,
        version=version,
        created=work.now.isoformat(timespec="seconds"),
        tables=tuple(entries),
        service=address,
    )
    versions.publish(work.data_dir, staged, version=version)
    versions.prune(work.data_dir)
    return log, writer.rows


def _write_changed_cells(work: Work, staged: Path, *, embedded: Snapshot, entries: Sequence[TableEntry]) -> None:
    """Write every cell that differs from the version in use: of the fetched tables, and of those that the site brings or drops."""
    now, before = {entry.id: entry for entry in entries}, {entry.id: entry for entry in work.previous.manifest.tables}
    with writing_changed_cells(staged / versions.CHANGED_CELLS) as writer:
        for table_id in dict.fromkeys((*now, *before)):
            if table_id in work.editions:
                writer.copy(work.editions[table_id].changed_path)
            elif table_id not in now or table_id not in before or now[table_id].sha256 != before[table_id].sha256:
                rows = embedded.observations
                fresh = rows[rows["table"] == table_id] if table_id in now else rows.iloc[:0]
                writer.add(changed_cells(fresh, previous=work.previous_rows(table_id)))
