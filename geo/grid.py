"""The one integer grid of every drawn boundary: RD New (EPSG:28992), y down, and SVG paths on it.

All years and levels share the grid, so shapes lie exactly over each other. Rounding happens per point, never per
shape, so two neighbours keep the same border.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

WEST_M, NORTH_M = 10_000, 623_000  # corner of the grid in RD New, metres
WIDTH_KM, HEIGHT_KM = 272, 320
UNITS_PER_KM = 4
SPECK = 2  # rings under this many square units (0.125 km²) would be drawn as dots of border, so they are left out
WIDTH, HEIGHT = WIDTH_KM * UNITS_PER_KM, HEIGHT_KM * UNITS_PER_KM

Point = tuple[int, int]


class OutsideGridError(ValueError):
    """A point lies outside the Netherlands in RD New, so the source has another CRS than it says."""


def to_grid(x_m: float, y_m: float) -> Point:
    """Grid point of an RD New coordinate in metres; raises OutsideGridError."""
    x = math.floor((x_m - WEST_M) * UNITS_PER_KM / 1000 + 0.5)
    y = math.floor((NORTH_M - y_m) * UNITS_PER_KM / 1000 + 0.5)
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
        msg = f"({x_m:.0f}, {y_m:.0f}) is not in the Netherlands in RD New metres"
        raise OutsideGridError(msg)
    return x, y


def ring_on_grid(coordinates: Iterable[Sequence[float]]) -> list[Point]:
    """Closed ring without its repeated last point and without points that a straight line does not need.

    Returns an empty list when the ring is smaller than the grid shows: fewer than three points or under SPECK.
    """
    points: list[Point] = []
    for x_m, y_m, *_ in coordinates:
        point = to_grid(x_m, y_m)
        if not points or points[-1] != point:
            points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()
    corners = [
        here
        for before, here, after in zip(points[-1:] + points[:-1], points, points[1:] + points[:1], strict=True)
        if not _is_between(before, here, after)
    ]
    return corners if abs(twice_area(corners)) >= 2 * SPECK else []


def twice_area(ring: Sequence[Point]) -> int:
    """Twice the signed area of a ring in square units, exact; zero for fewer than three points."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], *ring[:1]], strict=True))


def _is_between(before: Point, here: Point, after: Point) -> bool:
    ax, ay = here[0] - before[0], here[1] - before[1]
    bx, by = after[0] - here[0], after[1] - here[1]
    return ax * by == ay * bx and ax * bx + ay * by > 0


def path(rings: Iterable[Sequence[Point]]) -> str:
    """SVG path of rings: one absolute start and relative steps each, without a separator that is not needed."""
    return "".join(f"M{_numbers(ring[:1])}l{_numbers(_steps(ring))}z" for ring in rings)


def _steps(ring: Sequence[Point]) -> list[Point]:
    return [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise(ring)]


def _numbers(pairs: Sequence[Point]) -> str:
    text = " ".join(str(number) for pair in pairs for number in pair)
    return text.replace(" -", "-")
