"""Answers to a search: the places that the matching names lead to, of a level and a year, as a reader sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from data_sources.level import Level, UnknownRegionCodeError
from geo import labels, mergers, registry
from geo.search.index import Fit, closest, index, matches
from geo.search.names import KIND_OF_LEVEL, Name, NameKind
from geo.search.question import Question, parse_question

MOST = 10


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
    def shown(self) -> str:
        """Name of the place to go to, as an answer ends with it: ``Den Haag ('s-Gravenhage)``."""
        return _named(self.code, year=None)

    @property
    def target(self) -> str:
        """Address of the page of the place."""
        return f"/gemeente?gemeente={self.code}"


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
    best: dict[str, Answer] = {}
    for name in closest(joined, most=most * 4):
        for answer in _of_name(name, Fit.ERROR, levels=(), year=None):
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


def answers_of_name(name: Name) -> tuple[Answer, ...]:
    """Places of today that a name of the index leads to."""
    return tuple(_of_name(name, Fit.EXACT, levels=(), year=None))


def answer_of_postcode(postcode: int, origin: str) -> tuple[Answer, ...]:
    """Places of today that a postcode in a municipality of the index leads to."""
    codes = targets(origin, year=None)
    return tuple(
        Answer(code, f"{postcode}, in {_named(code, year=None)}", NameKind.POSTCODE, Fit.EXACT) for code in codes
    )


def _candidates(question: Question, *, levels: Collection[Level], year: int | None) -> Iterator[Answer]:
    if question.postcode or question.code:
        yield from _by_number(question, levels=levels, year=year)
        return
    for fit, name in matches(question, most=MOST * 4):
        yield from _of_name(name, fit, levels=levels, year=year)


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
