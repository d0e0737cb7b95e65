"""Rule 10: limits corrected for over-dispersion, with phi printed; permuted data put about 5 % outside the inner ones."""

import dataclasses

import numpy as np

from charts.funnel import funnel_chart
from indicators import notation
from indicators.funnel import Funnel, funnel
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, Y2023, changed, compared_table, country, funnel_of, holds, table_of, variants

PLACES = 342


def outside(values):
    return (funnel(values, spec=REPORTS).places["outside"] != "").mean()


def scores(values):
    base, count = (values[name].to_numpy() for name in ("base", "count"))
    return 2 * np.sqrt(base) * (np.sqrt(count / base) - np.sqrt(count.sum() / base.sum()))


def without_phi_of_chance(values):
    return (np.abs(scores(values)) > 1.96 * funnel(values, spec=REPORTS).phi ** 0.5).mean()


def corrected_twice(values):
    return (np.abs(scores(values)) > 1.96 / funnel(values, spec=REPORTS).phi).mean()


def nobody(values):  # noqa: ARG001
    return 0.0


def about_five_percent(far):
    """Reports dealt out again over all inhabitants, so that only chance is left."""
    rng, found = np.random.default_rng(6), []
    base = np.exp(rng.normal(np.log(30_000), 0.9, PLACES))
    for _ in range(8):
        counts = rng.multinomial(60_000, base / base.sum())
        found.append(far(values_of(counts, bases=base, spec=REPORTS, rounding=0.0)))
    assert 0.03 <= np.mean(found) <= 0.07


@variants(outside, without_phi_of_chance, corrected_twice, nobody)
def test_permuted_data_put_about_five_percent_outside(variant, honest):
    assert holds(about_five_percent, variant) is honest


def drawn(found: Funnel):
    names = {code: code for code in found.places["region"]}
    return funnel_chart(found, spec=REPORTS, period=Y2023, names=names, marked=())


def without_phi(found):
    chart = drawn(found)
    return changed(chart, subtitle=chart.subtitle.split(" (spreiding")[0])


def with_another_phi(found):
    return drawn(dataclasses.replace(found, phi=found.phi + 1))


def around_nobody(found):
    return drawn(dataclasses.replace(found, target_name=""))


def prints_phi_and_the_mean(draw):
    rng = np.random.default_rng(7)
    counts = rng.poisson(rng.normal(200, 60, 60).clip(1))
    rows = values_of(counts, bases=50_000, spec=REPORTS)
    found = funnel(rows, spec=REPORTS)
    chart = draw(found)
    assert f"spreiding {notation.number(found.phi)}" in chart.subtitle
    assert "het gemiddelde van deze plaatsen" in chart.subtitle
    assert "door toeval alleen is die ongeveer 0,7" in " ".join(chart.caveats)
    limits = {trace.name for trace in chart.figure.data if trace.name.startswith("grens")}
    assert limits == {"grens 95", "grens 998"}


@variants(drawn, without_phi, with_another_phi, around_nobody)
def test_phi_and_the_mean_are_printed(variant, honest):
    assert holds(prints_phi_and_the_mean, variant) is honest


def test_fewer_than_thirty_places_have_no_funnel_on_the_page(read_page):
    page = read_page("compare.py", gemeente="GM0758", indicator="wb-meldingen", periode="2018")
    assert "(19, nodig: 30)" in page.text
    assert any("onderzoekers" in one.label for one in page.run.expander), "not on the first view"
    assert not [row for row in page.rows if "binnen" in row]


def test_inside_is_not_printed_in_every_row():
    values = values_of([200 + 3 * n for n in range(40)], bases=50_000, spec=REPORTS)
    assert "binnen" not in set(funnel_of(values).printed["trechter"])
    assert "trechter" not in table_of(values).printed, "no funnel, no column"


def test_verdict_and_funnel_stand_side_by_side():
    values = values_of([200 + 3 * n for n in range(40)], bases=50_000, spec=REPORTS)
    names = {code: code for code in values["region"].astype("str")}
    found = funnel(values, spec=REPORTS)
    chart = compared_table(
        values, spec=REPORTS, period=Y2023, names=names, comparator=country(), ranges={}, funnel=found
    )
    columns = list(chart.printed)
    assert columns.index("trechter") == columns.index("vergelijking") + 1
    disagree = (chart.printed["vergelijking"] != "ongeveer gelijk") & (chart.printed["trechter"] == "")
    assert disagree.any()
    assert any("kunnen iets anders zeggen" in one for one in chart.caveats)
