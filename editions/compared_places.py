"""Which places stand side by side, in which figure and period, and what they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import opening_view
from editions.comparators import comparator
from editions.edition import Edition
from editions.inhabitants import inhabitants
from editions.periods import coverage, offered
from editions.periods import periods as periods_of
from editions.values import rows_by_place
from editions.values import values as values_of
from geo import boundaries, membership, registry
from indicators import comparators, notation
from indicators.comparator import Comparator, NoComparator
from indicators.size_classes import same_class, size_class
from indicators.value import WITH_FIGURE

MOST_CHOSEN = 10
MOST_SHOWN = 20
LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE)


@dataclass(frozen=True)
class Group:
    """Places side by side: their codes, the main one first, and Dutch words on how they were chosen."""

    codes: tuple[str, ...]
    words: str
    all_codes: tuple[str, ...] = ()  # before places were left out for lack of room


def default_indicator(edition: Edition, code: str | None, *, level: Level) -> str:
    """Id of the first indicator that has a figure for the place; without a place of the one with most places."""
    candidates = [spec.id for spec in offered(edition) if periods_of(edition, spec.id, level=level)]
    if code is not None:
        for indicator in candidates:
            values = values_of(edition, indicator, level=level)
            if values.loc[values["region"] == code, "state"].isin(WITH_FIGURE).any():
                return indicator
        of_everywhere = [each for each in candidates if INDICATORS[each].first_comparable is not None]
        return (of_everywhere or candidates)[0]
    known = {indicator: _most_places(edition, indicator, level=level) for indicator in candidates}
    return max(candidates, key=known.__getitem__)


def _most_places(edition: Edition, indicator: str, *, level: Level) -> int:
    period = opening_view.period(edition, indicator, level=level, place=None)
    return coverage(edition, indicator, level=level, period=period).known


def default_period(edition: Edition, indicator: str, *, level: Level, code: str | None) -> Period:
    """The newest period in which the main place has any count, as on its page; without one that of the map."""
    return opening_view.period(edition, indicator, level=level, place=code)


def default_preset(codes: Sequence[str], *, level: Level) -> str:
    """Preset to start with: the neighbours of one municipality, else the places that were chosen."""
    return "eigen" if len(codes) > 1 or level is not Level.MUNICIPALITY else "buren"


def group(
    edition: Edition,
    preset: str,
    *,
    code: str | None,
    chosen: Sequence[str],
    level: Level,
    indicator: str,
    period: Period,
) -> Group:
    """Places of a preset round the main place, or the reader's own; at most twenty, those nearest in size first."""
    year = period.calendar_year
    values = values_of(edition, indicator, level=level)
    here = values[values["period"] == period.code]
    if level is not Level.MUNICIPALITY:
        codes = list(chosen) if preset == "eigen" and chosen else [str(region) for region in here["region"]]
        return _limited(
            edition,
            code,
            codes,
            year=year,
            level=level,
            words=f"alle {level.plural}" if codes != list(chosen) else "uw keuze",
        )
    if code is None and not chosen:
        known = [str(region) for region in here.loc[here["value"].notna(), "region"]]
        return _limited(edition, None, known, year=year, level=level, words="gemeenten met een cijfer")
    if code is None or preset == "eigen":
        return _limited(edition, code, list(chosen), year=year, level=level, words="uw keuze")
    codes, words = _preset(edition, preset, code, year=year)
    return _limited(edition, code, codes, year=year, level=level, words=words)


def _preset(edition: Edition, preset: str, code: str, *, year: int) -> tuple[list[str], str]:
    name = registry.name_in(code, year=year)
    if preset == "buren":
        return list(boundaries.touching(code, year=year)), f"{name} en de gemeenten eromheen"
    if preset == "grootte":
        people = inhabitants(edition, level=Level.MUNICIPALITY, year=year)
        if code not in people:
            return [], f"het aantal inwoners van {name} in {year} is niet bekend"
        return list(same_class(code, inhabitants=people)), f"gemeenten met {size_class(people[code]).label}"
    level = Level.VT_REGION if preset == "regio" else Level.PROVINCE
    larger = membership.parent(code, level=level, year=year)
    if larger is None:
        return [], f"de {level.singular} van {name} in {year} staat niet in onze bronnen"
    return list(
        membership.members(larger, year=year)
    ), f"gemeenten in {level.singular} {registry.name_in(larger, year=year)}"


def _limited(edition: Edition, code: str | None, codes: Sequence[str], *, year: int, level: Level, words: str) -> Group:
    everyone = tuple(dict.fromkeys([*([code] if code else []), *codes]))
    if len(everyone) <= MOST_SHOWN or level is not Level.MUNICIPALITY:
        return Group(everyone, words, everyone)
    people = inhabitants(edition, level=level, year=year)
    mine = people.get(code or "", 0.0)
    nearest = sorted(everyone, key=lambda other: (other != code, abs(people.get(other, 0.0) - mine)))
    return Group(tuple(nearest[:MOST_SHOWN]), words, everyone)


def left_out(group: Group, *, year: int) -> str:
    """Say that not all places of a preset fit, and which are shown; empty when all are."""
    if len(group.codes) == len(group.all_codes):
        return ""
    near = (
        f"die in aantal inwoners het minst van {registry.name_in(group.codes[0], year=year)} verschillen"
        if group.codes
        else ""
    )
    return f"Van de {notation.counted(len(group.all_codes), 'gemeente', 'gemeenten')} ziet u de {notation.count(len(group.codes))} {near}."


def comparator_of(
    edition: Edition, preset: str, *, code: str | None, level: Level, indicator: str, period: Period, line: str
) -> Comparator | NoComparator:
    """The line all places are held against: the country, or what the preset stands for."""
    national = comparator(edition, indicator, level=level, period=period)
    if line != "groep" or code is None or level is not Level.MUNICIPALITY:
        return national
    spec, parts = INDICATORS[indicator], rows_by_place(edition, indicator, level=level, period=period)
    if preset == "buren":
        return comparators.touching(parts, code=code, spec=spec, period=period)
    if preset == "grootte":
        people = inhabitants(edition, level=level, year=period.calendar_year)
        return comparators.same_size(parts, code=code, inhabitants=people, spec=spec, period=period)
    larger = {"regio": Level.VT_REGION, "provincie": Level.PROVINCE}.get(preset)
    if larger is None:
        return national
    there = larger in spec.levels
    whole = rows_by_place(edition, indicator, level=larger, period=period) if there else {}
    return comparators.larger_place(whole, parts, code=code, level=larger, spec=spec, period=period)
