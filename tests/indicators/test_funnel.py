import numpy as np
import pytest

from indicators import funnel


def test_phi_and_the_added_variance_of_an_example_worked_out_by_hand():
    # Ten z-scores round a mean of 0; the 10 % points (linear) are -2.1 and 2.1, so -3 -> -2.1 and 3 -> 2.1:
    # squares 4.41 + 4 + 1 + 1 + 0.25 + 0.25 + 1 + 1 + 4 + 4.41 = 21.32, phi = 2.132. With equal variances v:
    # tau2 = (10 * 2.132 - 9) / (10 / v - 1 / v) = 12.32 / 9 v = 1.36889 v.
    z = np.array([-3.0, -2.0, -1.0, -1.0, -0.5, 0.5, 1.0, 1.0, 2.0, 3.0])
    phi, tau2 = funnel.over_dispersion(0.5 + z * 0.1, np.full(10, 0.01))
    assert phi == pytest.approx(2.132)
    assert pytest.approx(0.67865, abs=1e-5) == funnel.PHI_OF_CHANCE
    assert tau2 == pytest.approx(0.0136889, abs=1e-7)


def test_limits_without_over_dispersion_are_those_of_chance(make_values, specs):
    base = np.geomspace(5_000, 900_000, 60)
    exact = base * 40 / 10_000
    found = funnel.funnel(make_values(exact, bases=base), spec=specs["rate"])
    assert (found.tau2, found.places["outside"].unique().tolist()) == (0.0, [""])
    row = found.curve.iloc[-1]
    # square root scale by hand: (sqrt(0.004) +- 1.95996 / (2 sqrt(990000)))^2 * 10000
    assert (row["low_95"], row["high_95"]) == pytest.approx((38.764, 41.256), abs=0.02)
    assert (found.curve["low_998"] < found.curve["low_95"]).all()
    assert (found.curve["low_998"] >= 0).all()


def permuted(rng, base, reports):
    """Reports dealt out again over all inhabitants: what is left of the differences between places is chance."""
    return rng.multinomial(reports, base / base.sum())


def outside(values, spec):
    return (funnel.funnel(values, spec=spec).places["outside"] != "").mean()


def round_the_middle_place(values, spec):
    """Wrong on purpose: limits round the value of the middle place in size, as if it were the mean."""
    base, value = (values[name].to_numpy() for name in ("base", "value"))
    middle = value[base.argsort()[len(base) // 2]] / spec.per + 0.0006
    return (np.abs(2 * np.sqrt(base) * (np.sqrt(value / spec.per) - np.sqrt(middle))) > 1.96).mean()


@pytest.mark.parametrize(("far", "honest"), [(outside, True), (round_the_middle_place, False)])
def test_permuted_data_put_about_five_percent_outside_the_inner_limits(make_values, specs, far, honest):
    rng = np.random.default_rng(6)
    base = np.exp(rng.normal(np.log(30_000), 0.9, 342))
    rows = [make_values(permuted(rng, base, 60_000), bases=base, rounding=0.0) for _ in range(10)]
    assert bool(0.03 <= np.mean([far(one, specs["rate"]) for one in rows]) <= 0.07) is honest


def test_phi_is_large_and_the_limits_wider_when_places_differ_by_more_than_chance(make_values, specs):
    rng = np.random.default_rng(7)
    base = np.full(200, 50_000.0)
    calm = rng.poisson(200, 200)
    wild = rng.poisson(rng.normal(200, 60, 200).clip(1))
    found = [funnel.funnel(make_values(n, bases=base, rounding=0.0), spec=specs["rate"]) for n in (calm, wild)]
    assert found[0].phi == pytest.approx(funnel.PHI_OF_CHANCE, abs=0.15)
    assert found[0].tau2 == 0
    assert found[1].phi > 5
    assert found[1].curve["high_95"].iloc[0] > found[0].curve["high_95"].iloc[0]
    assert found[0].target_name == funnel.MEAN


def test_a_far_place_is_outside_on_its_own_side(make_values, specs):
    found = funnel.funnel(make_values([200] * 40 + [600], bases=50_000), spec=specs["rate"])
    assert found.places.iloc[-1][["outside", "side"]].tolist() == ["99.8", "hoger"]


def test_a_funnel_refuses_printed_shares_few_places_and_small_expectations(make_values, specs):
    with pytest.raises(funnel.NoFunnelError, match="percentage"):
        funnel.funnel(make_values([30.0] * 32, spec=specs["printed"], rounding=0.1), spec=specs["printed"])
    with pytest.raises(funnel.NoFunnelError, match="te weinig"):
        funnel.funnel(make_values([30.0] * 29), spec=specs["rate"])
    funnel.funnel(make_values([30.0] * 30), spec=specs["rate"])
    with pytest.raises(funnel.NoFunnelError, match="te weinig"):
        funnel.funnel(make_values([3.0] * 40, bases=10_000), spec=specs["rate"])
    found = funnel.funnel(make_values([300.0] * 40 + [5.0], bases=[100_000.0] * 40 + [1_000.0]), spec=specs["rate"])
    assert (len(found.places), found.too_small) == (40, 1)
