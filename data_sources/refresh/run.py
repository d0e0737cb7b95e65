"""One refresh: fetch, tidy, validate and compare table by table, then publish everything in one rename."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from data_sources import versions
from data_sources.catalogue.model import Table
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh import progress
from data_sources.refresh.disk import full_disk_named
from data_sources.refresh.doors import DoorChoice, Doors, Text, door_of_files, doors_of_service
from data_sources.refresh.listener import Listener
from data_sources.refresh.one_table import refresh_table
from data_sources.refresh.outcome import Outcome, peak_memory_mb
from data_sources.refresh.publish import hold_rates_against_ours, publish
from data_sources.refresh.work import Work
from data_sources.snapshots import load


def _now() -> datetime:
    return datetime.now(UTC)


def refresh(
    data_dir: Path,
    *,
    service: Service,
    listener: Listener,
    tables: Sequence[Table] = REFRESHED_TABLES,
    accept_shrink: bool = False,
    reread: bool = False,
    door: DoorChoice = DoorChoice.AUTO,
    clock: Callable[[], datetime] = _now,
) -> Outcome:
    """Fetch tables and publish them as a new version on top of the current one.

    A table of which CBS has nothing newer is not fetched, unless ``reread``. One that cannot be fetched or breaks a
    rule keeps its old figures and is named with the reason; when nothing is left to publish, the old version stays
    untouched. Raises versions.BusyError when another refresh runs and versions.VersionsError when the clock stands
    before the newest version or the disk is full.
    """

    def opened(waiting: Text) -> AbstractContextManager[Doors]:
        return doors_of_service(service, choice=door, waiting=waiting)

    return _run(
        data_dir, opened, listener=listener, tables=tables, accept_shrink=accept_shrink, reread=reread, clock=clock
    )


def import_files(
    data_dir: Path,
    paths: Sequence[Path],
    *,
    listener: Listener,
    accept_shrink: bool = False,
    clock: Callable[[], datetime] = _now,
) -> Outcome:
    """Publish tables from ZIP files of CBS or a folder of saved answers, with the checks of a refresh.

    Raises what refresh raises, and CbsError (Dutch) for files that are not what CBS offers.
    """
    with door_of_files(paths, known=[table.id for table in REFRESHED_TABLES]) as (doors, ids):

        def opened(_: Text) -> AbstractContextManager[Doors]:
            return nullcontext(doors)

        tables = [table for table in REFRESHED_TABLES if table.id in ids]
        return _run(
            data_dir, opened, listener=listener, tables=tables, accept_shrink=accept_shrink, reread=True, clock=clock
        )


def _run(
    data_dir: Path,
    opened: Callable[[Text], AbstractContextManager[Doors]],
    *,
    listener: Listener,
    tables: Sequence[Table],
    accept_shrink: bool,
    reread: bool,
    clock: Callable[[], datetime],
) -> Outcome:
    start = time.monotonic()
    with versions.locked(data_dir), full_disk_named(), versions.staging(data_dir) as staged:
        moment = progress.moment()
        work = Work(
            data_dir, listener, load(data_dir), clock(), accept_shrink, reread,
            progress.Progress(progress.Stage.RUNNING, started=moment, updated=moment, total=len(tables)),
        )  # fmt: skip
        with _failure_reported(work), opened(work.wait) as doors:
            version = versions.next_id(data_dir, now=work.now)
            for text in work.previous.problems:
                listener.note(text)
            for number, table in enumerate(tables):
                if table.stands_in_for in {other.id for other in tables} - set(work.refused):
                    continue  # the table that goes first came in
                refresh_table(work, table, doors=doors, number=number, total=len(tables), folder=staged)
            log, rows = None, 0
            if work.editions:
                hold_rates_against_ours(work)
                log, rows = publish(work, staged, version=version, address=doors.address)
                work.tell(stage=progress.Stage.PARTLY if work.refused else progress.Stage.PUBLISHED, version=version)
            elif not work.refused:
                work.tell(stage=progress.Stage.UNCHANGED)
            else:
                work.tell(stage=progress.Stage.FAILED, reason="; ".join(f"{t}: {r}" for t, r in work.refused.items()))
    return Outcome(
        version if work.editions else None, dict(work.refused), rows, time.monotonic() - start, peak_memory_mb(), log,
        tuple(work.unchanged), dict(work.doors), unreachable=work.unreachable and not work.editions and not work.unchanged,
    )  # fmt: skip


@contextmanager
def _failure_reported(work: Work) -> Iterator[None]:
    """Leave the reason in the progress file when the refresh stops halfway."""
    try:
        yield
    except BaseException as error:
        work.tell(stage=progress.Stage.FAILED, reason=str(error))
        raise
