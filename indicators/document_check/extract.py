"""The figures of one sentence as claims: which number counts what, where and when. Rules only, no language model."""

from __future__ import annotations

import re
from dataclasses import replace

from indicators.document_check import mentions
from indicators.document_check.binding import dated, placed
from indicators.document_check.claims import ClaimedFigure, ClaimKind
from indicators.document_check.context import Context
from indicators.document_check.counted import counted_measure, per_inhabitants
from indicators.document_check.kinds import asks, kind_of, multiples
from indicators.document_check.lacking import lacking
from indicators.document_check.numbers import Number
from indicators.document_check.parts import REPEATED, part_and_whole
from indicators.document_check.reading import Reading, nearest
from indicators.document_check.spans import Span, free_of

_THERE = re.compile(r"\ber\b(?:\s+[a-z]+){0,2}\s+\d", re.IGNORECASE)
_FROM_PLACE = re.compile(r"\s+(?:meldingen\s+|adviezen\s+)?(?:uit|in|over)\s+(?:de\s+)?(?:gemeente\s+)?", re.IGNORECASE)
_LABEL = 16
_ENTRY = re.compile(r"^\W*[^:\t|]{2,50}[:\t|]\s*[\d.,]+\s*$")
_POINTS_BACK = re.compile(
    r"^\W*(?:dat|dit|die|deze|het|er|daarmee|daarvan|hiervan|in\s+totaal|in\s+\w+|een\s+(?:stijging|daling)|landelijk|ook|per|(?:een|het)\s+jaar\s+\w+)\b",
    re.IGNORECASE,
)


def claims(reading: Reading, context: Context) -> tuple[ClaimedFigure, ...]:
    """The figures about reports and advice in a sentence; none when it is about something else."""
    text = reading.text
    points_back = bool(context.measure and (_POINTS_BACK.search(text) or (reading.places and _THERE.search(text))))
    entry = bool(context.measure and _ENTRY.match(text) and (reading.places or reading.whens))
    entry = entry or bool(context.measure and _row_of_list(reading))
    if not reading.measures and not points_back and not entry:
        return ()
    if mentions.other_topic(text) and not mentions.names_subject(text):
        return ()
    listed: list[ClaimedFigure] = []
    for number in (*reading.numbers, *multiples(text), *reading.ratios):
        claim = _claim(reading, number, context=context, before=listed)
        if claim is not None:
            listed.append(claim)
    return tuple(sorted(listed, key=lambda claim: claim.number.start))


def _row_of_list(reading: Reading) -> bool:
    """``Breda 1.842``: a row with nothing but a place or period and its number."""
    marks = (*reading.places, *reading.whens)
    if len(reading.numbers) != 1 or not marks:
        return False
    left = "".join(
        letter
        for position, letter in enumerate(reading.text)
        if free_of(Span(position, position + 1), (*marks, *reading.numbers))
    )
    return not re.search(r"\w", left)


def _claim(reading: Reading, number: Number, *, context: Context, before: list[ClaimedFigure]) -> ClaimedFigure | None:
    kind, end = kind_of(reading, number, before=before)
    if kind is None:
        return None
    clause = reading.clause(number)
    words = reading.text[clause.start : clause.end]
    measure, other = counted_measure(reading, number, clause=clause, kind=kind, context=context)
    if kind is ClaimKind.SHARE:
        part_measure, other = part_and_whole(reading, number, clause=clause)
        measure = part_measure or measure
    per = per_inhabitants(reading, number, clause=clause, kind=kind)
    if per and 0 not in per:
        kind = ClaimKind.RATE
    claim = ClaimedFigure(kind, number, reading.text[number.start : end], measure=measure, other=other, per=per)
    claim = placed(claim, reading, clause=clause, context=context)
    claim = dated(claim, reading, clause=clause, context=context)
    direction = nearest(reading.changes, number, clause=clause) or nearest(reading.changes, number)
    if kind in {ClaimKind.CHANGE, ClaimKind.DIFFERENCE} and direction is not None:
        claim = replace(claim, direction=direction.direction)
    beside = mentions.direction_beside(reading.text[end:])
    if kind is ClaimKind.CHANGE and beside is not None:
        claim = replace(claim, direction=beside)
    whole = mentions.is_all_of(reading.text[: number.start])
    if kind is ClaimKind.COUNT and asks(reading, number) and not re.match(r"\s+(?:keer|maal)", reading.text[end:]):
        claim = replace(claim, people=True)
    of_place = _of_place(reading, number, clause=clause)
    repeated = claim.measure in REPEATED
    part = mentions.is_part(words, beside_repeats=repeated or of_place) or (
        not reading.measures and context.part and not repeated
    )
    if kind is ClaimKind.SHARE and other:
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
        place.end <= clause.end and _FROM_PLACE.fullmatch(reading.text[number.end : place.start])
        for place in reading.places
        if place.start >= number.end
    )
