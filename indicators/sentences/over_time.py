"""Is it changing: a change between two periods and a trend, in words that can refuse."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind
from geo.registry import Region
from indicators import notation
from indicators.comparator import Row
from indicators.sentences import words
from indicators.trend import FEWEST_POINTS, Change, Direction, NoChange, Trend
from indicators.value import Position
from language import N_, _, ngettext


def changed(
    change: Change | NoChange, region: Region, *, earlier: Row | None, later: Row | None, spec: IndicatorSpec
) -> str:
    """Sentence on what `indicators.trend.change` found between two rows of one place; its reason when it refused."""
    if isinstance(change, NoChange) or earlier is None or later is None:
        return change.reason if isinstance(change, NoChange) else ""
    place = words.place(region, period=change.later)
    difference = notation.change(change.difference)
    if not spec.is_rate:
        difference = _("{difference} procentpunt", difference=difference)
    elif np.isfinite(change.percent):
        difference = f"{difference}, {notation.change(change.percent, decimals=0)}%"
    text = _(
        "Van {earlier} naar {later} ging {quantity} in {place} van {old} naar {new} ({difference}).",
        earlier=change.earlier.in_words,
        later=change.later.in_words,
        quantity=words.quantity(spec),
        place=place,
        old=notation.figure(earlier["value"], share=not spec.is_rate),
        new=notation.figure(later["value"], share=not spec.is_rate),
        difference=difference,
    )
    return f"{text} {_(_CHANCE.get(change.position, _LARGER_THAN_CHANCE))}"


_LARGER_THAN_CHANCE = N_("Dat verschil is groter dan toeval en afronding verklaren.")
_CHANCE = {
    Position.SIMILAR: N_("Dat verschil kan toeval zijn."),
    Position.NONE: N_("Hoeveel toeval in dit verschil zit, is niet bekend."),
}
_TREND_OF_YEARS = {
    Direction.RISE: N_("Van {first} tot en met {last} ({number}) is er in {place} een stijging van {quantity}."),
    Direction.FALL: N_("Van {first} tot en met {last} ({number}) is er in {place} een daling van {quantity}."),
    Direction.UNCLEAR: N_(
        "Van {first} tot en met {last} ({number}) is er in {place} geen duidelijke stijging of daling van {quantity}."
    ),
}
# names of half-years are long: in one sentence with the rest nobody reads to the end
_TREND_OF_HALF_YEARS = {
    Direction.RISE: N_(
        "In {place} is er een stijging van {quantity}. Dat geldt voor {first} tot en met {last} ({number})."
    ),
    Direction.FALL: N_(
        "In {place} is er een daling van {quantity}. Dat geldt voor {first} tot en met {last} ({number})."
    ),
    Direction.UNCLEAR: N_(
        "In {place} is er geen duidelijke stijging of daling van {quantity}. "
        "Dat geldt voor {first} tot en met {last} ({number})."
    ),
}


def trend_sentence(trend: Trend, region: Region, *, spec: IndicatorSpec) -> str:
    """Sentence on what `indicators.trend.trend` found; says which periods it speaks about."""
    if trend.first is None or trend.last is None:
        return _("Er zijn geen cijfers om een trend te noemen.")
    place, years = words.place(region, period=trend.last), trend.first.kind is Kind.YEAR
    number = (
        ngettext("{number} jaar", "{number} jaren", trend.points)
        if years
        else ngettext("{number} halfjaar", "{number} halfjaren", trend.points)
    ).format(number=notation.small(trend.points))
    since = ""
    if trend.since_break:
        reason = _("We tellen vanaf {first}, want {reason}.", first=trend.first.in_words, reason=trend.since_break)
        since = f" {reason}"
    if trend.direction is Direction.TOO_FEW:
        too_few = _(
            "Voor {place} zijn er {too_few}: {number}, en er zijn er {needed} nodig.",
            place=place,
            too_few=trend.words,
            number=number,
            needed=notation.small(FEWEST_POINTS[trend.first.kind]),
        )
        return f"{too_few}{since}"
    if trend.direction is Direction.STALE and trend.newer is not None:
        stale = _(
            "Voor {place} geven we geen trendwoord: deze reeks stopt bij {last}, en er zijn al cijfers over {newer}.",
            place=place,
            last=trend.last.in_words,
            newer=trend.newer.in_words,
        )
        return f"{stale}{since}"
    sentence = (_TREND_OF_YEARS if years else _TREND_OF_HALF_YEARS).get(trend.direction)
    if sentence is None:
        return _("Voor {place} geven we {no_word}.", place=place, no_word=trend.words)
    text = _(
        sentence,
        first=trend.first.in_words,
        last=trend.last.in_words,
        number=number,
        place=place,
        quantity=words.quantity(spec),
    )
    return f"{text}{_last_step(trend, spec=spec)}{since}"


def _last_step(trend: Trend, *, spec: IndicatorSpec) -> str:
    if trend.last_step is None:
        return ""
    before, last = (notation.figure(value, share=not spec.is_rate) for value in trend.last_step)
    step = _("De laatste stap ging de andere kant op: van {before} naar {last}.", before=before, last=last)
    return f" {step}"
