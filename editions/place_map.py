"""A small map of a place of any level among its neighbours, with their figures, for its page and its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charts.sheet.picture import Picture
from charts.sheet.surroundings import located, parts_of, surroundings_map
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.values import rows_by_place
from geo import boundaries, mergers, registry
from indicators import notation
from indicators.comparator import Row
from indicators.sentences import words
from indicators.value import PUBLISHED
from language import _


@dataclass(frozen=True)
class PlaceMap:
    """The picture, how many places it shows, how many of those have a figure, and in one line how many have none."""

    picture: Picture
    around: int
    known: int
    without: str


@cached_per_edition(most=512)
def place_map(edition: Edition, code: str, *, indicator: str, period: Period) -> PlaceMap | None:
    """Map of a place in a period; of the country its provinces; of one that ended before our boundaries where it lies."""
    spec, level = INDICATORS[indicator], Level.of(code)
    if level is Level.DOCUMENT_AREA:
        return None
    drawn_level = Level.PROVINCE if level is Level.COUNTRY else level
    shapes = boundaries.shapes(boundaries.boundary_year(period.calendar_year), level=drawn_level)
    shown = indicator if drawn_level in spec.levels else "meldingen"
    rows = rows_by_place(edition, shown, level=drawn_level, period=period)
    if level is Level.COUNTRY:
        picture = parts_of(rows, spec=spec, level=drawn_level, period=period, name=words.name_of(registry.region(code)))
        return _counted(
            picture, rows_by_place(edition, indicator, level=drawn_level, period=period), shapes.places, drawn_level
        )
    if code not in shapes.places:
        if level is not Level.MUNICIPALITY:
            return None
        return PlaceMap(located(mergers.today(code), name=registry.region(code).name), 0, 0, "")
    picture = surroundings_map(rows, spec=spec, code=code, period=period)
    near = [other for other in shapes.places[code].neighbours if other in shapes.places]
    return _counted(picture, rows_by_place(edition, indicator, level=level, period=period), near, level)


def rows_around(edition: Edition, code: str, *, indicator: str, period: Period) -> Mapping[str, Row]:
    """Rows of the touching municipalities by code; nothing for a larger place."""
    if Level.of(code) is not Level.MUNICIPALITY:
        return {}
    every = rows_by_place(edition, indicator, level=Level.MUNICIPALITY, period=period)
    return {other: every[other] for other in boundaries.touching(code, year=period.calendar_year) if other in every}


def _counted(picture: Picture, rows: Mapping[str, Row], near: Iterable[str], level: Level) -> PlaceMap:
    codes = list(near)
    missing = sum(other not in rows or rows[other]["state"] not in PUBLISHED for other in codes)
    places = notation.counted(missing, level.singular, level.plural)
    without = _("Op deze kaart: {places} nog zonder cijfer op deze site.", places=places) if missing else ""
    return PlaceMap(picture, len(codes), len(codes) - missing, without)
