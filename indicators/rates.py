"""Rates and shares with the band that rounding and chance give them (STATISTICS rules 1-3).

Two bands are kept apart. Rounding: a count printed in fives stands for anything within 2.5 of it. Chance: the exact
95 % interval of the printed count, Poisson for reports per inhabitants (Garwood 1936), binomial for shares (Clopper
and Pearson 1934). ``low``/``high`` hold both: the exact interval is taken at the two ends of the rounding band. Chance
around the printed count alone would be too narrow, because the count that was really made is hidden by the rounding;
a test shows that it then misses its 95 %. The whole is a minimum: reports are not independent of each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import betaincinv, gammaincinv  # scipy.stats has the same, and costs 60 MB

from data_sources.catalogue.model import IndicatorSpec

PER_10_000 = 10_000
PER_100 = 100
UNCERTAIN_BELOW = 20.0
CONFIDENCE = 0.95
HIGH_CONFIDENCE = 0.998

_NUMBERS = ("count", "base", "value", "rounding_low", "rounding_high", "low", "high")

Array: TypeAlias = npt.NDArray[np.float64]


def garwood(fewest: Array, most: Array, *, confidence: float = CONFIDENCE) -> tuple[Array, Array]:
    """Exact Poisson limits of the mean behind a count somewhere from fewest to most; NaN stays NaN.

    Unit: counts. Source: Garwood (1936), through the quantiles of the gamma distribution.
    """
    tail = (1 - confidence) / 2
    lower = np.where(fewest > 0, _gamma_quantile(np.where(fewest > 0, fewest, 1.0), tail), 0.0)
    upper = _gamma_quantile(most + 1, 1 - tail)
    return np.where(np.isnan(fewest), np.nan, lower), upper


def _gamma_quantile(shape: Array, part: float) -> Array:
    """Looked up once per different shape: counts in fives of thousands of places are a few hundred numbers."""
    different, where = np.unique(shape, return_inverse=True)
    return np.asarray(gammaincinv(different, part)[where], dtype="float64").reshape(shape.shape)


def clopper_pearson(
    fewest: Array, most: Array, *, total_low: Array, total_high: Array, confidence: float = CONFIDENCE
) -> tuple[Array, Array]:
    """Exact binomial limits of the proportion when count and total both lie in a range; unit: 0 to 1.

    The lower limit takes the fewest of the largest total, the upper the most of the smallest.
    Source: Clopper and Pearson (1934), through the beta quantiles.
    """
    tail = (1 - confidence) / 2
    rest_low, rest_high = total_high - fewest, total_low - most
    lower = np.where(fewest > 0, betaincinv(np.maximum(fewest, 1e-9), np.maximum(rest_low, 0) + 1, tail), 0.0)
    upper = np.where(rest_high > 0, betaincinv(most + 1, np.maximum(rest_high, 1e-9), 1 - tail), 1.0)
    unknown = np.isnan(fewest) | np.isnan(total_low)
    return np.where(unknown, np.nan, lower), np.where(unknown, np.nan, upper)


def rate_per_10_000(
    count: pd.Series[float], population: pd.Series[float], *, rounding: pd.Series[float], confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Rate with the band of rounding and of chance. A missing count or population stays missing, never zero.

    ``rounding`` is the width of the step the source rounds to (5, or 0 for exact sources; five times the number of
    parts for a sum). Returns value, rounding_low, rounding_high, chance_low, chance_high, low, high, with the index of
    ``count``; unit: per 10 000 inhabitants. Source of the interval: Garwood (1936), through the quantiles of the gamma distribution.
    """
    n, base, half = _arrays(count, population, rounding)
    fewest, most = np.maximum(n - half, 0), n + half
    scale = PER_10_000 / base
    chance, both = garwood(n, n, confidence=confidence), garwood(fewest, most, confidence=confidence)
    return _frame(count.index, n, (fewest, most), chance, both, scale=scale)


def share_percent(
    count: pd.Series[float], total: pd.Series[float], *, rounding: pd.Series[float], confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Share of a total with the band of rounding (of both counts) and of chance; same columns, unit: percent.

    Count and total come from one table and share its rounding step. Source of the interval: Clopper and Pearson (1934).
    """
    n, whole, half = _arrays(count, total, rounding)
    whole = np.where(np.isnan(n), np.nan, whole)
    ends = _share_range(n, whole, half)
    most, total_low = ends["most"], ends["total_low"]
    ceiling = np.divide(most, total_low, out=np.where(np.isnan(n), np.nan, 1.0), where=total_low > 0)
    chance = clopper_pearson(n, n, total_low=whole, total_high=whole, confidence=confidence)
    both = clopper_pearson(**ends, confidence=confidence)
    floor = ends["fewest"] / ends["total_high"]
    return _frame(count.index, n / whole, (floor, ceiling), chance, both, scale=np.full(n.shape, 100.0))


def _share_range(n: Array, whole: Array, half: Array) -> dict[str, Array]:
    """The ends of the rounding bands of a count and its total, as ``clopper_pearson`` takes them."""
    whole = np.where(np.isnan(n), np.nan, whole)
    total_low = np.maximum(whole - half, np.minimum(n, whole))
    return {
        "fewest": np.maximum(n - half, 0),
        "most": np.minimum(n + half, total_low),
        "total_low": total_low,
        "total_high": whole + half,
    }


def published_share(share: pd.Series[float], *, rounding: pd.Series[float]) -> pd.DataFrame:
    """Share that the source prints itself: only the band of its own rounding; chance is unknown and stays missing."""
    value, half = _array(share), _array(rounding) / 2
    unknown: Array = np.full(value.shape, np.nan)
    band = (np.maximum(value - half, 0), np.minimum(value + half, PER_100))
    return _frame(share.index, value, band, (unknown, unknown), band, scale=np.ones(value.shape))


def at_confidence(values: pd.DataFrame, *, spec: IndicatorSpec, confidence: float) -> pd.DataFrame:
    """Columns ``low`` and ``high`` of IndicatorValue rows at another confidence; rounding is kept as it is.

    A share as published has no chance part, so its band stays the rounding band at every confidence.
    """
    low, high = limits_at(_numbers(values), spec=spec, confidence=confidence)
    return pd.DataFrame({"low": low, "high": high}, index=values.index)


def limits_at(numbers: Mapping[str, Array], *, spec: IndicatorSpec, confidence: float) -> tuple[Array, Array]:
    """The same of plain columns by name, for who holds one row or asks often."""
    if spec.share_as_published:
        return numbers["low"], numbers["high"]
    n, base, half = _usable(numbers["count"], numbers["base"], _step(numbers, spec=spec) / 2)
    if spec.per == PER_10_000:
        limits = garwood(np.maximum(n - half, 0), n + half, confidence=confidence)
        scale = PER_10_000 / base
    else:
        limits = clopper_pearson(**_share_range(n, base, half), confidence=confidence)
        scale = np.full(n.shape, 100.0)
    known = ~np.isnan(numbers["value"])
    low, high = (np.where(known, limit * scale, np.nan) for limit in limits)
    return low, high


def rounding_step(values: pd.DataFrame, *, spec: IndicatorSpec) -> pd.Series[float]:
    """Width of the rounding step behind IndicatorValue rows, read back from their rounding band; unit: counts."""
    return pd.Series(_step(_numbers(values), spec=spec), index=values.index)


def _step(numbers: Mapping[str, Array], *, spec: IndicatorSpec) -> Array:
    count, base, top = numbers["count"], numbers["base"], numbers["rounding_high"] / spec.per
    if spec.per == PER_10_000:
        return 2 * (top * base - count)
    bottom = numbers["rounding_low"] / spec.per
    from_top, from_bottom = 2 * (top * base - count) / (1 + top), 2 * (count - bottom * base) / (1 + bottom)
    cut_off = np.where(bottom > 0, from_bottom, spec.rounding)  # both ends lie at the ends of the scale: as declared
    return np.where(top < 1, from_top, cut_off)


def _numbers(values: pd.DataFrame) -> Mapping[str, Array]:
    return {name: _array(values[name]) for name in _NUMBERS if name in values}


def _array(values: pd.Series[float]) -> Array:
    return np.asarray(values.to_numpy(dtype="float64", na_value=np.nan), dtype="float64")


def _arrays(count: pd.Series[float], base: pd.Series[float], rounding: pd.Series[float]) -> tuple[Array, Array, Array]:
    return _usable(_array(count), _array(base), _array(rounding) / 2)


def _usable(n: Array, whole: Array, half: Array) -> tuple[Array, Array, Array]:
    """Count, what it is divided by and half a rounding step; a count without the other two is missing."""
    whole = np.where(whole > 0, whole, np.nan)
    return np.where(np.isnan(whole) | np.isnan(half), np.nan, n), whole, np.maximum(half, 0)


def _frame(
    index: pd.Index[Any],
    value: Array,
    rounding: tuple[Array, Array],
    chance: tuple[Array, Array],
    both: tuple[Array, Array],
    *,
    scale: Array,
) -> pd.DataFrame:
    columns = {
        "value": value,
        "rounding_low": rounding[0],
        "rounding_high": rounding[1],
        "chance_low": chance[0],
        "chance_high": chance[1],
        "low": both[0],
        "high": both[1],
    }
    return pd.DataFrame({name: column * scale for name, column in columns.items()}, index=index)
