"""Units and titles of columns in one spelling: CBS writes 'per 100 000 inwoners', 'per 100.000 inwoners', 'x 1 000'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

RATE_UNIT = "per 100.000 inwoners"


class UnitKind(StrEnum):
    """What a column counts in."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"  # per so many inhabitants
    OTHER = "other"


@dataclass(frozen=True)
class Unit:
    """One unit; ``text`` is our spelling of it, ``per`` the inhabitants of a rate (0 for other kinds)."""

    kind: UnitKind
    text: str
    per: int = 0


_SPLIT_NUMBER = re.compile(r"(?<=\d)[ .'](?=\d{3}(?!\d))")
_PER = re.compile(r"\bper (\d+)(?= ?(?:inw|pers|mens|$|[)\]]))")
_COUNT = re.compile(
    r"aantal(?:len)?\b.*|x 1|absoluut|abs\.?|(?:meldingen|adviezen|casussen|diensten|overdrachten|onderzoeken)?"
)
_PERCENT = re.compile(r"(?:%|procent|percentage|pct\.?).*")
# what a title or a group adds only to tell the two measures of one count apart
_SAYS_UNIT = re.compile(
    r"[\s,;:/(\[–-]*\b(?:relatief|relatieve (?:cijfers|aantallen)|absoluut|absolute (?:cijfers|aantallen)|aantal(?:len)?|"
    r"per \d+(?: ?(?:inw|pers|mens)\w*\.?)?|percentage)[\s)\].]*$"
)
_SAYS_RELATIVE = re.compile(r"\brelatie[fv]|\bper \d+")


def plain(text: object) -> str:
    """Text without padding or double spaces; no-break and thin spaces count as spaces."""
    return " ".join(str(text).split())


def folded(text: object) -> str:
    """Text in small letters with numbers in one piece: 'Per 100 000' → 'per 100000'."""
    return _SPLIT_NUMBER.sub("", plain(text).casefold())


def stem(title: str) -> str:
    """Title in small letters without the words that only say its unit; '' for a group that says nothing else."""
    words, before = folded(title), None
    while words != before:
        words, before = _SAYS_UNIT.sub("", words).strip(" ,;:-–"), words
    return words


def unit_of(printed: object, *, titles: tuple[str, ...] = ()) -> Unit:
    """Read a unit; where CBS leaves it empty, the titles of the column and its groups say whether it is a rate."""
    words = folded("" if printed is None else printed)
    if match := _PER.search(words):
        return _rate(int(match[1]))
    if _PERCENT.fullmatch(words):
        return Unit(UnitKind.PERCENT, "%")
    if not _COUNT.fullmatch(words):
        return Unit(UnitKind.OTHER, plain(printed))
    texts = [folded(title) for title in titles]
    for text in texts if words != "x 1" else ():
        if match := _PER.search(text):
            return _rate(int(match[1]))
    if not words and any(_SAYS_RELATIVE.search(text) for text in texts):
        return Unit(UnitKind.OTHER, "onbekend")  # no unit, and called relative: to what is not said
    return Unit(UnitKind.COUNT, "aantal")


def _rate(per: int) -> Unit:
    return Unit(UnitKind.RATE, f"per {per:,} inwoners".replace(",", "."), per)
