"""Where something stands in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """A piece of a sentence, from ``start`` up to ``end``."""

    start: int
    end: int


def free_of(span: Span, taken: Iterable[Span]) -> bool:
    """Whether a span overlaps none of the others."""
    return not any(span.start < other.end and other.start < span.end for other in taken)
