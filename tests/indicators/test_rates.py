import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from indicators import rates

SPEC = IndicatorSpec(
    id="proef", title="Proef", short="proef", unit="per 10.000 inwoners", definition="", numerator=(Cells("T", "m"),),
    levels=(Level.MUNICIPALITY,),
)  # fmt: skip
SHARE = IndicatorSpec(
    id="deel", title="Deel", short="deel", unit="%", definition="", numerator=(Cells("T", "m"),),
    levels=(Level.MUNICIPALITY,), per=100, denominator=(Cells("T", "n"),),
)  # fmt: skip


def series(*values):
    return pd.Series(values, dtype="float64")


def one(count, base, rounding=5.0, function=rates.rate_per_10_000, **more):
    return function(series(count), series(base), rounding=series(rounding), **more).iloc[0]


@pytest.mark.parametrize(
    ("count", "inhabitants", "rate", "rounding", "chance"),
    [
        (10, 10_000, 10.0, (7.5, 12.5), (4.8, 18.4)),
        (30, 25_000, 12.0, (11.0, 13.0), (8.1, 17.1)),
        (125, 75_000, 16.7, (16.3, 17.0), (13.9, 19.9)),
    ],
)
def test_the_three_worked_values_of_the_rules(count, inhabitants, rate, rounding, chance):
    row = one(count, inhabitants).round(1)
    assert row["value"] == rate
    assert (row["rounding_low"], row["rounding_high"]) == rounding
    assert (row["chance_low"], row["chance_high"]) == chance


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # Published exact limits of a Poisson mean (Garwood 1936; printed in most tables of Poisson limits)
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.6235, 11.668), (10, 4.7954, 18.390), (20, 12.2165, 30.888)],
)
def test_published_garwood_limits(count, low, high):
    row = one(count, 10_000, 0.0)
    assert (row["low"], row["high"]) == pytest.approx((low, high), abs=1e-3)
    assert (row["rounding_low"], row["rounding_high"]) == (count, count), "an exact source has no rounding band"


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 4000), st.integers(200, 1_000_000), st.sampled_from([0.0, 5.0]))
def test_the_band_holds_the_value_the_rounding_and_the_chance(count, inhabitants, rounding):
    row = one(count, inhabitants, rounding)
    eps = 1e-9 * (1 + row["high"])
    assert 0 <= row["low"] <= min(row["rounding_low"], row["chance_low"]) + eps
    assert max(row["rounding_high"], row["chance_high"]) <= row["high"] + eps
    assert row["rounding_low"] <= row["value"] <= row["rounding_high"]
    assert row["chance_low"] <= row["value"] <= row["chance_high"]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from([0.0, 5.0]))
def test_the_band_of_a_share_stays_between_0_and_100_and_holds_both(count, more, rounding):
    total = count + more
    row = one(count, total, rounding, rates.share_percent)
    if total == 0:
        assert row.isna().all(), "a share of nothing is missing"
        return
    eps = 1e-9
    assert -eps <= row["low"] <= min(row["rounding_low"], row["chance_low"]) + eps
    assert max(row["rounding_high"], row["chance_high"]) - eps <= row["high"] <= 100 + eps
    assert row["low"] <= row["value"] <= row["high"] + eps


@pytest.mark.parametrize("function", [rates.rate_per_10_000, rates.share_percent])
@pytest.mark.parametrize(("count", "base"), [(np.nan, 10_000), (20, np.nan), (20, 0)])
def test_a_missing_count_or_base_gives_a_missing_band_and_never_zero(function, count, base):
    assert one(count, base, function=function).isna().all()


def covered(band, *, mean=7.0, worlds=20_000):
    """Share of worlds in which the band round a count printed in fives holds the true mean."""
    printed = 5 * np.round(np.random.default_rng(1).poisson(mean, worlds) / 5)
    frame = rates.rate_per_10_000(
        pd.Series(printed), pd.Series(np.full(worlds, 10_000.0)), rounding=pd.Series(np.full(worlds, 5.0))
    )
    low, high = band(frame)
    return float(((low <= mean) & (mean <= high)).mean())


@pytest.mark.parametrize(
    ("band", "honest"),
    [
        (lambda frame: (frame["low"], frame["high"]), True),
        (lambda frame: (frame["rounding_low"], frame["rounding_high"]), False),
        (lambda frame: (frame["chance_low"] * 1.05, frame["chance_high"] * 0.95), False),
    ],
)
def test_the_band_holds_the_truth_in_95_percent_of_worlds_and_wrong_bands_do_not(band, honest):
    assert all(covered(band, mean=mean) >= 0.95 for mean in (3.0, 7.0, 12.0, 23.0, 41.0)) is honest


def test_a_share_printed_by_the_source_has_only_the_band_of_its_print():
    row = rates.published_share(series(38.1, 0.0, np.nan), rounding=series(0.1, 0.1, 0.1))
    assert row.loc[0, ["low", "high"]].tolist() == pytest.approx([38.05, 38.15])
    assert row.loc[1, "low"] == 0
    assert row[["chance_low", "chance_high"]].isna().all(axis=None)
    assert row.loc[2].isna().all()


@pytest.mark.parametrize(("spec", "function"), [(SPEC, rates.rate_per_10_000), (SHARE, rates.share_percent)])
def test_a_band_at_another_confidence_is_the_one_computed_from_the_counts(spec, function):
    count, base = series(0, 30, 125, 400), series(5, 60, 300, 400) * (1000 if spec is SPEC else 1)
    rounding = series(5, 5, 0, 5)
    values = function(count, base, rounding=rounding).assign(count=count, base=base)
    direct = function(count, base, rounding=rounding, confidence=0.998)
    again = rates.at_confidence(values, spec=spec, confidence=0.998)
    pd.testing.assert_frame_equal(again, direct[["low", "high"]])
    assert (again["low"] <= values["low"]).all()
    assert (again["high"] >= values["high"]).all()
