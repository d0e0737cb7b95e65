"""What a number counts: which measure, of two in one sentence, and per how many inhabitants."""

from __future__ import annotations

import re

from indicators.document_check import mentions
from indicators.document_check.claims import ClaimKind
from indicators.document_check.context import Context
from indicators.document_check.lists import by_order, run_of
from indicators.document_check.mentions import CountedAs
from indicators.document_check.numbers import Number
from indicators.document_check.reading import Reading, nearest
from indicators.document_check.spans import Span, free_of

_LARGE = 1_000
_TOTAL = re.compile(r"\b(?:totaal|samen|opgeteld|tezamen|bij\s+elkaar)\s*:?\s*$", re.IGNORECASE)
_OM, _BEFORE_OM = (
    re.compile(r"\s+(?:om|versus|tegen(?:over)?)\s+\d"),
    re.compile(r"\d\s+(?:om|versus|tegen(?:over)?)\s+$"),
)
_AGAINST = re.compile(r"\b(?:tegenover|tegen|naast|en|maar)\s+$", re.IGNORECASE)


def _pair(reading: Reading, number: Number) -> str:
    """``het aantal meldingen en adviezen was 525``: the one number of that sentence is of both together."""
    before = [pair for pair in mentions.pairs(reading.text) if pair.end <= number.start]
    others = [each for each in reading.measures if all(free_of(each, [pair]) for pair in before)]
    return mentions.BOTH if before and len(reading.numbers) == 1 and not others else ""


def _respective(reading: Reading, number: Number) -> str:
    """The measure of a number in ``meer adviezen dan meldingen: 40 om 15``; '' for another sentence."""
    first_of_two = _OM.match(reading.text[number.end :])
    second_of_two = _BEFORE_OM.search(reading.text[: number.start])
    named = [each.measure for each in reading.measures if each.end <= number.start]
    if bool(first_of_two) is bool(second_of_two) or len(named) != 2 or named[0] == named[1]:  # noqa: PLR2004 -- two
        return ""
    return named[0] if first_of_two else named[1]


def counted_measure(
    reading: Reading, number: Number, *, clause: Span, kind: ClaimKind, context: Context
) -> tuple[str, str]:
    """The measure of a number, and the second one of a comparison; empty when the text does not say which."""
    noun = mentions.NOUN.match(reading.text[number.end :])
    inside = Span(number.end, number.end + noun.end()) if noun else Span(number.end, number.end)
    near = [each for each in reading.measures if not free_of(each, [inside])]
    if near:
        return near[-1].measure, _other(reading, near[-1], number, kind=kind)
    if kind is ClaimKind.COUNT:
        measure = _of_several(reading, number)
        if measure is not None:
            return measure, ""
    mark = nearest(reading.measures, number, clause=clause)
    if mark is None:
        earlier = [each for each in reading.measures if each.end <= number.start]
        mark = earlier[-1] if earlier else next(iter(reading.measures), None)
    if mark is None:
        return context.measure, ""
    return mark.measure, _other(reading, mark, number, kind=kind)


def _of_several(reading: Reading, number: Number) -> str | None:
    """The measure of a count without a noun in a sentence with two measures; '' when it is unclear, None to look further."""
    measure = _respective(reading, number) or _pair(reading, number) or _total(reading, number)
    if measure:
        return measure
    bare = _bare_run(reading, number)
    if bare is not None:
        return bare
    listed, several = by_order(reading.measures, reading, number)
    if listed is not None and by_order(reading.places, reading, number)[0] is None:
        return listed.measure
    return "" if (several or listed is not None) and not mentions.says_each(reading.text) else None


def _bare_run(reading: Reading, number: Number) -> str | None:
    """``49 meldingen en 38 adviezen, tegenover 34 en 38 landelijk``: a run of numbers follows the order of the measures before it."""
    run = run_of(reading.numbers, number, reading.text)
    start = reading.clause(run[0]).start
    before = list(dict.fromkeys(each.measure for each in reading.measures if each.end <= run[0].start))
    beside = any(start <= each.start and each.end <= run[-1].end + 1 for each in reading.measures)
    follows = mentions.NOUN.match(reading.text[run[-1].end :])
    if len(run) < 2 or len(before) < 2 or beside or follows:  # noqa: PLR2004 -- two numbers, two measures
        return None
    return before[run.index(number)] if len(run) == len(before) else ""


def _total(reading: Reading, number: Number) -> str:
    """``adviezen 2.960, meldingen 1.905, totaal 4.865``."""
    before = {each.measure for each in reading.measures if each.end <= number.start}
    both = {mentions.REPORTS, mentions.ADVICE} <= before
    return mentions.BOTH if both and _TOTAL.search(reading.text[: number.start]) else ""


def _other(reading: Reading, mark: CountedAs, number: Number, *, kind: ClaimKind) -> str:
    """The second measure of ``twee keer zo veel adviezen als meldingen``."""
    if kind is not ClaimKind.TIMES:
        return ""
    earlier = {each.measure for each in reading.measures if each.end <= number.start} - {mark.measure}
    if mark.start >= number.end and len(earlier) == 1 and _AGAINST.search(reading.text[: number.start]):
        return earlier.pop()  # '50 meldingen, tegenover twee keer zo veel adviezen'
    later = [each for each in reading.measures if each.start > mark.end and each.measure != mark.measure]
    return later[0].measure if later and re.search(r"\b(?:als|dan)\s+$", reading.text[: later[0].start]) else ""


def per_inhabitants(reading: Reading, number: Number, *, clause: Span, kind: ClaimKind) -> tuple[int, ...]:
    """Per how many inhabitants; with 0 when the text leaves open whether that holds for this number."""
    if kind is not ClaimKind.COUNT or not reading.units:
        return ()
    unit = nearest(reading.units, number, clause=clause)
    if unit is not None:
        return (unit.per if unit.of_inhabitants else -1,)
    earlier = [each for each in reading.units if each.end <= number.start]
    noun = mentions.NOUN.match(reading.text[number.end :])
    if earlier:
        return (earlier[-1].per,) if not noun else (earlier[-1].per, 0)
    return (reading.units[0].per, 0) if number.high < _LARGE else ()
