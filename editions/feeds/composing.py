"""Puts the changed cells of one publish into words: an entry for each table and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data_sources import changes, versions
from data_sources.catalogue.tables import TABLES
from data_sources.changed_cells import CellChange
from data_sources.changes import ChangeLog
from data_sources.level import Level, UnknownRegionCodeError
from data_sources.period import Period
from editions.feeds import words
from editions.feeds.entry import CellRow, FeedEntry
from editions.feeds.gathering import ENTRY, MANY, Gathered
from editions.feeds.pages import CHANGELOG
from geo import registry
from indicators import notation

MOST_NEW_PERIODS = 4
"""New periods of a table that have an entry each; CBS brings one or two at a time."""

_TABLE_ORDER = {table: number for number, table in enumerate(TABLES)}


@dataclass(frozen=True)
class EntrySubject:
    """What an entry is about: one period of a table, or the many that it got at once.

    ``place`` is the code of the place of its feed, '' for the whole site.
    """

    log: ChangeLog
    table: str
    periods: tuple[Period, ...]
    place: str = ""

    @property
    def key(self) -> str:
        """Name of the entry for ever."""
        when = self.periods[0].key if len(self.periods) == 1 else "nieuw"
        parts = ("wijziging", self.log.version, self.table, when, self.place)
        return "/".join(part for part in parts if part)

    @property
    def name(self) -> str:
        """Short Dutch name: table, period and place."""
        table = words.subject(self.table, title=_title(self.log, self.table))
        where = f"{registry.region(self.place).name}: " if self.place else ""
        return f"{where}{table}, {self.when}"

    @property
    def when(self) -> str:
        """Dutch words for the periods, short enough for a title."""
        if len(self.periods) == 1:
            return self.newest.label
        return f"{notation.count(len(self.periods))} perioden tot en met {self.newest.label}"

    @property
    def newest(self) -> Period:
        """The last period."""
        return max(self.periods, key=lambda period: (period.calendar_year, period.number))


def together(log: ChangeLog) -> dict[str, tuple[str, ...]]:
    """Codes of the new periods that are one entry, by table: those of a table that got many at once, as the first time."""
    return {table.id: table.new_periods for table in log.tables if len(table.new_periods) > MOST_NEW_PERIODS}


def subjects(log: ChangeLog, divided: Gathered, *, place: str = "") -> Iterator[tuple[EntrySubject, Gathered]]:
    """Each table and period of a publish with its cells: tables in the order of the catalogue, the newest period first.

    For the whole site also what CBS calls final now and did not change.
    """
    named, counted = (dict(iter(rows.groupby(ENTRY))) for rows in (divided.named, divided.counted))
    firm = [(table.id, code) for table in log.tables for code in table.firm_periods if not place]
    keys = [(str(table), str(code)) for table, code in (*named, *counted)]
    many = together(log)
    for table, code in sorted({*keys, *firm}, key=_position):
        cells = Gathered(
            named.get((table, code), divided.named.iloc[:0]), counted.get((table, code), divided.counted.iloc[:0])
        )
        codes = many[table] if code == MANY else (code,)
        yield EntrySubject(log, table, tuple(Period.from_code(each) for each in codes), place), cells


def entry(
    subject: EntrySubject, cells: Gathered, *, address: str, titles: Mapping[str, Mapping[str, str]]
) -> FeedEntry:
    """The entry of one table and period; ``titles`` are those of measures by table, as the version in use reads them."""
    amounts = Counter(CellChange(change) for change in cells.named["change"])
    for change, many in zip(cells.counted["change"], cells.counted["cells"], strict=True):
        amounts[CellChange(change)] += int(many)
    changed = subject.log.table(subject.table)
    firm = changed is not None and subject.newest.code in changed.firm_periods and not subject.place
    happened = ", ".join(part for part in (words.changes(amounts), "nu definitief" if firm else "") if part)
    return FeedEntry(
        key=subject.key,
        title=f"{subject.name}: {happened}",
        moment=versions.moment_of(subject.log.version),
        address=address,
        about=f"{_title(subject.log, subject.table)}. Cijfers over {notation.periods(subject.periods)}.",
        cells=tuple(_rows(cells.named, log=subject.log, titles=titles)),
        counts=tuple(_counts(cells.counted, with_level=not subject.place, titles=titles)),
        sentences=("Deze cijfers zijn nu definitief.",) if firm else (),
    )


def without_cells(log: ChangeLog) -> Iterator[FeedEntry]:
    """Entries of a version that has no list of changed cells: what its changelog counts, per table."""
    for table in log.tables:
        lines = tuple(changes.sentences(table, name=lambda code: _place(code, log=log)))
        if lines:
            yield FeedEntry(
                key=f"wijziging/{log.version}/{table.id}",
                title=words.subject(table.id, title=table.title),
                moment=versions.moment_of(log.version),
                address=CHANGELOG,
                about=table.title,
                sentences=lines,
            )


def _position(key: tuple[str, str]) -> tuple[int, str, int, int]:
    table, period = key[0], None if key[1] == MANY else Period.from_code(key[1])
    when = (-period.calendar_year, -period.number) if period else (-9999, 0)
    return _TABLE_ORDER.get(table, len(_TABLE_ORDER)), table, *when


def _title(log: ChangeLog, table: str) -> str:
    changed = log.table(table)
    declared = TABLES.get(table)
    return declared.title if declared else changed.title if changed else table


def _rows(cells: pd.DataFrame, *, log: ChangeLog, titles: Mapping[str, Mapping[str, str]]) -> Iterator[CellRow]:
    for cell in cells.to_dict("records"):
        change, unit = CellChange(cell["change"]), str(cell["unit"])
        yield CellRow(
            place=_place(str(cell["region"]), log=log),
            what=words.what(cell["table"], cell["measure"], cell["category"], unit=unit, titles=titles),
            old=words.before(change, cell["old"], unit=unit),
            new=words.now(change, cell["new"], unit=unit, status=cell["status"]),
        )


def _counts(counted: pd.DataFrame, *, with_level: bool, titles: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for group in counted.to_dict("records"):
        measure = words.measure_title(group["table"], group["measure"], unit=group["unit"], titles=titles)
        cells = words.Counted(
            CellChange(group["change"]), Level(group["level"]), measure, int(group["cells"]), int(group["figures"])
        )
        yield words.counted(cells, with_level=with_level)


def _place(code: str, *, log: ChangeLog) -> str:
    """Name of a place with its level; a place that CBS alone knows as CBS calls it."""
    try:
        place = registry.region(code)
    except UnknownRegionCodeError:
        called = next((table.places[code] for table in log.tables if code in table.places), "")
        return f"{called} ({code})" if called else code
    plain = place.level in {Level.COUNTRY, Level.MUNICIPALITY}
    return place.name if plain else f"{place.name} ({place.level.singular})"
