"""Five size classes of municipalities by inhabitants on 1 January, so that like is compared with like."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from language import N_


@dataclass(frozen=True)
class SizeClass:
    """One class: from ``fewest`` inhabitants up to, not including, the next class."""

    id: str  # stands in links
    fewest: int
    label: str  # Dutch


SIZE_CLASSES = (
    SizeClass("klein", 0, N_("minder dan 20.000 inwoners")),
    SizeClass("middelklein", 20_000, N_("20.000 tot 50.000 inwoners")),
    SizeClass("middelgroot", 50_000, N_("50.000 tot 100.000 inwoners")),
    SizeClass("groot", 100_000, N_("100.000 tot 250.000 inwoners")),
    SizeClass("zeer-groot", 250_000, N_("250.000 inwoners of meer")),
)
_STARTS = [each.fewest for each in SIZE_CLASSES]


def size_class(inhabitants: float) -> SizeClass:
    """Class of a place; a place on a border belongs to the larger class. Raises ValueError for a missing number."""
    if not inhabitants >= 0:
        msg = f"{inhabitants} is not a number of inhabitants"
        raise ValueError(msg)
    return SIZE_CLASSES[bisect_right(_STARTS, inhabitants) - 1]


def same_class(code: str, *, inhabitants: Mapping[str, float]) -> tuple[str, ...]:
    """Codes of the other places in the class of this one, in code order; empty when its number is not known."""
    if not inhabitants.get(code, -1) >= 0:
        return ()
    mine = size_class(inhabitants[code])
    return tuple(
        other for other, number in sorted(inhabitants.items())
        if other != code and number >= 0 and size_class(number) is mine
    )  # fmt: skip
