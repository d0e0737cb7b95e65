"""Every printed cell stands in the embedded data version, and nothing else does: CSV and Parquet, cell by cell."""

import csv
import math
from pathlib import Path

import pandas as pd
import pytest

import data_sources
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Period
from data_sources.places import code_of
from data_sources.publications import figures
from data_sources.snapshots import EMBEDDED

ROOT = Path(data_sources.__file__).parent
MEASURES = {  # printed title -> id, by hand: the readers use the catalogue
    "ondersteuning": "support",
    "adviezen": "advice",
    "meldingen": "reports",
    "onderzoeken": "inquiries",
    "casusregie": "case_direction",
    "huisverboden": "restraining_orders",
    "huisverbod": "restraining_orders",
    "interventieteam": "intervention_team",
    "inwoners_2017": "inhabitants_printed",
    "meldingen_pct_gedrukt": "reports_share",
}


def source(name: str) -> list[dict[str, str]]:
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def parquet() -> pd.DataFrame:
    return pd.read_parquet(EMBEDDED / "observations.parquet")


def cells(frame: pd.DataFrame, table: str) -> dict[tuple[str, ...], object]:
    """Cells of one table by (measure, category, region, period): the value, or the reason why there is none."""
    rows = frame[frame["table"] == table]
    found = {
        (row.measure, row.category, row.region, row.period): row.missing if math.isnan(row.value) else row.value
        for row in rows.itertuples()
    }
    assert len(found) == len(rows)
    return found


STATLINE = ["84848NED", "84849NED", "84850NED", "84851NED", "84852NED", "84853NED", "85361NED"]


@pytest.mark.parametrize("table", STATLINE)
def test_every_statline_cell_is_in_the_snapshot(parquet, table):
    titles = {(measure.title, measure.unit): measure.id for measure in TABLES[table].measures}
    printed = {
        (
            titles[row["measure"], row["unit"]],
            row["dimension"],
            code_of(row["region_name"], level=Level(row["region_kind"]), year=int(row["period"][:4])),
            Period.from_key(row["period"]).code,
        ): "cbs_dot" if row["value"] == "." else float(row["value"])
        for row in source("published/statline.csv")
        if row["table_id"] == table
    }
    assert cells(parquet, table) == printed


def test_the_statline_cells_are_1011_of_which_229_dots(parquet):
    rows = parquet[parquet["table"].isin(STATLINE)]
    assert len(rows) == len(source("published/statline.csv")) == 1011
    assert (rows["missing"] == "cbs_dot").sum() == 229


def test_statline_status_and_rounding_are_as_printed(parquet):
    rows = parquet[parquet["table"].isin(STATLINE)]
    status = {
        (row["table_id"], Period.from_key(row["period"]).code): row["status"]
        for row in source("published/statline.csv")
    }
    words = {"provisional": "voorlopig", "final": "definitief"}
    for row in rows.itertuples():
        assert words[row.status] == status[row.table, row.period]
        assert row.rounding == (0.1 if row.unit == "%" else 5.0)


def test_all_population_figures_are_in_the_snapshot(parquet):
    printed: dict[str, dict[tuple[str, ...], object]] = {
        table: {} for table in ("inwoners-gemeenten", "inwoners-provincies", "inwoners-nederland")
    }
    tables = {"GM": "inwoners-gemeenten", "PV": "inwoners-provincies", "NL": "inwoners-nederland"}
    for name, column in (
        ("population", "municipality"),
        ("population_national", "region_code"),
        ("population_03759ned", "region"),
    ):
        for row in source(f"published/places/{name}.csv"):
            key = ("inhabitants", "Totaal", row[column], f"{row['year']}JJ00")
            assert key not in printed[tables[row[column][:2]]], "one number per place and year"
            printed[tables[row[column][:2]]][key] = float(row["inhabitants"])
    assert [len(rows) for rows in printed.values()] == [1551 + 2775, 12 * 8, 2 + 8]
    for table, rows in printed.items():
        assert cells(parquet, table) == rows


def test_all_rows_of_tabel_1_are_in_the_snapshot(parquet):
    printed = {
        (MEASURES[row["product"].lower()], "Totaal", "DR01", f"{row['year']}JJ00"): float(row["count"])
        for row in source("documents/west_brabant_productie_2015_2018.csv")
    }
    assert len(printed) == 24
    assert cells(parquet, "wb-productie") == printed


def test_all_cells_of_tabel_2_are_in_the_snapshot_and_lost_columns_have_no_value(parquet):
    groups = {"Buiten regio": "Buiten regio", "Onbekend": "Onbekend", "Totaal West-Brabant": "Totaal"}
    printed: dict[tuple[str, ...], object] = {}
    for row in source("documents/west_brabant_gemeenten_2018.csv"):
        name = row["municipality"]
        region = "DR01" if name in groups else code_of(name, level=Level.MUNICIPALITY, year=2018)
        category = groups.get(name, "Totaal")
        for title in [row["measure"]] if row["measure"] else row["possible_measures"].split("|"):
            value = float(row["value"]) if row["status"] == "zeker" else "column_uncertain"
            key = (MEASURES[title], category, region, "2018JJ00")
            assert printed.get(key, value) == value, f"{name} has a certain and an uncertain {title}"
            printed[key] = value
    assert cells(parquet, "wb-gemeenten-2018") == printed


def test_all_rows_of_bijlage_4_are_in_the_snapshot(parquet):
    printed = {}
    for row in source("documents/west_brabant_herkomst_meldingen.csv"):
        printed["reports", row["reporter"], "DR01", f"{row['year']}JJ00"] = float(row["count"])
        printed["reports_share", row["reporter"], "DR01", f"{row['year']}JJ00"] = float(row["percent_printed"])
    assert len(printed) == 118
    assert cells(parquet, "wb-melders") == printed


def test_all_rows_of_tabel_4_are_in_the_snapshot(parquet):
    printed = {
        (
            MEASURES[row["service"].lower()] + ("_share" if row["unit"] == "%" else ""),
            row["group"],
            "DR01",
            "2018JJ00",
        ): float(row["value"])
        for row in source("documents/west_brabant_leeftijd_2018.csv")
    }
    assert len(printed) == 14
    assert cells(parquet, "wb-leeftijden") == printed


def test_all_rows_of_the_money_table_are_in_the_snapshot_and_pm_stays_open(parquet):
    printed = {
        ("amount_eur", row["item"], "DR01", f"{row['year']}JJ00"): (
            float(row["amount_eur"]) if row["amount_eur"] else "not_delivered"
        )
        for row in source("documents/west_brabant_financien.csv")
    }
    assert list(printed.values()).count("not_delivered") == 3
    assert cells(parquet, "wb-financien") == printed


def test_every_publication_figure_with_a_year_or_half_year_is_in_the_snapshot(parquet):
    typed = figures()
    printed = source("published/publications.csv")
    assert [str(number) for number in typed["value"]] == [row["value"] for row in printed]
    assert len(typed) == 311
    placed = typed[typed["period_code"] != ""]
    assert sorted(set(typed["period"]) - set(placed["period"])) == ["2020-Q1", "2025-Q1/Q3", "onbekend"]
    for table, rows in placed.groupby("table"):
        expected = {
            (row.measure, row.category, row.region_code, row.period_code): float(row.value) for row in rows.itertuples()
        }
        assert len(expected) == len(rows)
        assert cells(parquet, table) == expected


def test_the_snapshot_holds_no_table_that_has_no_source_rows(parquet):
    documents = {"wb-productie", "wb-gemeenten-2018", "wb-melders", "wb-leeftijden", "wb-financien"}
    population = {"inwoners-gemeenten", "inwoners-provincies", "inwoners-nederland"}
    assert set(parquet["table"].unique()) == {*STATLINE, *documents, *population, *figures()["table"]} - {"pers-rtv527"}
