"""Funnel: value against size, with limits round the mean that allow for over-dispersion (STATISTICS rule 10).

After Spiegelhalter (2005, Statistics in Medicine and Quality and Safety in Health Care) on the square-root scale, where
the spread of chance does not depend on the value: standard error 1 / (2 sqrt(base)), arcsine for shares. The z-scores are
winsorised at 10 % on each side and phi is their mean square: 0.68 where there is chance alone. Reports vary between places
by far more than chance and do so as much for large places as for small ones, so a between-place variance tau2 is added to
the variance of chance (the additive model), and the limits stand round the mean that goes with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from indicators import rates
from indicators.dispersion import winsorised
from indicators.quantiles import ndtri

WINSORISED = 0.10
Z_95 = float(ndtri(0.975))
Z_998 = float(ndtri(0.999))
_EDGE = float(ndtri(1 - WINSORISED))
_DENSITY = math.exp(-(_EDGE**2) / 2) / math.sqrt(2 * math.pi)
PHI_OF_CHANCE = 2 * WINSORISED * _EDGE**2 + (1 - 2 * WINSORISED) - 2 * _EDGE * _DENSITY  # 0.68
FEWEST_PLACES = 30
FEWEST_EXPECTED = 5.0  # counts; below it the square root is not normal enough
MEAN = "het gemiddelde van deze plaatsen"
_CURVE_POINTS = 80


class NoFunnelError(ValueError):
    """A funnel cannot be drawn; the Dutch message says why."""


@dataclass(frozen=True)
class Funnel:
    """Everything a funnel chart shows; values in the unit of the indicator, sizes in what it divides by."""

    target: float  # the random-effects mean
    target_name: str
    phi: float  # over-dispersion: mean square of the winsorised z-scores, against PHI_OF_CHANCE for chance alone
    tau2: float  # between-place variance that is added, on the transformed scale; 0 when phi is no more than chance
    too_small: int  # places left out, because fewer than five were expected there
    # region, size, value, uncertain, z (corrected), outside: '', '95' or '99.8', side: 'hoger'/'lager'/''
    places: pd.DataFrame
    curve: pd.DataFrame  # size, low_95, high_95, low_998, high_998


def funnel(values: pd.DataFrame, *, spec: IndicatorSpec) -> Funnel:
    """Funnel of the IndicatorValue rows of one period.

    Places where fewer than five are expected are left out. Raises NoFunnelError for shares without a known count and for
    fewer than thirty places that are left.
    """
    known = values[values["value"].notna()]
    rows = known[known["count"].notna() & known["base"].notna()]
    if len(known) >= FEWEST_PLACES > len(rows):
        msg = "Van dit gedrukte percentage is niet bekend waaruit het is berekend. Daarom is er geen trechter."
        raise NoFunnelError(msg)
    rows = rows[_expected(rows, share=not spec.is_rate) >= FEWEST_EXPECTED] if len(rows) else rows
    if len(rows) < FEWEST_PLACES:
        msg = (
            "Er zijn te weinig plaatsen met een cijfer dat groot genoeg is voor een trechter "
            f"({len(rows)}, nodig: {FEWEST_PLACES})."
        )
        raise NoFunnelError(msg)
    share = not spec.is_rate
    size = rows["base"].to_numpy(dtype="float64")
    transformed = _transform(rows["count"].to_numpy(dtype="float64") / size, share=share)
    chance = 1 / (4 * size)
    phi, tau2 = over_dispersion(transformed, chance)
    middle = _mean(transformed, 1 / (chance + tau2))
    corrected = (transformed - middle) / np.sqrt(chance + tau2)
    sizes = np.geomspace(size.min() * 0.9, size.max() * 1.1, _CURVE_POINTS)
    limits = {
        f"{side}_{name}": _back(middle + sign * z * np.sqrt(1 / (4 * sizes) + tau2), share=share) * spec.per
        for name, z in (("95", Z_95), ("998", Z_998))
        for side, sign in (("low", -1), ("high", 1))
    }
    far = np.abs(corrected)
    outside = np.where(far > Z_998, "99.8", np.where(far > Z_95, "95", ""))
    places = pd.DataFrame(
        {
            "region": rows["region"].astype("str").to_numpy(),
            "size": size,
            "value": rows["value"].to_numpy(dtype="float64"),
            "uncertain": rows["uncertain"].to_numpy(dtype=bool),
            "z": corrected,
            "outside": outside,
            "side": np.where(outside == "", "", np.where(corrected > 0, "hoger", "lager")),
        }
    )
    target = float(_back(np.array([middle]), share=share)[0]) * spec.per
    left_out = len(known) - len(rows)
    return Funnel(target, MEAN, phi, tau2, left_out, places, pd.DataFrame({"size": sizes, **limits}))


def over_dispersion(transformed: rates.Array, variance: rates.Array) -> tuple[float, float]:
    """Return phi, and the between-place variance tau2 to add; 0 when the spread is no more than chance makes it.

    ``transformed`` is the value of each place, ``variance`` that of chance, both on the transformed scale. phi is the mean
    square of the z-scores round the fixed-effect mean, winsorised at 10 % on each side; tau2 follows from it as
    (I phi - (I - 1)) / (sum w - sum w^2 / sum w) with w = 1 / variance (Spiegelhalter 2005, QSHC 14:347-351).
    """
    weight = 1 / variance
    phi = float((winsorised((transformed - _mean(transformed, weight)) * np.sqrt(weight)) ** 2).mean())
    many = len(transformed)
    excess = (many * phi - (many - 1)) / (weight.sum() - (weight**2).sum() / weight.sum())
    return phi, max(0.0, float(excess))


def _mean(transformed: rates.Array, weight: rates.Array) -> float:
    return float((weight * transformed).sum() / weight.sum())


def _expected(rows: pd.DataFrame, *, share: bool) -> rates.Array:
    """Count expected in each place at the value of all together; of a share the smaller of what is counted and not."""
    count, base = (rows[name].to_numpy(dtype="float64") for name in ("count", "base"))
    rate = count.sum() / base.sum()
    return np.asarray(base * (min(rate, 1 - rate) if share else rate), dtype="float64")


def _transform(rate: rates.Array, *, share: bool) -> rates.Array:
    return np.asarray(np.arcsin(np.sqrt(np.clip(rate, 0, 1))) if share else np.sqrt(rate), dtype="float64")


def _back(scaled: rates.Array, *, share: bool) -> rates.Array:
    if share:
        return np.asarray(np.sin(np.clip(scaled, 0, np.pi / 2)) ** 2, dtype="float64")
    return np.asarray(np.maximum(scaled, 0) ** 2, dtype="float64")
