"""One refresh: fetch, tidy, validate and compare table by table, then publish everything in one rename."""

from __future__ import annotations

import errno
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from pandera.errors import SchemaError, SchemaErrors

from data_sources import changes, versions
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import Cells, Table
from data_sources.catalogue.refreshed import REFRESHED
from data_sources.cbs import CbsError, CbsUnreachableError, Door, DoorName, Service
from data_sources.manifest import TableEntry, write_manifest
from data_sources.refresh import progress
from data_sources.refresh.compare import compare
from data_sources.refresh.doors import DoorChoice, Doors, Text, door_of_files, doors_of_service
from data_sources.refresh.edition import Edition, carried, entry_of, sorted_rows, with_old_figures
from data_sources.refresh.fetch import Fetched, fetch_table
from data_sources.refresh.listener import Listener
from data_sources.refresh.own_rates import INHABITANTS, population_of, rate_notes, rate_pairs
from data_sources.refresh.reading import reading
from data_sources.refresh.shape import ShapeError
from data_sources.refresh.store import read, writing
from data_sources.refresh.validate import InvalidError, validate
from data_sources.snapshots import Snapshot, load

_DISK_FULL = "de schijf is vol (of een bestand mag niet groter worden); er is niets gepubliceerd"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True)
class Outcome:
    """What a refresh did: the published version (None: the old one stays), refused tables with reasons, cost."""

    version: str | None
    refused: Mapping[str, str]
    rows: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0
    log: changes.ChangeLog | None = None
    unchanged: tuple[str, ...] = ()  # ids of tables of which CBS has nothing newer
    doors: Mapping[str, DoorName] = field(default_factory=dict)  # table id → the way it came

    @property
    def complete(self) -> bool:
        """Whether the version in use holds the newest figures of every table that was asked for."""
        return not self.refused and (self.version is not None or bool(self.unchanged))


@dataclass
class Work:
    """What a running refresh carries along."""

    data_dir: Path
    listener: Listener
    previous: Snapshot
    now: datetime
    accept_shrink: bool
    reread: bool  # also what CBS says it did not change
    state: progress.Progress
    editions: dict[str, Edition] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    doors: dict[str, DoorName] = field(default_factory=dict)
    unreachable: bool = False  # the last refusal was that nobody answered

    def tell(self, **news: object) -> None:
        """Put news in the progress file."""
        self.state = replace(self.state, updated=progress.moment(), **news)  # type: ignore[arg-type]
        progress.write(self.data_dir, self.state)

    def wait(self, text: str) -> None:
        """Say what is waited for, to whoever listens and in the progress file."""
        if text != self.state.waiting:
            self.listener.waiting(text)
            self.tell(waiting=text)


def _now() -> datetime:
    return datetime.now(UTC)


def refresh(
    data_dir: Path,
    *,
    service: Service,
    listener: Listener,
    tables: Sequence[Table] = REFRESHED,
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
    with door_of_files(paths, known=[table.id for table in REFRESHED]) as (doors, ids):

        def opened(_: Text) -> AbstractContextManager[Doors]:
            return nullcontext(doors)

        tables = [table for table in REFRESHED if table.id in ids]
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
    with versions.locked(data_dir), _full_disk_named(), versions.staging(data_dir) as staged:
        moment = progress.moment()
        work = Work(
            data_dir, listener, load(data_dir), clock(), accept_shrink, reread,
            progress.Progress(progress.Stage.RUNNING, started=moment, updated=moment, total=len(tables)),
        )  # fmt: skip
        with _failure_told(work), opened(work.wait) as doors:
            version = versions.next_id(data_dir, now=work.now)
            for text in work.previous.problems:
                listener.note(text)
            for number, table in enumerate(tables):
                if table.stands_in_for in {one.id for one in tables} - set(work.refused):
                    continue  # the table that goes first came in
                _one(work, table, doors=doors, number=number, total=len(tables), folder=staged)
            log, rows = None, 0
            if work.editions:
                _hold_rates_against_ours(work)
                log, rows = _publish(work, staged, version=version, address=doors.address)
                work.tell(stage=progress.Stage.PARTLY if work.refused else progress.Stage.PUBLISHED, version=version)
            elif not work.refused:
                work.tell(stage=progress.Stage.UNCHANGED)
            else:
                work.tell(stage=progress.Stage.FAILED, reason="; ".join(f"{t}: {r}" for t, r in work.refused.items()))
    return Outcome(
        version if work.editions else None, dict(work.refused), rows, time.monotonic() - start, peak_memory_mb(), log,
        tuple(work.unchanged), dict(work.doors),
    )  # fmt: skip


def _one(work: Work, table: Table, *, doors: Doors, number: int, total: int, folder: Path) -> None:
    """Fetch and judge one table; only a full disk or a bug in our code gets past here."""

    def tick(done: int, periods: int) -> None:
        work.listener.period(done, periods)
        work.tell(share=(number + done / periods) / total)

    work.listener.table(table, number=number + 1, total=total)
    work.tell(table=table.id, title=table.title, done=number, share=number / total)
    path = folder / f"{table.id}.parquet"
    known = _known_date(work, table, address=doors.address)

    def fetch(door: Door) -> Fetched | None:
        return fetch_table(table, door=door, path=path, now=work.now, tick=tick, known=known)

    try:
        # when nothing answered so far the service is down: ask each remaining table once, without waiting
        hasty = work.unreachable and not work.editions and not work.unchanged
        fetched, way = doors.through(table.id, fetch, hasty=hasty, note=work.listener.note)
        if fetched is None:
            work.unchanged.append(table.id)
            work.listener.unchanged(table)
            return
        work.doors[table.id] = way
        work.editions[table.id] = edition = _by_door(judged(work, fetched), way=way, address=doors.address)
        work.listener.good(table, rows=edition.entry.rows, remarks=edition.entry.notes, door=way)
    except (CbsError, ShapeError, InvalidError) as error:
        work.unreachable = isinstance(error, CbsUnreachableError)
        _refuse(work, table, reason=str(error), path=path)
    except (SchemaErrors, SchemaError) as error:
        _refuse(work, table, reason=f"een rij past niet in het schema ({type(error).__name__})", path=path)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        msg = f"{table.id}: {_DISK_FULL}"
        raise versions.VersionsError(msg) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # metadata of another form than CBS has ever sent: name the table and go on with the others
        _refuse(work, table, reason=f"het antwoord heeft een onbekende vorm ({error!r})", path=path)


def _known_date(work: Work, table: Table, *, address: str) -> str | None:
    """Modification date of the figures in use, when they came from this service and would be read the same today."""
    entry = work.previous.manifest.table(table.id)
    if work.reread or entry is None or entry.reading != reading() or entry.service != address:
        return None
    return entry.modified


def _by_door(edition: Edition, *, way: DoorName, address: str) -> Edition:
    """Write down which way a table came and what read it."""
    return replace(
        edition,
        entry=replace(edition.entry, door=str(way), service=address, reading=reading()),
        changes=replace(edition.changes, door=str(way)),
    )


def _refuse(work: Work, table: Table, *, reason: str, path: Path) -> None:
    path.unlink(missing_ok=True)
    work.refused[table.id] = reason
    work.listener.bad(table, reason=reason)
    work.tell(refused=tuple(work.refused))


def judged(work: Work, fetched: Fetched) -> Edition:
    """Check a fetched table and compare it with the figures in use; raises InvalidError and pandera's SchemaErrors."""
    table = fetched.table
    fresh, previous = read(fetched.path), _rows_of(work.previous, table.id)
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
    rows = read(fetched.path) if findings.gone else fresh
    entry = entry_of(rows, fetched=fetched, findings=findings, marks=marks, now=work.now)
    compared = compare(rows, previous=previous, table_id=table.id, title=table.title)
    places = dict(known.places if known else {}) | dict(fetched.places)
    return Edition(fetched.path, entry, replace(compared, remarks=entry.notes, places=places), rates)


def _hold_rates_against_ours(work: Work) -> None:
    """Say of every table how what CBS prints per 100,000 stands to our rate, now that the inhabitants are known too."""
    previous = work.previous.observations
    inhabitants = [previous[previous["measure"] == INHABITANTS]]
    inhabitants += [read(one.path, measure=INHABITANTS) for one in work.editions.values()]
    population = population_of(inhabitants, best_first=[table.id for table in REFRESHED])
    for table_id, edition in work.editions.items():
        notes = tuple(rate_notes(edition.rates, population=population))
        for note in notes:
            work.listener.note(f"{table_id}: {note}.")
        work.editions[table_id] = edition.with_notes(notes)


def _needed_cells() -> Iterator[Cells]:
    for spec in INDICATORS.values():
        yield from spec.numerator
        yield from spec.denominator or ()


def _rows_of(snapshot: Snapshot, table_id: str) -> pd.DataFrame:
    rows = snapshot.observations
    return rows[rows["table"] == table_id]


def _publish(work: Work, staged: Path, *, version: str, address: str) -> tuple[changes.ChangeLog, int]:
    """Put new and carried tables in one file, write manifest and changes, and make the version current."""
    embedded = load(work.data_dir, version=versions.EMBEDDED_VERSION)
    entries: list[TableEntry] = []
    with writing(staged / versions.OBSERVATIONS) as writer:
        for table in REFRESHED:
            if table.id in work.editions:
                writer.copy(work.editions[table.id].path)
                entries.append(work.editions[table.id].entry)
            elif table.stands_in_for in work.editions:
                continue  # older figures of the stand-in would stay for ever
            elif (entry := work.previous.manifest.table(table.id)) is not None:
                for piece in sorted_rows(_rows_of(work.previous, table.id)):
                    writer.add(piece)
                entries.append(entry)
        untouched = carried(embedded, but=[table.id for table in REFRESHED])
        rows = embedded.observations
        writer.add(rows[rows["table"].isin([entry.id for entry in untouched])])
        entries.extend(untouched)
    for edition in work.editions.values():
        edition.path.unlink()
    log = changes.ChangeLog(
        version,
        previous=work.previous.version,
        tables=tuple(edition.changes for edition in work.editions.values()),
        refused=tuple(
            changes.Refused(table.id, table.title, work.refused[table.id])
            for table in REFRESHED
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


@contextmanager
def _failure_told(work: Work) -> Iterator[None]:
    """Leave the reason in the progress file when the refresh stops halfway."""
    try:
        yield
    except BaseException as error:
        work.tell(stage=progress.Stage.FAILED, reason=str(error))
        raise


@contextmanager
def _full_disk_named() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise versions.VersionsError(_DISK_FULL) from error


def peak_memory_mb() -> float:
    """Most memory this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
