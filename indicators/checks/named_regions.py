"""Which municipality lies in a region that the documents speak of, by the regions of policy inside Noord-Brabant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from data_sources import places

_YEARS = range(2019, 2023)  # in which the documents were made; the regions of policy stayed the same in them
_POLICY = {"hart_van_brabant": "Hart van Brabant", "west_brabant": "West-Brabant"}
_MUNICIPALITY = {"GM0794": "Helmond"}  # the letter of the council speaks of the municipality itself


def named_region(code: str) -> str | None:
    """Region by the name the documents give it, in which a municipality lay in a year of the programmes; else None."""
    return _regions().get(code)


@cache
def _regions() -> Mapping[str, str]:
    rows = sorted(places.membership_rows(), key=lambda row: row.year)
    regions = {row.municipality: _POLICY[row.brabant] for row in rows if row.year in _YEARS and row.brabant in _POLICY}
    return MappingProxyType(regions | _MUNICIPALITY)
