"""What the places of a page are held against, per period: the country, or the places of a document together."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from indicators import comparators, notation
from indicators.compare import Comparator, NoComparator
from pages._parts import load

_REST_OF_DOCUMENT = "de rest van West-Brabant"  # the one document with places
_NO_NATIONAL = "Het CBS geeft dit cijfer niet voor heel Nederland."


def per_period(
    indicator: str, *, level: Level, periods: Iterable[Period]
) -> Mapping[Period, Comparator | NoComparator]:
    """Comparator of each period, or the Dutch reason why there is none."""
    read = load.edition()
    return {period: of(read, indicator, level, period) for period in periods}


@functools.lru_cache(maxsize=512)
def of(read: load.Edition, indicator: str, level: Level, period: Period) -> Comparator | NoComparator:
    """Comparator of one period in one data version."""
    spec = INDICATORS[indicator]
    if spec.first_comparable is None and Level.COUNTRY not in spec.levels:
        parts = load.values_of(read, indicator, level)
        here = parts[(parts["period"] == period.code) & parts["value"].notna()]
        codes = [str(code) for code in here["region"]]
        name = f"{notation.count(len(codes))} {level.plural} samen"
        return comparators.together(
            parts, codes=codes, name=name, spec=spec, period=period, date=period.label, rest=_REST_OF_DOCUMENT
        )
    if Level.COUNTRY not in spec.levels:
        return NoComparator(_NO_NATIONAL)
    country = load.values_of(read, indicator, Level.COUNTRY)
    return comparators.national(country, spec=spec, period=period, date=period.label)
