import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import f

from data_sources.period import MixedPeriodsError, Period
from indicators import trend as trends
from indicators.breaks import PROTOCOL, breaks, breaks_between, with_segments
from indicators.comparator import comparator_of
from indicators.compare import compare
from indicators.trend import Change, Direction, NoChange, change, trend

pytestmark = pytest.mark.slow

BREDA, ALPHEN_CHAAM, ALTENA, TILBURG = "GM0758", "GM1723", "GM1959", "GM0855"


def years(first, counts, make_values, *, code=BREDA, **more):
    codes = [f"{first + n}JJ00" for n in range(len(counts))]
    return make_values(counts, codes=[code] * len(codes), period=codes, **more)


def test_the_protocol_of_2019_breaks_every_series():
    for code in ("NL01", "PV30", BREDA, "DR01"):
        found = breaks(code, first_year=2018, last_year=2019)
        assert [each.reason for each in found] == [PROTOCOL]
    assert breaks(BREDA, first_year=2019, last_year=2022) == ()


def test_a_change_of_region_or_area_is_a_break():
    reasons = {code: breaks(code, first_year=2019, last_year=2024) for code in (ALPHEN_CHAAM, "VT21", "VT15", TILBURG)}
    assert [(each.year, each.reason) for each in reasons[ALPHEN_CHAAM]] == [
        (2023, "Alphen-Chaam hoort sinds 2023 bij Veilig Thuis-regio Midden-Brabant")
    ]
    assert [each.year for each in reasons["VT21"]] == [2023]
    assert [each.year for each in reasons["VT15"]] == [2021, 2023], "part of Haaren came in 2021"
    assert [each.year for each in reasons[TILBURG]] == [2021]
    assert breaks("VT21", first_year=2018, last_year=2019)[1:] == (), "Altena is the sum of its parts: the same area"


def test_a_line_is_cut_at_every_break(make_values):
    rows = with_segments(years(2017, [100] * 8, make_values, code=ALPHEN_CHAAM))
    assert rows["segment"].tolist() == [0, 0, 1, 1, 1, 1, 2, 2]
    assert [bool(text) for text in rows["break"]] == [False, False, True, False, False, False, True, False]


def test_years_and_half_years_are_never_mixed(make_values, specs):
    mixed = make_values([10, 20], codes=[BREDA] * 2, period=["2022JJ00", "2023HJ01"])
    with pytest.raises(MixedPeriodsError):
        with_segments(mixed)
    with pytest.raises(MixedPeriodsError):
        change(mixed, earlier=Period.year(2022), later=Period.half_year(2023, 1), spec=specs["rate"])


def across(values, earlier, later, spec):
    """Wrong on purpose: forgets the break."""
    old, new = (values.loc[values["period"] == period.code, "value"].iloc[0] for period in (earlier, later))
    return Change(earlier, later, new - old, 0.0, "", None) if spec else None


@pytest.mark.parametrize(
    ("give", "honest"),
    [(lambda v, a, b, spec: change(v, earlier=a, later=b, spec=spec), True), (across, False)],
)
def test_a_change_never_crosses_a_break(make_values, specs, give, honest):
    values = years(2015, [500 + 50 * n for n in range(10)], make_values, code=ALPHEN_CHAAM)
    refused = []
    for a in range(2015, 2025):
        for b in range(a + 1, 2025):
            found = give(values, Period.year(a), Period.year(b), specs["rate"])
            crosses = bool(breaks_between(ALPHEN_CHAAM, earlier=Period.year(a), later=Period.year(b)))
            refused.append(isinstance(found, NoChange) is crosses)
    assert all(refused) is honest


def test_a_change_and_a_comparison_are_decided_alike(make_values, specs):
    values = years(2020, [500, 545, 600, 640, 450], make_values)
    for n in range(1, 5):
        later = {**values.iloc[n].to_dict(), "period": "2020JJ00", "region": "GM0001"}
        found = change(values, earlier=Period.year(2020), later=Period.year(2020 + n), spec=specs["rate"])
        other = compare(later, comparator_of(values.iloc[0], name="toen", spec=specs["rate"]), spec=specs["rate"])
        assert (found.position, found.sure) == (other.position, other.sure)


def test_a_change_says_how_much_and_how_sure(make_values, specs):
    values = years(2020, [500, 510, 800], make_values)
    small = change(values, earlier=Period.year(2020), later=Period.year(2021), spec=specs["rate"])
    large = change(values, earlier=Period.year(2020), later=Period.year(2022), spec=specs["rate"])
    assert (small.position, small.sure) == ("ongeveer gelijk", None)
    assert (large.position, large.sure) == ("hoger", 99.8)
    assert (large.difference, large.percent) == (pytest.approx(30.0), pytest.approx(60.0))
    assert isinstance(change(values, earlier=Period.year(2019), later=Period.year(2022), spec=specs["rate"]), NoChange)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 3000), min_size=0, max_size=5), st.integers(2019, 2021))
def test_there_is_never_a_trend_word_below_six_years(counts, first):
    from tests.indicators.conftest import RATE, values_of

    found = trend(years(first, counts, values_of), spec=RATE)
    assert found.direction is Direction.TOO_FEW
    assert found.words == "te weinig jaren om een trend te noemen"


def test_points_before_a_break_do_not_count(make_values, specs):
    found = trend(years(2015, [100, 200, 300, 400, 500, 600, 700, 800], make_values), spec=specs["rate"])
    assert (found.direction, found.points, found.first) == (Direction.TOO_FEW, 4, Period.year(2019))
    assert found.since_break == PROTOCOL


def test_a_missing_year_is_not_a_point(make_values, specs):
    found = trend(years(2019, [500, 600, np.nan, 800, 900], make_values), spec=specs["rate"])
    assert (found.direction, found.points) == (Direction.TOO_FEW, 4)


@pytest.mark.parametrize(
    ("counts", "direction"),
    [
        ([500, 560, 610, 670, 730, 785], Direction.RISE),
        ([785, 730, 670, 610, 560, 500], Direction.FALL),
        ([500, 505, 495, 500, 505, 495], Direction.UNCLEAR),
        ([500, 500, 500, 500, 500, 1500], Direction.UNCLEAR),  # one outlier is not a trend
        ([0, 0, 0, 0, 0, 0], Direction.UNCLEAR),
    ],
)
def test_trend_words(make_values, specs, counts, direction):
    assert trend(years(2019, counts, make_values), spec=specs["rate"]).direction is direction


@pytest.mark.parametrize("free", [3, 4, 6, 12, 30])
def test_the_limit_is_the_quantile_of_f(free):
    assert trends.f_limit(free) == pytest.approx(f.ppf(0.99, 1, free))


def halves(counts, make_values, *, first=2019, **more):
    codes = [f"{first + n // 2}HJ0{n % 2 + 1}" for n in range(len(counts))]
    return make_values(counts, codes=[BREDA] * len(codes), period=codes, **more)


def test_a_word_stands_with_its_period_and_the_last_step_against_it_is_said(make_values, specs):
    found = trend(years(2019, [500, 560, 610, 670, 730, 790, 850, 848], make_values), spec=specs["rate"])
    assert found.words == "stijging van 2019 tot en met 2026"
    assert found.last_step == pytest.approx((85.0, 84.8))
    straight = trend(years(2019, [500, 560, 610, 670, 730, 785], make_values), spec=specs["rate"])
    assert straight.last_step is None


def test_half_years_need_eight_points(make_values, specs):
    falling = [800 - 30 * n for n in range(9)]
    assert trend(halves(falling[:7], make_values), spec=specs["rate"]).direction is Direction.TOO_FEW
    assert trend(halves(falling[:8], make_values), spec=specs["rate"]).direction is Direction.FALL


def test_a_series_that_stopped_gets_no_word(make_values, specs):
    falling = halves([800 - 30 * n for n in range(8)], make_values)  # 2019-H1 to 2022-H2
    for newest, direction in (
        ({}, Direction.FALL),
        ({"T1": Period.half_year(2023, 2)}, Direction.FALL),  # two periods on
        ({"T1": Period.half_year(2024, 1)}, Direction.STALE),
        ({"T1": Period.year(2023)}, Direction.FALL),
        ({"T1": Period.year(2024)}, Direction.STALE),
        ({"another": Period.year(2025)}, Direction.FALL),
    ):
        found = trend(falling, spec=specs["rate"], newest=newest)
        assert found.direction is direction, newest
    assert found.newer is None


def test_a_newer_count_that_is_not_in_the_series_ends_the_word(make_values, specs):
    bases = [100_000.0] * 8 + [np.nan]
    found = trend(halves([800 - 30 * n for n in range(9)], make_values, bases=bases), spec=specs["rate"])
    assert found.direction is Direction.STALE


def false_words(make_values, spec, monkeypatch, *, honest, points, worlds=400):
    """Share of series without a trend, 20 times as restless as chance and with autocorrelation 0.5, that get a word."""
    if not honest:  # wrong on purpose: neighbours that look alike count as news
        monkeypatch.setattr(trends, "_slack", lambda left: 1.0)  # noqa: ARG005
    rng = np.random.default_rng(11)
    noise = np.empty((worlds, points))
    noise[:, 0] = rng.standard_normal(worlds)
    for n in range(1, points):
        noise[:, n] = 0.5 * noise[:, n - 1] + np.sqrt(0.75) * rng.standard_normal(worlds)
    counts = 5 * np.round((3000 + np.sqrt(20 * 3000) * noise) / 5)
    make = halves if points > 6 else lambda row, give, **more: years(2019, row, give, **more)
    found = [trend(make(row, make_values, bases=300_000), spec=spec, same_area=True).direction for row in counts]
    return float(np.mean([direction is not Direction.UNCLEAR for direction in found]))


@pytest.mark.parametrize("points", [6, 8, 14])
def test_a_restless_series_without_a_trend_gets_a_word_in_at_most_three_of_a_hundred(
    make_values, specs, monkeypatch, points
):
    assert false_words(make_values, specs["rate"], monkeypatch, honest=True, points=points) <= 0.03


def test_without_the_correction_for_autocorrelation_it_would_be_more(make_values, specs, monkeypatch):
    assert false_words(make_values, specs["rate"], monkeypatch, honest=False, points=14) > 0.03


def test_half_years_that_are_too_few_are_not_called_years(make_values, specs):
    values = make_values([10, 20], codes=[BREDA] * 2, period=["2019HJ01", "2019HJ02"])
    assert trend(values, spec=specs["rate"]).words == "te weinig halfjaren om een trend te noemen"


def test_a_printed_percentage_gets_no_trend_word(make_values, specs):
    values = years(2019, [30.1, 32.0, 35.0, 38.0, 41.0, 44.0], make_values, spec=specs["printed"], rounding=0.1)
    assert trend(values, spec=specs["printed"]).direction is Direction.UNKNOWN


def test_on_the_boundaries_of_today_a_merger_is_no_break_but_the_protocol_and_a_change_of_region_are():
    bare = {each.year for each in breaks(TILBURG, first_year=2018, last_year=2024)}
    today = {each.year for each in breaks(TILBURG, first_year=2018, last_year=2024, same_area=True)}
    assert (bare, today) == ({2019, 2021}, {2019})
    assert {each.year for each in breaks(ALPHEN_CHAAM, first_year=2018, last_year=2024, same_area=True)} == {2019, 2023}
