"""Titles that say what a figure shows: at most twelve words, true by the rules; '' where none is allowed."""

from __future__ import annotations

from collections.abc import Mapping

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from geo.registry import Region
from indicators import notation
from indicators.comparator import Comparator, NoComparator
from indicators.sentences import answer, words
from indicators.trend import Direction, Trend
from indicators.value import Position
from language import N_, _

MOST_WORDS = 12
_MOST_NAMED = 3
_MOST_LETTERS = 80
_CHANGES = {
    Position.HIGHER: N_("hoger dan in {earlier}"),
    Position.LOWER: N_("lager dan in {earlier}"),
    Position.SIMILAR: N_("ongeveer gelijk aan {earlier}"),
}


def over_time(trend: Trend, region: Region, *, spec: IndicatorSpec) -> str:
    """What a series did since its last break: ``Breda: stijging van meldingen van 2019 tot en met 2025``.

    Only words that `indicators.trend.trend` gave; without one there is no finding. A rise or fall has the words that the
    page of the place has.
    """
    if trend.direction is not Direction.UNCLEAR or trend.first is None or trend.last is None:
        return answer.finding_over_time(trend, None, region, spec=spec)
    return _short(
        _(
            "{place}: {word} van {counts}, {years}",
            place=words.start(words.name_of(region)),
            word=_(str(trend.direction)),
            counts=words.subject(spec),
            years=_years(trend.first, trend.last),
        )
    )


def over_time_together(trends: Mapping[str, Trend], *, names: Mapping[str, str], spec: IndicatorSpec) -> str:
    """What several series did, when all did the same in the same period: ``Vijf plaatsen: daling van meldingen, 2019–2025``.

    ``trends`` and ``names`` are by code. '' when they differ, or when one of them has no trend word.
    """
    words_of = {(each.direction, each.first, each.last) for each in trends.values()}
    if len(words_of) != 1:
        return ""
    direction, first, last = words_of.pop()
    if direction not in {Direction.RISE, Direction.FALL, Direction.UNCLEAR} or first is None or last is None:
        return ""
    words_of_trend = f"{direction} van {words.subject(spec)}, {_years(first, last)}"
    named = _short(f"{notation.listing([names[code] for code in trends])}: {words_of_trend}")
    return named or _short(_start(f"{notation.small(len(trends))} plaatsen: {words_of_trend}"))


def side_by_side(
    positions: Mapping[str, Position], *, names: Mapping[str, str], comparator: Comparator | NoComparator
) -> str:
    """Which places differ from what they are held against by more than chance.

    ``Breda en Oosterhout boven de rest van West-Brabant``; many places are counted. ``positions`` and ``names`` are by
    code. '' when nothing could be decided.
    """
    decided = {code: position for code, position in positions.items() if position is not Position.NONE}
    if isinstance(comparator, NoComparator) or not decided:
        return ""
    rest = comparator.rest if all(comparator.holds(code) for code in decided) and comparator.rest else ""
    other = rest or notation.with_article(comparator.name)
    higher = [names[code] for code, position in decided.items() if position is Position.HIGHER]
    lower = [names[code] for code, position in decided.items() if position is Position.LOWER]
    if not higher and not lower:
        verb = "wijkt niet duidelijk af" if len(decided) == 1 else "wijken niet duidelijk af"
        who = names[next(iter(decided))] if len(decided) == 1 else f"{notation.small(len(decided))} plaatsen"
        return _short(_start(f"{who} {verb} van {other}"))
    if higher and not lower:
        return _short(_start(f"{_named(higher)} boven {other}")) or _counted(higher, lower, of=len(decided))
    if lower and not higher:
        return _short(_start(f"{_named(lower)} onder {other}")) or _counted(higher, lower, of=len(decided))
    both = f"{_named(higher)} boven {other}, {_named(lower)} eronder"
    return _short(_start(both)) or _counted(higher, lower, of=len(decided))


def change(difference: Position, *, earlier: Period, later: Period) -> str:
    """One or two words on a change between two periods: ``hoger dan in 2023``."""
    return _(_CHANGES[difference], earlier=earlier.in_words) if difference in _CHANGES and earlier < later else ""


def _years(first: Period, last: Period) -> str:
    return "–".join(dict.fromkeys(str(each.calendar_year) for each in (first, last)))


def _named(places: list[str]) -> str:
    return notation.listing(places) if len(places) <= _MOST_NAMED else f"{notation.small(len(places))} plaatsen"


def _counted(higher: list[str], lower: list[str], *, of: int) -> str:
    return _short(
        _start(
            f"van {notation.small(of)} plaatsen {notation.small(len(higher))} hoger, {notation.small(len(lower))} lager"
        )
    )


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(title: str) -> str:
    return title if len(title.split()) <= MOST_WORDS and len(title) <= _MOST_LETTERS else ""
