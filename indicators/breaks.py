"""Where a series breaks: the registration protocol of 2019, and changes of what a place or its region is (rule 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from data_sources.level import Level
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR
from geo import membership, mergers, registry
from indicators import notation
from language import N_, _, cached_per_language

PROTOCOL_YEAR = FIRST_YEAR
PROTOCOL = N_("sinds 2019 registreert Veilig Thuis anders (nieuw protocol)")


@dataclass(frozen=True)
class Break:
    """From this year on figures cannot be compared with the years before."""

    year: int
    reason: str  # Dutch, follows 'want' or stands in a label; no capital, no full stop
    day: date | None = None  # on which it happened; 1 January of the year when nothing else is known

    @property
    def dated(self) -> str:
        """Day and reason, for a file: ``2019-01-01: sinds 2019 registreert Veilig Thuis anders``."""
        return f"{(self.day or date(self.year, 1, 1)).isoformat()}: {self.reason}"


@cached_per_language()
def breaks(code: str, *, first_year: int, last_year: int, same_area: bool = False) -> tuple[Break, ...]:
    """All breaks in the series of a place between two years, oldest first; one per cause.

    ``same_area`` says that earlier figures of municipalities were recomputed to one area, so a merger is no break.
    """
    dated = []
    for year in range(first_year + 1, last_year + 1):
        if year == PROTOCOL_YEAR:
            dated.append(Break(year, _(PROTOCOL)))
        reason = _change_of_place(code, year, same_area=same_area)
        if reason:
            dated.append(Break(year, reason, _day_of_change(code, year)))
    return tuple(dated)


def breaks_between(code: str, *, earlier: Period, later: Period, same_area: bool = False) -> tuple[Break, ...]:
    """Breaks between two periods of a place; raises MixedPeriodsError for a year against a half-year."""
    first, last = (earlier, later) if earlier <= later else (later, earlier)
    return breaks(code, first_year=first.calendar_year, last_year=last.calendar_year, same_area=same_area)


def with_segments(values: pd.DataFrame, *, same_area: bool = False) -> pd.DataFrame:
    """IndicatorValue rows in order of place and period, with ``segment`` (0, 1, ...) and ``break`` (Dutch, or empty).

    A line, a change or a trend stays within one segment. ``break`` stands on the first row after a break. The rows are
    of one indicator and one kind of period; raises MixedPeriodsError otherwise.
    """
    rows = values.assign(region=values["region"].astype("str"), period=values["period"].astype("str"))
    rows = rows.sort_values(["region", "period"], kind="stable").reset_index(drop=True)
    segments: list[int] = []
    reasons: list[str] = []
    before: tuple[str, Period] | None = None
    for region, code in zip(rows["region"], rows["period"], strict=True):
        period = Period.from_code(code)
        if before is None or before[0] != region:
            segments.append(0)
            reasons.append("")
        else:
            crossed = breaks_between(region, earlier=before[1], later=period, same_area=same_area)
            segments.append(segments[-1] + bool(crossed))
            reasons.append("; ".join(dict.fromkeys(each.reason for each in crossed)))
        before = region, period
    return rows.assign(segment=segments, **{"break": reasons})


def _change_of_place(code: str, year: int, *, same_area: bool = False) -> str:
    """Why the place of this year is not the place of the year before; empty when it is, or did not exist in one."""
    place = registry.region(code)
    if place.level in {Level.COUNTRY, Level.DOCUMENT_AREA} or year - 1 < registry.FIRST_YEAR:
        return ""
    if not (place.existed(registry.known_year(year)) and place.existed(registry.known_year(year - 1))):
        return ""
    name = registry.name_in(code, year=year)
    if not (same_area and place.level is Level.MUNICIPALITY) and _other_area(code, year):
        return _("het gebied van {name} veranderde {when}", name=name, when=_when(code, year))
    if place.level is not Level.MUNICIPALITY:
        return ""
    old, new = (membership.parent(code, level=Level.VT_REGION, year=each) for each in (year - 1, year))
    if old and new and old != new:
        region = registry.name_in(new, year=year)
        return _("{name} hoort sinds {year} bij Veilig Thuis-regio {region}", name=name, year=year, region=region)
    return ""


def _when(code: str, year: int) -> str:
    """Day of a change that came after 1 January of the year before ('op 24 maart 2022'), else the year ('in 2023')."""
    members = {*membership.members(code, year=year - 1), *membership.members(code, year=year)}
    days = {step.day for step in mergers.successions() if step.first_year == year and {step.old, step.new} & members}
    late = [day for day in days if day.year < year]
    if len(days) == len(late) == 1:
        return _("op {day}", day=notation.date(late[0]))
    return _("in {year}", year=year)


def _day_of_change(code: str, year: int) -> date:
    """Day on which the place of the year before became that of this year; 1 January when no merger tells another day."""
    area = {*membership.members(code, year=year - 1), *membership.members(code, year=year), code}
    days = [step.day for step in mergers.successions() if step.first_year == year and {step.old, step.new} & area]
    return max(days, default=date(year, 1, 1))


def _other_area(code: str, year: int) -> bool:
    before, after = (membership.members(code, year=each) for each in (year - 1, year))
    return _moved_on(before, year) != set(after) or _came_from(after, year) != set(before)


def _moved_on(codes: tuple[str, ...], year: int) -> set[str]:
    """Municipalities of a year in which those of the year before went on."""
    steps = [step for step in mergers.successions() if step.first_year == year]
    gone_on = {step.new for step in steps if step.old in codes}
    return gone_on | {code for code in codes if registry.region(code).existed(registry.known_year(year))}


def _came_from(codes: tuple[str, ...], year: int) -> set[str]:
    """Municipalities of the year before from which those of a year came, wholly or partly."""
    steps = [step for step in mergers.successions() if step.first_year == year]
    sources = {step.old for step in steps if step.new in codes}
    return sources | {code for code in codes if registry.region(code).existed(registry.known_year(year - 1))}
