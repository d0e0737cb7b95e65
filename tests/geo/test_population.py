"""Inhabitants per place and year, on the published figures."""

import pandas as pd
import pytest

from data_sources.level import Level
from data_sources.observation import Missing, Status
from data_sources.observation_schema import observations
from data_sources.published import FOLDER
from geo import population

YEARS = [2015, 2016, 2017, 2018, 2019, 2021, 2022, 2023, 2024]


def cells(rows, *, region, table):
    return rows.assign(
        source="cbs", table=table, measure="inhabitants", category="Totaal", region=region,
        period=rows["year"].astype(str) + "JJ00", value=rows["inhabitants"].astype(float), unit="aantal",
        status=Status.FINAL, missing=Missing.PRESENT, rounding=0.0,
    )  # fmt: skip


def municipal():
    rows = pd.read_csv(FOLDER / "places" / "population.csv")
    return cells(rows, region=rows["municipality"], table="inwoners-gemeenten")


def national():
    rows = pd.read_csv(FOLDER / "places" / "population_national.csv")
    return cells(rows, region="NL01", table="inwoners-nederland")


MUNICIPAL = observations(municipal())
BOTH = observations(pd.concat([municipal(), national()], ignore_index=True))


def by_region(frame, year):
    return frame[frame["year"] == year].set_index("region")


@pytest.mark.parametrize("year", [2015, 2018, 2019, 2021, 2022, 2023])
def test_municipalities_add_up_to_the_published_country(year):
    summed = by_region(population.inhabitants(MUNICIPAL, level=Level.COUNTRY, years=[year]), year)
    printed = by_region(population.inhabitants(BOTH, level=Level.COUNTRY, years=[year]), year)
    assert summed.loc["NL01", "basis"] == "sum_of_municipalities"
    assert printed.loc["NL01", "basis"] == "published"
    assert summed.loc["NL01", "inhabitants"] == printed.loc["NL01", "inhabitants"]


@pytest.mark.parametrize("level", [Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART])
def test_regions_add_up_to_the_country(level):
    frame = population.inhabitants(BOTH, level=level, years=[2019, 2023])
    assert set(frame["basis"]) == {"sum_of_municipalities"}
    assert frame.groupby("year")["inhabitants"].sum().to_dict() == {2019: 17_282_163, 2023: 17_811_291}


def test_every_municipality_of_the_year_has_a_row():
    frame = population.inhabitants(BOTH, level=Level.MUNICIPALITY, years=YEARS)
    assert frame.groupby("year").size().to_dict() == dict(
        zip(YEARS, [393, 390, 388, 380, 355, 352, 345, 342, 342], strict=True)
    )
    assert set(frame["basis"]) == {"published"}
    assert by_region(frame, 2023).loc["GM0758", "inhabitants"] > 180_000


def test_a_year_that_is_not_known_is_missing_and_not_filled_in():
    municipalities = population.inhabitants(BOTH, level=Level.MUNICIPALITY, years=[2020])
    provinces = population.inhabitants(BOTH, level=Level.PROVINCE, years=[2020])
    assert municipalities["inhabitants"].isna().all()
    assert provinces["inhabitants"].isna().all()
    assert set(municipalities["basis"]) == set(provinces["basis"]) == {"missing"}
    country = population.inhabitants(BOTH, level=Level.COUNTRY, years=[2020])
    assert country["inhabitants"].tolist() == [17_407_585]


def test_one_missing_part_makes_its_regions_missing_and_no_other():
    without_breda = BOTH[BOTH["region"] != "GM0758"]
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
