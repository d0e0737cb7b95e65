"""Places as CBS names them: which municipality lay where in which year, mergers, and names to codes."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from data_sources.level import NETHERLANDS, Level
from data_sources.published import FOLDER, read_published, read_rows

_PLACES = FOLDER / "places"
_REGIONS = ("municipality", "name", "year", "vt_region", "province", "brabant", "basis")
_NAMES = ("code", "name", "first_year", "last_year")
PLACE_NAME_COLUMNS = ("name", "municipality", "first_postcode", "last_postcode", "kind")
_MERGERS = ("date", "old_code", "old_name", "new_code", "new_name", "kind", "area_share", "note", "source")

# StatLine and press write some names with a suffix, so that they differ from another place; the code needs none.
_SUFFIX = re.compile(r"\s*\((?:gemeente|GM|PV|VT|LD|O\.|NH\.|ZH\.|Z\.|L\.)\)$")
_OTHER_SPELLINGS = {
    (Level.VT_REGION, "zuid-holland zuid"): "VT24",  # a hyphen more in the CBS name
    (Level.VT_REGION, "noord-brabant noord"): "VT16",  # its name in 2020 only
    (Level.VT_REGION, "fryslân"): "VT04",
    (Level.MUNICIPALITY, "den haag"): "GM0518",
    (Level.MUNICIPALITY, "nuenen c.a."): "GM0820",
}
COUNTRY_PART_OF_PROVINCE = {
    f"PV{number}": part
    for part, numbers in {
        "LD01": (20, 21, 22),
        "LD02": (23, 24, 25),
        "LD03": (26, 27, 28, 29),
        "LD04": (30, 31),
    }.items()
    for number in numbers
}
_COUNTRY_PARTS = {
    "LD01": "Noord-Nederland",
    "LD02": "Oost-Nederland",
    "LD03": "West-Nederland",
    "LD04": "Zuid-Nederland",
}


BASES = MappingProxyType(
    {
        "cbs_table": "tabel van het CBS van dat jaar",
        "cbs_layer_overlay": "kaart van het CBS van dat jaar",
        "cbs_layer_reading": "kaart van het CBS van dat jaar",
        "derived_cbs_2024_table": "afgeleid van de tabel van 2024",
        "derived_cbs_2022_layer": "afgeleid van de kaart van 2022",
        "derived_cbs_2021_layer": "afgeleid van de kaart van 2021",
        "derived_safety_region": "afgeleid van een veiligheidsregio",
        "unknown": "niet gevonden",
    }
)
"""On what a row of the memberships rests, in Dutch. Those that start with ``cbs_`` come from CBS for that very year."""


class UnknownRegionNameError(LookupError):
    """No place of that level carries this name; the message gives name, level and year."""


class Membership(NamedTuple):
    """Where a municipality lay in one year; an unknown Veilig Thuis region is ''."""

    municipality: str
    name: str
    year: int
    vt_region: str
    vt_region_name: str
    province: str
    province_name: str
    country_part: str
    country_part_name: str
    brabant: str  # policy region inside Noord-Brabant, or ''
    basis: str  # how sure the Veilig Thuis region is


class PlaceName(NamedTuple):
    """A town, village or hamlet with its municipality of 2020 and its range of 4-digit postcodes."""

    name: str
    municipality: str
    first_postcode: int
    last_postcode: int
    kind: str  # "woonplaats" or "buurtschap of wijk"


def place_name_rows() -> list[PlaceName]:
    """Names of towns, villages and hamlets in 2020, for searching only; a name can stand in several municipalities.

    Source: a public list of September 2020, based on the Basisregistratie Adressen en Gebouwen; not official.
    """
    return [
        PlaceName(name, municipality, int(first), int(last), kind)
        for name, municipality, first, last, kind in read_rows(_PLACES / "place_names.csv", columns=PLACE_NAME_COLUMNS)
    ]


@cache
def membership_rows() -> tuple[Membership, ...]:
    """The rows of ``memberships``, without a table of pandas in between: every start needs them."""
    used = {
        (code, year): name
        for code, name, first, last in read_rows(_PLACES / "region_names.csv", columns=_NAMES)
        for year in range(int(first), int(last) + 1)
    }
    rows = []
    for code, name, printed, vt_region, province, brabant, basis in read_rows(
        _PLACES / "regions.csv", columns=_REGIONS
    ):
        year, part = int(printed), COUNTRY_PART_OF_PROVINCE[province]
        of_region, of_province = used.get((vt_region, year), ""), used.get((province, year), "")
        rows.append(
            Membership(
                code,
                name,
                year,
                vt_region,
                of_region,
                province,
                of_province,
                part,
                _COUNTRY_PARTS[part],
                brabant,
                basis,
            )
        )
    return tuple(rows)


@cache
def _memberships() -> pd.DataFrame:
    return pd.DataFrame(membership_rows(), columns=Membership._fields)


def memberships() -> pd.DataFrame:
    """One row per municipality and year (2015-2026) with the regions it lay in, all text except ``year``.

    Columns: municipality, name, year, vt_region(_name), province(_name), country_part(_name), brabant (the policy
    region inside Noord-Brabant: west_brabant, hart_van_brabant, brabant_noordoost, zuidoost_brabant or ''), basis
    (how sure the Veilig Thuis region is). An unknown Veilig Thuis region is ''. Source: CBS Gebieden in Nederland.
    """
    return _memberships().copy()


def mergers() -> pd.DataFrame:
    """One row per old → new municipality code since 2016: date, codes, names, kind, area_share, note, source.

    ``kind`` is merge, split or rename; ``area_share`` (splits only, else missing) is the part of the old area.
    """
    frame = read_published(_PLACES / "mergers.csv", columns=_MERGERS)
    return frame.assign(date=pd.to_datetime(frame["date"]), area_share=pd.to_numeric(frame["area_share"]))


@cache
def _codes(level: Level) -> tuple[dict[tuple[str, int], str], dict[str, set[str]]]:
    """Codes by (name, year), and by name in any year."""
    if level is Level.COUNTRY:
        return {}, {"nederland": {NETHERLANDS}}
    if level is Level.COUNTRY_PART:
        return {}, {name.casefold(): {code} for code, name in _COUNTRY_PARTS.items()}
    column = {
        Level.MUNICIPALITY: ("municipality", "name"),
        Level.PROVINCE: ("province", "province_name"),
        Level.VT_REGION: ("vt_region", "vt_region_name"),
    }[level]
    per_year = _memberships()[[*column, "year"]].drop_duplicates()
    by_year: dict[tuple[str, int], str] = {}
    ever: dict[str, set[str]] = {}
    for code, name, year in per_year.itertuples(index=False):
        if code:
            by_year[(name.casefold(), year)] = code
            ever.setdefault(name.casefold(), set()).add(code)
    return by_year, ever


def code_of(printed_name: str, *, level: Level, year: int) -> str:
    """Code of a place from its name as CBS or the press prints it; raises UnknownRegionNameError.

    Suffixes ('(gemeente)', '(PV)', '(VT)', '(LD)', '(O.)') are understood. A name of that year goes first; a name
    of other years is accepted too when only one code ever carried it, because StatLine lists regions that have
    ceased to exist (with a dot as value).
    """
    by_year, ever = _codes(level) if level is not Level.DOCUMENT_AREA else ({}, {})
    exact = " ".join(printed_name.split()).casefold()
    for name in (exact, _SUFFIX.sub("", " ".join(printed_name.split())).casefold()):
        if (name, year) in by_year:
            return by_year[name, year]
        codes = ever.get(name, set())
        if len(codes) == 1:
            return next(iter(codes))
        if (level, name) in _OTHER_SPELLINGS:
            return _OTHER_SPELLINGS[level, name]
    msg = f"no {level.singular} is called {printed_name!r} (level {level}, year {year})"
    raise UnknownRegionNameError(msg)
