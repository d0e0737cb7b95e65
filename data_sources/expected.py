"""When new figures of CBS on Veilig Thuis may be expected: an expectation from earlier years, never an announcement.

CBS brings two half-years a year: in April the second half of the year before with that whole year, in October the first
half of the year itself (tables changed on 23 April 2026; news of 31 October 2022 and 24 October 2025). Only the month is
known, so an expectation is a whole month (docs/decisions/feeds-and-calendar.md).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import count

from data_sources.period import Period

APRIL, OCTOBER = 4, 10
NUMBER = 4
"""Expectations given: two years."""


@dataclass(frozen=True)
class ExpectedRelease:
    """A month in which figures may come; ``end`` is the first day after it."""

    start: date
    end: date
    periods: tuple[Period, ...]


def expected_releases(today: date, *, loaded: Collection[Period]) -> tuple[ExpectedRelease, ...]:
    """The next expectations, the month of ``today`` included; none of which all periods are ``loaded`` already."""
    releases: list[ExpectedRelease] = []
    for year in count(today.year):
        for month, periods in (
            (APRIL, (Period.half_year(year - 1, 2), Period.year(year - 1))),
            (OCTOBER, (Period.half_year(year, 1),)),
        ):
            release = ExpectedRelease(date(year, month, 1), date(year, month + 1, 1), periods)
            if release.end > today and not set(periods) <= set(loaded):
                releases.append(release)
            if len(releases) == NUMBER:
                return tuple(releases)
    raise AssertionError  # the years do not end
