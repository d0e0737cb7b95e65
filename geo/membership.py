"""Which municipality lies in which larger place, per year, as CBS drew the regions in that year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from data_sources import places
from data_sources.catalogue.areas import AREAS
from data_sources.level import NETHERLANDS, Level
from geo import boundaries
from geo.registry import COLUMN, known_year, last_year, region


@cache
def _parents(year: int) -> Mapping[str, Mapping[Level, str]]:
    """Per municipality of a year its larger places; a place that no source gives is absent."""
    parents: dict[str, dict[Level, str]] = {}
    for row in sorted(row for row in places.membership_rows() if row.year == year):
        larger = {level: getattr(row, column) for level, column in COLUMN.items()}
        parents[row.municipality] = {
            Level.COUNTRY: NETHERLANDS,
            **{level: code for level, code in larger.items() if code},
        }
    return MappingProxyType(parents)


@cache
def _members(year: int) -> Mapping[str, tuple[str, ...]]:
    municipalities: dict[str, list[str]] = {}
    for municipality, larger in _parents(year).items():
        for code in larger.values():
            municipalities.setdefault(code, []).append(municipality)
    return MappingProxyType({code: tuple(parts) for code, parts in municipalities.items()})


def members(code: str, *, year: int) -> tuple[str, ...]:
    """Municipalities of a place in a year, in code order; a municipality is its own only member.

    Empty when the place did not exist then, and for an area of a document when the document does not name its parts
    or not all of them existed. Raises UnknownRegionCodeError and UnknownYearError.
    """
    known = region(code)
    if known.level is Level.DOCUMENT_AREA:
        parts = tuple(sorted(AREAS[known.code].members))
        return parts if all(region(part).existed(known_year(year)) for part in parts) else ()
    return _members(known_year(year)).get(known.code, ())


def parent(code: str, *, level: Level, year: int) -> str | None:
    """Place of a level in which all municipalities of a place lie, or None when there is not exactly one.

    None too when no source gives it: Leerdam, Vianen and Zederik have no Veilig Thuis region.
    """
    larger = _parents(known_year(year))
    parents = {larger.get(part, {}).get(level) for part in members(code, year=year)}
    return parents.pop() if len(parents) == 1 else None


def unplaced(level: Level, *, year: int) -> tuple[str, ...]:
    """Municipalities of a year of which no source gives the place of this level, in code order."""
    return tuple(code for code, larger in _parents(known_year(year)).items() if level not in larger)


@cache
def uncertain(level: Level, *, year: int) -> frozenset[str]:
    """Places of a level that may miss a municipality in a year: those that border on an unplaced one in its province."""
    unsure: set[str] = set()
    larger = _parents(known_year(year))
    for code in unplaced(level, year=year):
        for other in boundaries.touching(code, year=year):
            near = larger.get(other, {})
            if level in near and near[Level.PROVINCE] == larger[code][Level.PROVINCE]:
                unsure.add(near[level])
    return frozenset(unsure)


def spans(code: str, *, level: Level) -> tuple[tuple[str, int, int], ...]:
    """Places of a level in which a municipality lay, each with its first and last year there, oldest first."""
    runs: list[tuple[str, int, int]] = []
    place = region(code)
    for year in range(place.first_year, (place.last_year or last_year()) + 1):
        larger = _parents(year).get(place.code, {}).get(level)
        if larger is None:
            continue
        if runs and runs[-1][0] == larger and runs[-1][2] == year - 1:
            runs[-1] = (larger, runs[-1][1], year)
        else:
            runs.append((larger, year, year))
    return tuple(runs)
