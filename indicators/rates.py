"""Rates and shares with the band that rounding and chance give them (STATISTICS rules 1-3).

Rounding: a count printed in fives stands for the five whole numbers from two below to two above it. Chance: the exact
95 % limits, Poisson for reports per inhabitants (Garwood 1936), binomial for shares (Clopper and Pearson 1934), and the
distance of each limit from the figure times the root of the dispersion phi, because reports are not independent of each
other (indicators.dispersion). ``low``/``high`` hold both: the limits are taken at the two ends of the rounding band.
Chance round the printed count alone would be too narrow; a test shows that it then misses its 95 %.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from indicators.quantiles import betaincinv, gammaincinv

PER_10_000 = 10_000
PER_100 = 100
UNCERTAIN_BELOW = 20.0
CONFIDENCE = 0.95
UNKNOWN_DISPERSION = 1.55  # 2m - 1 with m reports per case: CBS, Drenthe 2023, 1,905 reports in 1,495 cases
_WHOLE_NUMBERS = 2 / 5  # of a step of five: 48, 49, 50, 51 and 52 are printed as 50

Array: TypeAlias = npt.NDArray[np.float64]
Bands: TypeAlias = dict[str, Array]
"""A figure and its bands by the name of their column."""


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


def widened(centre: Array, limits: tuple[Array, Array], *, dispersion: Array | float) -> tuple[Array, Array]:
    """Limits at the root of phi times their distance from the figure; never below zero."""
    root = np.sqrt(dispersion)
    low, high = limits
    return np.maximum(centre - (centre - low) * root, 0), centre + (high - centre) * root


def reach(rounding: Array) -> Array:
    """How far the count that was made can lie from the printed one: 2 for fives, 0 for exact sources; unit: counts."""
    return rounding * _WHOLE_NUMBERS


def rate_per_10_000(
    count: pd.Series[float],
    population: pd.Series[float],
    *,
    rounding: pd.Series[float],
    dispersion: float = UNKNOWN_DISPERSION,
) -> pd.DataFrame:
    """Rate with the band of rounding and of chance. A missing count or population stays missing, never zero.

    ``rounding`` is the width of the step the source rounds to (5, or 0 for exact sources; five times the number of
    parts for a sum), ``dispersion`` the phi of the indicator. Returns value, rounding_low, rounding_high, chance_low,
    chance_high, low, high, and the rounding and dispersion they rest on, with the index of ``count``; unit: per 10 000
    inhabitants. Source of the limits: Garwood (1936), through the quantiles of the gamma distribution.
    """
    bands = _rate(_array(count), _array(population), _array(rounding), dispersion=dispersion)
    return pd.DataFrame(bands, index=count.index)


def _rate(count: Array, population: Array, rounding: Array, *, dispersion: float) -> Bands:
    n, base, step = _usable(count, population, rounding)
    fewest, most = np.maximum(n - reach(step), 0), n + reach(step)
    chance, both = (widened(n, garwood(*ends), dispersion=dispersion) for ends in ((n, n), (fewest, most)))
    bands = _bands(n, (fewest, most), chance, both, scale=PER_10_000 / base)
    return _resting_on(bands, step, dispersion=dispersion)


def share_percent(
    count: pd.Series[float],
    total: pd.Series[float],
    *,
    rounding: pd.Series[float],
    dispersion: float = UNKNOWN_DISPERSION,
    of_two_counts: bool = False,
) -> pd.DataFrame:
    """Share of a total with the band of rounding and of chance; same columns, unit: percent.

    Count and total come from one table and share its rounding step. ``of_two_counts`` says that the total is the sum of
    the count and another count, a / (a + m): what rounding gives to one it may take from the other, so the corners are
    (a - half) / (a + m) and (a + half) / (a + m). Source of the limits: Clopper and Pearson (1934).
    """
    numbers = (_array(count), _array(total), _array(rounding))
    return pd.DataFrame(_share(*numbers, dispersion=dispersion, of_two_counts=of_two_counts), index=count.index)


def _share(count: Array, total: Array, rounding: Array, *, dispersion: float, of_two_counts: bool) -> Bands:
    n, whole, step = _usable(count, total, rounding)
    ends = _share_range(n, whole, step / 2, of_two_counts=of_two_counts)
    most, total_low = ends["most"], ends["total_low"]
    ceiling = np.divide(most, total_low, out=np.where(np.isnan(n), np.nan, 1.0), where=total_low > 0)
    share = n / whole
    limits = (
        clopper_pearson(n, n, total_low=whole, total_high=whole),
        clopper_pearson(ends["fewest"], most, total_low=total_low, total_high=ends["total_high"]),
    )
    chance, both = (
        (low, np.minimum(high, 1)) for low, high in (widened(share, pair, dispersion=dispersion) for pair in limits)
    )
    floor = ends["fewest"] / ends["total_high"]
    bands = _bands(share, (floor, ceiling), chance, both, scale=np.full(n.shape, 100.0))
    return _resting_on(bands, step, dispersion=dispersion)


def _share_range(n: Array, whole: Array, half: Array, *, of_two_counts: bool) -> dict[str, Array]:
    """The ends of the rounding bands of a count and its total, as ``clopper_pearson`` takes them."""
    whole = np.where(np.isnan(n), np.nan, whole)
    slack = np.zeros_like(half) if of_two_counts else half
    total_low = np.maximum(whole - slack, np.minimum(n, whole))
    return {
        "fewest": np.maximum(n - half, 0),
        "most": np.minimum(n + half, total_low),
        "total_low": total_low,
        "total_high": whole + slack,
    }


def of_counts(
    count: pd.Series[float],
    base: pd.Series[float],
    *,
    spec: IndicatorSpec,
    rounding: pd.Series[float],
    dispersion: float,
) -> pd.DataFrame:
    """The rate or the share of an indicator, with its bands."""
    bands = bands_of_counts(_array(count), _array(base), spec=spec, rounding=_array(rounding), dispersion=dispersion)
    return pd.DataFrame(bands, index=count.index)


def bands_of_counts(count: Array, base: Array, *, spec: IndicatorSpec, rounding: Array, dispersion: float) -> Bands:
    """The columns of ``of_counts`` as arrays: of a few figures a table costs more than what stands in it."""
    if spec.is_rate:
        return _rate(count, base, rounding, dispersion=dispersion)
    two = spec.complement is not None
    return _share(count, base, rounding, dispersion=dispersion, of_two_counts=two)


def published_share(
    share: pd.Series[float],
    *,
    rounding: pd.Series[float],
    counted: pd.DataFrame | None = None,
    dispersion: float = UNKNOWN_DISPERSION,
) -> pd.DataFrame:
    """Share that the source prints itself; same columns, unit: percent.

    ``counted`` holds the count behind it, what it is a share of and their rounding step (count, base, count_rounding).
    Where they are known the band is that of those counts. Where they are not, only the rounding of the print is known:
    chance stays missing, and so do the two columns the band rests on.
    """
    value, half = _array(share), _array(rounding) / 2
    unknown: Array = np.full(value.shape, np.nan)
    band = (np.maximum(value - half, 0), np.minimum(value + half, PER_100))
    columns = _bands(value, band, (unknown, unknown), band, scale=np.ones(value.shape))
    printed = pd.DataFrame(columns, index=share.index).assign(rounding=np.nan, dispersion=np.nan)
    if counted is None:
        return printed
    count, base, step = (counted[name] for name in ("count", "base", "count_rounding"))
    known = share_percent(count, base, rounding=step, dispersion=dispersion).assign(value=share)
    return known.where(known["low"].notna() & share.notna(), printed)


def _resting_on(bands: Bands, step: Array, *, dispersion: float) -> Bands:
    known = ~np.isnan(bands["low"])
    return {
        **bands, "rounding": np.where(known, step, np.nan), "dispersion": np.where(known, dispersion, np.nan)
    }  # fmt: skip


def _array(values: pd.Series[float]) -> Array:
    return np.asarray(values.to_numpy(dtype="float64", na_value=np.nan), dtype="float64")


def _usable(n: Array, whole: Array, step: Array) -> tuple[Array, Array, Array]:
    """Count, what it is divided by and its rounding step; a count without the other two is missing."""
    whole = np.where(whole > 0, whole, np.nan)
    return np.where(np.isnan(whole) | np.isnan(step), np.nan, n), whole, np.maximum(step, 0)


def _bands(
    value: Array,
    rounding: tuple[Array, Array],
    chance: tuple[Array, Array],
    both: tuple[Array, Array],
    *,
    scale: Array,
) -> Bands:
    columns = {
        "value": value,
        "rounding_low": rounding[0],
        "rounding_high": rounding[1],
        "chance_low": chance[0],
        "chance_high": chance[1],
        "low": both[0],
        "high": both[1],
    }
    return {name: column * scale for name, column in columns.items()}
