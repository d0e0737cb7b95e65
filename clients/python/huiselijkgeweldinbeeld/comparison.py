"""Two figures held against each other, when the figures allow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from .typed import BREAK, PART, PERIOD, PLACE, is_half_year


class NotComparableError(ValueError):
    """The two rows cannot be compared; ``reasons`` says why."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        """Keep the reasons, and say them."""
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Comparison:
    """The first figure against the second.

    ``difference`` is in the unit of the figures and ``percent`` relative to the second (NaN when that is nought);
    ``position`` is ``higher`` or ``lower`` when the bands do not touch, ``about equal`` when they do, ``unknown`` without
    bands; ``reservations`` are the reasons not to compare that were passed over.
    """

    difference: float
    percent: float
    unit: str
    position: str
    reservations: tuple[str, ...] = ()


def compare(a: pd.Series[Any], b: pd.Series[Any], *, anyway: bool = False) -> Comparison:
    """Hold row ``a`` against row ``b`` of frames that ``Site.figures`` gave.

    Raises NotComparableError for two measures or units, a year against a half-year, two places in two periods, and two
    periods with a break between them; ``anyway`` passes over these. A row without a figure is refused always.
    """
    missing = tuple(
        f"{each[PLACE]} has no figure in {each[PERIOD]}: {each['uitleg']}" for each in (a, b) if pd.isna(each["waarde"])
    )
    if missing:
        raise NotComparableError(missing)
    reasons = _reasons(a, b)
    if reasons and not anyway:
        raise NotComparableError(reasons)
    first, second = float(a["waarde"]), float(b["waarde"])
    percent = (first - second) / second * 100 if second else float("nan")
    return Comparison(first - second, percent, str(a["eenheid"]), _position(a, b), reasons)


def _reasons(a: pd.Series[Any], b: pd.Series[Any]) -> tuple[str, ...]:
    """Why the rows cannot be compared; empty when they can."""
    reasons = []
    if a["indicator"] != b["indicator"] or a["eenheid"] != b["eenheid"]:
        reasons.append(f"two measures: {a['indicator']} ({a['eenheid']}) and {b['indicator']} ({b['eenheid']})")
    if is_half_year(a[PERIOD]) != is_half_year(b[PERIOD]):
        reasons.append(f"a year against a half-year: {a[PERIOD]} and {b[PERIOD]}")
    elif a[PERIOD] != b[PERIOD]:
        if a[PLACE] != b[PLACE]:
            reasons.append(f"two places in two periods: {a[PLACE]} in {a[PERIOD]} and {b[PLACE]} in {b[PERIOD]}")
        elif a[PART] != b[PART]:
            later = max(a, b, key=lambda each: each[PERIOD])
            why = f" ({later[BREAK]})" if pd.notna(later[BREAK]) else ""
            reasons.append(f"a break between {min(a[PERIOD], b[PERIOD])} and {later[PERIOD]}{why}")
    return tuple(reasons)


def _position(a: pd.Series[Any], b: pd.Series[Any]) -> str:
    edges = [each[edge] for each in (a, b) for edge in ("ondergrens", "bovengrens")]
    if any(pd.isna(edge) for edge in edges):
        return "unknown"
    low_a, high_a, low_b, high_b = map(float, edges)
    return "higher" if low_a > high_b else "lower" if high_a < low_b else "about equal"
