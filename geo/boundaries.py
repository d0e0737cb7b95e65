"""Boundaries as the build made them: shapes, their URL and touching neighbours, per boundary year and level."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data_sources.level import Level, parse_region_code

FOLDER = Path(__file__).parent.parent / "pages" / "static" / "boundaries"
URL = "app/static/boundaries/"
_NUMBER = re.compile(r"-?\d+")
BOUNDARY_YEARS = (2018, 2019, 2021, 2022, 2023, 2024)


class NoBoundariesError(LookupError):
    """There are no boundaries for this year or level."""


@dataclass(frozen=True)
class PlaceShape:
    """One place on the grid of geo.grid: an SVG path (fill rule evenodd), a label point inside it, its neighbours."""

    code: str
    name: str
    d: str
    cx: int
    cy: int
    area_km2: float
    neighbours: tuple[str, ...]

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the path on the grid."""
        across, down = zip(*(point for ring in self.d.split("M")[1:] for point in _points(ring)), strict=True)
        return min(across), min(down), max(across), max(down)


def _points(ring: str) -> Iterator[tuple[int, int]]:
    """Corners of one ring of a path: a point, then steps from each corner to the next."""
    numbers = [int(number) for number in _NUMBER.findall(ring)]
    return zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True)


@dataclass(frozen=True)
class Shapes:
    """All places of one level and boundary year by code, in code order; ``left_out`` lack a region of this level."""

    boundary_year: int
    level: Level
    width: int
    height: int
    units_per_km: int
    places: Mapping[str, PlaceShape]
    left_out: tuple[str, ...] = ()


def boundary_year(year: int) -> int:
    """Boundary year that shows the places of a year.

    The nearest earlier boundaries (2020 has those of 2019, 2025 and later those of 2024); years before 2018 have those
    of 2018, because no older ones are embedded.
    """
    return max((known for known in BOUNDARY_YEARS if known <= year), default=BOUNDARY_YEARS[0])


@cache
def _files() -> Mapping[str, Mapping[str, Any]]:
    index: dict[str, Any] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    return MappingProxyType(index["files"])


def _file(boundary_year: int, level: Level) -> str:
    entry = _files().get(f"{level.lower()}-{boundary_year}")
    if entry is None:
        msg = f"no boundaries of level {level} for {boundary_year}; there are {', '.join(_files())}"
        raise NoBoundariesError(msg)
    return str(entry["file"])


def url(boundary_year: int, *, level: Level) -> str:
    """URL of the boundary file relative to the app; its name carries a hash of the content. NoBoundariesError."""
    return URL + _file(boundary_year, level)


@cache
def shapes(boundary_year: int, *, level: Level) -> Shapes:
    """Shapes of one boundary year and level, read once per process; raises NoBoundariesError."""
    layer = json.loads((FOLDER / _file(boundary_year, level)).read_text(encoding="utf-8"))
    places = {
        code: PlaceShape(code, name, d, cx, cy, area_km2, tuple(neighbours))
        for code, (name, d, cx, cy, neighbours, area_km2) in layer["p"].items()
    }
    return Shapes(
        boundary_year=layer["year"],
        level=Level(layer["level"]),
        width=layer["w"],
        height=layer["h"],
        units_per_km=layer["km"],
        places=MappingProxyType(places),
        left_out=tuple(layer.get("left_out", ())),
    )


def touching(code: str, *, year: int) -> tuple[str, ...]:
    """Codes of the same level that share a border with a place in the boundaries of a year.

    Empty for an island or a place without a shape in that year; raises UnknownRegionCodeError for a malformed code.
    """
    known = parse_region_code(code)
    level = Level.of(known)
    if level is Level.DOCUMENT_AREA:
        return ()
    shape = shapes(boundary_year(year), level=level).places.get(known)
    return shape.neighbours if shape else ()
