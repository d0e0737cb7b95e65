"""A few hundred rows of a table instead of all of them, to see whether the table still fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from data_sources.cbs.door import Door, DoorName, Fields, Filter, Row
from data_sources.level import NETHERLANDS

_NEWEST_OF = (re.compile(r"\d{4}JJ00"), re.compile(r"\d{4}HJ0[12]"))


@dataclass
class _Known:
    """What was read of one table so far."""

    info: Row = field(default_factory=dict)
    region: str = ""
    period: str = ""
    others: tuple[str, ...] = ()
    members: dict[str, list[Row]] = field(default_factory=dict)


class SampleDoor:
    """Door that gives the newest year and half-year alone: every place for the totals, every category for the country."""

    def __init__(self, door: Door) -> None:
        """Ask through this door."""
        self._door = door
        self._tables: dict[str, _Known] = {}

    @property
    def name(self) -> DoorName:
        """Which door is behind it."""
        return self._door.name

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table."""
        self._door.begin(table_id, hasty=hasty)

    def info(self, table_id: str) -> Row:
        """Title, Modified and the like."""
        known = self._known(table_id)
        known.info = self._door.info(table_id)
        return known.info

    def properties(self, table_id: str) -> list[Row]:
        """One row per dimension, measure and group of measures."""
        rows = self._door.properties(table_id)
        known = self._known(table_id)
        known.region = next((row["Key"] for row in rows if str(row.get("Type")).startswith("Geo")), "")
        known.period = next((row["Key"] for row in rows if row.get("Type") == "TimeDimension"), "")
        known.others = tuple(row["Key"] for row in rows if row.get("Type") == "Dimension")
        return rows

    def members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Members of a dimension; of the periods only those that are read."""
        rows = self.all_members(table_id, dimension_key)
        return _newest(rows) if dimension_key == self._known(table_id).period else rows

    def all_members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Every member of a dimension, asked once."""
        members = self._known(table_id).members
        if dimension_key not in members:
            members[dimension_key] = self._door.members(table_id, dimension_key)
        return members[dimension_key]

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:
        """Rows of every place for the totals, and of the country for all categories."""
        known = self._known(table_id)
        fixed = {name for name, _ in where}
        totals = [(key, _total(self.all_members(table_id, key))) for key in known.others if key not in fixed]
        questions = [[*where, *totals]]
        places = [str(row["Key"]) for row in self.all_members(table_id, known.region)] if known.region else []
        if totals:
            questions += [[*where, (known.region, code)] for code in places if code.strip() == NETHERLANDS]
        keys = (*known.others, known.region, known.period)
        cells = {
            tuple(str(row.get(key)).strip() for key in keys): row
            for question in questions
            for row in self._door.rows(table_id, select=select, where=question)
        }
        return list(cells.values())

    def stated_rows(self, table_id: str) -> int | None:  # noqa: ARG002 - part of every door
        """Nothing: a sample is never whole."""
        return None

    def known_info(self, table_id: str) -> Row:
        """Info row as far as it was read."""
        return self._known(table_id).info

    def period_members(self, table_id: str) -> list[Row]:
        """Every period of the table, as far as they were read."""
        known = self._known(table_id)
        return known.members.get(known.period, [])

    def dimension_sizes(self, table_id: str) -> dict[str, int]:
        """Number of members by key of the dimensions beside regions and periods, as far as they were read."""
        known = self._known(table_id)
        return {key: len(known.members[key]) for key in known.others if key in known.members}

    def place_members(self, table_id: str) -> list[Row]:
        """Every place of the table, as far as they were read."""
        known = self._known(table_id)
        return known.members.get(known.region, [])

    def _known(self, table_id: str) -> _Known:
        return self._tables.setdefault(table_id, _Known())


def _total(members: Sequence[Row]) -> str:
    """Key of the member that counts everything: the first one called so, else the first."""
    titles = [(str(row["Key"]), str(row.get("Title") or "").strip().casefold()) for row in members]
    return next((key for key, title in titles if title.startswith("totaal")), titles[0][0] if titles else "")


def _newest(periods: Sequence[Row]) -> list[Row]:
    """Newest year and newest half-year; everything when there is neither, so that the reader can say what it is."""
    chosen = []
    for kind in _NEWEST_OF:
        matching = [row for row in periods if kind.fullmatch(str(row["Key"]).strip())]
        chosen += sorted(matching, key=lambda row: str(row["Key"]).strip())[-1:]
    return chosen or list(periods)
