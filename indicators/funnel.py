"""Funnel: value against size, with limits round a comparator that allow for over-dispersion (STATISTICS rule 10).

After Spiegelhalter (2005, Statistics in Medicine and Quality and Safety in Health Care) on the square-root scale, where
the spread of chance does not depend on the value: standard error 1 / (2 sqrt(base)), arcsine for shares. The z-scores are
winsorised at 10 % on each side and phi is their mean square. Pulling in the ends makes phi 0.68 where there is chance
alone, and that is what the correction aims at: only then does chance put 5 % outside the inner limits. Reports vary between places by far more than chance and do
so as much for large places as for small ones, so the between-place variance tau2 that phi implies is added to the
variance of chance (the additive model). Multiplying by phi instead would keep the funnel of chance and call most large
cities outliers; a test shows both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtri  # scipy.stats has the same, and costs 60 MB

from data_sources.catalogue.model import IndicatorSpec
from indicators import rates
from indicators.compare import Comparator

WINSORISED = 0.10
Z_95 = float(ndtri(0.975))
Z_998 = float(ndtri(0.999))
_EDGE = float(ndtri(1 - WINSORISED))
_DENSITY = math.exp(-(_EDGE**2) / 2) / math.sqrt(2 * math.pi)
PHI_OF_CHANCE = 2 * WINSORISED * _EDGE**2 + (1 - 2 * WINSORISED) - 2 * _EDGE * _DENSITY  # 0.68
_FEWEST_PLACES = 10
_CURVE_POINTS = 80


class NoFunnelError(ValueError):
    """A funnel cannot be drawn; the Dutch message says why."""


@dataclass(frozen=True)
class Funnel:
    """Everything a funnel chart shows; values in the unit of the indicator, sizes in what it divides by."""

    target: float
    target_name: str
    phi: float  # over-dispersion: mean square of the winsorised z-scores, against PHI_OF_CHANCE for chance alone
    tau2: float  # between-place variance that is added, on the transformed scale; 0 when phi is no more than chance
    # region, size, value, uncertain, z (corrected), outside: '', '95' or '99.8', side: 'hoger'/'lager'/''
    places: pd.DataFrame
    curve: pd.DataFrame  # size, low_95, high_95, low_998, high_998


def funnel(values: pd.DataFrame, *, comparator: Comparator, spec: IndicatorSpec) -> Funnel:
    """Funnel of the IndicatorValue rows of one period round a comparator.

    Raises NoFunnelError for shares as published and for fewer than ten places with a figure.
    """
    if spec.share_as_published:
        msg = "Bij dit gedrukte percentage is niet bekend waar het uit berekend is: een trechter kan niet."
        raise NoFunnelError(msg)
    rows = values[values["value"].notna()]
    if len(rows) < _FEWEST_PLACES:
        msg = f"Er zijn te weinig plaatsen met een cijfer voor een trechter ({len(rows)}, nodig: {_FEWEST_PLACES})."
        raise NoFunnelError(msg)
    share = spec.per == rates.PER_100
    size = rows["base"].to_numpy(dtype="float64")
    found = _transform(rows["count"].to_numpy(dtype="float64") / size, share=share)
    middle = float(_transform(np.array([comparator.value / spec.per]), share=share)[0])
    chance = 1 / (4 * size)
    phi, tau2 = over_dispersion(found - middle, chance)
    corrected = (found - middle) / np.sqrt(chance + tau2)
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
    return Funnel(comparator.value, comparator.name, phi, tau2, places, pd.DataFrame({"size": sizes, **limits}))


def over_dispersion(distance: rates.Array, variance: rates.Array) -> tuple[float, float]:
    """Return phi, and the between-place variance tau2 to add; 0 when the spread is no more than chance makes it.

    ``distance`` is that of each place from the target, ``variance`` that of chance, both on the transformed scale. phi is
    the mean square of the z-scores, winsorised at 10 % on each side (Spiegelhalter 2005, QSHC 14:347-351). tau2 is the
    variance at which the corrected z-scores have the phi of chance: with very unequal places one step from phi, as
    DerSimonian and Laird take it, falls short and leaves too many outside.
    """
    phi = _phi(distance / np.sqrt(variance))

    def too_wide(tau2: float) -> float:
        return _phi(distance / np.sqrt(variance + tau2)) - PHI_OF_CHANCE

    if phi <= PHI_OF_CHANCE:
        return phi, 0.0
    from scipy.optimize import brentq  # large, and only ranks and funnel need it

    return phi, float(brentq(too_wide, 0.0, float((distance**2).max()) / PHI_OF_CHANCE))


def _phi(z: rates.Array) -> float:
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return float((np.clip(z, low, high) ** 2).mean())


def _transform(rate: rates.Array, *, share: bool) -> rates.Array:
    return np.asarray(np.arcsin(np.sqrt(np.clip(rate, 0, 1))) if share else np.sqrt(rate), dtype="float64")


def _back(scaled: rates.Array, *, share: bool) -> rates.Array:
    if share:
        return np.asarray(np.sin(np.clip(scaled, 0, np.pi / 2)) ** 2, dtype="float64")
    return np.asarray(np.maximum(scaled, 0) ** 2, dtype="float64")
