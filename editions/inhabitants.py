"""Inhabitants on 1 January."""

from __future__ import annotations

from collections.abc import Mapping

from data_sources.level import Level
from editions.edition import Edition, cached_per_edition
from geo import population, registry


@cached_per_edition(most=64, wordless=True)
def inhabitants(edition: Edition, *, level: Level, year: int) -> Mapping[str, float]:
    """Inhabitants on 1 January of a year per place of a level; places of which it is not known are left out."""
    known = population.known_inhabitants(edition.observations, level=level, years=[year])
    return {code: people for (code, _), people in known.items()}


def newest_inhabitants(edition: Edition, code: str, *, year: int) -> tuple[int, Mapping[str, float]]:
    """Newest year up to this one of which the inhabitants of a place are known, with those of all places; else none."""
    for each in range(year, registry.FIRST_YEAR - 1, -1):
        people = inhabitants(edition, level=Level.of(code), year=each)
        if code in people:
            return each, people
    return year, {}
