"""What the map opens with, computed from what is loaded: the fullest real map, and how many places each choice has.

A map is full when three in four of its places have a figure to colour. Of the full maps the one with most places opens,
and of those the first indicator of the catalogue; without a full map the one with the largest part of its places does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level, UnknownRegionCodeError
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.periods import Coverage, coverage, filled_levels, offered, periods
from editions.values import has_figure
from geo import registry
from indicators import available, notation
from indicators.place_opening import default_period, newest_first
from language import _

LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
FULL = 0.75
"""Part of the places of a level that makes a map full."""


class View(NamedTuple):
    """A selection of the map."""

    indicator: str
    level: Level
    period: Period


class MapReach(NamedTuple):
    """How many places of a view have a figure, of how many places that there are."""

    view: View
    known: int
    places: int


@cached_per_edition(most=1)
def titles(edition: Edition) -> Mapping[str, str]:
    """Titles by id of the indicators that have a figure at some level of the map, in the order of the catalogue."""
    filled = filled_levels(edition)
    return {spec.id: spec.title for spec in offered(edition) if filled[spec.id].intersection(LEVELS)}


@cached_per_edition(most=64, wordless=True)
def levels(edition: Edition, indicator: str) -> Mapping[Level, Sequence[Period]]:
    """Levels at which an indicator has figures, the finest first, each with its periods."""
    every = {
        level: periods(edition, indicator, level=level) for level in LEVELS if level in INDICATORS[indicator].levels
    }
    return {level: filled for level, filled in every.items() if filled}


@cached_per_edition(most=1, wordless=True)
def fullest(edition: Edition) -> View:
    """The fullest real map of all that is loaded."""
    best: tuple[float, View] | None = None
    for reach in _likely(edition):
        view = reach.view
        share = _share(edition, view)
        if share >= FULL:
            return view
        if best is None or share > best[0]:
            best = share, view
    if best is None:
        msg = "no indicator has a figure at a level of the map"
        raise LookupError(msg)
    return best[1]


@cached_per_edition(most=1024, wordless=True)
def indicator(edition: Edition, *, place: str | None) -> str:
    """Id of the indicator to open with: the first that has a figure for the place, without a place the fullest map."""
    level = _level_of(place)
    if place is None or level is None:
        return fullest(edition).indicator
    without_figure = ""
    for each in titles(edition):  # one after another: to know the levels of a share is to compute it
        filled = levels(edition, each).get(level, ())
        if any(has_figure(edition, each, code=place, period=when) for when in filled):
            return each
        without_figure = without_figure or (each if filled else "")
    return without_figure or fullest(edition).indicator


def level(edition: Edition, indicator: str, *, place: str | None, period_key: str = "") -> Level:
    """Level to open with: that of the place, else the fullest; a period in the address must be there."""
    by_level = levels(edition, indicator)
    place_level = _level_of(place)
    if place_level is not None and place_level in by_level:
        return place_level
    keys = {each: {when.key for when in filled} for each, filled in by_level.items()}
    shares: dict[Level, float] = {}
    for each in [each for each in by_level if period_key in keys[each]] or list(by_level):
        view = View(indicator, each, period(edition, indicator, level=each, place=None))
        shares[each] = _share(edition, view)
        if shares[each] >= FULL:
            return each
    return max(shares, key=shares.__getitem__)


@cached_per_edition(most=1024, wordless=True)
def period(edition: Edition, indicator: str, *, level: Level, place: str | None) -> Period:
    """Period to open with: the newest in which the place has any count, else the newest whose map is about as full as any."""
    filled = periods(edition, indicator, level=level)
    if place is not None and _level_of(place) is level:
        newest = default_period(each for each in filled if has_figure(edition, indicator, code=place, period=each))
        if newest is not None:
            return newest
    rated = {each: _rated(coverage(edition, indicator, level=level, period=each)) for each in filled}
    most = max(rated.values())
    return min((each for each in filled if rated[each] >= FULL * most), key=newest_first)


@cached_per_edition(most=1)
def figure_labels(edition: Edition) -> Mapping[str, str]:
    """Titles of the indicators by id, each with the places of its fullest map: ``Aandeel adviezen · 4 landsdelen``."""
    fullest_of_each = {reach.view.indicator: reach for reach in reversed(_likely(edition))}
    return {
        each: f"{title} · {notation.counted(reach.known, reach.view.level.singular, reach.view.level.plural)}"
        if (reach := fullest_of_each.get(each))
        else title
        for each, title in titles(edition).items()
    }


@cached_per_edition(most=64)
def level_labels(edition: Edition, indicator: str) -> Mapping[str, str]:
    """Names of the levels by their code, each with how many places have a figure: ``Provincie · 12 van 12``."""
    known = _reaches(edition)[indicator]
    reaches = {
        each: known.get(each) or _computed(edition, indicator, level=each) for each in levels(edition, indicator)
    }
    return {
        str(level): f"{level.singular[:1].upper()}{level.singular[1:]} · {_in_words(reach)}"
        for level, reach in reaches.items()
    }


def _computed(edition: Edition, indicator: str, *, level: Level) -> MapReach:
    """How far a level reaches that has no figure, only dots of CBS."""
    view = View(indicator, level, period(edition, indicator, level=level, place=None))
    covered = coverage(edition, indicator, level=level, period=view.period)
    return MapReach(view, covered.known, covered.places)


def _in_words(reach: MapReach) -> str:
    return _("{known} van {places}", known=notation.count(reach.known), places=notation.count(reach.places))


def _level_of(place: str | None) -> Level | None:
    try:
        return Level.of(place) if place else None
    except UnknownRegionCodeError:
        return None


def _rated(covered: Coverage) -> int:
    """Places that get a colour: those with a figure, without those of which only the count is known."""
    return covered.known - covered.counted


def _share(edition: Edition, view: View) -> float:
    covered = coverage(edition, view.indicator, level=view.level, period=view.period)
    return _rated(covered) / covered.places if covered.places else 0.0


@cached_per_edition(most=1, wordless=True)
def _reaches(edition: Edition) -> Mapping[str, Mapping[Level, MapReach]]:
    """How far each indicator and level reaches in its best period, by the cells alone.

    Computing each indicator to know it would take a start seconds.
    """
    reaches: dict[str, dict[Level, MapReach]] = {}
    for each, counts in available.reach(edition.observations).items():
        reaches[each] = {}
        for level in LEVELS:
            here = {when: many for (at, when), many in counts.items() if at is level}
            if here:
                when = min((period for period in here if here[period] >= FULL * max(here.values())), key=newest_first)
                places = len(registry.regions(level, year=when.calendar_year))
                reaches[each][level] = MapReach(View(each, level, when), here[when], places)
    return reaches


@cached_per_edition(most=1, wordless=True)
def _likely(edition: Edition) -> Sequence[MapReach]:
    """Every indicator and level in its best period by the cells alone: the likeliest to be the fullest map first."""
    order = list(titles(edition))

    def rank(reach: MapReach) -> tuple[bool, float, int]:
        share = reach.known / reach.places if reach.places else 0.0
        full = share >= FULL
        return not full, -reach.places if full else -share, order.index(reach.view.indicator)

    return sorted((reach for each in order for reach in _reaches(edition)[each].values()), key=rank)
