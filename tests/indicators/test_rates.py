import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import rates


def series(*values):
    return pd.Series(values, dtype="float64")


def one(count, base, rounding=5.0, function=rates.rate_per_10_000, **more):
    return function(series(count), series(base), rounding=series(rounding), **more).iloc[0]


@pytest.mark.parametrize(
    ("count", "inhabitants", "rate", "rounding", "chance", "both"),
    [  # by the quantiles of chi-square: L = chi2(2.5 %; 2(n - 2)) / 2, U = chi2(97.5 %; 2(n + 2) + 2) / 2
        (10, 10_000, 10.0, (8.0, 12.0), (4.8, 18.39), (3.45, 20.96)),
        (30, 25_000, 12.0, (11.2, 12.8), (8.1, 17.13), (7.44, 18.07)),
        (125, 75_000, 16.67, (16.4, 16.93), (13.87, 19.86), (13.63, 20.15)),
    ],
)
def test_the_three_worked_values_of_the_rules(count, inhabitants, rate, rounding, chance, both):
    row = one(count, inhabitants, dispersion=1.0).round(2)
    assert row["value"] == rate
    assert (row["rounding_low"], row["rounding_high"]) == rounding
    assert (row["chance_low"], row["chance_high"]) == chance
    assert (row["low"], row["high"]) == both


def test_each_limit_lies_the_root_of_phi_times_its_distance_from_the_figure():
    bare, wide = (one(125, 75_000, dispersion=phi) for phi in (1.0, 4.0))
    for low, high in (("chance_low", "chance_high"), ("low", "high")):
        assert wide["value"] - wide[low] == pytest.approx(2 * (bare["value"] - bare[low]))
        assert wide[high] - wide["value"] == pytest.approx(2 * (bare[high] - bare["value"]))
    assert one(3, 10_000, dispersion=9.0)["low"] == 0, "a rate is never below zero"


def test_a_share_of_two_counts_has_the_corners_of_the_rules():
    row = one(40, 100, function=rates.share_percent, of_two_counts=True)
    assert (row["rounding_low"], row["rounding_high"]) == pytest.approx((37.5, 42.5))
    row = one(40, 100, function=rates.share_percent)
    assert (row["rounding_low"], row["rounding_high"]) == pytest.approx((37.5 / 1.025, 42.5 / 0.975))


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # Published exact limits of a Poisson mean (Garwood 1936; printed in most tables of Poisson limits)
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.6235, 11.668), (10, 4.7954, 18.390), (20, 12.2165, 30.888)],
)
def test_published_garwood_limits(count, low, high):
    row = one(count, 10_000, 0.0, dispersion=1.0)
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


def covered(band, *, mean, worlds=20_000):
    """Share of worlds in which the band round a count printed in fives holds the true mean."""
    printed = 5 * np.round(np.random.default_rng(1).poisson(mean, worlds) / 5)
    frame = rates.rate_per_10_000(
        pd.Series(printed),
        pd.Series(np.full(worlds, 10_000.0)),
        rounding=pd.Series(np.full(worlds, 5.0)),
        dispersion=1.0,
    )
    low, high = band(frame)
    return float(((low <= mean) & (mean <= high)).mean())


@pytest.mark.parametrize(
    ("band", "honest"),
    [
        (lambda frame: (frame["low"], frame["high"]), True),
        (lambda frame: (frame["rounding_low"], frame["rounding_high"]), False),
        (lambda frame: (frame["chance_low"] * 1.05, frame["chance_high"] * 0.95), False),
        (lambda frame: (frame["low"] * 0.8, frame["high"] * 1.2), False),
    ],
)
def test_the_band_holds_the_truth_in_95_to_97_percent_of_worlds_and_wrong_bands_do_not(band, honest):
    rng = np.random.default_rng(2)
    spread_out = float(np.mean([covered(band, mean=mean, worlds=500) for mean in rng.uniform(10, 1000, 200)]))
    each = [covered(band, mean=mean) for mean in (10, 13.3, 20, 41, 100, 250, 500, 1000)]  # small ones have to spare
    assert (min(each) >= 0.95 and 0.95 <= spread_out <= 0.975) is honest, (spread_out, each)


def test_a_share_printed_without_a_count_has_only_the_band_of_its_print():
    row = rates.published_share(series(38.1, 0.0, np.nan), rounding=series(0.1, 0.1, 0.1))
    assert row.loc[0, ["low", "high"]].tolist() == pytest.approx([38.05, 38.15])
    assert row.loc[1, "low"] == 0
    assert row[["chance_low", "chance_high"]].isna().all(axis=None)
    assert row.loc[2].isna().all()


def test_a_share_printed_with_its_count_has_the_band_of_that_count():
    counted = pd.DataFrame({"count": [30.0, np.nan], "base": [30 / 0.316, np.nan], "count_rounding": [5.0, np.nan]})
    found = rates.published_share(series(31.6, 31.6), rounding=series(0.1, 0.1), counted=counted, dispersion=1.0)
    direct = one(30, 30 / 0.316, function=rates.share_percent, dispersion=1.0)
    assert found.loc[0, ["low", "high"]].tolist() == pytest.approx(direct[["low", "high"]].tolist())
    assert found.loc[0, "value"] == 31.6
    assert found.loc[1, ["low", "high"]].tolist() == pytest.approx([31.55, 31.65])
