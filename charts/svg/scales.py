"""From the axes of a Plotly figure to places in px, with the marks on the axis and their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, log10
from typing import Any

from indicators import notation

_MOST_MARKS = 6
Axis = Mapping[str, Any]


@dataclass(frozen=True)
class Scale:
    """One axis of one panel: ``low`` and ``high`` lie at px ``start`` and ``end``; names of a list are row numbers."""

    low: float
    high: float
    start: float
    end: float
    rows: Mapping[str, int] = field(default_factory=dict)
    is_log: bool = False

    def at(self, value: Any) -> float:  # noqa: ANN401 -- a number, or the name of a row
        """Px of a value."""
        number = float(self.rows[str(value)]) if self.rows and str(value) in self.rows else float(value)
        number = log10(number) if self.is_log else number
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def length(self, size: float) -> float:
        """Px of a distance along the axis."""
        return abs(size / (self.high - self.low) * (self.end - self.start))

    def part(self, share: float) -> float:
        """Px of a share of the axis, from where it starts."""
        return self.start + share * (self.end - self.start)


def scale(axis: Axis, *, values: Sequence[Any], start: float, end: float) -> Scale:
    """The scale of an axis with a ``range``; else that of its names, or of the values drawn on it."""
    names = axis.get("categoryarray") or ([*dict.fromkeys(map(str, values))] if axis.get("type") == "category" else ())
    rows = {str(name): number for number, name in enumerate(names)}
    if axis.get("range") is not None:
        low, high = map(float, axis["range"])
    elif rows:
        low, high = -0.5, len(rows) - 0.5
    elif axis.get("type") == "log":
        ends = [log10(float(value)) for value in values if value]
        low, high = min(ends), max(ends)
    else:
        low, high = min(map(float, values)), max(map(float, values))
    return Scale(low, high, start, end, rows, is_log=axis.get("type") == "log")


def marks(axis: Axis, *, names: Sequence[str] = ()) -> list[tuple[Any, str]]:
    """Values that are marked on an axis, and their words; ``names`` are those of a list without marks of its own."""
    if axis.get("visible") is False or axis.get("showticklabels") is False:
        return []
    if axis.get("tickvals") is not None:
        texts = axis.get("ticktext") or [str(value) for value in axis["tickvals"]]
        return list(zip(axis["tickvals"], texts, strict=True))
    if names:
        return [(name, name) for name in names]
    low, high = sorted(map(float, axis["range"]))
    values = round_values(low, high, most=int(axis.get("nticks") or _MOST_MARKS))
    suffix = str(axis.get("ticksuffix") or "")
    whole = all(value == int(value) for value in values)
    return [(value, (notation.count(value) if whole else notation.number(value)) + suffix) for value in values]


def round_values(low: float, high: float, *, most: int) -> list[float]:
    """At most ``most`` round values from low to high: steps of 1, 2 or 5 and their tenfolds."""
    least = (high - low) / max(most - 1, 1)
    power = 10.0 ** floor(log10(least))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= least - 1e-12)
    return [round(number * step, 10) for number in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]
