"""What an address of a pack asks for: a place and a period, or the places and figure of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period, UnknownPeriodError
from editions import compared_places
from editions.comparison import Selection
from editions.edition import Edition, edition_of
from editions.periods import offered, periods
from editions.place import period_of_year, periods_of_place
from editions.place_answer import place_answer
from geo import registry
from indicators import notation
from web.open_data.filters import parse
from web.open_data.refusal import BilingualMessage, RefusedError, UnknownError, shown
from web.sheets import years

OF_PLACE = ("jaar", "periode", "versie")
OF_COMPARISON = ("gemeente", "met", "indicator", "periode", "vergelijk", "lijn", "niveau", "versie")
_PRESETS = ("buren", "regio", "provincie", "grootte", "eigen")
_LINES = ("land", "groep")
_MOST_READ = 40  # of a list of places; more is not a question but an attack


class PackOfPlace(NamedTuple):
    """A place in a period of one data version."""

    edition: Edition
    place: registry.Region
    period: Period
    version: str


class PackOfComparison(NamedTuple):
    """A comparison of one data version, and how its places were chosen."""

    chosen: Selection
    words: str
    version: str


def given(pairs: Iterable[tuple[str, str]], *, allowed: Iterable[str]) -> dict[str, str]:
    """The filters that mean something here, each once; raises RefusedError for one that is given twice."""
    read: dict[str, str] = {}
    known = set(allowed)
    for name, value in pairs:
        if name in read:
            raise RefusedError(
                BilingualMessage(f"‘{name}’ staat twee keer in het adres.", f"'{name}' is given twice."), parameter=name
            )
        if name in known:
            read[name] = value.strip()
    return read


def of_place(place: registry.Region, filters: Mapping[str, str]) -> PackOfPlace:
    """The pack of a place; without a choice its page's own period. Raises RefusedError with the reason in Dutch."""
    query = parse([(name, filters[name]) for name in ("jaar", "versie") if name in filters], allowed=("jaar", "versie"))
    edition = edition_of(query.version)
    if "periode" in filters:
        period = _period(filters["periode"], known=periods_of_place(edition, place.code).every, where=place.name)
    elif query.year is not None:
        years_known = years.years(edition, place.code)
        if query.year not in years_known:
            listed = notation.listing([str(year) for year in years_known]) or "geen enkel jaar"
            raise UnknownError(
                BilingualMessage(
                    f"Over {query.year} is er geen raadspakket voor {place.name}. Wel over {listed}.",
                    f"There is no pack of {place.name} for {query.year}. There are: {listed}.",
                ),
                parameter="jaar",
            )
        period = period_of_year(edition, place.code, year=query.year)
    else:
        period = periods_of_place(edition, place.code).start
    if place_answer(edition, place.code, period=period) is None:
        raise _did_not_exist(place, period)
    return PackOfPlace(edition, place, period, query.version)


def of_comparison(filters: Mapping[str, str]) -> PackOfComparison:
    """The comparison that the page Vergelijken shows at the same choices; raises RefusedError with the reason in Dutch."""
    query = parse([("versie", filters["versie"])] if "versie" in filters else [], allowed=("versie",))
    edition = edition_of(query.version)
    codes = _places(filters)
    main, level = codes[0], Level.of(codes[0])
    titles = [spec.id for spec in offered(edition) if periods(edition, spec.id, level=level)]
    indicator = _one_of(
        filters, "indicator", titles, compared_places.default_indicator(edition, main, level=level), what="Het cijfer"
    )
    there = periods(edition, indicator, level=level)
    period = (
        _period(filters["periode"], known=there, where=INDICATORS[indicator].title)
        if "periode" in filters
        else compared_places.default_period(edition, indicator, level=level, code=main)
    )
    start = compared_places.default_preset(codes, level=level)
    preset = _one_of(filters, "vergelijk", _PRESETS, start, what="De keuze") if level is Level.MUNICIPALITY else start
    line = _one_of(filters, "lijn", _LINES, "land", what="De lijn")
    group = compared_places.group(
        edition, preset, code=main, chosen=codes, level=level, indicator=indicator, period=period
    )
    if place_answer(edition, main, period=period) is None:
        raise _did_not_exist(registry.region(main), period)
    chosen = Selection(edition, indicator, level, period, group.codes, main, preset, line)
    return PackOfComparison(chosen, group.words, query.version)


def _did_not_exist(place: registry.Region, period: Period) -> UnknownError:
    words = BilingualMessage(
        f"{place.name} bestond in {period.in_words} niet, of niet met deze grenzen.",
        f"{place.name} did not exist in {period.key}.",
    )
    return UnknownError(words, parameter="periode")


def _places(filters: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of the places, the main one first; those of another level than the main place are passed over, as on the page."""
    if not filters.get("gemeente"):
        raise RefusedError(
            BilingualMessage(
                "Zeg om welke plaats het gaat, bijvoorbeeld ?gemeente=GM0758&met=GM0855.",
                "Name the place, for example ?gemeente=GM0758&met=GM0855.",
            ),
            parameter="gemeente",
        )
    codes_given = [filters["gemeente"], *filters.get("met", "").split(",")][: _MOST_READ + 1]
    codes = list(dict.fromkeys(code.strip().upper() for code in codes_given if code.strip()))
    for code in codes:
        if not registry.is_known(code) or registry.region(code).level not in compared_places.LEVELS:
            raise UnknownError(
                BilingualMessage(
                    f"‘{shown(code)}’ is geen gemeente, Veilig Thuis-regio of provincie die we kennen.",
                    f"'{shown(code)}' is no municipality, Veilig Thuis region or province that we know.",
                ),
                parameter="gemeente",
            )
    level = Level.of(codes[0])
    return tuple(code for code in codes if Level.of(code) is level)[: compared_places.MOST_CHOSEN]


def _one_of(filters: Mapping[str, str], name: str, known: Iterable[str], default: str, *, what: str) -> str:
    value, choices = filters.get(name, default), list(known)
    if value not in choices:
        listed = ", ".join(choices)
        raise UnknownError(
            BilingualMessage(
                f"{what} ‘{shown(value)}’ is er niet. U kunt kiezen uit: {listed}.",
                f"There is no {name} '{shown(value)}'. You can choose: {listed}.",
            ),
            parameter=name,
        )
    return value


def _period(text: str, *, known: Iterable[Period], where: str) -> Period:
    there = sorted(set(known), key=lambda each: (each.calendar_year, each.kind, each.number), reverse=True)
    try:
        period = Period.from_key(text)
    except UnknownPeriodError:
        raise RefusedError(
            BilingualMessage(
                f"‘{shown(text)}’ is geen periode. Schrijf een jaar als 2023 of een half jaar als 2023-H1.",
                f"'{shown(text)}' is no period. Write a year as 2023 or a half-year as 2023-H1.",
            ),
            parameter="periode",
        ) from None
    if period not in there:
        listed = ", ".join(each.key for each in there) or "geen enkele periode"
        raise UnknownError(
            BilingualMessage(
                f"Over {period.in_words} is er geen raadspakket voor {where}. Wel over: {listed}.",
                f"There is no pack of {where} for {period.key}. There are: {listed}.",
            ),
            parameter="periode",
        )
    return period
