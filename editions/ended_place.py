"""A municipality that ended, added up with those it went on with."""

from __future__ import annotations

from dataclasses import dataclass

from data_sources.catalogue.indicators import INDICATORS
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.series import TODAY, on_boundaries_of_today
from geo import mergers, registry
from indicators import notation
from indicators.place_opening import default_period
from indicators.sentences import words
from language import _

_ADDED_UP = ("meldingen", "wb-meldingen")


@dataclass(frozen=True)
class AddedUp:
    """The sum of municipalities that went on together, in words, and where it can be seen."""

    words: str
    address: str
    label: str


@cached_per_edition(most=128)
def added_up(edition: Edition, code: str) -> AddedUp | None:
    """The newest period of an ended municipality that adds up to the one it went into; None when none does."""
    steps, final = mergers.successors(code), mergers.today(code)
    if not steps or steps[0].kind is not mergers.SuccessionKind.MERGE or len(final) != 1:
        return None
    place, area = registry.region(code), registry.region(final[0])
    for indicator in _ADDED_UP:
        summed = on_boundaries_of_today(edition, indicator, codes=frozenset(final)).rows
        summed = summed[summed["value"].notna()]
        filled = {Period.from_code(str(each)) for each in summed["period"]}
        period = default_period(each for each in filled if place.existed(each.calendar_year))
        if period is not None:
            row = summed[summed["period"].astype("str") == period.code].iloc[0]
            return AddedUp(
                _(
                    "De gemeenten die samen {place} werden, hadden in {when} bij elkaar {counts} op {inhabitants} "
                    "inwoners: {rate} per 10.000.",
                    place=area.name,
                    when=period.in_words,
                    counts=words.counted(row["count"], spec=INDICATORS[indicator]),
                    inhabitants=notation.count(row["base"]),
                    rate=notation.number(row["value"]),
                ),
                f"/ontwikkeling?gemeente={area.code}&indicator={indicator}&grenzen={TODAY}",
                _("{place} opgeteld", place=area.name),
            )
    return None
