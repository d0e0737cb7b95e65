"""Fetches the shape and a sample of rows of every table and reports what a refresh would do with them; changes nothing.

It goes the way a refresh goes, with fewer rows: the same doors, the same reader, the same checks.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import pandas as pd
from pandera.errors import SchemaError, SchemaErrors

from data_sources.catalogue.model import Table
from data_sources.catalogue.sources import CBS
from data_sources.cbs import CbsError, Door, DoorName, Service
from data_sources.cbs.keeper import Keeper
from data_sources.cbs.sample import SampleDoor
from data_sources.cbs.saved import SavedAnswers
from data_sources.level import Level
from data_sources.period import Kind, Period, UnknownPeriodError
from data_sources.refresh import progress
from data_sources.refresh.doors import DoorChoice, Doors, Text, doors_of_service
from data_sources.refresh.fetch import Fetched, fetch_table
from data_sources.refresh.judge import judged
from data_sources.refresh.listener import Listener
from data_sources.refresh.shape import ShapeError, plain
from data_sources.refresh.store import read_observations
from data_sources.refresh.validate import InvalidError
from data_sources.refresh.work import Work
from data_sources.snapshots import load


class TableVerdict(StrEnum):
    """What a refresh would do with a table."""

    FITS = "past"
    REMARKS = "past, met opmerkingen"
    REFUSED = "zou worden geweigerd"
    UNREACHED = "niet gelezen"
    UNLISTED = "hoort niet bij dit beeld"


@dataclass(frozen=True)
class TableReport:
    """Outcome of the verification of one table; texts are Dutch."""

    id: str
    title: str
    verdict: TableVerdict
    reason: str = ""  # why it would be refused or was not read
    remarks: tuple[str, ...] = ()
    door: DoorName | None = None
    modified: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)  # our id → title of CBS
    wanted: int = 0  # measures in the catalogue, 0 when it takes what comes
    periods: tuple[str, ...] = ()  # all codes in the table, sorted
    places: int = 0  # members of the dimension of regions
    members: Mapping[str, int] = field(default_factory=dict)  # other dimension → number of members
    rows: int = 0  # cells read
    national: Mapping[str, float] = field(default_factory=dict)  # our measure id → figure of the newest period
    national_period: str = ""


@dataclass(frozen=True)
class Report:
    """Outcome of one verification: every table with its verdict, and the date it was made."""

    address: str
    date: datetime
    tables: tuple[TableReport, ...]
    notes: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether every table of the catalogue that was looked at would be published."""
        return not any(table.verdict in {TableVerdict.REFUSED, TableVerdict.UNREACHED} for table in self.tables)


def verify(
    service: Service,
    *,
    tables: Sequence[Table],
    choice: DoorChoice = DoorChoice.AUTO,
    listener: Listener,
    save: Path | None = None,
    whole: bool = False,
    now: datetime | None = None,
) -> Report:
    """Look at tables of a service; ``save`` keeps the answers in a folder, ``whole`` asks all rows instead of some."""
    keeper = None if save is None else Keeper(save, service=service.url, whole=whole)
    moment = now or datetime.now(UTC)
    notes: list[str] = []
    reports: list[TableReport] = []
    with doors_of_service(service, choice=choice, waiting=listener.waiting, keeper=keeper) as doors:
        for number, table in enumerate(tables, start=1):
            listener.table(table, number=number, total=len(tables))
            hasty = bool(reports) and all(report.verdict is TableVerdict.UNREACHED for report in reports)
            report = _examined(
                table, doors=doors, listener=listener, now=moment, whole=whole, hasty=hasty, note=notes.append
            )
            reports.append(report)
            listener.examined(table, text=report.verdict.value)
    return Report(doors.address, moment, tuple(reports), tuple(notes))


def verify_folder(
    folder: Path, *, tables: Sequence[Table], all_tables: bool, listener: Listener, now: datetime | None = None
) -> Report:
    """Look at a folder of saved answers, at ``all_tables`` in it or only at these; raises CbsError for another folder."""
    saved = SavedAnswers(folder)
    doors = Doors([saved], address=str(folder))
    moment = now or datetime.now(UTC)
    listed = {table.id for table in tables}
    chosen = [table for table in tables if table.id in saved.tables]
    if all_tables:
        chosen += [_unlisted(table_id) for table_id in saved.tables if table_id not in listed]
    reports = [
        _examined(table, doors=doors, listener=listener, now=moment, listed=table.id in listed) for table in chosen
    ]
    return Report(str(folder), moment, tuple(reports))


def _unlisted(table_id: str) -> Table:
    """Table that the catalogue does not have: everything is read from its metadata."""
    return Table(table_id, table_id, CBS, (), frozenset(Level), 0.0)


def _examined(
    table: Table,
    *,
    doors: Doors,
    listener: Listener,
    now: datetime,
    whole: bool = False,
    hasty: bool = False,
    listed: bool = True,
    note: Text = lambda _: None,
) -> TableReport:
    """Go the way of a refresh with one table, in a folder that is thrown away; one that is not ``listed`` is only read."""
    sample: SampleDoor | None = None
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:

        def fetch(door: Door) -> Fetched | None:
            nonlocal sample
            sample = SampleDoor(door)
            through: Door = door if whole else sample
            return fetch_table(table, door=through, path=Path(folder) / table.id, now=now, tick=listener.period)

        seen = TableReport(
            table.id, table.title, TableVerdict.FITS if listed else TableVerdict.UNLISTED, wanted=len(table.measures)
        )
        unread, refused = (
            (TableVerdict.UNREACHED, TableVerdict.REFUSED) if listed else (TableVerdict.UNLISTED, TableVerdict.UNLISTED)
        )
        try:
            fetched, way = doors.through(table.id, fetch, hasty=hasty, note=note)
            assert fetched is not None, "without a known date a table is always fetched"  # noqa: S101
            if not listed:
                titles = {measure.id: measure.title for measure in fetched.measures}
                return _shape(replace(seen, reason="de tabel is te lezen", measures=titles, door=way), sample)
            edition = judged(_work(Path(folder), listener=listener, now=now), fetched)
        except CbsError as error:
            return _shape(replace(seen, verdict=unread, reason=str(error)), sample)
        except (ShapeError, InvalidError) as error:
            return _shape(replace(seen, verdict=refused, reason=str(error)), sample)
        except (SchemaError, SchemaErrors, KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"het antwoord heeft een onbekende vorm ({type(error).__name__})"
            return _shape(replace(seen, verdict=refused, reason=reason), sample)
        entry = edition.entry
        newest, national = _national(read_observations(edition.path))
        return _shape(
            replace(
                seen,
                title=entry.title or table.title,
                verdict=TableVerdict.REMARKS if entry.notes else TableVerdict.FITS,
                remarks=entry.notes,
                door=way,
                modified=entry.modified,
                places=entry.regions,
                measures=entry.measures,
                rows=entry.rows,
                periods=entry.periods,
                national=national,
                national_period=newest,
            ),
            sample,
        )


def _work(folder: Path, *, listener: Listener, now: datetime) -> Work:
    """Refresh that has no figures yet, so that a sample is not called a table that shrank."""
    embedded = load(folder)
    moment = progress.moment()
    return Work(
        folder, listener, replace(embedded, observations=embedded.observations.iloc[:0]), now,
        accept_shrink=True, reread=True,
        state=progress.Progress(progress.Stage.RUNNING, started=moment, updated=moment),
    )  # fmt: skip


def _shape(report: TableReport, sample: SampleDoor | None) -> TableReport:
    """Add what was read of the table itself, also when it would be refused."""
    if sample is None:
        return report
    info = sample.known_info(report.id)
    codes = []
    for row in sample.period_members(report.id):
        try:
            codes.append(Period.from_code(str(row["Key"])).code)
        except UnknownPeriodError:
            continue
    return replace(
        report,
        door=report.door or (sample.name if info else None),
        title=plain(info.get("Title") or report.title),
        modified=plain(info.get("Modified") or report.modified),
        periods=tuple(sorted(codes)) or report.periods,
        members=sample.dimension_sizes(report.id),
        places=len(sample.place_members(report.id)) or report.places,
    )


def _national(rows: pd.DataFrame) -> tuple[str, dict[str, float]]:
    """Newest period and its figures for the country, of the first category of each measure."""
    country = rows[(rows["level"] == Level.COUNTRY) & rows["value"].notna()].astype({"period": "str"})
    if country.empty:
        return "", {}
    newest = max(
        country["period"],
        key=lambda code: (Period.from_code(code).calendar_year, Period.from_code(code).kind is Kind.YEAR, code),
    )
    here = country[country["period"] == newest]
    totals = here[here["category"].astype("str").map(_is_total)]
    first = (totals if len(totals) else here).drop_duplicates("measure")
    return newest, dict(zip(first["measure"].astype("str"), first["value"].astype(float), strict=True))


def _is_total(category: str) -> bool:
    """Whether a printed category counts everything: 'Totaal', 'Soort: Totaal | Vorm: Totaal'."""
    return all(part.rsplit(": ", 1)[-1].startswith("Totaal") for part in category.split(" | "))
