"""Inhabitants per place and year, on the published figures."""

import pandas as pd
import pytest

from data_sources.level import Level
from data_sources.observation_schema import observations
from data_sources.population import population_rows
from geo import population

YEARS = list(range(2015, 2027))
CBS_TOTALS = {  # as CBS prints them
    2015: 16_900_726, 2018: 17_181_084, 2019: 17_282_163, 2020: 17_407_585, 2021: 17_475_415, 2022: 17_590_672,
    2023: 17_811_291, 2024: 17_942_942, 2025: 18_044_027, 2026: 18_130_208,
}  # fmt: skip
BOTH = observations(population_rows())
MUNICIPAL = BOTH[BOTH["table"] == "inwoners-gemeenten"]


def by_region(frame, year):
    return frame[frame["year"] == year].set_index("region")


@pytest.mark.parametrize("year", CBS_TOTALS)
def test_municipalities_and_the_printed_country_are_what_cbs_counts(year):
    summed = by_region(population.inhabitants(MUNICIPAL, level=Level.COUNTRY, years=[year]), year)
    printed = by_region(population.inhabitants(BOTH, level=Level.COUNTRY, years=[year]), year)
    assert summed.loc["NL01", "basis"] == "sum_of_municipalities"
    assert printed.loc["NL01", "basis"] == "published"
    assert summed.loc["NL01", "inhabitants"] == printed.loc["NL01", "inhabitants"] == CBS_TOTALS[year]


@pytest.mark.parametrize("year", range(2019, 2027))
def test_municipalities_add_up_to_each_province_that_cbs_prints(year):
    summed = by_region(population.inhabitants(MUNICIPAL, level=Level.PROVINCE, years=[year]), year)
    printed = by_region(population.inhabitants(BOTH, level=Level.PROVINCE, years=[year]), year)
    assert set(printed["basis"]) == {"published"}
    assert len(printed) == 12
    assert summed["inhabitants"].to_dict() == printed["inhabitants"].to_dict()


@pytest.mark.parametrize("level", [Level.VT_REGION, Level.COUNTRY_PART])
def test_larger_places_are_sums_of_the_municipalities_of_that_year(level):
    frame = population.inhabitants(BOTH, level=level, years=range(2019, 2027))
    assert set(frame["basis"]) == {"sum_of_municipalities"}
    totals = {year: total for year, total in CBS_TOTALS.items() if year >= 2019}
    assert frame.groupby("year")["inhabitants"].sum().to_dict() == totals


@pytest.mark.parametrize(("year", "regions"), [(2019, 26), (2020, 26), (2022, 26), (2023, 25), (2025, 25), (2026, 25)])
def test_veilig_thuis_regions_of_a_year_all_have_inhabitants(year, regions):
    frame = population.inhabitants(BOTH, level=Level.VT_REGION, years=[year])
    assert len(frame) == regions
    assert frame["inhabitants"].notna().all()


def test_every_municipality_of_the_year_has_a_row():
    frame = population.inhabitants(BOTH, level=Level.MUNICIPALITY, years=YEARS)
    assert frame.groupby("year").size().to_dict() == dict(
        zip(YEARS, [393, 390, 388, 380, 355, 355, 352, 345, 342, 342, 342, 342], strict=True)
    )
    assert set(frame["basis"]) == {"published"}
    assert by_region(frame, 2023).loc["GM0758", "inhabitants"] > 180_000


def test_a_year_that_is_not_known_is_missing_and_not_filled_in():
    for level in (Level.MUNICIPALITY, Level.PROVINCE, Level.VT_REGION, Level.COUNTRY):
        frame = population.inhabitants(BOTH, level=level, years=[2027])
        assert len(frame)
        assert frame["inhabitants"].isna().all()
        assert set(frame["basis"]) == {"missing"}


def test_one_missing_part_makes_its_regions_missing_and_no_other():
    without_breda = MUNICIPAL[MUNICIPAL["region"] != "GM0758"]
    for level, code in [(Level.VT_REGION, "VT21"), (Level.PROVINCE, "PV30"), (Level.COUNTRY_PART, "LD04")]:
        frame = by_region(population.inhabitants(without_breda, level=level, years=[2023]), 2023)
        assert frame.index[frame["inhabitants"].isna()].tolist() == [code]
        assert frame.loc[code, "basis"] == "missing"


def test_regions_that_may_miss_an_unplaced_municipality_are_missing_in_2018():
    frame = by_region(population.inhabitants(BOTH, level=Level.VT_REGION, years=[2018]), 2018)
    assert sorted(frame.index[frame["inhabitants"].isna()]) == ["VT20", "VT24"]


def test_inhabitants_printed_by_a_document_do_not_count():
    printed = BOTH[(BOTH["region"] == "GM0758") & (BOTH["period"] == "2018JJ00")].assign(
        table="wb-gemeenten-2018", value=184_069.0
    )
    frame = population.inhabitants(
        pd.concat([printed, BOTH], ignore_index=True), level=Level.MUNICIPALITY, years=[2018]
    )
    only_printed = population.inhabitants(printed, level=Level.MUNICIPALITY, years=[2018])
    assert by_region(frame, 2018).loc["GM0758", "inhabitants"] == 183_448
    assert only_printed["inhabitants"].isna().all()
