"""The A-Z list of today's municipalities, with the names people use beside the official ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from data_sources.level import Level
from geo.registry import USUAL_NAMES, fold, last_year, regions, slug


@dataclass(frozen=True)
class Entry:
    """One line of the list: what it says, where it leads."""

    label: str
    code: str
    slug: str


@cache
def by_letter() -> Mapping[str, tuple[Entry, ...]]:
    """Municipalities that exist today under the first letter of each of their names, A to Z, accents folded.

    A usual name has its own line, with the official name behind it: ``Den Haag ('s-Gravenhage)`` under D.
    """
    lines: list[Entry] = []
    for place in regions(Level.MUNICIPALITY, year=last_year()):
        lines.append(Entry(place.name, place.code, slug(place.code)))
        if usual := USUAL_NAMES.get(place.code):
            lines.append(Entry(f"{usual} ({place.name})", place.code, slug(place.code)))
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(lines, key=lambda entry: fold(entry.label)):
        letters.setdefault(fold(entry.label)[0].upper(), []).append(entry)
    return MappingProxyType({letter: tuple(entries) for letter, entries in letters.items()})
