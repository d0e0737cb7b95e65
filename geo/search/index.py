"""The index and the order of its answers: exact names, beginnings, words, then names with a typing error."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data_sources import places
from data_sources.level import Level, UnknownRegionCodeError
from geo import labels, membership, mergers, registry
from geo.search import names
from geo.search.names import KIND_OF_LEVEL, Name, NameKind
from geo.search.question import Question, narrowed, parse_question

MOST = 10
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
class Answer:
    """A place a reader may mean: where to go (``code``), how to say it, and how well it fits."""

    code: str
    label: str
    kind: NameKind
    fit: Fit

    @property
    def slug(self) -> str:
        """Link name of the place, such as ``breda``."""
        return registry.slug(self.code)

    @property
    def level(self) -> Level:
        """Level of the place to go to."""
        return Level.of(self.code)

    @property
    def target(self) -> str:
        """Address of the page of the place."""
        return f"/gemeente?gemeente={self.code}"


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


def answers(
    text: str, *, levels: Collection[Level] = (), year: int | None = None, most: int = MOST
) -> tuple[Answer, ...]:
    """Places a text may mean, best first, each once.

    ``levels``: only places of these; empty for all. ``year``: places that existed then; without one those of today,
    so that a municipality that ended leads to where it went on. Empty when nothing is near. Raises UnknownYearError.
    """
    question = parse_question(text)
    if not question.name:
        return ()
    if year is not None:
        year = registry.known_year(year)
    candidates = _candidates(question, levels=frozenset(levels), year=year)
    best: dict[str, Answer] = {}
    for answer in candidates:
        best.setdefault(answer.code, answer)
        if len(best) == most:
            break
    return tuple(best.values())


def nearest_names(text: str, *, most: int = 5) -> tuple[Answer, ...]:
    """Places whose names come nearest to a text that ``answers`` cannot place; empty without a letter or digit."""
    joined = parse_question(text).joined
    if not joined:
        return ()
    near = process.extract(joined, index().joined, scorer=OSA.normalized_similarity, limit=most * 4)
    best: dict[str, Answer] = {}
    for _, _, number in near:
        for answer in _of_name(index().names[index().owners[number]], Fit.ERROR, levels=(), year=None):
            best.setdefault(answer.code, answer)
    return tuple(best.values())[:most]


def sure(answers: Collection[Answer]) -> Answer | None:
    """The one place that is meant, or None when the reader must choose: several fit exactly, or none does.

    A municipality is meant before a hamlet of that name; a name with a typing error is always shown first.
    """
    exact = [answer for answer in answers if answer.fit is Fit.EXACT]
    if len(exact) > 1 and exact[0].kind is NameKind.MUNICIPALITY:
        exact = [answer for answer in exact if answer.kind is not NameKind.HAMLET]
    if not exact and len(answers) == 1:
        exact = [answer for answer in answers if answer.fit is Fit.BEGINNING]
    return exact[0] if len(exact) == 1 else None


def _candidates(question: Question, *, levels: Collection[Level], year: int | None) -> Iterator[Answer]:
    if question.postcode or question.code:
        yield from _by_number(question, levels=levels, year=year)
        return
    hits = _exact(question)
    for reading in narrowed(question):
        hits += [hit for hit in _exact(reading) if _narrows(hit[1], reading)]
    hits += _beginnings_and_words(question)
    if any(fit <= Fit.WORD for fit, _ in hits):
        hits = [hit for hit in hits if hit[0] is not Fit.INSIDE]
    else:
        hits += _with_errors(question)
    for fit, name in hits:
        yield from _of_name(name, fit, levels=levels, year=year)


def _exact(question: Question) -> list[tuple[Fit, Name]]:
    matches = [index().names[number] for number in index().exact.get(question.joined, ())]
    return [(Fit.EXACT, name) for name in sorted(matches, key=_order)]


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


def _with_errors(question: Question) -> list[tuple[Fit, Name]]:
    """Names at a small distance: letters left out, put in, changed or turned round."""
    length = len(question.joined)
    most = sum(length >= limit for limit in (_ONE_ERROR_FROM, _TWO_ERRORS_FROM, _THREE_ERRORS_FROM))
    if not most:
        return []
    near = process.extract(question.joined, index().joined, scorer=OSA.distance, score_cutoff=most, limit=MOST * 4)
    known = index().names
    ranked = sorted(((distance, known[index().owners[number]]) for _, distance, number in near), key=_by_distance)
    return [(Fit.ERROR, name) for _, name in ranked]


def _by_distance(hit: tuple[float, Name]) -> tuple[float, int, str]:
    distance, name = hit
    return (distance, *_order(name))


def _order(name: Name) -> tuple[int, str]:
    return name.kind, name.text


def _of_name(name: Name, fit: Fit, *, levels: Collection[Level], year: int | None) -> Iterator[Answer]:
    for code in targets(name.origin, year=year):
        if not levels or Level.of(code) in levels:
            yield Answer(code, _label(name, code, year=year), name.kind, fit)


@lru_cache(maxsize=2048)
def targets(origin: str, *, year: int | None) -> tuple[str, ...]:
    """Codes to which a place leads today, or in a year: itself, what it became, or what it consisted of then."""
    if year is None:
        return mergers.today(origin)
    if registry.region(origin).existed(year):
        return (origin,)
    if registry.region(origin).first_year > year:
        return tuple(
            code for code in mergers.predecessors(origin, year=year).codes if registry.region(code).existed(year)
        )
    later = (code for step in mergers.successors(origin) for code in targets(step.new, year=year))
    return tuple(dict.fromkeys(later))


def _label(name: Name, code: str, *, year: int | None) -> str:
    """How an answer reads: ``Kaatsheuvel, in Loon op Zand``."""
    shown = _named(code, year=year)
    if name.kind in {NameKind.TOWN, NameKind.HAMLET}:
        return f"{name.text}, in {shown}"
    if code != name.origin:
        return f"{name.text}, nu in {shown}" if year is None else f"{name.text}, in {year}: {shown}"
    usual = registry.USUAL_NAMES.get(code)
    if usual and Level.of(code) is Level.MUNICIPALITY:
        return f"{usual} ({shown})" if name.text == usual else f"{shown} ({usual})"
    return shown


def _named(code: str, *, year: int | None) -> str:
    place = registry.region(code)
    if place.level is Level.MUNICIPALITY:
        return place.name if year is None else registry.name_in(code, year=year)
    usual = registry.USUAL_NAMES.get(code)
    return f"{labels.label(code)} ({usual})" if usual else labels.label(code)


def _by_number(question: Question, *, levels: Collection[Level], year: int | None) -> Iterator[Answer]:
    """Municipalities with a postcode, towns before hamlets and the narrowest range first; then the code itself."""
    if question.postcode:
        covering = [row for row in index().ranges if row[0] <= question.postcode <= row[1]]
        for _, _, origin, town, _ in sorted(covering, key=lambda row: (row[4], row[1] - row[0], row[3])):
            for code in targets(origin, year=year):
                if not levels or Level.of(code) in levels:
                    where = _named(code, year=year)
                    words = f"{question.postcode}, in {where}" + ("" if town == where else f" ({town})")
                    yield Answer(code, words, NameKind.POSTCODE, Fit.EXACT)
    if question.code:
        try:
            place = registry.region(question.code)
        except UnknownRegionCodeError:
            return
        if place.level in KIND_OF_LEVEL:
            kind = NameKind.FORMER if mergers.successors(place.code) else KIND_OF_LEVEL[place.level]
            yield from _of_name(Name(place.name, kind, place.code), Fit.EXACT, levels=levels, year=year)
