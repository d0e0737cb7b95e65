"""Parts of a whole that our figures know: advice of all contacts, follow-up and repeat reports of all reports."""

from __future__ import annotations

import re

from indicators.document_check import mentions
from indicators.document_check.mentions import ADVICE, BOTH, FOLLOW_UP, REPEAT, REPORTS
from indicators.document_check.numbers import Number
from indicators.document_check.reading import Reading, nearest
from indicators.document_check.spans import Span

REPEATED = frozenset({FOLLOW_UP, REPEAT})
_SHARE_WORD = re.compile(r"\b(?:aandeel|percentage)\b", re.IGNORECASE)
_BY = re.compile(r"\bmet\s+$", re.IGNORECASE)
_CONTACTS = re.compile(
    r"\b(?:contact(?:en|momenten)|van\s+(?:al\s+)?wat|van\s+het\s+totaal|(?:van\s+)?alle\s+(?:adviezen\s+en\s+meldingen|meldingen\s+en\s+adviezen))\b",
    re.IGNORECASE,
)
_OF_ONE_MEASURE = re.compile(
    r"\b(?:van|op)\s+(?:de|alle|het\s+aantal|elke\s+\w+|de\s+\w+)\s+(?:\w+e\s+)?(?:(?:VT|Veilig[ -]Thuis)[ -])?(?:meldingen|advie\w+)\b(?!\s+en\b)",
    re.IGNORECASE,
)
_OF_REPEATED = re.compile(
    r"\b(?:van|op)\s+(?:de|alle|deze|die|het\s+aantal)\s+(?:\w+\s+)?(?:vervolg|her)meldingen\b", re.IGNORECASE
)
_SHARE_OF_REPEATED = re.compile(
    r"\b(?:aandeel|percentage)\s+(?:\w+e\s+)?(?:vervolg|her)meldingen\s+(?:van|door|over)\b", re.IGNORECASE
)


def is_share_word(words: str) -> bool:
    """Whether words speak of a share rather than a number."""
    return bool(_SHARE_WORD.search(words))


def part_and_whole(reading: Reading, number: Number, *, clause: Span) -> tuple[str, str]:
    """Measures of a share: the part and the whole; two empty ones for a share that our figures do not know."""
    words = reading.text[clause.start : clause.end]
    if _BY.search(reading.text[: number.start]) and reading.changes:
        return "", ""  # 'het aandeel steeg met 5 procent'
    repeated = [each for each in reading.measures if each.measure in REPEATED]
    if repeated:
        near = nearest(repeated, number, clause=clause) or nearest(repeated, number)
        of_them = _OF_REPEATED.search(reading.text) or _SHARE_OF_REPEATED.search(reading.text)
        if near is None or of_them or mentions.is_part(reading.text, beside_repeats=True):
            return "", ""
        return near.measure, REPORTS
    advice_or_reports = [each for each in reading.measures if each.measure in {ADVICE, REPORTS}]
    near = nearest(advice_or_reports, number, clause=clause)
    if near is None:
        only = {each.measure for each in advice_or_reports}
        near = advice_or_reports[0] if len(only) == 1 else None
    about_all = _SHARE_WORD.search(reading.text) or _CONTACTS.search(reading.text)
    inside = {place.codes for place in reading.places if clause.start <= place.start and place.end <= clause.end}
    several_places = len(inside) > 1 and is_share_word(words)
    if near is None or not about_all or several_places or mentions.is_part(words) or _OF_ONE_MEASURE.search(reading.text):
        return "", ""
    return near.measure, BOTH
