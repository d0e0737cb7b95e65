"""An ended municipality and the others it went on with, added up: promised only where the figures of all are there."""

from __future__ import annotations

from dataclasses import dataclass

from data_sources.catalogue.indicators import INDICATORS
from data_sources.period import Period
from geo import mergers, registry
from geo.mergers import Kind
from indicators import notation, sentences
from indicators.place_opening import default_period
from pages._parts import load
from pages._parts.comparing import over_time

_INDICATORS = ("meldingen", "wb-meldingen")


@dataclass(frozen=True)
class Sum:
    """The sum in words, and where it can be seen."""

    words: str
    address: str
    label: str


def newest(place: registry.Region) -> Sum | None:
    """The newest period of an ended municipality that adds up to the one it went into; None when none does."""
    steps, final = mergers.successors(place.code), mergers.today(place.code)
    if not steps or steps[0].kind is not Kind.MERGE or len(final) != 1:
        return None
    return _newest(place.code, final[0])


@load.once(most=128)
def _newest(code: str, new: str) -> Sum | None:
    place, area = registry.region(code), registry.region(new)
    for indicator in _INDICATORS:
        rows = over_time.today(load.edition(), indicator, frozenset([new])).rows
        rows = rows[rows["value"].notna()]
        periods = {Period.from_code(str(one)) for one in rows["period"]}
        period = default_period(one for one in periods if place.existed(one.calendar_year))
        if period is not None:
            row = rows[rows["period"].astype("str") == period.code].iloc[0]
            spec = INDICATORS[indicator]
            words = (
                f"De gemeenten die samen {area.name} werden, hadden in {period.in_words} bij elkaar "
                f"{notation.count(row['count'])} {sentences.noun(spec, number=row['count'])} op {notation.count(row['base'])} inwoners: "
                f"{notation.number(row['value'])} per 10.000."
            )
            address = f"/ontwikkeling?gemeente={new}&indicator={indicator}&grenzen={over_time.TODAY}"
            return Sum(words, address, f"{area.name} opgeteld")
    return None
