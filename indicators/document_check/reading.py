"""One sentence with everything that was recognised in it, and which name or period stands nearest to a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from indicators.document_check import mentions, periods
from indicators.document_check.mentions import ClaimedChange, ClaimUnit, CountedAs
from indicators.document_check.numbers import Number, numbers, one_in
from indicators.document_check.places import PlaceMention, place_mentions
from indicators.document_check.spans import Span, free_of
from indicators.document_check.when import WhenMention

Mark = TypeVar("Mark", bound=Span)
_BREAK = re.compile(
    r",\s|;\s|:\s|\s\(|\)|\s(?:en|maar|terwijl|tegenover|tegen|naar|waarvan)\s|\s[–-]\s|\.\s", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:tabel|figuur|pagina|blz\.?|p\.|artikel|art\.|bijlage|hoofdstuk|paragraaf|§|noot|versie|fase|stap|punt|vraag|nr\.?|nummer)\s*\d[\d.,]*"
    r"|\b0\d{2,3}[ -]\d[\d ]+|\b24/7\b|[€]\s?[\d.,]+(?:\s(?:miljoen|mln|duizend))?|\b\d+[- ]?(?:jarige?n?|plussers?|\+)|^\s*\d{1,2}[.)]\s",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(
    r"(?:\s?(?:%|procent|percent)|\s+(?:meldingen|adviezen|adviesvragen|keer|vervolgmeldingen))?\s+(?:in|uit|voor|over)\s+(?:de\s+|het\s+)?(?:gemeente\s+|provincie\s+|stad\s+|regio\s+)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\w*\s*\((?:in\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A sentence with everything that was recognised in it."""

    text: str
    measures: tuple[CountedAs, ...]
    units: tuple[ClaimUnit, ...]
    whens: tuple[WhenMention, ...]
    places: tuple[PlaceMention, ...]
    numbers: tuple[Number, ...]
    changes: tuple[ClaimedChange, ...]
    ratios: tuple[Number, ...] = ()  # one report to so many inhabitants

    @property
    def breaks(self) -> list[int]:
        """Where one part of the sentence ends and the next begins; never inside a name, period, range or unit."""
        marks = (*self.units, *self.whens, *self.places, *self.numbers, *self.ratios)
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
    measures = mentions.measures(text)
    ratios = one_in(text)
    units, whens = tuple(u for u in mentions.units(text) if free_of(u, ratios)), periods.when_mentions(text)
    places = place_mentions(text, towns=bool(measures))
    references = tuple(Span(match.start(), match.end()) for match in _REFERENCE.finditer(text))
    taken = (*units, *whens, *periods.dates(text), *references, *places, *ratios)
    return Reading(
        text,
        measures,
        units,
        whens,
        places,
        numbers(text, taken=taken),
        mentions.changes(text),
        ratios,
    )


def mark_for(marks: Sequence[Mark], reading: Reading, number: Number, *, clause: Span) -> Mark | None:
    """The place or period of a number: in its own part of the sentence, else named before it, else where no other number is."""
    for mark in marks:
        between = reading.text[number.end : mark.start]
        if _IN_BRACKETS.fullmatch(between) or _RIGHT_BEHIND.fullmatch(between):
            return mark
    inside = nearest(marks, number, clause=clause)
    if inside is not None:
        return inside
    earlier = [mark for mark in marks if mark.end <= clause.start]
    if earlier:
        return earlier[-1]
    shared = _shared(marks, reading, clause=clause)
    if shared is not None:
        return shared
    later = [mark for mark in marks if mark.start >= clause.end]
    free = [mark for mark in later if not any(_inside(each, reading.clause(mark)) for each in reading.numbers)]
    return free[0] if free else None


def _shared(marks: Sequence[Mark], reading: Reading, *, clause: Span) -> Mark | None:
    """``40 meldingen en 15 adviezen in Ede``: what stands behind the second number is of the first as well."""
    if not reading.text[clause.end :].lower().startswith("en "):
        return None
    following = reading.clause(Span(clause.end + 1, clause.end + 2))
    last = max((each.end for each in reading.numbers if _inside(each, following)), default=clause.end)
    return next((mark for mark in marks if _inside(mark, following) and mark.start >= last), None)


def nearest(marks: Sequence[Mark], number: Number, *, clause: Span | None = None) -> Mark | None:
    """The mark nearest to a number, inside ``clause`` when one is given."""
    inside = [mark for mark in marks if clause is None or _inside(mark, clause)]
    return min(inside, key=lambda mark: _distance(mark, number), default=None)


def _distance(mark: Span, number: Span) -> int:
    return mark.start - number.end if mark.start >= number.end else number.start - mark.end


def _inside(span: Span, clause: Span) -> bool:
    return clause.start <= span.start and span.end <= clause.end
