"""The statistics of docs/STATISTICS.md once more, from numpy and scipy alone: nothing of the product is imported here."""

from dataclasses import dataclass

import numpy as np
from scipy import special, stats
from scipy.optimize import brentq

PHI_UNKNOWN = 2 * round(1905 / 1495, 3) - 1  # 1.548
PHI_PRINTED = 1.55


@dataclass(frozen=True)
class Kind:
    """What sort of figure an indicator is."""

    rate: bool
    two_counts: bool = False  # a share a / (a + m)
    printed: bool = False  # the source prints the share itself


def rate_band(n, people, step, phi):
    """Rule 2: exact limits at n - 2 and n + 2, each distance times the root of phi; per 10,000."""
    n, people = np.asarray(n, dtype=float), np.asarray(people, dtype=float)
    h = 2 * step / 5
    low = np.where(n - h > 0, stats.chi2.ppf(0.025, 2 * np.maximum(n - h, 1e-9)) / 2, 0.0)
    high = stats.chi2.ppf(0.975, 2 * (n + h) + 2) / 2
    low, high = np.maximum(n - (n - low) * phi**0.5, 0.0), n + (high - n) * phi**0.5
    return low / people * 1e4, high / people * 1e4


def share_band(a, total, step, phi, *, two_counts):
    """Rule 2 for shares: exact binomial limits at the corners; percent."""
    a, total = np.asarray(a, dtype=float), np.asarray(total, dtype=float)
    h = step / 2
    slack = 0 if two_counts else h
    small = np.maximum(total - slack, np.minimum(a, total))
    large, few, many = total + slack, np.maximum(a - h, 0.0), np.minimum(a + h, small)
    low = np.where(few > 0, stats.beta.ppf(0.025, np.maximum(few, 1e-9), large - few + 1), 0.0)
    high = np.where(many < small, stats.beta.ppf(0.975, many + 1, np.maximum(small - many, 1e-9)), 1.0)
    p = a / total
    return np.maximum(p - (p - low) * phi**0.5, 0.0) * 100, np.minimum(p + (high - p) * phi**0.5, 1.0) * 100


def winsorise(z):
    return np.clip(z, *np.quantile(z, [0.1, 0.9]))


def phi_of(counts, *, rate):
    """Rule 2: counts is {(place, half-year number): (count, base)}; 1.55 when the figures cannot give it."""
    pairs = [
        (when, *counts[place, when - 1], *now)
        for (place, when), now in sorted(counts.items())
        if (place, when - 1) in counts and now[0] >= 20 and counts[place, when - 1][0] >= 20
    ]
    if len(pairs) < 100:
        return PHI_PRINTED
    when, x, people, y, more = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    z = np.empty(len(pairs))
    for one in np.unique(when):
        at = when == one
        old, new = x[at].sum() / people[at].sum(), y[at].sum() / more[at].sum()
        if rate:
            change = np.log((y[at] / more[at]) / (x[at] / people[at])) - np.log(new / old)
            z[at] = change / np.sqrt(1 / x[at] + 1 / y[at])
        else:
            p = (x[at] + y[at]) / (people[at] + more[at])
            change = y[at] / more[at] - x[at] / people[at] - (new - old)
            spread = np.sqrt(p * (1 - p) * (1 / people[at] + 1 / more[at]))
            z[at] = np.divide(change, spread, out=np.zeros_like(change), where=spread > 0)
    return max(1.0, (winsorise(z) ** 2).sum() / (len(z) - len(np.unique(when))))


def verdicts(kind, place, whole, *, phi, part):
    """Rule 4: words and certainties of places (count, base, step) against wholes, without the places when they are parts."""
    x, people, step, y, others, rounding, phi = np.broadcast_arrays(
        *(np.asarray(numbers, dtype=float) for numbers in (*place, *whole, phi))
    )
    if part:
        y, others = y - x, others - people
    known = ~np.isnan(x + people + y + others) & (others > 0) & (y >= 0)
    others = np.where(known, others, np.nan)
    h = step * 2 / 5
    more = rounding * 2 / 5 + (h if part else 0)
    sign = np.sign(x / people - y / others)
    if kind.rate:
        x, y = np.maximum(x - sign * h, 0), np.maximum(y + sign * more, 0)
    else:
        x, y = x - sign * h, y + sign * more
        if not kind.two_counts:
            people, others = people + sign * h, others - sign * more
        x, y = np.clip(x, 0, people), np.clip(y, 0, others)
    apart = known & (sign * (x / people - y / others) > 0)
    p = np.ones(len(x))
    test = _rate_p if kind.rate else _share_p
    for row in np.flatnonzero(apart):
        p[row] = test(x[row], people[row], y[row], others[row], phi[row], sign[row])
    words = np.where(p >= 0.05, "ongeveer gelijk", np.where(sign > 0, "hoger", "lager"))
    sure = np.where(p >= 0.05, np.nan, np.where(p < 0.002, 99.8, 95.0))
    return np.where(known, words, ""), np.where(known, sure, np.nan)


def nowhere(whole, parts):
    """Rule 4: whether more than 5 % of a whole names no municipality; known only when every municipality is counted."""
    parts = np.asarray(parts, dtype=float)
    return bool(len(parts) and not np.isnan(parts).any() and whole > 0 and (whole - parts.sum()) / whole > 0.05)


def _rate_p(x, people, y, others, phi, sign):
    if phi > 1 and x > 0 and y > 0:
        z = abs(np.log((x / people) / (y / others)) / np.sqrt(phi * (1 / x + 1 / y)))
        return 2 * special.ndtr(-z)
    x, y, part = x / phi, y / phi, people / (people + others)
    if sign > 0:  # P(X >= x), written through the beta distribution so that it holds between whole numbers too
        return 2 * stats.beta.cdf(part, x, y + 1) if x > 0 else 2.0
    return 2 * stats.beta.sf(part, x + 1, y) if y > 0 else 2.0


def _share_p(a, ours, b, other, phi, sign):
    if phi > 1:
        p = (a + b) / (ours + other)
        z = abs(a / ours - b / other) / np.sqrt(phi * p * (1 - p) * (1 / ours + 1 / other))
        return 2 * special.ndtr(-z)
    a, ours, b, other = (round(number) for number in (a, ours, b, other))
    law = stats.hypergeom(ours + other, a + b, ours)
    return 2 * (law.sf(a - 1) if sign > 0 else law.cdf(a))


def rank_ranges(count, base, step, phi, value, *, rate, off=0, worlds=10_000, seed=20190101):
    """Rule 9: first and last place of each over simulated worlds, with phi in the spread of every draw.

    The draws are those of the documented seed. ``off`` counts the worlds by which the limits of 2 % are moved: outwards
    when positive.
    """
    count, base, phi = (np.asarray(numbers, dtype=float) for numbers in (count, base, phi))
    rounding = np.asarray(step, dtype=float) ** 2 / 12
    if rate:
        shape = count + 0.5
        root = np.cbrt(shape / base)
        middle, spread = root * (1 - 1 / (9 * shape)), root * np.sqrt(phi * shape + rounding) / (3 * shape)
    else:
        p = (count + 3 / 8) / (base + 3 / 4)
        middle = np.arcsin(np.sqrt(np.clip(p, 0, 1)))
        spread = np.sqrt((phi + rounding / np.maximum(base * p * (1 - p), 1e-9)) / (4 * base + 2))
    if len(count) >= 10:
        between = _between(middle, spread)
        weight, kept = 1 / (spread**2 + between), between / (between + spread**2)
        mean = (weight * middle).sum() / weight.sum()
        middle = mean + kept * (middle - mean)
        spread = np.sqrt(kept * spread**2 + (1 - kept) ** 2 / weight.sum())
    draws = np.random.default_rng(seed).standard_normal((worlds, len(count)), dtype=np.float32)
    ranks = np.empty((worlds, len(count)), dtype=np.int16)
    order = np.argsort(-(middle + spread * draws), axis=1)
    np.put_along_axis(ranks, order, np.arange(1, len(count) + 1, dtype=np.int16)[None, :], axis=1)
    ranks.sort(axis=0)
    return [_with_printed(ranks, value, at=int(worlds * 0.02) - each) for each in (0, off, -off)]


def _with_printed(ranks, value, *, at):
    """Limits with ``at`` worlds beyond them, widened to the place among the printed values and never one place in the middle."""
    best = np.minimum(ranks[at], stats.rankdata(-np.asarray(value), method="min"))
    worst = np.maximum(ranks[-1 - at], stats.rankdata(-np.asarray(value), method="max"))
    alone = (best == worst) & (best > 1) & (worst < ranks.shape[1])
    return best - alone, worst + alone


def _between(middle, spread):
    def excess(tau2):
        weight = 1 / (spread**2 + tau2)
        return (weight * (middle - (weight * middle).sum() / weight.sum()) ** 2).sum() - (len(middle) - 1)

    return brentq(excess, 0.0, middle.var(ddof=1) * 4 + 1e-12) if excess(0.0) > 0 else 0.0


def funnel(count, base, *, rate):
    """Rule 10: phi, tau2, mean, which places fit, their z and '', '95' or '99.8'; None below 30 places of five expected."""
    count, base = np.asarray(count, dtype=float), np.asarray(base, dtype=float)
    p = count.sum() / base.sum()
    fits = base * (p if rate else min(p, 1 - p)) >= 5
    if fits.sum() < 30:
        return None
    count, base = count[fits], base[fits]
    y = np.sqrt(count / base) if rate else np.arcsin(np.sqrt(count / base))
    w = 4 * base
    phi = (winsorise((y - np.average(y, weights=w)) * np.sqrt(w)) ** 2).mean()
    tau2 = max(0.0, (len(y) * phi - (len(y) - 1)) / (w.sum() - (w**2).sum() / w.sum()))
    mean = np.average(y, weights=1 / (1 / w + tau2))
    z = (y - mean) / np.sqrt(1 / w + tau2)
    outside = np.where(np.abs(z) > stats.norm.ppf(0.999), "99.8", np.where(np.abs(z) > stats.norm.ppf(0.975), "95", ""))
    return phi, tau2, (mean**2 if rate else np.sin(mean) ** 2), fits, z, outside


def trend_word(when, count, base, step, *, rate):
    """Rule 8: 'stijging', 'daling' or '' of one unbroken series with enough points."""
    when, count, base = (np.asarray(numbers, dtype=float) for numbers in (when, count, base))
    p = count.sum() / base.sum()
    variance = base * p * (1 if rate else 1 - p) + np.asarray(step, dtype=float) ** 2 / 12
    if p <= 0 or (variance <= 0).any():
        return ""
    weight = base**2 / variance

    def line(use):
        design = np.column_stack([np.ones(use.sum()), when[use]]) * np.sqrt(weight[use])[:, None]
        seen = (count / base)[use] * np.sqrt(weight[use])
        beta = np.linalg.lstsq(design, seen, rcond=None)[0]
        return beta[1], np.linalg.inv(design.T @ design)[1, 1], seen - design @ beta

    everyone = np.ones(len(when), dtype=bool)
    left = line(everyone)[2]
    r = (left[1:] * left[:-1]).sum() / (left**2).sum() if (left**2).sum() > 0 else 0.0
    r = np.clip(r + (2 + 4 * max(r, 0)) / len(when), 0, 0.9)
    signs = set()
    for out in range(-1, len(when)):
        use = everyone if out < 0 else np.arange(len(when)) != out
        slope, spread, left = line(use)
        f = slope**2 / (spread * (left**2).sum() / (use.sum() - 2) * (1 + r) / (1 - r))
        signs.add(np.sign(slope) if f > stats.f.ppf(0.99, 1, use.sum() - 2) else 0)
    return {frozenset({1.0}): "stijging", frozenset({-1.0}): "daling"}.get(frozenset(signs), "")
