"""Ranks that admit they are ranges: where a place stands in 10,000 simulated worlds (STATISTICS rule 9).

Per world every place draws a rate from what its count leaves open: gamma with Jeffreys' half, through the cube root of
Wilson and Hilferty (1931), on which a draw is linear in a normal number and the order is kept; the dispersion of the
indicator widens its spread and the rounding of the source adds to it. Shares draw on the arcsine scale. Draws round the counts as they are would spread the places wider
than the truth and miss the promise of 95 % (a test counts that), so each place is first drawn towards the mean of all by
as much as chance explains its distance (Goldstein and Spiegelhalter 1996). The range also holds the place in the row of
printed values, so that a sorted table never contradicts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from indicators import rates

WORLDS = 10_000
SEED = 20190101
COVERAGE = 0.96  # a little above the promise, for what the estimate of the spread leaves open
_FEWEST_TO_SHRINK = 10  # fewer places do not tell how far places differ
_CHUNK = 2_500  # worlds sorted at once: fits the cache of one core
_INDEX_BITS = 9  # 512 places in the low bits of a sort key
_VALUE_STEPS = float(2 ** (32 - _INDEX_BITS) - 2)


class TooManyPlacesError(ValueError):
    """More places than a sort key can hold."""


@dataclass(frozen=True)
class RankRange:
    """Between which places a place stands, 1 the highest value; ``of`` counts the places with a figure."""

    region: str
    best: int
    worst: int
    of: int


def rank_ranges(values: pd.DataFrame, *, spec: IndicatorSpec, worlds: int = WORLDS, seed: int = SEED) -> pd.DataFrame:
    """Columns ``rank_best``, ``rank_worst``, ``rank_of`` (whole numbers as floats) on the index of IndicatorValue rows.

    Periods are ranked apart. Rows without a value or without a known count have no rank: how much chance there is in
    them is not known. One place alone has no rank either. A range of one place in the middle also holds the places next
    to it. The same rows and seed give the same ranges. Raises TooManyPlacesError.
    """
    ranges = np.full((len(values), 3), np.nan)
    known = (values["value"].notna() & values["count"].notna() & values["base"].notna()).to_numpy()
    if known.any():
        codes = values["period"].astype("str").to_numpy()
        sizes = [int((codes[known] == code).sum()) for code in np.unique(codes)]
        draws = _draws(worlds, max(sizes), seed)
        middle, spread = _scale(values, spec=spec)
        for period in np.unique(codes):
            here = np.flatnonzero(known & (codes == period))
            if len(here) > 1:
                best, worst = _range(*shrunk(middle[here], spread[here]), draws[:, : len(here)])
                printed = values["value"].iloc[here].astype("float64")
                best = np.minimum(best, printed.rank(method="min", ascending=False).to_numpy())
                worst = np.maximum(worst, printed.rank(method="max", ascending=False).to_numpy())
                alone = (best == worst) & (best > 1) & (worst < len(here))
                ranges[here] = np.column_stack([best - alone, worst + alone, np.full(len(here), len(here))])
    return pd.DataFrame(ranges, index=values.index, columns=["rank_best", "rank_worst", "rank_of"])


def rank_range(ranks: pd.DataFrame, values: pd.DataFrame) -> Mapping[str, RankRange]:
    """Range per region of one period, for the places that have one; ``ranks`` as `rank_ranges` made it."""
    known = ranks["rank_of"].notna()
    numbers = ranks[known].astype("int64").to_numpy().tolist()
    regions = values.loc[known, "region"].astype("str")
    return {
        region: RankRange(region, best, worst, of) for region, (best, worst, of) in zip(regions, numbers, strict=True)
    }


def _draws(worlds: int, places: int, seed: int) -> npt.NDArray[np.float32]:
    if places >= 2**_INDEX_BITS:
        msg = f"{places} places in one ranking; at most {2**_INDEX_BITS - 1}"
        raise TooManyPlacesError(msg)
    return np.random.default_rng(seed).standard_normal((worlds, places), dtype=np.float32)


def _scale(values: pd.DataFrame, *, spec: IndicatorSpec) -> tuple[rates.Array, rates.Array]:
    """Middle and spread of each place on a scale where draws are normal and the order is that of the values."""
    columns = ("count", "base", "rounding", "dispersion")
    count, base, step, phi = (values[column].to_numpy(dtype="float64") for column in columns)
    rounding_variance = step**2 / 12
    if spec.per == rates.PER_100:
        share = (count + 3 / 8) / (base + 3 / 4)
        slack = rounding_variance / np.maximum(base * share * (1 - share), 1e-9)
        return np.arcsin(np.sqrt(np.clip(share, 0, 1))), np.sqrt((phi + slack) / (4 * base + 2))
    shape = count + 0.5
    root = np.cbrt(shape / base)
    return root * (1 - 1 / (9 * shape)), root * np.sqrt(phi * shape + rounding_variance) / (3 * shape)


def shrunk(middle: rates.Array, spread: rates.Array) -> tuple[rates.Array, rates.Array]:
    """Middle and spread drawn towards the mean of all places, by the share of the distance that chance explains.

    The between-place variance is that of Paule and Mandel (1982): the one at which the weighted squares are as large as
    chance makes them; 0 when they are not larger.
    """
    if len(middle) < _FEWEST_TO_SHRINK:
        return middle, spread
    from scipy.optimize import brentq  # large, and only ranks and funnel need it

    between = 0.0
    if _excess(middle, spread, 0.0) > 0:
        top = float(middle.var(ddof=1)) * 4 + 1e-12
        between = (
            float(brentq(lambda tau2: _excess(middle, spread, tau2), 0.0, top))
            if (_excess(middle, spread, top) < 0)
            else top
        )
    weight = 1 / (spread**2 + between)
    mean = (weight * middle).sum() / weight.sum()
    reliability = between / (between + spread**2)
    return mean + reliability * (middle - mean), np.sqrt(
        reliability * spread**2 + (1 - reliability) ** 2 / weight.sum()
    )


def _excess(middle: rates.Array, spread: rates.Array, between: float) -> float:
    weight = 1 / (spread**2 + between)
    mean = (weight * middle).sum() / weight.sum()
    return float((weight * (middle - mean) ** 2).sum() - (len(middle) - 1))


def _range(
    middle: rates.Array, spread: rates.Array, draws: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Best and worst rank per place over the worlds.

    A world is sorted once: value in the high bits of an integer, place in the low ones. Lowest value first, so the
    position from the end is the rank.
    """
    places = len(middle)
    floor = float((middle - 7 * spread).min())
    scale = _VALUE_STEPS / max(float((middle + 7 * spread).max()) - floor, 1e-12)
    shift, stretch = ((middle - floor) * scale).astype(np.float32), (spread * scale).astype(np.float32)
    numbers = np.arange(places, dtype=np.uint32)
    width = 2**_INDEX_BITS
    seen = np.zeros(places * width, dtype=np.int64)
    for start in range(0, len(draws), _CHUNK):
        keys = draws[start : start + _CHUNK] * stretch
        keys += shift
        packed = np.clip(keys, 0, np.float32(_VALUE_STEPS)).astype(np.uint32)
        packed <<= _INDEX_BITS
        packed |= numbers
        packed.sort(axis=1)
        packed &= width - 1
        packed += numbers * width
        seen += np.bincount(packed.ravel(), minlength=places * width)
    by_rank = seen.reshape(places, width)[::-1, :places]  # row 0: how often each place was highest
    below = by_rank.cumsum(axis=0) / len(draws)
    tail = (1 - COVERAGE) / 2
    best = (below <= tail).sum(axis=0) + 1
    worst = (below < 1 - tail).sum(axis=0) + 1
    return best.astype("int64"), np.minimum(worst, places).astype("int64")
