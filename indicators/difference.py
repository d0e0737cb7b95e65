"""Test of the difference between two counted figures, over everything rounding leaves open (STATISTICS rule 4).

The corner of rounding at which the two lie least far apart decides: only a difference that is there in every corner is a
difference. Rates: the logarithm of the rate ratio against the root of phi (1/x + 1/y), and the exact conditional binomial
where phi is 1. Shares: two proportions against their pooled one, and Fisher's exact test where phi is 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.quantiles import betainc, gammaln, ndtr
from indicators.rates import Array, reach

_NEGLIGIBLE = 1e-14
_MOST_TERMS = 20_000


@dataclass(frozen=True)
class Counts:
    """Counts of some places: ``count`` of ``base`` (inhabitants, or the total of a share), rounded in steps."""

    count: Array
    base: Array
    rounding: Array


def rate_difference(
    mine: Counts, theirs: Counts, *, dispersion: Array | float, part: Array | bool = False
) -> tuple[Array, Array]:
    """Two-sided p of the difference in rate, and its sign (1 mine is higher); p is 1 where rounding alone explains it.

    ``part`` says that mine is a part of theirs and is taken out first. Unknown counts give p NaN.
    """
    x, y, other = _apart(mine, theirs, part=part)
    sign = np.sign(x / mine.base - y / other)
    # What rounding adds to mine it takes from the rest when mine is a part, so both move the same way.
    slack = reach(mine.rounding)
    x = np.maximum(x - sign * slack, 0)
    y = np.maximum(y + sign * (reach(theirs.rounding) + np.where(part, slack, 0)), 0)
    same = sign * (x / mine.base - y / other) <= 0
    p = np.where(np.asarray(dispersion) > 1, _rate_p(x, y, mine.base, other, phi=dispersion), 1.0)
    exact = np.asarray(dispersion) <= 1
    if exact.any():
        p = np.where(exact, _conditional(x, y, mine.base, other, sign), p)
    p = np.where(same, 1.0, np.minimum(p, 1.0))
    return np.where(np.isnan(x + y + mine.base + other), np.nan, p), np.where(same, 0.0, sign)


def share_difference(
    mine: Counts, theirs: Counts, *, dispersion: Array | float, part: Array | bool = False, of_two_counts: bool = False
) -> tuple[Array, Array]:
    """The same for two shares; ``of_two_counts`` as in ``indicators.rates.share_percent``."""
    a, b, total = _apart(mine, theirs, part=part)
    sign = np.sign(a / mine.base - b / total)
    slack, more = reach(mine.rounding), reach(theirs.rounding)
    more = more + np.where(part, slack, 0)
    a, b = a - sign * slack, b + sign * more
    ours, other = mine.base, total
    if not of_two_counts:
        ours, other = ours + sign * slack, other - sign * more
    a, b = np.clip(a, 0, ours), np.clip(b, 0, other)
    same = sign * (a / ours - b / other) <= 0
    pooled = (a + b) / (ours + other)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (a / ours - b / other) / np.sqrt(dispersion * pooled * (1 - pooled) * (1 / ours + 1 / other))
    p = 2 * ndtr(-np.abs(z))
    exact = (np.asarray(dispersion) <= 1) & ~same & np.isfinite(z)
    if exact.any():
        p = np.array(np.broadcast_to(p, exact.shape))
        whole = [np.rint(np.broadcast_to(number, exact.shape)[exact]) for number in (a, ours, b, other, sign)]
        p[exact] = _fisher(*whole)
    p = np.where(same, 1.0, np.minimum(p, 1.0))
    return np.where(np.isnan(a + b + ours + other), np.nan, p), np.where(same, 0.0, sign)


def _apart(mine: Counts, theirs: Counts, *, part: Array | bool) -> tuple[Array, Array, Array]:
    """My count, their count and what theirs is of, without me where I am a part of them."""
    y = theirs.count - np.where(part, mine.count, 0)
    other = theirs.base - np.where(part, mine.base, 0)
    nothing = ~(other > 0) | (y < 0)  # the totals of two tables may differ: nothing is left to compare with
    return mine.count, np.where(nothing, np.nan, y), np.where(nothing, np.nan, other)


def _rate_p(x: Array, y: Array, people: Array, others: Array, *, phi: Array | float) -> Array:
    """Normal approximation; where a count is zero its logarithm does not exist, and counts over phi are tested exactly."""
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.log((x / people) / (y / others)) / np.sqrt(phi * (1 / x + 1 / y))
    p = 2 * ndtr(-np.abs(z))
    none = (x <= 0) | (y <= 0)
    sign = np.sign(x / people - y / others)
    return np.where(none, _conditional(x / phi, y / phi, people, others, sign), p)


def _conditional(x: Array, y: Array, people: Array, others: Array, sign: Array) -> Array:
    """Twice the tail of x out of x + y, when each counted thing falls to me by my part of the inhabitants."""
    part = people / (people + others)
    upper = np.where(x > 0, betainc(np.maximum(x, 1e-300), y + 1, part), 1.0)
    lower = np.where(y > 0, betainc(np.maximum(y, 1e-300), x + 1, 1 - part), 1.0)
    return np.asarray(2 * np.where(sign > 0, upper, lower), dtype="float64")


def _fisher(a: Array, ours: Array, b: Array, other: Array, sign: Array) -> Array:
    """Twice the tail of the hypergeometric distribution beyond a, on the side of the sign."""
    low = sign < 0  # the lower tail of a is the upper tail of what is not counted
    a, b = np.where(low, ours - a, a), np.where(low, other - b, b)
    total, counted = ours + other, a + b
    term = np.exp(_log_choose(ours, a) + _log_choose(other, b) - _log_choose(total, counted))
    tail, k, left = term.copy(), a.copy(), b.copy()
    for _ in range(_MOST_TERMS):
        term = term * (ours - k) * left / ((k + 1) * (other - left + 1))
        tail += term
        k, left = k + 1, left - 1
        if not (term > _NEGLIGIBLE * tail).any():
            break
    return 2 * tail


def _log_choose(n: Array, k: Array) -> Array:
    return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1), dtype="float64")
