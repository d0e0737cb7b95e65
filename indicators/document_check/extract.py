"""The figures of one sentence as claims: which number counts what, where and when. Rules only, no language model."""

from __future__ import annotations

import re
from dataclasses import replace

from indicators.document_check import mentions
from indicators.document_check.binding import dated, placed
from indicators.document_check.claims import Claim, Kind
from indicators.document_check.context import Context
from indicators.document_check.lists import by_order
from indicators.document_check.kinds import asks, kind_of, multiples
from indicators.document_check.lacking import lacking
from indicators.document_check.mentions import Measured
from indicators.document_check.numbers import Number
from indicators.document_check.parts import REPEATED, part_and_whole
from indicators.document_check.reading import Reading, nearest
from indicators.document_check.spans import Span, free_of

_OM, _BEFORE_OM = (
    re.compile(r"\s+(?:om|versus|tegen(?:over)?)\s+\d"),
    re.compile(r"\d\s+(?:om|versus|tegen(?:over)?)\s+$"),
)
_THERE = re.compile(r"\ber\b(?:\s+[a-z]+){0,2}\s+\d", re.IGNORECASE)
_UIT = re.compile(r"\s+(?:meldingen\s+|adviezen\s+)?(?:uit|in|over)\s+(?:de\s+)?(?:gemeente\s+)?", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:tegenover|tegen|naast|en|maar)\s+$", re.IGNORECASE)
_LARGE, _LABEL = 1_000, 16
_ENTRY = re.compile(r"^\W*[^:\t|]{2,50}[:\t|]\s*[\d.,]+\s*$")
_POINTS_BACK = re.compile(
    r"^\W*(?:dat|dit|die|deze|het|er|daarmee|daarvan|hiervan|in\s+totaal|in\s+\w+|een\s+(?:stijging|daling)|landelijk|ook|per|(?:een|het)\s+jaar\s+\w+)\b",
    re.IGNORECASE,
)


def claims(reading: Reading, context: Context) -> tuple[Claim, ...]:
    """The figures about reports and advice in a sentence; none when it is about something else."""
    text = reading.text
    points_back = bool(context.measure and (_POINTS_BACK.search(text) or (reading.places and _THERE.search(text))))
    entry = bool(context.measure and _ENTRY.match(text) and (reading.places or reading.whens))
    if not reading.measures and not points_back and not entry:
        return ()
    if mentions.other_topic(text) and not mentions.names_subject(text):
        return ()
    listed: list[Claim] = []
    for number in (*reading.numbers, *multiples(text), *reading.ratios):
        claim = _claim(reading, number, context=context, before=listed)
        if claim is not None:
            listed.append(claim)
    return tuple(sorted(listed, key=lambda claim: claim.number.start))


def _claim(reading: Reading, number: Number, *, context: Context, before: list[Claim]) -> Claim | None:
    kind, end = kind_of(reading, number, before=before)
    if kind is None:
        return None
    clause = reading.clause(number)
    words = reading.text[clause.start : clause.end]
    measure, other = _measure(reading, number, clause=clause, kind=kind, context=context)
    if kind is Kind.SHARE:
        part_measure, other = part_and_whole(reading, number, clause=clause)
        measure = part_measure or measure
    per = _per(reading, number, clause=clause, kind=kind)
    if per and 0 not in per:
        kind = Kind.RATE
    claim = Claim(kind, number, reading.text[number.start : end], measure=measure, other=other, per=per)
    claim = placed(claim, reading, clause=clause, context=context)
    claim = dated(claim, reading, clause=clause, context=context)
    direction = nearest(reading.changes, number, clause=clause) or nearest(reading.changes, number)
    if kind in {Kind.CHANGE, Kind.DIFFERENCE} and direction is not None:
        claim = replace(claim, direction=direction.direction)
    beside = mentions.direction_beside(reading.text[end:])
    if kind is Kind.CHANGE and beside is not None:
        claim = replace(claim, direction=beside)
    whole = mentions.is_all_of(reading.text[: number.start])
    if kind is Kind.COUNT and asks(reading, number) and not re.match(r"\s+(?:keer|maal)", reading.text[end:]):
        claim = replace(claim, people=True)
    of_place = _of_place(reading, number, clause=clause)
    repeated = claim.measure in REPEATED
    part = mentions.is_part(words, beside_repeats=repeated or of_place) or (
        not reading.measures and context.part and not repeated
    )
    if kind is Kind.SHARE and other:
        part = False  # its words were looked at for the part and the whole
    after_whole = any(
        mentions.is_all_of(reading.text[: each.number.start]) for each in before if each.number.start < number.start
    )
    label = reading.text[max(0, clause.start - _LABEL) : clause.start]  # '(begroot: 2.900)'
    near = mentions.is_part(reading.text)
    near = near and not repeated and not other
    part = (part or (after_whole and not repeated and not of_place)) and not whole
    return lacking(claim, words, label=label, sentence=reading.text, part=part, near=near)


def _of_place(reading: Reading, number: Number, *, clause: Span) -> bool:
    """Whether a part of the reports is that of a place: ``waarvan 1.842 uit Breda``."""
    return any(
        place.end <= clause.end and _UIT.fullmatch(reading.text[number.end : place.start])
        for place in reading.places
        if place.start >= number.end
    )


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


def _measure(reading: Reading, number: Number, *, clause: Span, kind: Kind, context: Context) -> tuple[str, str]:
    noun = mentions.NOUN.match(reading.text[number.end :])
    if noun:
        inside = Span(number.end, number.end + noun.end())
        near = [each for each in reading.measures if not free_of(each, [inside])]
        if near:
            return near[-1].measure, _other(reading, near[-1], number, kind=kind)
    respective = _respective(reading, number) if kind is Kind.COUNT else ""
    if respective:
        return respective, ""
    if kind is Kind.COUNT and (pair := _pair(reading, number)):
        return pair, ""
    listed, several = by_order(reading.measures, reading, number) if kind is Kind.COUNT else (None, False)
    if listed is not None and by_order(reading.places, reading, number)[0] is None:
        return listed.measure, ""
    if (several or listed) and not mentions.says_each(reading.text):
        return "", ""
    marks = nearest(reading.measures, number, clause=clause)
    if marks is None:
        earlier = [each for each in reading.measures if each.end <= number.start]
        marks = earlier[-1] if earlier else next(iter(reading.measures), None)
    if marks is None:
        return context.measure, ""
    return marks.measure, _other(reading, marks, number, kind=kind)


def _other(reading: Reading, mark: Measured, number: Number, *, kind: Kind) -> str:
    """The second measure of ``twee keer zo veel adviezen als meldingen``."""
    if kind is not Kind.TIMES:
        return ""
    earlier = {each.measure for each in reading.measures if each.end <= number.start} - {mark.measure}
    if mark.start >= number.end and len(earlier) == 1 and _AGAINST.search(reading.text[: number.start]):
        return earlier.pop()  # '50 meldingen, tegenover twee keer zo veel adviezen'
    later = [each for each in reading.measures if each.start > mark.end and each.measure != mark.measure]
    return later[0].measure if later and re.search(r"\b(?:als|dan)\s+$", reading.text[: later[0].start]) else ""


def _per(reading: Reading, number: Number, *, clause: Span, kind: Kind) -> tuple[int, ...]:
    """Per how many inhabitants; with 0 when the text leaves open whether that holds for this number."""
    if kind is not Kind.COUNT or not reading.units:
        return ()
    unit = nearest(reading.units, number, clause=clause)
    if unit is not None:
        return (unit.per if unit.of_inhabitants else -1,)
    earlier = [each for each in reading.units if each.end <= number.start]
    noun = mentions.NOUN.match(reading.text[number.end :])
    if earlier:
        return (earlier[-1].per,) if not noun else (earlier[-1].per, 0)
    return (reading.units[0].per, 0) if number.high < _LARGE else ()
