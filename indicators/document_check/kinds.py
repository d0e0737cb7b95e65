"""What a number of a sentence is: a count, a change, a part, so many times as many, or nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indicators.document_check import mentions, parts
from indicators.document_check.claims import ClaimedFigure, ClaimKind
from indicators.document_check.mentions import ClaimUnit
from indicators.document_check.numbers import Hedge, Number
from indicators.document_check.reading import Reading, nearest

_PERCENT = re.compile(r"\s?(?:%|procent\b|percent\b)(?!\s?-?punt)", re.IGNORECASE)
_TIMES = re.compile(
    r"\s*(?:keer|maal|x|×)\s+(?:zo\s?veel|zoveel|zo\s+(?:vaak|hoog|groot)|hoger|meer|vaker)", re.IGNORECASE
)
_MULTIPLE = {
    re.compile(r"\bverdubbel(?:d|de|t|ing|en)\b", re.IGNORECASE): 2.0,
    re.compile(r"\bverdrievoudig(?:d|de|t|ing)\b", re.IGNORECASE): 3.0,
    re.compile(r"\bverviervoudig(?:d|de|t|ing)\b", re.IGNORECASE): 4.0,
    re.compile(r"\b(?:(?:ge)?halveer(?:d|de|den|t)|halver(?:en|ing))\b", re.IGNORECASE): 0.5,
    re.compile(r"\bhet\s+dubbele\b", re.IGNORECASE): 2.0,
    re.compile(r"\b(?:dubbel|tweemaal)\s+zo\s?veel\b", re.IGNORECASE): 2.0,
    re.compile(r"\bdriemaal\s+zo\s?veel\b", re.IGNORECASE): 3.0,
}
_ALMOST = re.compile(
    r"\b(?P<under>bijna|vrijwel)\s+$|\b(?P<over>ruim|meer\s+dan)\s+$|\b(?P<about>ongeveer|grofweg)\s+$", re.IGNORECASE
)
_MORE_OR_LESS = re.compile(r"\s+(?:meer|minder|hoger|lager)\b", re.IGNORECASE)
_THAN = re.compile(r"\s+(?:meer|minder)\b", re.IGNORECASE)
_OFTEN = re.compile(r"\s+(?:keer|maal)\b", re.IGNORECASE)
_MORE_NOUN = re.compile(r"\s+(?:meer|minder)\s+(?:meldingen|adviezen|adviesvragen)", re.IGNORECASE)
_BY = re.compile(r"\bmet\s+$", re.IGNORECASE)
_RISE_OF = re.compile(
    r"\b(?:stijging|daling|toename|afname|groei|terugloop|vermindering|verschil)\s+van\s+$", re.IGNORECASE
)
_ONWARD = re.compile(r"[^.;,]{0,30}?\b(?:naar|tot)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)!?(]|(?:in|bij|van|voor|landelijk|naar|en|of|tegenover|tegen|dan|lager|hoger|binnen|uit|als|waren|was|om|af|toe|omlaag|omhoog|nagenoeg|vrijwel|gelijk|(?:een|het|twee|drie|vier|vijf)\s+jaar|"
    r"kwamen|werden|zijn|is|per|tot|terwijl|maar|daarvan|waarvan|ten|op|het|de)\b)",
    re.IGNORECASE,
)
_FEW = 10
_NOT = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:elke|iedere)\s+$", re.IGNORECASE)
_ASKERS = re.compile(r"\s+(?:mensen|personen|Nederlanders|inwoners|keer|maal)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:vroeg(?:en)?|gevraagd|vragen|kreeg|kregen|zochten)\b", re.IGNORECASE)
_COMPARED_WITH = re.compile(r"\b(?:dan|van|tegen|tegenover|met)\s+(?:de\s+)?$", re.IGNORECASE)
_OF_YEAR = re.compile(r"\s+(?:in|van|uit|over)\s+20\d\d\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\s+van\s+de\s+\d", re.IGNORECASE)
_PART_BEFORE = re.compile(r"\d\s+van\s+de\s+$", re.IGNORECASE)


def multiples(text: str) -> list[Number]:
    """``verdubbeld`` and its like as numbers."""
    multiple = []
    for pattern, value in _MULTIPLE.items():
        for match in pattern.finditer(text):
            near = _ALMOST.search(text[: match.start()])
            hedge = Hedge.NONE
            if near:
                hedge = Hedge.UNDER if near["under"] else Hedge.OVER if near["over"] else Hedge.ABOUT
            start = near.start() if near else match.start()
            multiple.append(Number(start, match.end(), value, value, 1.0, hedge, in_words=True))
    return multiple


def kind_of(reading: Reading, number: Number, *, before: Sequence[ClaimedFigure]) -> tuple[ClaimKind | None, int]:
    """What a number is, and where its printed form ends; None for a number of something else."""
    after = reading.text[number.end :]
    if number.in_words and any(pattern.search(reading.text[number.start : number.end]) for pattern in _MULTIPLE):
        clause = reading.clause(number)
        return (None if _NOT.search(reading.text[number.end : clause.end]) else ClaimKind.TIMES), number.end
    if number in reading.ratios or _EVERY.search(reading.text[: number.start]):
        return (ClaimKind.ONE_IN if number in reading.ratios else None), number.end
    times, percent = _TIMES.match(after), _PERCENT.match(after)
    if times:
        return ClaimKind.TIMES, number.end + times.end()
    if percent or number.fraction:
        end = number.end + (percent.end() if percent else 0)
        return _part_or_change(reading, number, after=after, percent=percent is not None, end=end), end
    noun = mentions.NOUN.match(after)
    if noun or _MORE_NOUN.match(after):
        return _with_noun(reading, number, after=after[noun.end() :] if noun else ""), number.end
    return _without_noun(reading, number, after=after, before=before), number.end


def _part_or_change(reading: Reading, number: Number, *, after: str, percent: bool, end: int) -> ClaimKind | None:
    if parts.is_share_word(reading.text) and not _MORE_OR_LESS.match(reading.text[end:]):
        return ClaimKind.SHARE
    if _MORE_OR_LESS.match(reading.text[end:]):
        return ClaimKind.CHANGE
    if number.fraction and not percent and not (_MORE_OR_LESS.match(after) or _by(reading, number)):
        known = re.match(r"\s+(?:van|contacten|contactmomenten)\b", after) or mentions.NOUN.match(after)
        return ClaimKind.SHARE if known else None
    changed = nearest(reading.changes, number, clause=reading.clause(number)) or nearest(reading.changes, number)
    of_part = re.match(r"\s+van\s+(?:de|alle|het)\b", reading.text[end:])
    return ClaimKind.CHANGE if changed and not of_part else ClaimKind.SHARE


def _with_noun(reading: Reading, number: Number, *, after: str) -> ClaimKind:
    """``after`` is what follows the noun; empty when 'meer' or 'minder' stands before it."""
    more = _THAN.match(after) or _MORE_NOUN.match(reading.text[number.end :])
    by = _by(reading, number) and (nearest(reading.changes, number) or "verschil" in reading.text.lower())
    return ClaimKind.DIFFERENCE if more or by else ClaimKind.COUNT


def _without_noun(reading: Reading, number: Number, *, after: str, before: Sequence[ClaimedFigure]) -> ClaimKind | None:
    if _OFTEN.match(after) and number.high >= _FEW:
        return ClaimKind.COUNT
    clause = reading.clause(number)
    if asks(reading, number):
        return ClaimKind.COUNT
    if _MORE_OR_LESS.match(after):
        return ClaimKind.DIFFERENCE
    if re.match(r"\s?(?:euro|[€])", after) or not _GOES_ON.match(after):
        unit = nearest(reading.units, number, clause=clause)
        return ClaimKind.COUNT if unit and _adjacent(reading.text, number, unit) else None
    if _by(reading, number) and nearest(reading.changes, number, clause=clause):
        return ClaimKind.DIFFERENCE
    return ClaimKind.COUNT if _may_be_bare(reading, number, before=before) else None


def asks(reading: Reading, number: Number) -> bool:
    """Whether a number counts people who asked for advice: ``vroegen 84.935 mensen advies``."""
    clause = reading.clause(number)
    words = reading.text[clause.start : clause.end]
    next_place = any(place.start == number.end + 1 for place in reading.places)  # '2.960 Drenten'
    return bool(
        (_ASKERS.match(reading.text[number.end :]) or next_place) and _ASKED.search(words) and "advies" in words.lower()
    )


def _by(reading: Reading, number: Number) -> bool:
    before, after = reading.text[: number.start], reading.text[number.end :]
    return bool(
        _BY.search(before) or (_RISE_OF.search(before) and not _ONWARD.match(after))
    )  # not 'daling van 7 naar 6'


def _adjacent(text: str, number: Number, unit: ClaimUnit) -> bool:
    return unit.start >= number.end and not text[number.end : unit.start].strip()


def _may_be_bare(reading: Reading, number: Number, *, before: Sequence[ClaimedFigure]) -> bool:
    """Whether a number without a noun counts what its sentence speaks of."""
    ahead, after = reading.text[: number.start], reading.text[number.end :]
    if (_COMPARED_WITH.search(ahead) and _OF_YEAR.match(after)) or _OF_WHOLE.match(after) or _PART_BEFORE.search(ahead):
        return number.high >= _FEW
    if before and before[-1].kind in {ClaimKind.CHANGE, ClaimKind.TIMES, ClaimKind.SHARE}:
        return False
    if number.in_words and number.hedge is Hedge.NONE and not reading.units:
        return False
    return number.high >= _FEW or bool(number.decimals or reading.units)  # not 'binnen 5'
