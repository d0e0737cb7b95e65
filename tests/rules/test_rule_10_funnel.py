"""Rule 10: limits corrected for over-dispersion, with phi printed; permuted data put about 5 % outside the inner ones."""

import dataclasses

import numpy as np

from charts.funnel import funnel_chart
from indicators import notation
from indicators.funnel import Funnel, funnel
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, Y2023, changed, country, holds, variants

PLACES = 342


def outside(values, comparator):
    return (funnel(values, comparator=comparator, spec=REPORTS).places["outside"] != "").mean()


def scores(values, comparator):
    base, count = (values[name].to_numpy() for name in ("base", "count"))
    return 2 * np.sqrt(base) * (np.sqrt(count / base) - np.sqrt(comparator.value / 10_000))


def chance_alone(values, comparator):
    return (np.abs(scores(values, comparator)) > 1.96).mean()


def corrected_twice(values, comparator):
    phi = funnel(values, comparator=comparator, spec=REPORTS).phi
    return (np.abs(scores(values, comparator)) > 1.96 * phi).mean()


def nobody(values, comparator):  # noqa: ARG001
    return 0.0


def about_five_percent(far):
    rng, found = np.random.default_rng(6), []
    base = np.exp(rng.normal(np.log(30_000), 0.9, PLACES))
    rate = rng.normal(0.0045, 0.0009, PLACES).clip(0.001)
    for _ in range(5):
        counts = 5 * np.round(rng.poisson(base * rng.permutation(rate)) / 5)
        middle = country(counts.sum(), base=base.sum())
        found.append(far(values_of(counts, bases=base, spec=REPORTS), middle))
    assert 0.03 <= np.mean(found) <= 0.075


@variants(outside, chance_alone, corrected_twice, nobody)
def test_permuted_data_put_about_five_percent_outside(variant, honest):
    assert holds(about_five_percent, variant) is honest


def drawn(found: Funnel):
    names = {code: code for code in found.places["region"]}
    return funnel_chart(found, spec=REPORTS, period=Y2023, names=names, marked=())


def without_phi(found):
    chart = drawn(found)
    return changed(chart, subtitle=chart.subtitle.split(" (φ")[0])


def with_another_phi(found):
    return drawn(dataclasses.replace(found, phi=found.phi + 1))


def around_the_mean(found):
    return drawn(dataclasses.replace(found, target_name="het gemiddelde"))


def prints_phi_and_comparator(draw):
    rng = np.random.default_rng(7)
    counts = rng.poisson(rng.normal(200, 60, 60).clip(1))
    rows = values_of(counts, bases=50_000, spec=REPORTS)
    found = funnel(rows, comparator=country(counts.sum(), base=3_000_000), spec=REPORTS)
    chart = draw(found)
    assert f"φ = {notation.number(found.phi)}" in chart.subtitle
    assert "Nederland" in chart.subtitle
    limits = {trace.name for trace in chart.figure.data if trace.name.startswith("grens")}
    assert limits == {"grens 95", "grens 998"}


@variants(drawn, without_phi, with_another_phi, around_the_mean)
def test_phi_and_the_comparator_are_printed(variant, honest):
    assert holds(prints_phi_and_comparator, variant) is honest
