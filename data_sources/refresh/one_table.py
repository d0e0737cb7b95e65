"""One table of a refresh: fetched through a door, judged, and ready to be published or refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pandera.errors import SchemaError, SchemaErrors

from data_sources import versions
from data_sources.catalogue.model import Table
from data_sources.cbs import CbsError, CbsUnreachableError, Door, DoorName
from data_sources.refresh.disk import DISK_FULL, FULL
from data_sources.refresh.doors import Doors
from data_sources.refresh.fetch import Fetched, fetch_table
from data_sources.refresh.judge import judged
from data_sources.refresh.reading import reading
from data_sources.refresh.shape import ShapeError
from data_sources.refresh.staged_table import StagedTable
from data_sources.refresh.validate import InvalidError
from data_sources.refresh.work import Work


def refresh_table(work: Work, table: Table, *, doors: Doors, number: int, total: int, folder: Path) -> None:
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
        work.refuse(table, reason=str(error), path=path)
    except (SchemaErrors, SchemaError) as error:
        work.refuse(table, reason=f"een rij past niet in het schema ({type(error).__name__})", path=path)
    except OSError as error:
        if error.errno not in FULL:
            raise
        msg = f"{table.id}: {DISK_FULL}"
        raise versions.VersionsError(msg) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # metadata of another form than CBS has ever sent: name the table and go on with the others
        work.refuse(table, reason=f"het antwoord heeft een onbekende vorm ({error!r})", path=path)


def _known_date(work: Work, table: Table, *, address: str) -> str | None:
    """Modification date of the figures in use, when they came from this service and would be read the same today."""
    entry = work.previous.manifest.table(table.id)
    if work.reread or entry is None or entry.reading != reading() or entry.service != address:
        return None
    return entry.modified


def _by_door(edition: StagedTable, *, way: DoorName, address: str) -> StagedTable:
    """Write down which way a table came and what read it."""
    return replace(
        edition,
        entry=replace(edition.entry, door=str(way), service=address, reading=reading()),
        changes=replace(edition.changes, door=str(way)),
    )
