"""Rule 2: every rate has a band that holds rounding and chance; a missing count has a missing band."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from geo import registry
from indicators import sentences
from indicators.rates import rate_per_10_000
from tests.indicators.conftest import values_of
from tests.rules.holding import BREDA, REPORTS, holds, variants

WORKED = [  # count, inhabitants -> rate, rounding, chance
    (10, 10_000, 10.0, (7.5, 12.5), (4.8, 18.4)),
    (30, 25_000, 12.0, (11.0, 13.0), (8.1, 17.1)),
    (125, 75_000, 16.7, (16.3, 17.0), (13.9, 19.9)),
]


def band(rate, counts, bases, *, rounding=5.0):
    steps = pd.Series([rounding] * len(counts))
    return rate(pd.Series(counts, dtype="float64"), pd.Series(bases, dtype="float64"), rounding=steps)


def keeps_its_bands(rate):
    for (_, row), (_, _, value, rounding, chance) in zip(
        band(rate, [case[0] for case in WORKED], [case[1] for case in WORKED]).round(1).iterrows(), WORKED, strict=True
    ):
        assert row["value"] == value
        assert (row["rounding_low"], row["rounding_high"]) == rounding
        assert (row["chance_low"], row["chance_high"]) == chance
        assert row["low"] <= min(rounding[0], chance[0])
        assert row["high"] >= max(rounding[1], chance[1])
    large = band(rate, [100_000], [1_000_000], rounding=5_000.0).iloc[0]  # a wide step on many reports: rounding rules
    assert large["low"] < large["rounding_low"] < large["chance_low"]
    exact = band(rate, [10], [10_000], rounding=0.0).iloc[0]
    assert exact["rounding_low"] == exact["value"] == exact["rounding_high"], "an exact source rounds nothing"
    assert band(rate, [np.nan, 10], [10_000, np.nan]).isna().all(axis=None), "unknown is not zero"


def missing_as_zero(count, population, *, rounding):
    return rate_per_10_000(count.fillna(0), population.fillna(10_000), rounding=rounding)


def rounding_only(count, population, *, rounding):
    found = rate_per_10_000(count, population, rounding=rounding)
    return found.assign(low=found["rounding_low"], high=found["rounding_high"])


def chance_only(count, population, *, rounding):
    found = rate_per_10_000(count, population, rounding=rounding)
    return found.assign(low=found["chance_low"], high=found["chance_high"])


def normal_approximation(count, population, *, rounding):
    found = rate_per_10_000(count, population, rounding=rounding)
    wide = norm.ppf(0.975) * np.sqrt(count) / population * 10_000
    return found.assign(chance_low=found["value"] - wide, chance_high=found["value"] + wide)


def always_in_fives(count, population, *, rounding):
    return rate_per_10_000(count, population, rounding=rounding.clip(lower=5.0))


@variants(rate_per_10_000, missing_as_zero, rounding_only, chance_only, normal_approximation, always_in_fives)
def test_the_band_holds_rounding_and_chance_and_unknown_stays_unknown(variant, honest):
    assert holds(keeps_its_bands, variant) is honest


def says_minimum(say):
    row = values_of([500], codes=[BREDA], spec=REPORTS).iloc[0]
    assert "De marge door afronding en toeval is minstens " in say(row, registry.region(BREDA), spec=REPORTS)


def exact_sounding(row, region, *, spec):
    return sentences.situation(row, region, spec=spec).replace("minstens ", "")


@variants(sentences.situation, exact_sounding)
def test_the_band_is_called_a_minimum(variant, honest):
    assert holds(says_minimum, variant) is honest
