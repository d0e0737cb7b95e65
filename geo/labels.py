"""Names of places where several levels stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from data_sources.level import Level
from geo import registry
from language import _

_PREFIXED = {Level.PROVINCE, Level.VT_REGION, Level.COUNTRY_PART}


def label(code: str) -> str:
    """Name of a place with its level where that is not a municipality, and its last year when it ended."""
    place = registry.region(code)
    name = place.level.named(place.name) if place.level in _PREFIXED else _named(place)
    name = f"{name[:1].upper()}{name[1:]}"
    return name if place.last_year is None else _("{place} (tot en met {year})", place=name, year=place.last_year)


def short_labels(codes: Sequence[str]) -> dict[str, str]:
    """Names for the end of a line: without the level, unless two of the places share a name."""
    names = [_named(registry.region(code)) for code in codes]
    return {code: label(code) if names.count(name) > 1 else name for code, name in zip(codes, names, strict=True)}


def _named(place: registry.Region) -> str:
    """Name of a place; that of the country is a word of the language."""
    return _(place.name) if place.level is Level.COUNTRY else place.name
