"""Every place the app knows: code, level, name and the years it existed, with search and link names.

The years are those of the embedded memberships, 2015 up to the last one; a later year has the places of the last one,
because no merger changed the set of municipalities since. A place of 2015 may be older than its first year says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from data_sources import places
from data_sources.catalogue.areas import AREAS
from data_sources.level import NETHERLANDS, Level, UnknownRegionCodeError, parse_region_code

FIRST_YEAR = 2015
COLUMN = {
    Level.MUNICIPALITY: "municipality",
    Level.VT_REGION: "vt_region",
    Level.PROVINCE: "province",
    Level.COUNTRY_PART: "country_part",
}
"""Column of the membership table with the code of each level; the name stands in ``<column>_name`` or ``name``."""

USUAL_NAMES = MappingProxyType(
    {
        "GM0518": "Den Haag",
        "GM0796": "Den Bosch",
        "GM0737": "Tietjerksteradeel",
        "GM1891": "Dantumadeel",
        "GM1900": "Zuidwest-Friesland",
        "GM1940": "De Friese Meren",
        "GM1970": "Noordoost-Friesland",
        "PV21": "Friesland",
        "VT15": "Hart van Brabant",
    }
)
"""Names people use for a place beside the one CBS prints."""

_SPELLING = {"West-brabant": "West-Brabant"}  # CBS prints the region with a small b, for readers it is a typing error
_SLUG_PREFIX = {Level.PROVINCE: "provincie-", Level.VT_REGION: "veilig-thuis-"}
_APOSTROPHES = re.compile("['’‘`]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


class UnknownYearError(ValueError):
    """The places of this year are not known; the message says from when they are."""


@dataclass(frozen=True)
class Region:
    """One place; ``last_year`` is None while it exists, ``name`` is the newest one CBS used."""

    code: str
    level: Level
    name: str
    first_year: int
    last_year: int | None = None

    def existed(self, year: int) -> bool:
        """Whether the place existed on 1 January of a year, as far as the memberships go back."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


def fold(text: str) -> str:
    """Text without accents, capitals, apostrophes and punctuation: ``'s-Gravenhage`` → ``s gravenhage``."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub(" ", plain).strip()


@cache
def last_year() -> int:
    """Last year of which the memberships are embedded."""
    return max(row.year for row in places.membership_rows())


def known_year(year: int) -> int:
    """Year whose memberships hold in a year: itself, or the last one after that; raises UnknownYearError."""
    if year < FIRST_YEAR:
        msg = f"places are known from {FIRST_YEAR}, not for {year}"
        raise UnknownYearError(msg)
    return min(year, last_year())


@cache
def _names() -> Mapping[str, Mapping[int, str]]:
    """Name per year of each code of the membership table."""
    names: dict[str, dict[int, str]] = {}
    for level, column in COLUMN.items():
        name = "name" if level is Level.MUNICIPALITY else f"{column}_name"
        wanted = attrgetter(column, name, "year")
        for code, printed, year in dict.fromkeys(wanted(row) for row in places.membership_rows()):
            if code:
                names.setdefault(code, {})[year] = _SPELLING.get(printed, printed)
    return names


@cache
def _all() -> Mapping[str, Region]:
    regions = {NETHERLANDS: Region(NETHERLANDS, Level.COUNTRY, "Nederland", FIRST_YEAR)}
    for code, names in sorted(_names().items()):
        newest = max(names)
        regions[code] = Region(
            code, Level.of(code), names[newest], min(names), None if newest == last_year() else newest
        )
    for area in AREAS.values():
        regions[area.code] = Region(area.code, Level.DOCUMENT_AREA, area.name, FIRST_YEAR)
    return MappingProxyType(regions)


def everywhere() -> tuple[Region, ...]:
    """Every place of every level and year, ended ones too, in code order within a level."""
    return tuple(_all().values())


def region(code: str) -> Region:
    """Place with this code, ended ones too; raises UnknownRegionCodeError for a malformed or unused code."""
    known = _all().get(parse_region_code(code))
    if known is None:
        msg = f"{code!r} is not the code of a place since {FIRST_YEAR}"
        raise UnknownRegionCodeError(msg)
    return known


def is_known(code: str) -> bool:
    """Whether a text is the code of a place, ended ones too."""
    return code in _all()


def is_place_of(levels: Collection[Level]) -> Callable[[str], bool]:
    """Test whether a text is the code of a place of one of these levels, ended ones too."""
    return lambda code: is_known(code) and region(code).level in levels


@cache
def regions(level: Level, *, year: int) -> tuple[Region, ...]:
    """Places of a level that existed in a year, in code order; raises UnknownYearError."""
    at = known_year(year)
    return tuple(place for place in _all().values() if place.level is level and place.existed(at))


def name_in(code: str, *, year: int) -> str:
    """Name CBS used in a year (VT15 was Noord-Brabant Midden up to 2022), the newest one when it did not exist then."""
    return _names().get(code, {}).get(known_year(year)) or region(code).name


@cache
def _slugs() -> Mapping[str, str]:
    taken: dict[str, str] = {}
    for place in sorted(_all().values(), key=lambda place: (-(place.last_year or last_year() + 1), place.code)):
        plain = _SLUG_PREFIX.get(place.level, "") + fold(place.name).replace(" ", "-")
        taken[f"{plain}-{place.code.lower()}" if plain in taken else plain] = place.code
    return MappingProxyType(taken)


@cache
def _slug_of() -> Mapping[str, str]:
    return MappingProxyType({code: text for text, code in _slugs().items()})


def slug(code: str) -> str:
    """Link name of a place, unique over all places: ``breda``, ``provincie-utrecht``; raises UnknownRegionCodeError.

    Of places with one name the one that still exists has the plain form, the others carry their code.
    """
    return _slug_of()[region(code).code]


def by_slug(text: str) -> Region | None:
    """Place with this link name, or None."""
    code = _slugs().get(text)
    return region(code) if code else None


@cache
def _by_name() -> Mapping[tuple[Level, str], str]:
    """Code by level and folded name: usual names, names of earlier years and codes too; places of today go first."""
    codes: dict[tuple[Level, str], str] = {}
    ordered = sorted(_all().values(), key=lambda place: (place.last_year is not None, place.code))
    for place in ordered:
        codes.setdefault((place.level, fold(place.name)), place.code)
        codes.setdefault((place.level, fold(place.code)), place.code)
    for code, name in USUAL_NAMES.items():
        codes.setdefault((Level.of(code), fold(name)), code)
    for place in ordered:
        for name in _names().get(place.code, {}).values():
            codes.setdefault((place.level, fold(name)), place.code)
    return MappingProxyType(codes)


def by_name(text: str, *, level: Level) -> Region | None:
    """Place of a level by what people write in an address: link name, name, usual name or code, in any case; or None."""
    place = by_slug(text.lower())
    if place is not None and place.level is level:
        return place
    code = _by_name().get((level, fold(text)))
    return region(code) if code else None


_READ_FIRST = (Level.MUNICIPALITY, Level.COUNTRY, Level.PROVINCE, Level.VT_REGION, Level.COUNTRY_PART)
_KINDS_OF_PLACE = {"provincie": Level.PROVINCE, "veilig thuis": Level.VT_REGION, "regio": Level.VT_REGION}


def by_any_name(text: str) -> Region | None:
    """Place by what people write in an address: of places with one name the municipality, then the larger ones; or None.

    A word for the level in front chooses: ``Utrecht`` is the municipality, ``Provincie Utrecht`` the province.
    """
    for word, level in _KINDS_OF_PLACE.items():
        start = f"{word} "
        if fold(text).startswith(start) and (place := by_name(fold(text).removeprefix(start), level=level)):
            return place
    return next((place for level in _READ_FIRST if (place := by_name(text, level=level)) is not None), None)
