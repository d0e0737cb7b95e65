"""Periods as CBS counts them: whole years (JJ) and half-years (HJ), which never mix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pandas as pd

from language import _


class Kind(StrEnum):
    """Length of a period, by its CBS letters."""

    YEAR = "JJ"
    HALF_YEAR = "HJ"


class UnknownPeriodError(ValueError):
    """The text is not a period we know; the message says what would be."""


class MixedPeriodsError(TypeError):
    """A year and a half-year were compared or ordered; they share no axis."""


_CODE = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<kind>JJ|HJ)(?P<number>\d{2})")
_KEY = re.compile(r"(?P<year>(?:19|20)\d{2})(?:-H(?P<number>[12]))?")


@dataclass(frozen=True)
class Period:
    """One year (number 0) or one half-year (number 1 or 2)."""

    calendar_year: int
    kind: Kind
    number: int = 0

    def __post_init__(self) -> None:
        """Refuse a number that does not belong to the kind."""
        allowed = (0,) if self.kind is Kind.YEAR else (1, 2)
        if self.number not in allowed:
            msg = f"{self.kind} {self.number} is not a period of {self.calendar_year}"
            raise UnknownPeriodError(msg)

    @classmethod
    def year(cls, calendar_year: int) -> Period:
        """Return the whole year."""
        return cls(calendar_year, Kind.YEAR)

    @classmethod
    def half_year(cls, calendar_year: int, number: int) -> Period:
        """Return the first (1) or second (2) half of a year."""
        return cls(calendar_year, Kind.HALF_YEAR, number)

    @classmethod
    @lru_cache(maxsize=512)  # a column of cells has a few periods, thousands of times
    def from_code(cls, code: str) -> Period:
        """Parse a CBS period code such as ``2023JJ00`` or ``2023HJ01``; raises UnknownPeriodError."""
        match = _CODE.fullmatch(code.strip())
        if match is None:
            msg = f"{code!r} is not a year (JJ00) or half-year (HJ01, HJ02)"
            raise UnknownPeriodError(msg)
        return cls(int(match["year"]), Kind(match["kind"]), int(match["number"]))

    @classmethod
    def from_key(cls, key: str) -> Period:
        """Parse the form of our links and source rows: ``2023`` or ``2023-H1``; raises UnknownPeriodError."""
        match = _KEY.fullmatch(key.strip())
        if match is None:
            msg = f"{key!r} is not a year (2023) or half-year (2023-H1, 2023-H2)"
            raise UnknownPeriodError(msg)
        if match["number"] is None:
            return cls.year(int(match["year"]))
        return cls.half_year(int(match["year"]), int(match["number"]))

    @property
    def code(self) -> str:
        """CBS code: ``2023JJ00``, ``2023HJ01``."""
        return f"{self.calendar_year}{self.kind}{self.number:02d}"

    @property
    def key(self) -> str:
        """Form used in links and file names: ``2023``, ``2023-H1``."""
        return str(self.calendar_year) if self.kind is Kind.YEAR else f"{self.calendar_year}-H{self.number}"

    @property
    def label(self) -> str:
        """Dutch words: ``2023``, ``eerste halfjaar 2023``."""
        if self.kind is Kind.YEAR:
            return str(self.calendar_year)
        label = _("eerste halfjaar {year}") if self.number == 1 else _("tweede halfjaar {year}")
        return label.format(year=self.calendar_year)

    @property
    def in_words(self) -> str:
        """Dutch words inside a sentence: ``2023``, ``het eerste halfjaar van 2023``."""
        if self.kind is Kind.YEAR:
            return self.label
        words = _("het eerste halfjaar van {year}") if self.number == 1 else _("het tweede halfjaar van {year}")
        return words.format(year=self.calendar_year)

    @property
    def ordinal(self) -> int:
        """Position on the axis of its own kind; neighbours differ by one."""
        if self.kind is Kind.YEAR:
            return self.calendar_year
        return self.calendar_year * 2 + self.number - 1

    def _comparable(self, other: Period) -> tuple[int, int]:
        if self.kind is not other.kind:
            msg = f"{self.code} and {other.code} are of different length and share no axis"
            raise MixedPeriodsError(msg)
        return self.ordinal, other.ordinal

    def __lt__(self, other: Period) -> bool:
        """Order within one kind; raises MixedPeriodsError across kinds."""
        mine, theirs = self._comparable(other)
        return mine < theirs

    def __le__(self, other: Period) -> bool:
        """Order within one kind; raises MixedPeriodsError across kinds."""
        mine, theirs = self._comparable(other)
        return mine <= theirs

    def __gt__(self, other: Period) -> bool:
        """Order within one kind; raises MixedPeriodsError across kinds."""
        return other < self

    def __ge__(self, other: Period) -> bool:
        """Order within one kind; raises MixedPeriodsError across kinds."""
        return other <= self


def of_kind(codes: pd.Series[str], kind: Kind) -> pd.Series[bool]:
    """Which period codes of a column are of one kind; raises UnknownPeriodError for what is no code."""
    return codes.isin([code for code in codes.unique() if Period.from_code(str(code)).kind is kind])


def kinds(codes: pd.Series[str]) -> pd.Series[str]:
    """Kind of every period code of a column; raises UnknownPeriodError for what is no code."""
    return codes.astype("object").map({code: str(Period.from_code(str(code)).kind) for code in codes.unique()})


def calendar_years(codes: pd.Series[str]) -> pd.Series[int]:
    """Calendar year of every period code of a column; raises UnknownPeriodError for what is no code."""
    known = {code: Period.from_code(str(code)).calendar_year for code in codes.unique()}
    return codes.astype("object").map(known).astype("int64")


def span(codes: Iterable[str]) -> str:
    """Oldest and newest of these period codes and how many there are, as in ``2019 – 2023-H2 (15)``; '-' for none."""
    ordered = sorted(
        (Period.from_code(code) for code in codes), key=lambda period: (period.calendar_year, period.number)
    )
    if not ordered:
        return "-"
    if len(ordered) == 1:
        return ordered[0].key
    return f"{ordered[0].key} – {ordered[-1].key} ({len(ordered)})"
