"""How large a text can be set in a box, from the widths of our own typeface."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

_POINTS_PER_INCH = 72
_LETTER = 0.53  # width of an average letter in Dutch text, in parts of its size; a little more than is true
_LINE = 1.3  # height of a line and its share of the room between paragraphs
_STEP = 0.5


def fitting(texts: Sequence[str], *, width: float, height: float, largest: float, smallest: float) -> float:
    """Largest size in points at which paragraphs fit a box of this width and height in inches; never below ``smallest``."""
    return _fitting(tuple(len(text) for text in texts), width, height, largest, smallest)


@lru_cache(maxsize=1024)
def _fitting(lengths: tuple[int, ...], width: float, height: float, largest: float, smallest: float) -> float:
    points = largest
    while points > smallest:
        letters = max(1, int(width * _POINTS_PER_INCH / (points * _LETTER)))
        lines = sum(ceil(length / letters) + 0.4 for length in lengths) - 0.4
        if lines * points * _LINE <= height * _POINTS_PER_INCH:
            break
        points -= _STEP
    return points
