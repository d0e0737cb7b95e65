"""Dispersion phi: how much more counts of one place vary than chance alone would make them (STATISTICS rule 2).

One family gives several reports, so reports are not independent. Phi is measured on consecutive half-years of
municipalities: the mean square of their changes, each divided by what chance alone allows, after taking out the change of
all together. The ends are pulled in (winsorised), so that one place with another way of working does not set it.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.period import Period
from indicators.rates import UNCERTAIN_BELOW, UNKNOWN_DISPERSION, Array

WINSORISED = 0.10
FEWEST_CHANGES = 100  # with fewer changes phi itself is off by more than a seventh


@dataclass(frozen=True)
class Dispersion:
    """Phi of one indicator in one data version."""

    phi: float  # at least 1
    changes: int  # between consecutive half-years, on which it rests; 0 when the figures cannot give it
    places: int  # municipalities those changes are of

    @property
    def measured(self) -> bool:
        """Whether the figures of this version gave it; else it is the one of reports per case."""
        return self.changes > 0


UNKNOWN = Dispersion(UNKNOWN_DISPERSION, changes=0, places=0)


def dispersion(rows: pd.DataFrame, *, share: bool) -> Dispersion:
    """Phi from counts of municipalities per half-year; columns region, period (code), count, base.

    UNKNOWN when there are fewer than FEWEST_CHANGES changes with at least 20 reports on both sides.
    """
    changes = _changes(rows)
    if len(changes) < FEWEST_CHANGES:
        return UNKNOWN
    columns = ("count", "base", "count_before", "base_before")
    new, people, old, people_before = (changes[name].to_numpy(dtype="float64") for name in columns)
    step, when = np.unique(changes["when"].to_numpy(), return_inverse=True)

    def together(numbers: Array) -> Array:
        return np.asarray(np.bincount(when, weights=numbers), dtype="float64")[when]

    all_new, all_old = together(new) / together(people), together(old) / together(people_before)
    if share:
        pooled = (new + old) / (people + people_before)
        spread = np.sqrt(pooled * (1 - pooled) * (1 / people + 1 / people_before))
        change = new / people - old / people_before - (all_new - all_old)
    else:
        spread = np.sqrt(1 / new + 1 / old)
        change = np.log(new / people) - np.log(old / people_before) - np.log(all_new / all_old)
    z = np.divide(change, spread, out=np.zeros_like(change), where=spread > 0)
    squares = winsorised(z) ** 2
    phi = float(squares.sum() / (len(z) - len(step)))
    return Dispersion(max(1.0, phi), changes=len(z), places=int(changes["region"].nunique()))


def winsorised(z: Array) -> Array:
    """Numbers with a tenth at each end pulled in to the limit of that tenth."""
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return np.clip(z, low, high)


def _changes(rows: pd.DataFrame) -> pd.DataFrame:
    """Each half-year with enough reports beside the half-year before it, of the same place."""
    enough = rows[(rows["count"] >= UNCERTAIN_BELOW) & (rows["base"] > 0)]
    period = enough["period"].astype("str")
    enough = enough[["region", "count", "base"]].assign(
        region=enough["region"].astype("str"),
        when=[2 * each.calendar_year + each.number for each in map(Period.from_code, period)],
    )
    before = enough.assign(when=enough["when"] + 1)
    return enough.merge(before, on=["region", "when"], suffixes=("", "_before"))


_KEPT: dict[int, tuple[weakref.ref[pd.DataFrame], dict[str, Dispersion]]] = {}


def measured_before(observations: pd.DataFrame) -> dict[str, Dispersion]:
    """What was measured before in these observations, by id of the indicator; goes when the observations go."""
    number = id(observations)
    entry = _KEPT.get(number)
    if entry is None or entry[0]() is not observations:
        entry = weakref.ref(observations, lambda _: _KEPT.pop(number, None)), {}
        _KEPT[number] = entry
    return entry[1]
