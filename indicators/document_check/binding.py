"""Which place and period a figure belongs to: its own part of the sentence, what stands before, the context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.document_check.claims import ClaimedFigure, ClaimKind, Lack
from indicators.document_check.context import Context
from indicators.document_check.lists import all_of, by_order
from indicators.document_check.nesting import part_or_whole, without_office
from indicators.document_check.places import levels_named, place_of_level
from indicators.document_check.reading import Reading, mark_for
from indicators.document_check.spans import Span
from indicators.document_check.when import Role, When, WhenMention

_FROM, _ONWARD = (
    re.compile(r"\bvan\s+(?:de\s+)?$", re.IGNORECASE),
    re.compile(r"\s*(?:meldingen|adviezen)?\s*(?:naar|tot)\b", re.IGNORECASE),
)
_COMPARED = re.compile(
    r"\b(?:dan|als)\s+(?:in\s+)?(?:de\s+|het\s+)?(?:\d[\d.,]*\s+)?(?:in\s+|van\s+)?(?:gemeente\s+|provincie\s+|regio\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:andere|omliggende|overige|vergelijkbare|alle|beide|veel|sommige)\s+(?:gemeenten|regio['’]s|steden|provincies)\b|\belders\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\d\s+(?:tegen|tegenover|om)\s+$", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\bverschil\b", re.IGNORECASE)
_AGAINST_NEXT = re.compile(r"\s+(?:tegen|tegenover|om)\s+\d", re.IGNORECASE)
_OTHER_MEASURE = re.compile(
    r"\s*(?:%|procent)?\s*(?:(?:meldingen|advie\w+)\s+)?(?:meer|minder|hoger|lager)\s+(?:(?:meldingen|advie\w+)\s+)?(?:dan|als)\s+(?:er\s+|het\s+aantal\s+)?(?:meldingen|advie\w+)",
    re.IGNORECASE,
)
_COMPARING = frozenset({ClaimKind.CHANGE, ClaimKind.TIMES, ClaimKind.DIFFERENCE})
_TOGETHER = re.compile(r"\b(?:samen|opgeteld|bij\s+elkaar|in\s+totaal)\b", re.IGNORECASE)
_LATER = re.compile(
    r"(?<!dan )(?<!als )\b(?:een|één|het)\s+jaar\s+(?:(?P<later>later|erna|daarna|erop|daarop)|eerder|ervoor|daarvoor)\b",
    re.IGNORECASE,
)
_OF_BASE = re.compile(
    r"(?:\s+(?:meldingen|adviezen|adviesvragen|keer))?\s+(?:in|van|uit|over)\s*(?:het\s+jaar\s*)?", re.IGNORECASE
)
_BESIDE_BASE = re.compile(r"\s*[(:,]\s*(?:toen\s+)?(?:waren\s+(?:dat|het)\s+er\s+)?", re.IGNORECASE)


def placed(claim: ClaimedFigure, reading: Reading, *, clause: Span, context: Context) -> ClaimedFigure:
    """A claim with its place; it is lacking when neither the sentence nor the context says it."""
    listed, several = by_order(reading.places, reading, claim.number)
    if several and claim.kind is ClaimKind.COUNT and _TOGETHER.search(reading.text):
        marks = all_of(reading.places, reading)
        if all(len(mark.codes) == 1 for mark in marks):
            codes, words = tuple(mark.codes[0] for mark in marks), " en ".join(mark.text for mark in marks)
            return replace(claim, places=codes[:1], place_words=f"{words} samen", members=codes)
    if several:
        note = "De zin noemt meer plaatsen bij dit cijfer."
        return replace(claim, lacks=(*claim.lacks, Lack.PLACE), note=note)
    mark = (
        listed
        or part_or_whole(reading, claim.number)
        or mark_for(without_office(reading), reading, claim.number, clause=clause)
    )
    if mark is None:
        return _placed_by_context(claim, reading, context=context)
    if not mark.codes:
        note = f"Van ‘{mark.text}’ staan er geen aparte cijfers op deze site."
        return replace(claim, place_words=mark.text, lacks=(*claim.lacks, Lack.PLACE), note=note)
    return replace(claim, places=mark.codes, place_words=mark.text)


def _placed_by_context(claim: ClaimedFigure, reading: Reading, *, context: Context) -> ClaimedFigure:
    codes, words = context.places
    if _ELSEWHERE.search(reading.text):
        codes = ()
    if levels_named(reading.text):
        codes, words = place_of_level(reading.text, context.several)
    if codes:
        return replace(claim, places=codes, place_words=words, from_context=(*claim.from_context, words))
    only = {mark.codes: mark.text for mark in reading.places}
    if len(only) != 1 or () in only:
        return replace(claim, lacks=(*claim.lacks, Lack.PLACE))
    codes, words = only.popitem()
    return replace(claim, places=codes, place_words=words)


def dated(claim: ClaimedFigure, reading: Reading, *, clause: Span, context: Context) -> ClaimedFigure:
    """A claim with its period, and what it is compared with; the period is lacking when nothing says it."""
    named = tuple(mark for mark in reading.whens if mark.role is Role.OF and not mark.part_only)
    bases = tuple(mark for mark in reading.whens if mark.role is Role.BASE)
    if claim.kind is ClaimKind.COUNT:
        first = _AGAINST_NEXT.match(reading.text[claim.number.end :])
        beside = [
            each for each in bases if not first and _BESIDE_BASE.fullmatch(reading.text[each.end : claim.number.start])
        ]
        beside += [each for each in bases if _OF_BASE.fullmatch(reading.text[claim.number.end : each.start])]
        inside = [each for each in named if clause.start <= each.start and each.end <= clause.end]
        if len(bases) == 1 and not inside and _AGAINST.search(reading.text[: claim.number.start]):
            beside += bases  # 'de tweede helft was rustiger dan de eerste: 62.910 tegen 64.505'
        if beside and beside[-1].when:
            return replace(claim, when=beside[-1].when)
        if _FROM.search(reading.text[: claim.number.start]) and _ONWARD.match(reading.text[claim.number.end :]):
            return _first_of_two(claim, bases)
    listed, several = by_order([mark for mark in named if not mark.since], reading, claim.number)
    if several and claim.kind not in _COMPARING:
        note = claim.note or "De zin noemt meer jaren bij dit cijfer."
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note=note)
    mark = listed or _spent(reading, named, clause=clause) or mark_for(named, reading, claim.number, clause=clause)
    if mark is None and claim.kind in _COMPARING and len(named) == 1:
        mark = named[0]
    if claim.kind in _COMPARING:
        spans = [each for each in reading.whens if each.role is Role.SEVERAL and each.since]
        mark = spans[0] if len(spans) == 1 and not named else mark
        if mark is not None and mark.since and mark.when and not bases:
            return _compared(
                replace(claim, when=mark.when), reading, bases=[replace(mark, when=mark.since)], when=mark.when
            )
    if mark is None or mark.when is None:
        claim = _dated_by_context(claim, reading, bases=bases, context=context)
    else:
        claim = replace(claim, when=mark.when)
    return claim if claim.when is None else _compared(claim, reading, bases=bases, when=claim.when)


def _spent(reading: Reading, named: Sequence[WhenMention], *, clause: Span) -> WhenMention | None:
    """The year of ``4.245 in 2020 (2.255 in de tweede helft)``, beside its number and away from the half-year."""
    if any(clause.start <= mark.start and mark.end <= clause.end for mark in named):
        return None
    inside = [
        mark
        for mark in reading.whens
        if mark.role is Role.SPENT and clause.start <= mark.start and mark.end <= clause.end
    ]
    later = [mark for mark in named if mark.start >= clause.end]
    return (
        inside[0]
        if inside and later and reading.text[clause.end - 1 : clause.end + 1].strip()[:1] in {"(", ":"}
        else None
    )


def _first_of_two(claim: ClaimedFigure, bases: Sequence[WhenMention]) -> ClaimedFigure:
    """The first figure of ``van 7.500 naar 6.000``, which has no year of its own."""
    if bases and bases[0].when:
        return replace(claim, when=bases[0].when)
    note = claim.note or "De zin zegt niet van welk jaar dit eerste cijfer is."
    return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note=note)


def _dated_by_context(
    claim: ClaimedFigure, reading: Reading, *, bases: Sequence[WhenMention], context: Context
) -> ClaimedFigure:
    unclear = _unclear(reading)
    if claim.kind in _COMPARING and not reading.whens and context.when is None and context.two_periods:
        before, after = context.two_periods
        words = f"{before.words} en {after.words}"
        return replace(claim, when=after, base=before, base_told=True, from_context=(*claim.from_context, words))
    if not unclear and claim.kind is ClaimKind.COUNT and bases and bases[0].when and not context.when:
        unclear = "De zin noemt alleen een beginjaar."
    if unclear or context.when is None:
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note=claim.note or unclear)
    later = _LATER.search(reading.text)
    shift = 0 if later is None else 1 if later["later"] else -1
    when = replace(context.when, year=context.when.year + shift)
    return replace(claim, when=when, from_context=(*claim.from_context, when.words))


def _compared(claim: ClaimedFigure, reading: Reading, *, bases: Sequence[WhenMention], when: When) -> ClaimedFigure:
    """A claim with what it is compared with; another place is no period."""
    if claim.kind in _COMPARING and not claim.other and _OTHER_MEASURE.match(reading.text[claim.number.end :]):
        note = claim.note or "Een verschil tussen meldingen en adviezen rekent deze controle niet na."
        return replace(claim, lacks=(*claim.lacks, Lack.COMPARISON), note=note)
    between_places = _DIFFERENCE.search(reading.text) and len({place.codes for place in reading.places}) > 1
    if claim.kind in _COMPARING and (
        between_places
        or any(
            place.start > claim.number.end and _COMPARED.search(reading.text[: place.start]) for place in reading.places
        )
    ):
        note = claim.note or "Een verschil tussen twee plaatsen rekent deze controle niet na."
        return replace(claim, lacks=(*claim.lacks, Lack.COMPARISON), note=note)
    if claim.base_told:
        return claim
    named = {mark.when for mark in reading.whens if mark.when and mark.role is Role.OF and not mark.part_only}
    clause = reading.clause(claim.number)
    beside = any(clause.start <= mark.start and mark.end <= clause.end for mark in reading.whens)
    if claim.kind in _COMPARING and not bases and not beside and len(named) > 1:
        ordered = sorted(named, key=lambda each: (each.year, each.half))
        if len(ordered) > 2 or ordered[0].half != ordered[1].half:  # noqa: PLR2004 -- the earlier and the later
            return replace(claim, lacks=(*claim.lacks, Lack.COMPARISON))
        return replace(claim, when=ordered[1], base=ordered[0], base_told=True)
    return replace(claim, base=_base(bases, when), base_told=bool(bases))


def _unclear(reading: Reading) -> str:
    """Why the period of a sentence is no year, in Dutch; '' when it just names none."""
    for mark in reading.whens:
        words = reading.text[mark.start : mark.end].strip()
        if mark.role is Role.SEVERAL:
            return f"‘{words}’ is meer dan één jaar."
        if mark.role is Role.RELATIVE:
            return f"‘{words}’ zegt niet om welk jaar het gaat."
        if mark.part_only:
            return f"Bij ‘{words}’ staat geen jaar."
    return ""


def _base(bases: Sequence[WhenMention], when: When) -> When | None:
    named_bases = [mark.when for mark in bases if mark.when is not None]
    if not named_bases:
        return when.year_before()
    if named_bases[0].half and not named_bases[0].year:
        return replace(named_bases[0], year=when.year)
    same_part = (
        named_bases[0].half == 0 and when.half and named_bases[0].year != when.year and not named_bases[0].quarter
    )
    return replace(named_bases[0], half=when.half) if same_part else named_bases[0]
