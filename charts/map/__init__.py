"""The municipal map: payload for the browser component and its static SVG twin."""

from charts.map.municipal import MapContext, RawCountsOnMapError, municipal_map
from charts.map.outline import Outline, outlines
from charts.map.payload import MapData, MapPeriods, map_periods
from charts.map.static import land_svg, legend_rows, linked_svg, static_svg

__all__ = [
    "MapContext",
    "MapData",
    "MapPeriods",
    "Outline",
    "RawCountsOnMapError",
    "land_svg",
    "legend_rows",
    "linked_svg",
    "map_periods",
    "municipal_map",
    "outlines",
    "static_svg",
]
