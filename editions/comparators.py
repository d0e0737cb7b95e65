"""Comparators of a place in one edition: the country, the places of a document together, and what lies around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.values import rows_by_place, values, values_in
from indicators import comparators, notation
from indicators.comparator import Comparator, NoComparator
from indicators.compare import Comparison, compare_each
from indicators.sentences.words import NATIONAL
from language import N_, _

_REST_OF_DOCUMENT = N_("de rest van West-Brabant")  # the one document with places
_NO_NATIONAL = N_("Het CBS geeft dit cijfer niet voor heel Nederland.")


@cached_per_edition(most=512)
def comparator(edition: Edition, indicator: str, *, level: Level, period: Period) -> Comparator | NoComparator:
    """The country; or the places of a document together, where it prints no country; or the Dutch reason for neither."""
    spec = INDICATORS[indicator]
    if spec.first_comparable is not None or Level.COUNTRY in spec.levels:
        return national_comparator(edition, indicator, period=period)
    parts = rows_by_place(edition, indicator, level=level, period=period)
    codes = [code for code, row in parts.items() if isfinite(row["value"])]
    places = notation.counted(len(codes), level.singular, level.plural)
    name = _("{places} samen", places=places) if len(codes) > 1 else places
    return comparators.together(
        parts, codes=codes, name=name, spec=spec, period=period, date=period.label, rest=_(_REST_OF_DOCUMENT)
    )


@cached_per_edition(most=256)
def national_comparator(edition: Edition, indicator: str, *, period: Period) -> Comparator | NoComparator:
    """The country as CBS published it, or the Dutch reason why there is no national figure."""
    spec = INDICATORS[indicator]
    if Level.COUNTRY not in spec.levels and period.calendar_year >= comparators.FIRST_NATIONAL:
        return NoComparator(_(_NO_NATIONAL))
    country = values(edition, indicator, level=Level.COUNTRY)
    country_figure = comparators.national(country, spec=spec, period=period, date=period.label)
    if isinstance(country_figure, NoComparator) or Level.MUNICIPALITY not in spec.levels:
        return country_figure
    parts = values_in(edition, indicator, level=Level.MUNICIPALITY, period=period)
    return comparators.placed(country_figure, parts["count"].tolist(), spec=spec)


def comparators_per_period(
    edition: Edition, indicator: str, *, level: Level, periods: Sequence[Period]
) -> Mapping[Period, Comparator | NoComparator]:
    """Comparator of each period, or the Dutch reason why there is none."""
    return {period: comparator(edition, indicator, level=level, period=period) for period in periods}


@cached_per_edition(most=64)
def comparisons(edition: Edition, indicator: str, *, level: Level, period: Period) -> Mapping[str, Comparison]:
    """How every place of a level stands against its comparator, by code."""
    rows = values_in(edition, indicator, level=level, period=period)
    against = comparator(edition, indicator, level=level, period=period)
    return compare_each(rows, comparator=against, spec=INDICATORS[indicator])


def comparators_of_place(
    edition: Edition, indicator: str, *, code: str, period: Period
) -> list[tuple[str, Comparator | NoComparator]]:
    """Every comparator of a place in a period, best known first; a reason where there is none.

    A larger place has the country only.
    """
    spec, level = INDICATORS[indicator], Level.MUNICIPALITY
    if Level.of(code) is not level:
        return [(_(NATIONAL), comparator(edition, indicator, level=Level.of(code), period=period))]
    parts = rows_by_place(edition, indicator, level=level, period=period)
    choices = [(_(NATIONAL), comparator(edition, indicator, level=level, period=period))]
    if spec.first_comparable is None:  # the document has places together, never a national figure
        choices.insert(0, (_(NATIONAL), national_comparator(edition, indicator, period=period)))
    for larger, label in ((Level.VT_REGION, _("Eigen Veilig Thuis-regio")), (Level.PROVINCE, _("Eigen provincie"))):
        there = larger in spec.levels
        whole = rows_by_place(edition, indicator, level=larger, period=period) if there else {}
        region = comparators.larger_place(whole, parts, code=code, level=larger, spec=spec, period=period)
        choices.append((label, region))
    choices.append((_("Gemeenten eromheen"), comparators.touching(parts, code=code, spec=spec, period=period)))
    people = inhabitants(edition, level=level, year=period.calendar_year)
    same_size = comparators.same_size(parts, code=code, inhabitants=people, spec=spec, period=period)
    return [*choices, (_("Gemeenten van dezelfde grootte"), same_size)]
