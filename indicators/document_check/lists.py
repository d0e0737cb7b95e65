"""Lists that belong together by their order: ``Breda en Oosterhout hadden 1.842 en 617 meldingen``; places and periods alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from indicators.document_check.numbers import Number
from indicators.document_check.reading import Reading
from indicators.document_check.spans import Span

Item = TypeVar("Item", bound=Span)
_JOINS = re.compile(
    r"\s*(?:,|\ben\b|,\s*en\b|/|\balsmede\b|\balsook\b)\s*(?:(?:in|de|het|gemeenten?|uit|voor|meldingen|adviezen|keer|waren|er|het|dat|nog)\s+)*",
    re.IGNORECASE,
)
_MATES = re.compile(r"\s*(?:,|\ben\b|,\s*en\b)\s*(?:(?:van|gemeenten?|in|uit|de|het|over)\s+)*", re.IGNORECASE)


def by_order(marks: Sequence[Item], reading: Reading, number: Number) -> tuple[Item | None, bool]:
    """The mark at the position of a number in its list, and whether the number is of several marks at once.

    Neither holds when the sentence lists no marks, or when the number does not stand by such a list.
    """
    listed = _series(marks, reading.text, joins=_MATES)
    if len(listed) < 2:  # noqa: PLR2004 -- a list has two
        return None, False
    numbers = run_of(reading.numbers, number, reading.text)
    if any(each.end <= listed[0].start for each in reading.numbers) and numbers[0].start >= listed[-1].end:
        return None, False
    first, last = min(listed[-1].end, numbers[-1].end), max(listed[0].start, numbers[0].start)
    if any(first <= mark.start and mark.end <= last for mark in marks if mark not in listed):
        return None, False
    between = reading.text[first:last]
    if any(numbers[0].start < mark.start < numbers[-1].end for mark in marks) or _has_other(
        marks, listed, reading, number
    ):
        return None, False
    if len(numbers) == len(listed):
        return listed[numbers.index(number)], False
    return None, ";" not in between and ":" not in between


def all_of(marks: Sequence[Item], reading: Reading) -> tuple[Item, ...]:
    """The list of marks of a sentence that is counted together: ``Breda en Oosterhout samen``."""
    return tuple(_series(marks, reading.text, joins=_MATES))


def _has_other(marks: Sequence[Item], listed: Sequence[Item], reading: Reading, number: Number) -> bool:
    """Whether the number has a mark of its own, outside the list, in its part of the sentence."""
    clause = reading.clause(number)
    return any(mark not in listed and clause.start <= mark.start and mark.end <= clause.end for mark in marks) or any(
        mark in listed and re.fullmatch(r"\s*\(", reading.text[mark.end : number.start]) for mark in marks
    )


def _series(marks: Sequence[Item], text: str, *, joins: re.Pattern[str]) -> list[Item]:
    """The longest run of marks with nothing but a comma or 'en' between them."""
    best: list[Item] = []
    run: list[Item] = []
    for mark in sorted(marks, key=lambda each: each.start):
        run = [*run, mark] if run and joins.fullmatch(text[run[-1].end : mark.start]) else [mark]
        best = run if len(run) > len(best) else best
    return best


def run_of(numbers: Sequence[Number], number: Number, text: str) -> list[Number]:
    """The run of numbers that a number stands in."""
    run: list[Number] = []
    for each in numbers:
        run = [*run, each] if run and _JOINS.fullmatch(text[run[-1].end : each.start]) else [each]
        if number in run and (each is numbers[-1] or not _JOINS.fullmatch(text[each.end : _next(numbers, each).start])):
            return run
    return [number]


def _next(numbers: Sequence[Number], number: Number) -> Number:
    return numbers[list(numbers).index(number) + 1]
