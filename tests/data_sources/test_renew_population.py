"""A count of CBS renews the embedded inhabitants only when it adds up and names the municipalities of its year."""

import shutil

import pandas as pd
import pytest

from data_sources.published import FOLDER
from data_sources.renew_population import UnsoundCountError, renew

PLACES = FOLDER / "places"


def embedded() -> pd.DataFrame:
    """The embedded count in the form in which it came."""
    frame = pd.read_csv(PLACES / "population_03759ned.csv", dtype=str)
    return frame.rename(columns={"region": "region_code", "inhabitants": "population"}).assign(region_name="")


@pytest.fixture
def places(tmp_path):
    return shutil.copytree(PLACES, tmp_path / "places")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def test_the_embedded_count_gives_the_embedded_files_again(places):
    before = files(places)
    renew(embedded(), places=places)
    assert files(places) == before


def test_a_new_year_takes_the_memberships_of_the_year_before(places):
    later = embedded().query("year == '2026'").assign(year="2027")
    renew(pd.concat([embedded(), later], ignore_index=True), places=places)
    regions = pd.read_csv(places / "regions.csv", dtype=str).fillna("")
    columns = ["municipality", "vt_region", "province", "brabant", "basis"]
    of_year = {year: regions.loc[regions["year"] == year, columns].to_numpy().tolist() for year in ("2026", "2027")}
    assert of_year["2026"] == of_year["2027"]
    names = pd.read_csv(places / "region_names.csv", dtype=str).set_index(["code", "first_year"])["last_year"]
    assert names["VT15", "2023"] == "2027"
    assert names["VT15", "2015"] == "2022"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda rows: rows[rows["region_code"] != "GM0758"], "GM0758"),
        (lambda rows: rows.assign(region_code=rows["region_code"].replace("GM0758", "GM9999")), "GM9999"),
        (lambda rows: rows.assign(population=rows["population"].mask(rows["region_code"] == "GM0758", "1")), "2026"),
        (lambda rows: rows.assign(region_code=rows["region_code"].replace({"PV30": "PV31", "PV31": "PV30"})), "PV30"),
    ],
)
def test_a_count_that_does_not_fit_is_refused_and_changes_nothing(places, spoil, told):
    before = files(places)
    with pytest.raises(UnsoundCountError, match=told):
        renew(spoil(embedded().query("year == '2026'")), places=places)
    assert files(places) == before
