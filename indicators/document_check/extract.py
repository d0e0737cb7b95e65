"""The figures of one sentence as claims: which number counts what, where and when. Rules only, no language model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from data_sources.level import Level
from indicators.document_check import mentions, periods
from indicators.document_check.claims import Claim, Kind, Lack
from indicators.document_check.context import Context
from indicators.document_check.mentions import Change, Measured, Unit
from indicators.document_check.numbers import Hedge, Number, numbers
from indicators.document_check.periods import Role, When, WhenMention
from indicators.document_check.places import PlaceMention, place_mentions
from indicators.document_check.spans import Span, free_of

Mark = TypeVar("Mark", bound=Span)

_BREAK = re.compile(r",\s|;\s|:\s|\s\(|\)|\s(?:en|maar|terwijl|tegenover|tegen|naar|waarvan)\s|\s[–-]\s|\.\s", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:tabel|figuur|pagina|blz\.?|p\.|artikel|art\.|bijlage|hoofdstuk|paragraaf|§|noot|versie|fase|stap|punt|vraag|nr\.?|nummer)\s*\d[\d.,]*"
    r"|\b0\d{2,3}[ -]\d[\d ]+|\b24/7\b|[€]\s?[\d.,]+(?:\s(?:miljoen|mln|duizend))?|\b\d+[- ]?(?:jarige?n?|plussers?|\+)|^\s*\d{1,2}[.)]\s",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|procent\b|percent\b)(?!\s?-?punt)", re.IGNORECASE)
_TIMES = re.compile(r"\s*(?:keer|maal|x|×)\s+(?:zo\s?veel|zoveel|zo\s+(?:vaak|hoog|groot)|hoger|meer|vaker)", re.IGNORECASE)
_MULTIPLE = {
    re.compile(r"\bverdubbel(?:d|de|t|ing|en)\b", re.IGNORECASE): 2.0,
    re.compile(r"\bverdrievoudig(?:d|de|t|ing)\b", re.IGNORECASE): 3.0,
    re.compile(r"\bverviervoudig(?:d|de|t|ing)\b", re.IGNORECASE): 4.0,
    re.compile(r"\b(?:ge)?halveer(?:d|de|t|ing)\b", re.IGNORECASE): 0.5,
    re.compile(r"\b(?:dubbel|tweemaal)\s+zo\s?veel\b", re.IGNORECASE): 2.0,
    re.compile(r"\bdriemaal\s+zo\s?veel\b", re.IGNORECASE): 3.0,
}
_ALMOST = re.compile(
    r"\b(?P<under>bijna|vrijwel)\s+$|\b(?P<over>ruim|meer\s+dan)\s+$|\b(?P<about>ongeveer|grofweg)\s+$", re.IGNORECASE
)
_MORE_OR_LESS = re.compile(r"\s+(?:meer|minder|hoger|lager)\b", re.IGNORECASE)
_THAN = re.compile(r"\s+(?:meer|minder)\b", re.IGNORECASE)
_OFTEN = re.compile(r"\s+(?:keer|maal)\b", re.IGNORECASE)
_ADDED_UP = re.compile(r"\b(?:samen|opgeteld|bij\s+elkaar)\b", re.IGNORECASE)
_FROM, _ONWARD = (
    re.compile(r"\bvan\s+(?:de\s+)?$", re.IGNORECASE),
    re.compile(r"\s*(?:meldingen|adviezen)?\s*(?:naar|tot)\b", re.IGNORECASE),
)
_ENTRY = re.compile(r"^\W*[^:\t]{2,50}[:\t]\s*[\d.,]+\s*$")
_COMPARED = re.compile(r"\b(?:dan|als)\s+(?:in\s+)?(?:de\s+|het\s+)?(?:gemeente\s+|provincie\s+|regio\s+)?$", re.IGNORECASE)
_MORE_NOUN = re.compile(r"\s+(?:meer|minder)\s+(?:meldingen|adviezen|adviesvragen)", re.IGNORECASE)
_BY = re.compile(r"\bmet\s+$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)!?(]|(?:in|bij|van|voor|landelijk|naar|en|of|tegenover|tegen|dan|lager|hoger|binnen|uit|als|waren|was|"
    r"kwamen|werden|zijn|is|per|tot|terwijl|maar|daarvan|waarvan|ten|op|het|de)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^\W*(?:dat|dit|die|deze|het|er|daarmee|daarvan|hiervan|in\s+totaal|in\s+\w+|een\s+(?:stijging|daling)|landelijk|ook|per|(?:een|het)\s+jaar\s+\w+)\b",
    re.IGNORECASE,
)
_PER_PART = re.compile(
    r"\bper\s+(?:dag|week|maand|kwartaal)\b|\b(?:elke|iedere)\s+(?:dag|week|maand)\b|\bdagelijks\b|\bwekelijks\b|\bmaandelijks\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\bgemiddelde?\b|\bper\s+(?:gemeente|regio|organisatie|medewerker|gezin|huishouden|school)\b", re.IGNORECASE
)
_NOT_COUNTED = re.compile(
    r"\b(?:verwacht\w*|verwachting|begroot|begroting|geraamd|raming|prognose|streef\w*|streven|doelstelling|norm|zou(?:den)?|ambitie|maximaal\s+toegestaan)\b",
    re.IGNORECASE,
)
_LEVEL_WORDS = (
    (re.compile(r"\b(?:de|onze|deze|hele)\s+regio\b", re.IGNORECASE), {Level.VT_REGION, Level.DOCUMENT_AREA}),
    (re.compile(r"\b(?:de|onze|deze|hele)\s+(?:gemeente|stad)\b", re.IGNORECASE), {Level.MUNICIPALITY}),
    (re.compile(r"\b(?:de|onze|deze|hele)\s+provincie\b", re.IGNORECASE), {Level.PROVINCE}),
)  # fmt: skip
_ELSEWHERE = re.compile(
    r"\b(?:andere|omliggende|overige|vergelijkbare|alle|beide|veel|sommige)\s+(?:gemeenten|regio['’]s|steden|provincies)\b|\belders\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?<!dan )(?<!als )\b(?:een|één|het)\s+jaar\s+(?:(?P<later>later|erna|daarna)|eerder|ervoor|daarvoor)\b", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*\w*\s*\((?:in\s+)?", re.IGNORECASE)
_BESIDE_BASE = re.compile(r"\s*[(:,]\s*(?:toen\s+)?(?:waren\s+(?:dat|het)\s+er\s+)?", re.IGNORECASE)
_LARGE, _FEW = 1_000, 10


@dataclass(frozen=True)
class Reading:
    """A sentence with everything that was recognised in it."""

    text: str
    measures: tuple[Measured, ...]
    units: tuple[Unit, ...]
    whens: tuple[WhenMention, ...]
    places: tuple[PlaceMention, ...]
    numbers: tuple[Number, ...]
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> list[int]:
        """Where one part of the sentence ends and the next begins; never inside a name, period, range or unit."""
        marks = (*self.units, *self.whens, *self.places, *self.numbers)
        both = [each for each in self.measures if each.measure == mentions.BOTH]
        return [0] + [
            match.start() + 1
            for match in _BREAK.finditer(self.text)
            if free_of(Span(match.start(), match.end()), [*both, *(m for m in marks if m.start < match.start() < m.end)])
        ] + [len(self.text)]  # fmt: skip

    def clause(self, span: Span) -> Span:
        """The part of the sentence in which something stands."""
        edges = self.breaks
        start = max(edge for edge in edges if edge <= span.start)
        end = min((edge for edge in edges if edge >= span.end), default=len(self.text))
        return Span(start, end)


def read(text: str) -> Reading:
    """Recognise everything in one sentence."""
    text = text.replace("\n", " ")
    units, whens, places = mentions.units(text), periods.when_mentions(text), place_mentions(text)
    references = tuple(Span(match.start(), match.end()) for match in _REFERENCE.finditer(text))
    taken = (*units, *whens, *periods.dates(text), *references, *places)
    return Reading(
        text,
        mentions.measures(text),
        units,
        whens,
        places,
        numbers(text, taken=taken),
        mentions.changes(text),
    )


def claims(reading: Reading, context: Context) -> tuple[Claim, ...]:
    """The figures about reports and advice in a sentence; none when it is about something else."""
    text = reading.text
    if mentions.other_topic(text) and not mentions.names_subject(text):
        return ()
    points_back = bool(context.measure and _POINTS_BACK.search(text))
    entry = bool(context.measure and _ENTRY.match(text) and (reading.places or reading.whens))
    if not reading.measures and not points_back and not entry:
        return ()
    made: list[Claim] = []
    for number in (*reading.numbers, *_multiples(text)):
        claim = _claim(reading, number, context=context, before=made)
        if claim is not None:
            made.append(claim)
    return tuple(sorted(made, key=lambda claim: claim.number.start))


def _multiples(text: str) -> list[Number]:
    """``verdubbeld`` and its like as numbers."""
    parts = []
    for pattern, value in _MULTIPLE.items():
        for match in pattern.finditer(text):
            near = _ALMOST.search(text[: match.start()])
            hedge = Hedge.NONE
            if near:
                hedge = Hedge.UNDER if near["under"] else Hedge.OVER if near["over"] else Hedge.ABOUT
            start = near.start() if near else match.start()
            parts.append(Number(start, match.end(), value, value, 1.0, hedge, in_words=True))
    return parts


def _claim(reading: Reading, number: Number, *, context: Context, before: list[Claim]) -> Claim | None:
    kind, end = _kind(reading, number, before=before)
    if kind is None:
        return None
    clause = reading.clause(number)
    words = reading.text[clause.start : clause.end]
    measure, other = _measure(reading, number, clause=clause, kind=kind, context=context)
    per = _per(reading, number, clause=clause, kind=kind)
    if per and 0 not in per:
        kind = Kind.RATE
    claim = Claim(kind, number, reading.text[number.start : end], measure=measure, other=other, per=per)
    claim = _placed(claim, reading, clause=clause, context=context)
    claim = _dated(claim, reading, clause=clause, context=context)
    direction = _nearest(reading.changes, number, clause=clause) or _nearest(reading.changes, number)
    if kind in {Kind.CHANGE, Kind.DIFFERENCE} and direction is not None:
        claim = replace(claim, direction=direction.direction)
    whole = mentions.is_all_of(reading.text[: number.start])
    part = mentions.is_part(words) or (not reading.measures and context.part)
    after_whole = any(mentions.is_all_of(reading.text[: each.number.start]) for each in before)
    return _lacking(claim, words, part=(part or after_whole) and not whole, near=mentions.is_part(reading.text))


def _kind(reading: Reading, number: Number, *, before: list[Claim]) -> tuple[Kind | None, int]:
    """What a number is, and where its printed form ends; None for a number of something else."""
    text, after, lead = reading.text, reading.text[number.end :], reading.text[: number.start]
    if number.in_words and any(pattern.search(text[number.start : number.end]) for pattern in _MULTIPLE):
        return Kind.TIMES, number.end
    percent, times = _PERCENT.match(after), _TIMES.match(after)
    if times:
        return Kind.TIMES, number.end + times.end()
    if percent or number.fraction:
        end = number.end + (percent.end() if percent else 0)
        if number.fraction and not percent and not (_MORE_OR_LESS.match(after) or _BY.search(lead)):
            return (Kind.SHARE, end) if re.match(r"\s+van\b", after) else (None, end)
        changed = _nearest(reading.changes, number, clause=reading.clause(number)) or _nearest(reading.changes, number)
        of_part = re.match(r"\s+van\s+(?:de|alle|het)\b", text[end:])
        return (Kind.CHANGE if changed and not of_part else Kind.SHARE), end
    noun = mentions.NOUN.match(after)
    if _MORE_NOUN.match(after) or (noun and _THAN.match(after[noun.end() :])):
        return Kind.DIFFERENCE, number.end
    if noun:
        by = _BY.search(lead) and _nearest(reading.changes, number)
        return (Kind.DIFFERENCE if by else Kind.COUNT), number.end
    if _OFTEN.match(after) and number.high >= _FEW:
        return Kind.COUNT, number.end
    if re.match(r"\s?(?:euro|[€])", after) or not _GOES_ON.match(after):
        unit = _nearest(reading.units, number, clause=reading.clause(number))
        return (Kind.COUNT if unit and _adjacent(text, number, unit) else None), number.end
    if _BY.search(lead) and _nearest(reading.changes, number, clause=reading.clause(number)):
        return Kind.DIFFERENCE, number.end
    return (Kind.COUNT if _may_be_bare(reading, number, before=before) else None), number.end


def _adjacent(text: str, number: Number, unit: Unit) -> bool:
    return unit.start >= number.end and not text[number.end : unit.start].strip()


def _may_be_bare(reading: Reading, number: Number, *, before: list[Claim]) -> bool:
    """Whether a number without a noun counts what its sentence speaks of."""
    if before and before[-1].kind in {Kind.CHANGE, Kind.TIMES, Kind.SHARE}:
        return False
    if number.in_words and number.hedge is Hedge.NONE and not reading.units:
        return False
    return number.high >= _FEW or bool(number.decimals or reading.units)  # not 'binnen 5'


def _measure(reading: Reading, number: Number, *, clause: Span, kind: Kind, context: Context) -> tuple[str, str]:
    noun = mentions.NOUN.match(reading.text[number.end :])
    if noun:
        inside = Span(number.end, number.end + noun.end())
        near = [each for each in reading.measures if not free_of(each, [inside])]
        if near:
            return near[-1].measure, _other(reading, near[-1], kind=kind)
    marks = _nearest(reading.measures, number, clause=clause)
    if marks is None:
        earlier = [each for each in reading.measures if each.end <= number.start]
        marks = earlier[-1] if earlier else next(iter(reading.measures), None)
    if marks is None:
        return context.measure, ""
    return marks.measure, _other(reading, marks, kind=kind)


def _other(reading: Reading, mark: Measured, *, kind: Kind) -> str:
    """The second measure of ``twee keer zo veel adviezen als meldingen``."""
    if kind is not Kind.TIMES:
        return ""
    later = [each for each in reading.measures if each.start > mark.end and each.measure != mark.measure]
    return later[0].measure if later and re.search(r"\b(?:als|dan)\s+$", reading.text[: later[0].start]) else ""


def _per(reading: Reading, number: Number, *, clause: Span, kind: Kind) -> tuple[int, ...]:
    """Per how many inhabitants; with 0 when the text leaves open whether that holds for this number."""
    if kind is not Kind.COUNT or not reading.units:
        return ()
    unit = _nearest(reading.units, number, clause=clause)
    if unit is not None:
        return (unit.per if unit.of_inhabitants else -1,)
    earlier = [each for each in reading.units if each.end <= number.start]
    noun = mentions.NOUN.match(reading.text[number.end :])
    if earlier:
        return (earlier[-1].per,) if not noun else (earlier[-1].per, 0)
    return (reading.units[0].per, 0) if number.high < _LARGE else ()


def _placed(claim: Claim, reading: Reading, *, clause: Span, context: Context) -> Claim:
    mark = _mark_for(reading.places, reading, claim.number, clause=clause)
    if mark is None:
        return _placed_by_context(claim, reading, context=context)
    if not mark.codes:
        note = f"Van ‘{mark.text}’ staan er geen aparte cijfers op deze site."
        return replace(claim, place_words=mark.text, lacks=(*claim.lacks, Lack.PLACE), note=note)
    return replace(claim, places=mark.codes, place_words=mark.text)


def _placed_by_context(claim: Claim, reading: Reading, *, context: Context) -> Claim:
    codes, words = context.places
    if _ELSEWHERE.search(reading.text):
        codes = ()
    for pattern, levels in _LEVEL_WORDS:
        if pattern.search(reading.text):
            codes = tuple(code for code in codes if Level.of(code) in levels)
    only = {mark.codes: mark.text for mark in reading.places}
    if not codes and len(only) == 1 and () not in only:
        codes, words = only.popitem()
        return replace(claim, places=codes, place_words=words)
    if not codes:
        return replace(claim, lacks=(*claim.lacks, Lack.PLACE))
    return replace(claim, places=codes, place_words=words, from_context=(*claim.from_context, words))


def _dated(claim: Claim, reading: Reading, *, clause: Span, context: Context) -> Claim:
    named = tuple(mark for mark in reading.whens if mark.role is Role.OF and not mark.part_only)
    bases = tuple(mark for mark in reading.whens if mark.role is Role.BASE)
    mark = _mark_for(named, reading, claim.number, clause=clause)
    beside = [each for each in bases if _BESIDE_BASE.fullmatch(reading.text[each.end : claim.number.start])]
    if claim.kind is Kind.COUNT and beside and beside[-1].when:
        return replace(claim, when=beside[-1].when)
    when = mark.when if mark else None
    first = _FROM.search(reading.text[: claim.number.start]) and _ONWARD.match(reading.text[claim.number.end :])
    if claim.kind is Kind.COUNT and first:
        if bases and bases[0].when:
            return replace(claim, when=bases[0].when)
        note = "De zin zegt niet van welk jaar dit eerste cijfer is."
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note=claim.note or note)
    if when is None and (unclear := _unclear(reading)):
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note=claim.note or unclear)
    if when is None and claim.kind is Kind.COUNT and bases and bases[0].when and not context.when:
        when = bases[0].when  # 'Sinds 2019 waren er 1.290' is no year
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR), note="De zin noemt alleen een beginjaar.")
    if when is None and context.when is not None:
        later = _LATER.search(reading.text)
        shift = 0 if later is None else 1 if later["later"] else -1
        when = replace(context.when, year=context.when.year + shift)
        claim = replace(claim, from_context=(*claim.from_context, when.words))
    if when is None:
        return replace(claim, lacks=(*claim.lacks, Lack.YEAR))
    if claim.kind in {Kind.CHANGE, Kind.TIMES, Kind.DIFFERENCE} and any(
        place.start > claim.number.end and _COMPARED.search(reading.text[: place.start]) for place in reading.places
    ):
        note = claim.note or "Een verschil tussen twee plaatsen rekent deze controle niet na."
        return replace(claim, when=when, lacks=(*claim.lacks, Lack.COMPARISON), note=note)
    base = _base(bases, when)
    return replace(claim, when=when, base=base, base_told=bool(bases))


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
    told = [mark.when for mark in bases if mark.when is not None]
    if not told:
        return when.year_before()
    if told[0].half and not told[0].year:
        return replace(told[0], year=when.year)
    same_part = told[0].half == 0 and when.half and told[0].year != when.year and not told[0].quarter
    return replace(told[0], half=when.half) if same_part else told[0]


def _lacking(claim: Claim, words: str, *, part: bool, near: bool) -> Claim:
    lacks, note = list(claim.lacks), claim.note
    if not claim.measure:
        lacks.append(Lack.MEASURE)
    if part or claim.kind is Kind.SHARE:
        lacks.append(Lack.OUR_PART)
    if -1 in claim.per:
        lacks.append(Lack.SAME_COUNT)
        note = note or "De zin rekent per huishouden of per groep. Onze cijfers zijn per inwoner."
    if claim.kind is Kind.COUNT and claim.number.decimals and not claim.per and claim.number.value < _LARGE:
        lacks.append(Lack.UNIT)
    if _PER_PART.search(words):
        lacks.append(Lack.OUR_QUARTER)
    if _ADDED_UP.search(words) and claim.measure != mentions.BOTH:
        lacks.append(Lack.PLACE)
        note = note or "De zin telt plaatsen of tijden bij elkaar op."
    if _AVERAGE.search(words):
        lacks.append(Lack.SAME_COUNT)
        note = note or "De zin noemt een gemiddelde."
    if _NOT_COUNTED.search(words):
        lacks.append(Lack.SAME_COUNT)
        note = note or "De zin noemt een verwachting of een doel, geen telling."
    return replace(claim, lacks=tuple(dict.fromkeys(lacks)), note=note, part_near=near and not part)


def _mark_for(marks: Sequence[Mark], reading: Reading, number: Number, *, clause: Span) -> Mark | None:
    """The place or period of a number: in its own part of the sentence, else named before it, else where no other number is."""
    for mark in marks:
        if _IN_BRACKETS.fullmatch(reading.text[number.end : mark.start]):
            return mark
    inside = _nearest(marks, number, clause=clause)
    if inside is not None:
        return inside
    earlier = [mark for mark in marks if mark.end <= clause.start]
    if earlier:
        return earlier[-1]
    later = [mark for mark in marks if mark.start >= clause.end]
    free = [mark for mark in later if not any(_inside(each, reading.clause(mark)) for each in reading.numbers)]
    return free[0] if free else None


def _nearest(marks: Sequence[Mark], number: Number, *, clause: Span | None = None) -> Mark | None:
    inside = [mark for mark in marks if clause is None or _inside(mark, clause)]
    return min(inside, key=lambda mark: _distance(mark, number), default=None)


def _distance(mark: Span, number: Span) -> int:
    return mark.start - number.end if mark.start >= number.end else number.start - mark.end


def _inside(span: Span, clause: Span) -> bool:
    return clause.start <= span.start and span.end <= clause.end
