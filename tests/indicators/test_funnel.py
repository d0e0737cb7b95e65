import numpy as np
import pytest

from indicators import funnel
from indicators.compare import comparator_of


@pytest.fixture
def country(make_values, specs):
    def of(counts, base):
        row = make_values([np.sum(counts)], bases=np.sum(base), codes=["NL01"]).iloc[0]
        return comparator_of(row, name="Nederland", spec=specs["rate"])

    return of


def test_phi_and_the_added_variance_of_an_example_worked_out_by_hand():
    # No published example with all its numbers was found, so this one is worked out by hand.
    # Ten z-scores; the 10 % points (linear) are -2.1 and 2.1, so -3 -> -2.1 and 3 -> 2.1:
    # squares 4.41 + 4 + 1 + 1 + 0.25 + 0.25 + 1 + 1 + 4 + 4.41 = 21.32, phi = 2.132.
    # With equal variances v the z-scores shrink by v / (v + tau2), so tau2 = (2.132 / 0.67865 - 1) v = 2.1415 v.
    z = np.array([-3.0, -2.0, -1.0, -1.0, -0.5, 0.5, 1.0, 1.0, 2.0, 3.0])
    phi, tau2 = funnel.over_dispersion(z * 0.1, np.full(10, 0.01))
    assert phi == pytest.approx(2.132)
    assert pytest.approx(0.67865, abs=1e-5) == funnel.PHI_OF_CHANCE
    assert tau2 == pytest.approx(0.021415, abs=1e-6)


def test_limits_without_over_dispersion_are_those_of_chance(make_values, specs, country):
    base = np.geomspace(5_000, 900_000, 60)
    exact = base * 40 / 10_000
    found = funnel.funnel(make_values(exact, bases=base), comparator=country(exact, base), spec=specs["rate"])
    assert (found.tau2, found.places["outside"].unique().tolist()) == (0.0, [""])
    row = found.curve.iloc[-1]
    # square root scale by hand: (sqrt(0.004) +- 1.95996 / (2 sqrt(990000)))^2 * 10000
    assert (row["low_95"], row["high_95"]) == pytest.approx((38.764, 41.256), abs=0.02)
    assert (found.curve["low_998"] < found.curve["low_95"]).all()
    assert (found.curve["low_998"] >= 0).all()


def multiplied(values, comparator, spec):
    """Wrong on purpose: limits of chance alone."""
    base, count = (values[name].to_numpy() for name in ("base", "count"))
    z = 2 * np.sqrt(base) * (np.sqrt(count / base) - np.sqrt(comparator.value / spec.per))
    return (np.abs(z) > 1.96).mean()


def corrected(values, comparator, spec):
    return (funnel.funnel(values, comparator=comparator, spec=spec).places["outside"] != "").mean()


@pytest.mark.parametrize(("outside", "honest"), [(corrected, True), (multiplied, False)])
def test_permuted_data_put_about_five_percent_outside_the_inner_limits(make_values, specs, country, outside, honest):
    rng, found = np.random.default_rng(6), []
    base = np.exp(rng.normal(np.log(30_000), 0.9, 342))
    rate = rng.normal(0.0045, 0.0009, 342).clip(0.001)
    for _ in range(10):
        counts = 5 * np.round(rng.poisson(base * rng.permutation(rate)) / 5)
        found.append(outside(make_values(counts, bases=base), country(counts, base), specs["rate"]))
    assert bool(0.03 <= np.mean(found) <= 0.075) is honest


def test_phi_is_printed_and_large_when_places_differ_by_more_than_chance(make_values, specs, country):
    rng = np.random.default_rng(7)
    base = np.full(200, 50_000.0)
    calm = rng.poisson(200, 200)
    wild = rng.poisson(rng.normal(200, 60, 200).clip(1))
    found = [
        funnel.funnel(make_values(n, bases=base, rounding=0.0), comparator=country(n, base), spec=specs["rate"])
        for n in (calm, wild)
    ]
    assert found[0].phi == pytest.approx(funnel.PHI_OF_CHANCE, abs=0.15)
    assert found[1].phi > 5
    assert found[0].target_name == "Nederland"


def test_a_far_place_is_outside_on_its_own_side(make_values, specs, country):
    counts = [200] * 40 + [600]
    found = funnel.funnel(
        make_values(counts, bases=50_000), comparator=country([200] * 41, np.full(41, 50_000.0)), spec=specs["rate"]
    )
    assert found.places.iloc[-1][["outside", "side"]].tolist() == ["99.8", "hoger"]


def test_a_funnel_refuses_printed_shares_and_few_places(make_values, specs, country):
    with pytest.raises(funnel.NoFunnelError, match="percentage"):
        funnel.funnel(
            make_values([30.0] * 12, spec=specs["printed"], rounding=0.1), comparator=country([1000], [1e6]),
            spec=specs["printed"],
        )  # fmt: skip
    with pytest.raises(funnel.NoFunnelError, match="te weinig"):
        funnel.funnel(make_values([30.0] * 9), comparator=country([1000], [1e6]), spec=specs["rate"])
