"""Parts of a whole that our figures know: advice of all contacts, follow-up and repeat reports of all reports.

Only a few ways to say it count: a share of something else looks much alike, and would be called wrong.
"""

from __future__ import annotations

import re

from indicators.document_check import mentions
from indicators.document_check.mentions import ADVICE, BOTH, FOLLOW_UP, REPEAT, REPORTS, CountedAs
from indicators.document_check.numbers import Number
from indicators.document_check.reading import Reading, nearest
from indicators.document_check.spans import Span

REPEATED = frozenset({FOLLOW_UP, REPEAT})
_BY = re.compile(r"\bmet\s+$", re.IGNORECASE)
_SHARE_WORD = re.compile(r"\b(?:aandeel|percentage)\b", re.IGNORECASE)
_SHARE_OF = re.compile(r"\b(?:aandeel|percentage)\s+(?:van\s+(?:de\s+)?)?$", re.IGNORECASE)
_NARROWED = re.compile(
    r"\s+(?:(?:door|aan|over|uit|met|voor|dat|die|waar\w*|via|tijdens|na)\b|van\s+(?!Veilig|VT\b))", re.IGNORECASE
)
_CONTACTS = re.compile(
    r"\b(?:contact(?:en|momenten)|van\s+(?:al\s+)?wat|(?:van\s+)?alle\s+(?:adviezen\s+en\s+meldingen|meldingen\s+en\s+adviezen))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\btota(?:al|le)\b", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:was|waren|is|zijn|betrof(?:fen)?|betreft|vormden?|best(?:ond(?:en)?|aat|aan)|ging(?:en)?|gaat)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"(?:\b(?:een|uit|om|als|was|waren|is|zijn|betrof|betroffen|betreft|procent|percent|20\d\d)|%)\s+$", re.IGNORECASE
)
_COURSE = re.compile(
    r"\b(?:volgd?en?|volgde|volgt|leid(?:de|den|t|en)|binnen\s+(?:een|\d+|\w+)\s+(?:jaar|maand\w*|we\w+|dag\w*)|na\s+(?:een|de)|gevallen|kans|risico)\b",
    re.IGNORECASE,
)
_OF_REPEATED = re.compile(
    r"\b(?:van|op)\s+(?:de|alle|deze|die|het\s+aantal)\s+(?:\w+\s+)?(?:vervolg|her)meldingen\b", re.IGNORECASE
)
_OF_ONE_MEASURE = re.compile(
    r"\b(?:van|op)\s+(?:de|alle|het\s+aantal|elke\s+\w+|de\s+\w+)\s+(?:\w+e\s+)?(?:(?:VT|Veilig[ -]Thuis)[ -])?(?:meldingen|advie\w+)\b(?!\s+en\b)",
    re.IGNORECASE,
)
_FILLING = frozenset(
    re.split(
        r"\s+",
        "in het de dat dit was waren is zijn lag ligt bedroeg bedraagt op om tegen tegenover en met van dan hoogst hoogste laagst laagste "
        "landelijk landelijke landelijk gemiddelde cijfer provincie gemeente regio stad totaal alle meldingen procent percent net boven onder "
        "daar hier nog over slechts maar liefst zelfs ruim bijna ongeveer circa zo'n eerste halfjaar een jaar eerder daarvoor ook",
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")


def is_share_word(words: str) -> bool:
    """Whether words speak of a share rather than a number."""
    return bool(_SHARE_WORD.search(words))


def part_and_whole(reading: Reading, number: Number, *, clause: Span) -> tuple[str, str]:
    """Measures of a share: the part and the whole; two empty ones for a share that our figures do not know."""
    if _BY.search(reading.text[: number.start]) and reading.changes:
        return "", ""  # 'het aandeel steeg met 5 procent'
    repeated = [each for each in reading.measures if each.measure in REPEATED]
    if repeated:
        return _of_reports(reading, number, repeated, clause=clause)
    return _of_contacts(reading, number, clause=clause)


def _of_reports(reading: Reading, number: Number, repeated: list[CountedAs], *, clause: Span) -> tuple[str, str]:
    """``28,5 procent van de meldingen was een vervolgmelding``, ``het aandeel vervolgmeldingen``, ``29,7% vervolgmeldingen``."""
    words = reading.text[clause.start : clause.end]
    near = nearest(repeated, number, clause=clause)
    inherits = near is None and _only_filling(reading, clause, number)
    mark = near or (nearest(repeated, number) if inherits else None)
    elsewhere = bool(_TOTAL.search(words)) and any(_inside(place, clause) for place in reading.places)
    unclear = _OF_REPEATED.search(reading.text) or _COURSE.search(reading.text)
    if mark is None or elsewhere or unclear or mentions.is_part(reading.text, beside_repeats=True):
        return "", ""
    return (mark.measure, REPORTS) if inherits or _framed(reading, mark, clause=clause) else ("", "")


def _of_contacts(reading: Reading, number: Number, *, clause: Span) -> tuple[str, str]:
    """``53 procent van de contacten was een advies``, ``het aandeel adviezen``."""
    words = reading.text[clause.start : clause.end]
    measured = [each for each in reading.measures if each.measure in {ADVICE, REPORTS}]
    mark = nearest(measured, number, clause=clause)
    if mark is None and _only_filling(reading, clause, number) and len({each.measure for each in measured}) == 1:
        mark = measured[0]
    about_all = _CONTACTS.search(reading.text) or _SHARE_WORD.search(reading.text)
    several = len({place.codes for place in reading.places if _inside(place, clause)}) > 1
    unclear = several or _OF_ONE_MEASURE.search(reading.text) or mentions.is_part(words)
    if mark is None or not about_all or unclear or not _framed(reading, mark, clause=clause):
        return "", ""
    return mark.measure, BOTH


def _framed(reading: Reading, mark: CountedAs, *, clause: Span) -> bool:
    """Whether the words around a measure say that a share is of it."""
    before, after = reading.text[: mark.start], reading.text[mark.end :]
    if _SHARE_OF.search(before):
        return not _NARROWED.match(after)
    if re.match(r"\s*\(", after) and _inside(mark, clause) is False:
        return True
    is_said = _IS.search(reading.text) or re.search(r"(?:procent|percent|%)\s+$", before)
    return bool(_COMPLEMENT.search(before) and is_said)


def _only_filling(reading: Reading, clause: Span, number: Number) -> bool:
    """Whether a part of a sentence has nothing but a number, place and period, so that it goes on with what stands before."""
    known = (*reading.places, *reading.whens, number)
    return all(
        word[0].lower() in _FILLING or any(mark.start <= clause.start + word.start() < mark.end for mark in known)
        for word in _WORD.finditer(reading.text[clause.start : clause.end])
    )


def _inside(span: Span, clause: Span) -> bool:
    return clause.start <= span.start and span.end <= clause.end
