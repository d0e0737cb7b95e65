"""Index of all names, and the names that match a question: exact, beginnings, words, then with a typing error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from data_sources import places
from data_sources.level import Level
from geo import membership, registry
from geo.search import names
from geo.search.names import Name, NameKind
from geo.search.question import Question, narrowed

_ONE_ERROR_FROM, _TWO_ERRORS_FROM, _THREE_ERRORS_FROM = 4, 7, 12
_INSIDE_FROM = 3  # letters; fewer stand inside half of all names


class Fit(IntEnum):
    """How well a name fits what was typed, best first."""

    EXACT = 0
    BEGINNING = 1
    WORD = 2
    INSIDE = 3
    ERROR = 4


@dataclass(frozen=True, slots=True)
class _Index:
    names: tuple[Name, ...]
    exact: Mapping[str, tuple[int, ...]]  # joined form → numbers of names
    spaced: tuple[str, ...]  # every form, with its spaces
    joined: tuple[str, ...]  # the same without
    owners: tuple[int, ...]  # number of the name of each form
    ranges: tuple[tuple[int, int, str, str, NameKind], ...]  # postcodes: first, last, code, town, kind


@cache
def index() -> _Index:
    """The index, made at the first question: some 7,000 names."""
    known = tuple(names.every())
    pairs = [(form, number) for number, name in enumerate(known) for form in names.forms(name)]
    exact: dict[str, list[int]] = {}
    for form, number in pairs:
        exact.setdefault(form.replace(" ", ""), []).append(number)
    ranges = sorted(
        (row.first_postcode, row.last_postcode, names.now(row), row.name,
         NameKind.TOWN if row.kind == "woonplaats" else NameKind.HAMLET)
        for row in places.place_name_rows()
    )  # fmt: skip
    return _Index(
        names=known,
        exact={form: tuple(dict.fromkeys(numbers)) for form, numbers in exact.items()},
        spaced=tuple(form for form, _ in pairs),
        joined=tuple(form.replace(" ", "") for form, _ in pairs),
        owners=tuple(number for _, number in pairs),
        ranges=tuple(ranges),
    )


def matches(question: Question, *, most: int) -> list[tuple[Fit, Name]]:
    """Names that fit a question, best first; at most ``most`` of those with a typing error."""
    hits = _exact(question)
    for reading in narrowed(question):
        hits += [hit for hit in _exact(reading) if _narrows(hit[1], reading)]
    hits += _beginnings_and_words(question)
    if any(fit <= Fit.WORD for fit, _ in hits):
        hits = [hit for hit in hits if hit[0] is not Fit.INSIDE]
    else:
        hits += _with_errors(question, most=most)
    return hits


def closest(joined: str, *, most: int) -> list[Name]:
    """Names nearest to a text without spaces, however far away."""
    from rapidfuzz import process  # 2 MB that only a search with an error needs
    from rapidfuzz.distance import OSA

    near = process.extract(joined, index().joined, scorer=OSA.normalized_similarity, limit=most)
    return [index().names[index().owners[number]] for _, _, number in near]


def _exact(question: Question) -> list[tuple[Fit, Name]]:
    exact = [index().names[number] for number in index().exact.get(question.joined, ())]
    return [(Fit.EXACT, name) for name in sorted(exact, key=_order)]


def _narrows(name: Name, reading: Question) -> bool:
    """Whether a name is of the level or in the province that stands with it."""
    if reading.level is not None:
        place = name.kind not in {NameKind.TOWN, NameKind.HAMLET}
        return place and Level.of(name.origin) is reading.level
    return Level.of(name.origin) is Level.MUNICIPALITY and _province(name.origin) == reading.province


@lru_cache(maxsize=512)
def _province(code: str) -> str | None:
    year = registry.region(code).last_year or registry.last_year()
    return membership.parent(code, level=Level.PROVINCE, year=year)


def _beginnings_and_words(question: Question) -> list[tuple[Fit, Name]]:
    joined, word = question.joined, f" {question.name}"
    inside = len(joined) >= _INSIDE_FROM
    hits = []
    for spaced, form, owner in zip(index().spaced, index().joined, index().owners, strict=True):
        if joined not in form:
            continue
        if form.startswith(joined):
            hits.append((Fit.BEGINNING, len(form), owner))
        elif word in f" {spaced}":
            hits.append((Fit.WORD, len(form), owner))
        elif inside:
            hits.append((Fit.INSIDE, len(form), owner))
    known = index().names
    hits.sort(key=lambda hit: (hit[0], _order(known[hit[2]])[0], hit[1], known[hit[2]].text))
    return [(fit, known[owner]) for fit, _, owner in hits]


def _with_errors(question: Question, *, most: int) -> list[tuple[Fit, Name]]:
    """Names at a small distance: letters left out, put in, changed or turned round."""
    length = len(question.joined)
    distance_allowed = sum(length >= limit for limit in (_ONE_ERROR_FROM, _TWO_ERRORS_FROM, _THREE_ERRORS_FROM))
    if not distance_allowed:
        return []
    from rapidfuzz import process  # 2 MB that only a search with an error needs
    from rapidfuzz.distance import OSA

    near = process.extract(
        question.joined, index().joined, scorer=OSA.distance, score_cutoff=distance_allowed, limit=most
    )
    known = index().names
    ranked = sorted(((distance, known[index().owners[number]]) for _, distance, number in near), key=_by_distance)
    return [(Fit.ERROR, name) for _, name in ranked]


def _by_distance(hit: tuple[float, Name]) -> tuple[float, int, str]:
    distance, name = hit
    return (distance, *_order(name))


def _order(name: Name) -> tuple[int, str]:
    return name.kind, name.text
