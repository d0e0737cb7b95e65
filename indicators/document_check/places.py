"""Places that a sentence names, by every name that the search of the site knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from data_sources.catalogue.areas import AREAS
from data_sources.level import NETHERLANDS, Level
from geo import registry
from geo.search import names
from geo.search.names import NameKind
from indicators.document_check.spans import Span, free_of


@dataclass(frozen=True)
class PlaceMention(Span):
    """A place that a sentence names: every place it may be, the likeliest first; none for a town or village."""

    text: str
    codes: tuple[str, ...]


_WORD = re.compile(r"['’]?[^\W\d_][\w'’.-]*")
_MOST_WORDS = 6
_SHORTEST_TOWN = 4
_COUNTRY = re.compile(
    r"(?<![\w-])(?:landelijke?|nationaal|nationale|(?:heel\s+|(?:in\s+)?de\s+rest\s+van\s+)?Nederland(?:ers)?|in\s+het\s+hele\s+land)(?![\w-])",
    re.IGNORECASE,
)
_REST = re.compile(r"\brest\s+van\b", re.IGNORECASE)
_LEVELS = (
    (re.compile(r"(?:\bgemeente|\bstad|\bgemeenten)\s+$", re.IGNORECASE), (Level.MUNICIPALITY,)),
    (re.compile(r"\bprovincie\s+$", re.IGNORECASE), (Level.PROVINCE,)),
    (re.compile(r"(?:\bregio(?:['’]s)?|\bVeilig\s+Thuis(?:-regio|\s+regio)?(?:\s+in)?)\s+$", re.IGNORECASE), (Level.VT_REGION, Level.DOCUMENT_AREA)),
    (re.compile(r"\blandsdeel\s+$", re.IGNORECASE), (Level.COUNTRY_PART,)),
)  # fmt: skip
_ORDER = (
    Level.MUNICIPALITY, Level.PROVINCE, Level.VT_REGION, Level.DOCUMENT_AREA, Level.COUNTRY_PART, Level.COUNTRY,
)  # fmt: skip
_ENDINGS = ("enaren", "enaars", "naren", "naars", "aren", "aars", "mers", "anen", "ezen", "ërs", "ers")
_PEOPLE = re.compile(
    r"(?<![\w-])(?:(?P<who>[A-Z][\w-]{3,}(?:aars|aren|ers|ërs|anen|ezen)|Drenten|Friezen|Zeeuwen)|"
    r"(?P<of>[A-Z][\w-]{2,}se)(?=\s+(?:meldingen|adviezen|adviesvragen|gezinnen|inwoners|huishoudens)))\b"
)
_LEVEL_WORDS = (
    (re.compile(r"\b(?:de|onze|deze|hele)\s+regio\b", re.IGNORECASE), frozenset({Level.VT_REGION, Level.DOCUMENT_AREA})),
    (re.compile(r"\b(?:de|onze|deze|hele)\s+(?:gemeente|stad)\b", re.IGNORECASE), frozenset({Level.MUNICIPALITY})),
    (re.compile(r"\b(?:de|onze|deze|hele)\s+provincie\b", re.IGNORECASE), frozenset({Level.PROVINCE})),
)  # fmt: skip
_PEOPLE_OF = {
    "drenten": "drenthe", "friezen": "friesland", "zeeuwen": "zeeland", "brabanders": "noord-brabant", "hagenaars": "den haag",
}  # fmt: skip
_COMPOUND = re.compile(r"-(?:gemeenten|regio|gebied|inwoners|raad)$", re.IGNORECASE)
_PIECE = re.compile(
    r"\b(?:kop\s+van|(?:noord|zuid|oost|west)(?:en|elijke?\s+deel)\s+van|omgeving(?:\s+van)?|omstreken\s+van|rand\s+van|delen\s+van|rest\s+van)\s+$",
    re.IGNORECASE,
)
_REGION = re.compile(r"\bregio\s+$", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:deel\s+van|opgegaan\s+in|samengevoegd\s+tot|gefuseerd\s+(?:tot|met)|(?:gevestigd|kantoor|kantoren|vestiging|zetel|hoofdkantoor)\s+in|die\s+nu|het\s+huidige|(?:\(|,\s+)(?:nu|thans|inmiddels|voorheen|vroeger|tegenwoordig))"
    r"\s+(?:de\s+)?(?:gemeente\s+)?$",
    re.IGNORECASE,
)
_ALSO_WORDS = frozenset(
    {"best", "houten", "bergen", "buren", "leek", "laren", "holland", "nl", "zuid", "noord", "oost", "west"}
)
_LEADS = re.compile(r"\b(?:in|te|uit|van|voor|bij|gemeente|stad|provincie|regio|en|naar)\s+$", re.IGNORECASE)
_NO_TOWN = frozenset(
    [
        "daar",
        "hier",
        "deze",
        "heel",
        "elke",
        "elders",
        "rest",
        "zorg",
        "jeugd",
        "thuis",
        "veilig",
        "raad",
        "inwoners",
        "college",
        "meer",
        "samen",
        "goed",
    ]
)


def place_mentions(text: str, *, towns: bool = True) -> tuple[PlaceMention, ...]:
    """Every place in a sentence, in order. The longest name wins: ``Noord- en Oost-Gelderland`` is one place.

    ``towns``: also towns and villages, which have no figures, when the sentence names no other place.
    """
    words = list(_WORD.finditer(text))
    capital = [word[0].lstrip("'’")[:1].isupper() or word[0].lstrip("'’").startswith("s-") for word in words]
    marks: list[PlaceMention] = [
        PlaceMention(match.start(), match.end(), match[0], () if _REST.search(match[0]) else (NETHERLANDS,))
        for match in _COUNTRY.finditer(text)
    ]
    for size in range(_MOST_WORDS, 0, -1):
        for first, last, able in zip(words, words[size - 1 :], capital, strict=False):
            mark = _place(text, first.start(), last.end()) if able else None
            if mark is not None and free_of(mark, marks):
                marks.append(mark)
    marks += [mark for mark in _people(text) if free_of(mark, marks)]
    main = [mark for mark in marks if not _ASIDE.search(text[: mark.start])]
    marks = main or [PlaceMention(mark.start, mark.end, mark.text, ()) for mark in marks]
    if towns and not any(mark.codes for mark in marks):
        marks += [mark for word in words if (mark := _town(text, word)) is not None and free_of(mark, marks)]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def levels_named(text: str) -> frozenset[Level]:
    """Levels that a sentence without a name speaks of: ``onze gemeente``, ``de hele provincie``."""
    return frozenset[Level]().union(*(levels for pattern, levels in _LEVEL_WORDS if pattern.search(text)))


def place_of_level(text: str, marks: Sequence[PlaceMention]) -> tuple[tuple[str, ...], str]:
    """The one of some places that ``onze gemeente`` or ``de hele provincie`` means, with its words; empty when there is not exactly one."""
    levels = levels_named(text)
    fitting = {
        of_level: mark.text
        for mark in marks
        if (of_level := tuple(code for code in mark.codes if Level.of(code) in levels))
    }
    return fitting.popitem() if len(fitting) == 1 else ((), "")


def _place(text: str, start: int, end: int) -> PlaceMention | None:
    printed = _COMPOUND.sub("", text[start:end].rstrip(".'’-"))
    letters = printed.lstrip("'’").removeprefix("s-").removeprefix("s ")
    if not letters[:1].isupper():
        return None
    folded = registry.fold(printed)
    codes = _codes().get(folded, ())
    if not codes or (folded in _ALSO_WORDS and not _LEADS.search(text[:start])):
        return None
    before = text[:start]
    if _PIECE.search(before):
        return PlaceMention(start, start + len(printed), printed, ())
    if _REGION.search(before) and all(Level.of(code) is Level.MUNICIPALITY for code in codes):
        return PlaceMention(start, start + len(printed), printed, ())  # 'de regio Breda' is more than Breda
    for pattern, levels in _LEVELS:
        of_level = tuple(code for code in codes if Level.of(code) in levels)
        if pattern.search(before) and of_level:
            codes = of_level
            break
    return PlaceMention(start, start + len(printed), printed, codes)


def _people(text: str) -> list[PlaceMention]:
    """``Bredanaars`` and ``Bredase gezinnen`` as the place they live in."""
    marks = []
    for match in _PEOPLE.finditer(text):
        word = match["who"] or match["of"]
        if word.lower() in _PEOPLE_OF:
            marks.append(
                PlaceMention(match.start(), match.end(), word, _codes()[registry.fold(_PEOPLE_OF[word.lower()])])
            )
            continue
        for ending in _ENDINGS if match["who"] else ("mse", "ese", "se"):
            stem = word.removesuffix(ending)
            forms = [form for form in (stem, f"{stem}en", f"{stem}e") if registry.fold(form) not in _ALSO_WORDS]
            codes = next((known for form in forms if (known := _codes().get(registry.fold(form)))), ())
            if stem != word and codes:
                marks.append(PlaceMention(match.start(), match.start() + len(word), word, codes))
                break
    return marks


def _town(text: str, word: re.Match[str]) -> PlaceMention | None:
    folded = registry.fold(word[0])
    known = len(folded) >= _SHORTEST_TOWN and folded in _towns() and word[0][:1].isupper() and folded not in _NO_TOWN
    leads = word.start() == 0 or _LEADS.search(text[: word.start()])
    return PlaceMention(word.start(), word.end(), word[0], ()) if known and leads else None


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """Codes by folded name, municipalities first; former ones and areas of documents too."""
    known: dict[str, list[str]] = {}
    for name in names.every():
        if name.kind in {NameKind.TOWN, NameKind.HAMLET}:
            continue
        for form in names.forms(name):
            known.setdefault(form, []).append(name.origin)
    for area in AREAS.values():
        known.setdefault(registry.fold(names.bare(area.name)), []).append(area.code)
    return {
        form: tuple(sorted(dict.fromkeys(codes), key=lambda code: (_ORDER.index(Level.of(code)), _ended(code), code)))
        for form, codes in known.items()
    }


def _ended(code: str) -> bool:
    return registry.region(code).last_year is not None


@cache
def _towns() -> frozenset[str]:
    return frozenset(
        form
        for name in names.every()
        if name.kind is NameKind.TOWN
        for form in names.forms(name)
        if form not in _codes()
    )
