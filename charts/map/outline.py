"""The boundaries a period is drawn on, as the map needs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries
from geo.boundaries import Shapes


@dataclass(frozen=True)
class Outline:
    """Where the browser finds the shapes, and the same shapes for pictures made on the server."""

    url: str
    shapes: Shapes


def outlines(periods: Iterable[Period], *, level: Level) -> Mapping[Period, Outline]:
    """Boundaries of each period's own year; raises geo.boundaries.NoBoundariesError."""
    years = {period: boundaries.boundary_year(period.calendar_year) for period in periods}
    return {
        period: Outline(boundaries.url(year, level=level), boundaries.shapes(year, level=level))
        for period, year in years.items()
    }
