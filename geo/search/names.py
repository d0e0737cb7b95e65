"""Every name that can be searched, with the place it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from data_sources import places
from data_sources.level import NETHERLANDS, Level
from geo import mergers, registry

EVERYDAY = MappingProxyType(
    {
        "GM0518": ("The Hague",),
        "GM0820": ("Nuenen", "Nuenen c.a."),
        "GM1900": ("Súdwest", "Zuidwest-Fryslân"),
        "GM1940": ("De Fryske Marren", "Friese Meren"),
        "GM0080": ("Ljouwert",),
        "PV30": ("Brabant",),
        NETHERLANDS: ("Heel Nederland", "Holland", "NL", "landelijk", "Nederland totaal"),
    }
)
"""More names people use, beside ``registry.USUAL_NAMES``; for searching only."""

# Haaren was divided in 2021, one village to each of four municipalities: the one split since the list of names.
_DIVIDED = MappingProxyType({5074: "GM0855", 5076: "GM0824", 5268: "GM0865", 5296: "GM0757"})
_HAAREN = "GM0788"
_BETWEEN_BRACKETS = re.compile(r"\s*\([^)]*\)")


class NameKind(IntEnum):
    """What a name belongs to, in the order in which equal matches stand."""

    MUNICIPALITY = 0
    PROVINCE = 1
    VT_REGION = 2
    COUNTRY = 3
    COUNTRY_PART = 4
    FORMER = 5
    TOWN = 6
    HAMLET = 7
    POSTCODE = 8

    @property
    def dutch(self) -> str:
        """Dutch word for one of this kind."""
        return _DUTCH[self]


_DUTCH = {
    NameKind.MUNICIPALITY: "gemeente",
    NameKind.PROVINCE: "provincie",
    NameKind.VT_REGION: "Veilig Thuis-regio",
    NameKind.COUNTRY: "land",
    NameKind.COUNTRY_PART: "landsdeel",
    NameKind.FORMER: "vroegere gemeente",
    NameKind.TOWN: "woonplaats",
    NameKind.HAMLET: "buurtschap of wijk",
    NameKind.POSTCODE: "postcode",
}
KIND_OF_LEVEL = {
    Level.MUNICIPALITY: NameKind.MUNICIPALITY,
    Level.PROVINCE: NameKind.PROVINCE,
    Level.VT_REGION: NameKind.VT_REGION,
    Level.COUNTRY: NameKind.COUNTRY,
    Level.COUNTRY_PART: NameKind.COUNTRY_PART,
}
"""Kind of a place that exists; an area of a document cannot be searched."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one place. ``origin`` is the code it belonged to: its own, or that of its municipality of then."""

    text: str
    kind: NameKind
    origin: str


def every() -> Iterator[Name]:
    """All names: places of the registry, what people call them, towns and hamlets."""
    for place in registry.everywhere():
        if place.level is Level.DOCUMENT_AREA:
            continue
        kind = NameKind.FORMER if mergers.successors(place.code) else KIND_OF_LEVEL[place.level]
        usual = registry.USUAL_NAMES.get(place.code)
        for text in dict.fromkeys((place.name, *([usual] if usual else []), *EVERYDAY.get(place.code, ()))):
            yield Name(text, kind, place.code)
    bare_names = {row.code: registry.fold(bare(row.name)) for row in registry.everywhere()}
    for row in places.place_name_rows():
        code = now(row)
        as_municipality = {
            bare_names[code],
            bare_names[row.municipality],
            registry.fold(registry.USUAL_NAMES.get(code, "")),
        }
        if registry.fold(bare(row.name)) not in as_municipality:
            yield Name(row.name, NameKind.TOWN if row.kind == "woonplaats" else NameKind.HAMLET, code)


def now(row: places.PlaceName) -> str:
    """Code of the municipality of a town: that of 2020, which may have ended since, save for the divided one."""
    return _DIVIDED.get(row.first_postcode, row.municipality) if row.municipality == _HAAREN else row.municipality


def bare(name: str) -> str:
    """A name without what stands between brackets: ``Bergen (L.)`` → ``Bergen``; ``(De) Haspel`` → ``Haspel``."""
    return _BETWEEN_BRACKETS.sub("", name).strip() or name


def forms(name: Name) -> tuple[str, ...]:
    """Folded spellings under which a name is looked up."""
    whole, short = registry.fold(name.text), registry.fold(bare(name.text))
    return tuple(dict.fromkeys(form for form in (short, whole) if form))
