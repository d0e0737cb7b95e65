import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries, registry
from indicators import comparators, size_classes
from indicators.comparator import Comparator, NoComparator
from indicators.comparators import rows_by_code, sum_row

BREDA, HAAREN = "GM0758", "GM0788"
Y2023 = Period.year(2023)


@pytest.fixture
def country(make_values):
    codes = [f"{year}JJ00" for year in range(2015, 2024)]
    return make_values([127_000] * len(codes), bases=17_800_000, codes=["NL01"] * len(codes), period=codes)


@pytest.mark.parametrize("year", range(2015, 2019))
def test_there_is_no_national_figure_before_2019_even_when_a_row_says_so(country, specs, year):
    found = comparators.national(country, spec=specs["rate"], period=Period.year(year))
    assert found == NoComparator(f"Geen landelijk cijfer: het CBS vond de regio's in {year} niet vergelijkbaar.")


def test_a_national_figure_has_its_table_period_and_date(country, specs):
    found = comparators.national(country, spec=specs["rate"], period=Y2023, date="1 maart 2025")
    assert isinstance(found, Comparator)
    assert (found.name, found.table, found.period, found.date, found.published) == (
        "Nederland", "T1", Y2023, "1 maart 2025", True,
    )  # fmt: skip


def test_a_missing_national_figure_says_why(make_values, country, specs):
    late = comparators.national(country, spec=specs["rate"], period=Period.half_year(2023, 1))
    assert late == NoComparator("Geen landelijk cijfer: het eerste halfjaar van 2023 staat nog niet op deze site.")
    hidden = make_values([np.nan], codes=["NL01"])
    reason = comparators.national(hidden, spec=specs["rate"], period=Y2023)
    assert "geheim (CBS)" in reason.reason


@pytest.fixture
def municipalities(make_values):
    codes = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)]
    values = make_values([100 + 5 * n for n in range(len(codes))], bases=40_000, codes=sorted(codes))
    return rows_by_code(values, period=Y2023)


def test_a_region_is_taken_as_published_before_it_is_added_up(make_values, municipalities, specs):
    published = rows_by_code(make_values([7000], bases=700_000, codes=["VT21"]), period=Y2023)
    ask = {"code": BREDA, "level": Level.VT_REGION, "spec": specs["rate"], "period": Y2023}
    found = comparators.larger_place(published, municipalities, **ask)
    assert (found.name, found.value, found.published) == ("Veilig Thuis-regio West-Brabant", 100.0, True)
    added = comparators.larger_place({}, municipalities, **ask)
    assert (added.name, added.published) == ("som van 14 gemeenten in Veilig Thuis-regio West-Brabant", False)
    hidden = rows_by_code(make_values([np.nan], codes=["VT21"]), period=Y2023)
    assert isinstance(comparators.larger_place(hidden, municipalities, **ask), NoComparator), "a dot is not undone"


def test_no_sum_is_ever_called_national(municipalities, specs):
    every = sorted(municipalities)
    neighbours = comparators.touching(municipalities, code=BREDA, spec=specs["rate"], period=Y2023)
    province = comparators.larger_place(
        {}, municipalities, code=BREDA, level=Level.PROVINCE, spec=specs["rate"], period=Y2023
    )
    size = comparators.same_size(
        municipalities, code=BREDA, inhabitants=dict.fromkeys(every, 30_000.0), spec=specs["rate"], period=Y2023
    )
    for found in (neighbours, province, size):
        assert not found.published
        assert found.name.startswith("som van ")
        assert "nederland" not in found.name.lower()
        assert "landelijk" not in found.name.lower()
    assert neighbours.name == f"som van {len(boundaries.touching(BREDA, year=2023))} gemeenten rond Breda"


def test_one_missing_part_makes_the_sum_missing_and_is_named(municipalities, specs):
    gone = {code: row for code, row in municipalities.items() if code != "GM0879"}
    found = comparators.touching(gone, code=BREDA, spec=specs["rate"], period=Y2023)
    assert found == NoComparator("Geen vergelijking: dit cijfer is er niet voor 1 van de 7 gemeenten (Zundert).")


def test_percentages_are_not_added_up(make_values, specs):
    values = make_values([38.1, 40.0], spec=specs["printed"], codes=["GM0758", "GM0879"], rounding=0.1)
    parts = rows_by_code(values, period=Y2023)
    found = comparators.together(parts, codes=["GM0758", "GM0879"], name="samen", spec=specs["printed"], period=Y2023)
    assert "kunt u niet optellen" in found.reason


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=8))
def test_a_sum_carries_the_rounding_of_all_its_parts(counts):
    from tests.indicators.conftest import RATE, values_of

    row = sum_row(values_of([5 * n for n in counts]).to_dict("records"), spec=RATE, period=Y2023)
    base, total = 100_000 * len(counts), 5 * sum(counts)
    assert row["count"] == total
    assert row["rounding_high"] == pytest.approx((total + 2 * len(counts)) / base * 10_000)
    assert row["low"] <= row["rounding_low"] <= row["value"] <= row["rounding_high"] <= row["high"]


def test_size_classes_are_five_and_a_border_belongs_to_the_larger_one():
    sizes = [size_classes.size_class(n).id for n in (19_999, 20_000, 50_000, 100_000, 250_000)]
    assert sizes == ["klein", "middelklein", "middelgroot", "groot", "zeer-groot"]
    people = {"GM0001": 21_000.0, "GM0002": 49_999.0, "GM0003": 50_000.0, "GM0004": float("nan")}
    assert size_classes.same_class("GM0001", inhabitants=people) == ("GM0002",)
    assert size_classes.same_class("GM0004", inhabitants=people) == ()


def test_a_national_figure_that_cbs_did_not_publish_is_no_comparator(country, specs):
    other = country.assign(source="west-brabant-2019")
    found = comparators.national(other, spec=specs["rate"], period=Y2023)
    assert found == NoComparator("Geen landelijk cijfer over 2023 van het CBS zelf op deze site.")


def test_all_parts_missing_are_none_of_them_and_not_a_number_of_the_same_number(specs):
    found = comparators.touching({}, code=BREDA, spec=specs["rate"], period=Y2023)
    assert found == NoComparator("Geen vergelijking: dit cijfer is er voor geen van de 7 gemeenten.")
