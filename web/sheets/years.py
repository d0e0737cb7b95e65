"""Which sheets there are: of every municipality the years with figures or inhabitants, of larger places those with figures."""

from __future__ import annotations

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.level import Level
from data_sources.period import calendar_years
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.place import periods_of_place, periods_with_figure
from editions.values import values
from geo import registry
from indicators.value import PUBLISHED


@cached_per_edition(most=1, wordless=True)
def _with_inhabitants(edition: Edition) -> frozenset[tuple[str, int]]:
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    return frozenset(
        (code, year) for year in years for code in inhabitants(edition, level=Level.MUNICIPALITY, year=year)
    )


@cached_per_edition(most=1, wordless=True)
def _with_figures(edition: Edition) -> frozenset[tuple[str, int]]:
    places: set[tuple[str, int]] = set()
    for spec in EMBEDDED_INDICATORS.values():
        if Level.MUNICIPALITY in spec.levels:
            rows = values(edition, spec.id, level=Level.MUNICIPALITY)
            rows = rows[rows["state"].isin(PUBLISHED)]
            places.update(zip(rows["region"].astype("str"), calendar_years(rows["period"]), strict=True))
    return frozenset(places)


def years(edition: Edition, code: str) -> tuple[int, ...]:
    """Years for which a place has a sheet, newest first; a larger place always has that of its page."""
    if Level.of(code) is not Level.MUNICIPALITY:
        filled = {period.calendar_year for period in periods_with_figure(edition, code)}
        return tuple(sorted(filled | {periods_of_place(edition, code).start.calendar_year}, reverse=True))
    have = {year for place, year in {*_with_figures(edition), *_with_inhabitants(edition)} if place == code}
    return tuple(sorted(have, reverse=True))


def usual_year(edition: Edition, code: str) -> int | None:
    """Year that the address without a year shows: the one its page opens on; else the newest there is."""
    every, start = years(edition, code), periods_of_place(edition, code).start.calendar_year
    return start if start in every else every[0] if every else None


def municipalities(edition: Edition) -> tuple[registry.Region, ...]:
    """Municipalities that have a sheet, by name."""
    codes = {code for code, _ in {*_with_figures(edition), *_with_inhabitants(edition)}}
    return tuple(sorted((registry.region(code) for code in codes), key=lambda place: registry.fold(place.name)))


def larger_places() -> tuple[registry.Region, ...]:
    """The country, its parts, provinces and Veilig Thuis regions of today: each has a sheet, and they stand in this order."""
    return tuple(
        place
        for level in (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION)
        for place in sorted(
            registry.regions(level, year=registry.last_year()), key=lambda each: registry.fold(each.name)
        )
    )
