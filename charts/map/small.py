"""Small maps of one region on the boundaries of a year: which municipalities belong to it, nothing more.

Drawn as an SVG picture in colours that stand out on light and on dark paper alike, because a picture does not hear
which theme the page has.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from charts.palette import EITHER
from data_sources.level import Level
from geo import boundaries
from geo.boundaries import PlaceShape, Shapes
from indicators import notation
from language import _

_MARGIN_KM = 4
_WIDTH_PX = 280


@dataclass(frozen=True)
class SmallMap:
    """One picture of a series: its SVG, what it shows in words, and the line under it."""

    svg: str
    description: str  # alternative text
    caption: str


def membership_map(
    members: Collection[str], *, year: int, caption: str, frame: Collection[str], extra: Collection[str] = ()
) -> SmallMap:
    """Draw the members of a region on the boundaries of a year; ``extra`` ones are set off by colour and outline.

    ``frame`` lists the municipalities that decide the cut-out, so that all maps of a series show the same ground.
    Raises geo.boundaries.NoBoundariesError for a year without boundaries.
    """
    drawn = boundaries.shapes(boundaries.boundary_year(year), level=Level.MUNICIPALITY)
    left, top, width, height = _cut_out(frame)
    paths = [
        _path(shape, member=code in members, extra=code in extra)
        for code, shape in drawn.places.items()
        if _inside(shape, left=left, top=top, right=left + width, bottom=top + height, shapes=drawn)
    ]
    names = sorted(drawn.places[code].name for code in members if code in drawn.places)
    description = _(
        "{caption}. Kaartje met {municipalities}: {names}.",
        caption=caption,
        municipalities=notation.counted(len(names), "gemeente", "gemeenten"),
        names=", ".join(names),
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}" '
        f'width="{_WIDTH_PX}" height="{round(_WIDTH_PX * height / width)}"><title>{escape(caption)}</title>'
        f"<desc>{escape(description)}</desc>{''.join(paths)}</svg>"
    )
    return SmallMap(svg=svg, description=description, caption=caption)


def _path(shape: PlaceShape, *, member: bool, extra: bool) -> str:
    fill = EITHER.extra if extra else EITHER.member if member else "none"
    stroke, opacity = (EITHER.seam, 1.0) if member or extra else (EITHER.edge, 0.6)
    return (
        f'<path d="{shape.d}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}" stroke-opacity="{opacity}" '
        'stroke-width="0.8" vector-effect="non-scaling-stroke"/>'
    )


def _cut_out(frame: Collection[str]) -> tuple[float, float, float, float]:
    shapes = [boundaries.shapes(year, level=Level.MUNICIPALITY) for year in boundaries.BOUNDARY_YEARS]
    around = [(drawn.places[code], drawn.units_per_km) for drawn in shapes for code in frame if code in drawn.places]
    reach = [(shape, (shape.area_km2**0.5 * 0.7 + _MARGIN_KM) * units) for shape, units in around]
    left, right = min(shape.cx - far for shape, far in reach), max(shape.cx + far for shape, far in reach)
    top, bottom = min(shape.cy - far for shape, far in reach), max(shape.cy + far for shape, far in reach)
    return left, top, right - left, bottom - top


def _inside(shape: PlaceShape, *, left: float, top: float, right: float, bottom: float, shapes: Shapes) -> bool:
    far: float = (shape.area_km2**0.5) * shapes.units_per_km
    return left - far <= shape.cx <= right + far and top - far <= shape.cy <= bottom + far
