"""Levels of place and the codes that name them: NL01, LD01-LD04, PV20, VT15, GM0758."""

from __future__ import annotations

import re
from enum import StrEnum

from language import N_, _


class Level(StrEnum):
    """Level of a place, by the CBS letters of its code; DR is an area as one document draws it."""

    COUNTRY = "NL"
    COUNTRY_PART = "LD"
    PROVINCE = "PV"
    VT_REGION = "VT"
    MUNICIPALITY = "GM"
    DOCUMENT_AREA = "DR"

    @classmethod
    def of(cls, code: str) -> Level:
        """Level of a region code, trailing spaces ignored; raises UnknownRegionCodeError."""
        return cls(parse_region_code(code)[:2])

    @property
    def singular(self) -> str:
        """Word for one place of this level."""
        return _(_WORDS[self][0])

    @property
    def plural(self) -> str:
        """Word for several places of this level."""
        return _(_WORDS[self][1])

    def named(self, name: str) -> str:
        """Name of a place with its level before it, no article: ``provincie Utrecht``; a country and an area are named alone."""
        return _(_NAMED[self], name=name) if self in _NAMED else name


class UnknownRegionCodeError(ValueError):
    """The text is not a region code; the message shows the forms that are."""


NETHERLANDS = "NL01"
"""Code of the country."""

_CODE = re.compile(r"NL01|(?:LD|PV|VT|DR)\d{2}|GM\d{4}")
_WORDS = {
    Level.COUNTRY: (N_("land"), N_("landen")),
    Level.COUNTRY_PART: (N_("landsdeel"), N_("landsdelen")),
    Level.PROVINCE: (N_("provincie"), N_("provincies")),
    Level.VT_REGION: (N_("Veilig Thuis-regio"), N_("Veilig Thuis-regio's")),
    Level.MUNICIPALITY: (N_("gemeente"), N_("gemeenten")),
    Level.DOCUMENT_AREA: (N_("gebied in een document"), N_("gebieden in een document")),
}
_NAMED = {
    Level.COUNTRY_PART: N_("landsdeel {name}"),
    Level.PROVINCE: N_("provincie {name}"),
    Level.VT_REGION: N_("Veilig Thuis-regio {name}"),
    Level.MUNICIPALITY: N_("gemeente {name}"),
}


def parse_region_code(code: str) -> str:
    """Strip the padding CBS adds and check the form; raises UnknownRegionCodeError."""
    stripped = code.strip()
    if _CODE.fullmatch(stripped) is None:
        msg = f"{code!r} is not a region code (NL01, LD01, PV20, VT15, GM0758)"
        raise UnknownRegionCodeError(msg)
    return stripped
