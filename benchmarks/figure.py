"""One measured figure beside the bar it has to hold, and the bars themselves."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass

AT_MOST, AT_LEAST = "<=", ">="

# Ratios within one run: an absolute bar would measure the machine. Those of a refresh are promises to who runs the site.
BARS: dict[str, tuple[str, float]] = {
    "first_view": (AT_MOST, 0.90),
    "first_view_slow": (AT_MOST, 0.65),
    "second_view": (AT_MOST, 0.85),
    "first_bytes": (AT_MOST, 0.80),
    "step": (AT_MOST, 0.25),
    "step_socket_bytes": (AT_MOST, 0),
    "choose_place": (AT_MOST, 4.0),
    "choose_bytes": (AT_MOST, 3.0),
    "versus_plain": (AT_LEAST, 2.4),
    "versus_dash": (AT_LEAST, 1.4),
    "versus_panel": (AT_LEAST, 1.5),
    "rerun_cpu": (AT_MOST, 0.25),
    "first_run": (AT_MOST, 0.3),
    "cold_start": (AT_MOST, 1.5),
    "memory_idle": (AT_MOST, 1.4),
    "memory_reader": (AT_MOST, 1.5),
    "load_50": (AT_MOST, 3),
    "load_200": (AT_MOST, 6),
    "load_200_failed": (AT_MOST, 0),
    "load_versus_plain": (AT_LEAST, 20),
    "leak": (AT_MOST, 1.15),
    "growth_first_view": (AT_MOST, 1.10),
    "growth_step": (AT_MOST, 1.10),
    "sheet": (AT_MOST, 2.0),
    "phone_answer": (AT_MOST, 2.5),
    "phone_other": (AT_MOST, 5),
    "phone_shift": (AT_MOST, 0.1),
    "phone_score": (AT_LEAST, 85),
    "phone_score_other": (AT_LEAST, 60),
    "phone_versus_plain": (AT_LEAST, 4),
    "refresh_work": (AT_MOST, 300),
    "refresh_memory": (AT_MOST, 1500),
}


@dataclass(frozen=True)
class Figure:
    """One line of the report. ``bar`` is None for a figure that only explains another one."""

    name: str
    value: float
    spread: float  # half the distance between the quartiles of the rounds, in the same unit
    unit: str
    bar: str | None
    ok: bool
    note: str = ""

    @property
    def line(self) -> str:
        """The figure as one line of JSON."""
        rounded = asdict(self) | {"value": round(self.value, 4), "spread": round(self.spread, 4)}
        if not self.note:
            rounded.pop("note")
        return json.dumps(rounded, ensure_ascii=False)


def middle(values: Sequence[float]) -> float:
    """Median."""
    return statistics.median(values)


def spread(values: Sequence[float]) -> float:
    """Half the distance between the quartiles; 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return (high - low) / 2


def percentile(values: Sequence[float], percent: int) -> float:
    """A percentile by linear interpolation; needs two values or more."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], *, note: str = "") -> Figure:
    """Median of ours by median of theirs, judged by the bar of this name; the spread is that of the paired rounds."""
    value = middle(ours) / middle(theirs)
    paired = [one / other for one, other in zip(ours, theirs, strict=False)]
    return judged(name, value, spread=spread(paired), unit="ratio", note=note)


def judged(name: str, value: float, *, unit: str, spread: float = 0.0, note: str = "") -> Figure:
    """A value with the bar of its name."""
    sign, bar = BARS[name]
    ok = value <= bar if sign == AT_MOST else value >= bar
    return Figure(name, value, spread, unit, f"{sign} {bar:g}", ok, note)


def told(name: str, values: Sequence[float], *, unit: str, note: str = "") -> Figure:
    """A figure without a bar: the median of rounds."""
    return Figure(name, middle(values), spread(values), unit, None, ok=True, note=note)
