"""What became of municipalities that ended, and of which parts a municipality of today consists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

import pandas as pd

from data_sources import places
from geo.registry import known_year, region


class SuccessionKind(StrEnum):
    """What happened: the whole place joined another, it was divided, or only its code and name changed."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


@dataclass(frozen=True)
class Succession:
    """One step from an old code to a new one.

    ``area_share`` (splits only, 0 to 1) is the share of the old area that went to the new code, measured on simplified
    boundaries: an approximation, not a CBS figure, and no share of inhabitants.
    """

    old: str
    new: str
    day: date
    kind: SuccessionKind
    area_share: float | None = None

    @property
    def first_year(self) -> int:
        """First year whose set of 1 January has the new situation."""
        return self.day.year if (self.day.month, self.day.day) == (1, 1) else self.day.year + 1

    @property
    def recomputable(self) -> bool:
        """Whether counts of the old code can be given to the new one; never for a split."""
        return self.kind is not SuccessionKind.SPLIT


@dataclass(frozen=True)
class Parts:
    """Municipalities of an earlier year that a later one consists of; ``splits`` came only partly."""

    code: str
    year: int
    codes: tuple[str, ...]
    splits: tuple[str, ...] = ()

    @property
    def recomputable(self) -> bool:
        """Whether adding up the parts gives the later municipality."""
        return not self.splits


@cache
def successions() -> tuple[Succession, ...]:
    """All steps, oldest first; a municipality that kept its code while taking in another has its own step."""
    rows = places.mergers().sort_values(["date", "new_code", "old_code"])
    return tuple(
        Succession(
            old=row["old_code"],
            new=row["new_code"],
            day=row["date"].date(),
            kind=SuccessionKind(row["kind"]),
            area_share=None if pd.isna(row["area_share"]) else float(row["area_share"]),
        )
        for row in rows.to_dict("records")
    )


def successors(code: str) -> tuple[Succession, ...]:
    """Direct steps from a code that ended to the codes that took it over; empty for a place that still exists.

    Raises UnknownRegionCodeError.
    """
    known = region(code).code
    return tuple(step for step in successions() if step.old == known != step.new)


def today(code: str) -> tuple[str, ...]:
    """Codes in which a place goes on today, itself when it still exists; several after a split."""
    steps = successors(code)
    if not steps:
        return (region(code).code,)
    return tuple(dict.fromkeys(final for step in steps for final in today(step.new)))


def predecessors(code: str, *, year: int) -> Parts:
    """Municipalities of a year (1 January) that together make up a later one; itself when nothing changed.

    Adding up is allowed only when ``recomputable``. Raises UnknownRegionCodeError and UnknownYearError.
    """
    at = known_year(year)
    parts = [region(code).code]
    splits: list[str] = []
    steps = [step for step in successions() if step.first_year > at]
    for first_year in sorted({step.first_year for step in steps}, reverse=True):
        before: list[str] = []
        for part in parts:
            came = [step for step in steps if step.first_year == first_year and step.new == part]
            splits += [step.old for step in came if not step.recomputable]
            before += [step.old for step in came]
            if region(part).first_year < first_year:
                before.append(part)
        parts = list(dict.fromkeys(before))
    return Parts(region(code).code, year, tuple(sorted(parts)), tuple(sorted(set(splits))))
