"""Joining our sources gives no reader a cell that CBS hides (STATISTICS rule 14)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from data_sources.disclosure import leaks
from data_sources.level import Level
from data_sources.observation import Missing, Status
from data_sources.observation_schema import observations
from data_sources.places import code_of
from data_sources.snapshots import EMBEDDED, load

HIDDEN = None
ROOT = Path(__file__).parents[2]
DRENTHE = (
    "GM0106",
    "GM0109",
    "GM0114",
    "GM0118",
    "GM0119",
    "GM1680",
    "GM1681",
    "GM1690",
    "GM1699",
    "GM1701",
    "GM1730",
    "GM1731",
)
DRENTHE_VT = code_of("Drenthe", level=Level.VT_REGION, year=2023)
LD_NORTH = {"PV20": 100, "PV21": 200}


def cells(*rows: tuple) -> pd.DataFrame:
    """Rows (table, measure, category, region, period, value); a value None is a dot; 'pers-' tables are exact."""
    return observations(
        pd.DataFrame(
            [
                {
                    "source": "test", "table": table, "measure": measure, "category": category, "region": region,
                    "period": period, "value": float("nan") if value is None else float(value), "unit": "aantal",
                    "status": Status.FINAL, "missing": Missing.CBS_DOT if value is None else Missing.PRESENT,
                    "rounding": 0.0 if table.startswith("pers-") else 5.0,
                }
                for table, measure, category, region, period, value in rows
            ]
        )
    )  # fmt: skip


def found(*rows: tuple) -> list[tuple[str, float, float]]:
    return [(leak.cell[1], leak.low, leak.high) for leak in leaks(cells(*rows))]


def reports(region: str, value: float | None, *, table="84849NED", period="2023JJ00", category="Totaal") -> tuple:
    return (table, "reports", category, region, period, value)


def test_the_figures_we_carry_give_no_hidden_cell_away() -> None:
    carried = load(EMBEDDED / "no-data-folder")
    assert carried.embedded
    assert (carried.observations["missing"] == Missing.CBS_DOT).sum() == 229
    assert [str(leak) for leak in leaks(carried.observations)] == []


def test_the_build_check_runs_as_a_command(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "data_sources.disclosure", "--data", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("0 hidden cells")


def test_a_dot_that_nothing_else_tells_of_is_safe() -> None:
    assert found(reports("GM0106", HIDDEN), reports("NL01", 127_340)) == []


def test_a_total_minus_its_parts_is_found() -> None:
    rows = [
        reports("GM0106", 10),
        reports("GM0106", 10, category="Beroepsmatig totaal"),
        reports("GM0106", 5, category="Niet beroepsmatig totaal"),
        reports("GM0106", HIDDEN, category="Rol/functie onbekend"),
    ]
    assert found(*rows) == [("GM0106", 0, 1)]
    assert found(*rows[:2], *rows[3:]) == []


def test_a_year_minus_a_half_year_is_found() -> None:
    year, half, hidden = (
        reports("GM0106", v, period=p) for p, v in (("2023JJ00", 10), ("2023HJ01", 15), ("2023HJ02", None))
    )
    assert found(year, half, hidden) == []  # the year itself cannot be ten when one half is fifteen
    year = reports("GM0106", 15, table="pers-test")
    assert found(year, half, hidden) == [("GM0106", 0, 2)]


def test_a_region_minus_its_municipalities_is_found() -> None:
    towns = [reports(code, 0) for code in DRENTHE[1:]]
    rows = [reports("PV22", 0), reports(DRENTHE[0], HIDDEN), *towns]
    assert found(*rows) == [(DRENTHE[0], 0, 2)]


def test_a_veilig_thuis_region_that_is_a_province_counts_as_one_area() -> None:
    rows = [
        ("84848NED", "reports", "Bureau Leerplicht", DRENTHE_VT, "2023JJ00", 0),
        ("84849NED", "reports", "Bureau Leerplicht", "PV22", "2023JJ00", None),
        ("84849NED", "reports", "Bureau Leerplicht", "LD01", "2023JJ00", 0),
    ]
    assert found(*rows) == [("PV22", 0, 2)]


@pytest.mark.parametrize("other", ["85361NED", "84851NED"])
def test_another_table_with_a_rounded_figure_leaves_five_values_open(other) -> None:
    assert found(reports("GM0106", HIDDEN), reports("GM0106", 125, table=other)) == []


def test_an_exact_figure_in_another_source_is_found() -> None:
    exact = reports("GM0106", 123, table="pers-test")
    assert found(reports("GM0106", HIDDEN), exact) == [("GM0106", 123, 123)]
    assert found(reports("GM0106", HIDDEN), reports("GM0109", 123, table="pers-test")) == []


def test_measures_of_one_table_are_parts_of_each_other() -> None:
    parts = ("repeat_reports_several_known", "repeat_reports_one_known")
    rows = [
        ("85361NED", "repeat_reports", "Totaal", "GM0106", "2023JJ00", 0),
        ("85361NED", parts[0], "Totaal", "GM0106", "2023JJ00", None),
        ("85361NED", parts[1], "Totaal", "GM0106", "2023JJ00", 0),
    ]
    assert found(*rows) == [("GM0106", 0, 2)]


def test_country_parts_and_provinces_reveal_each_other() -> None:
    rows = [
        reports("LD01", 300, table="pers-test"),
        *(reports(code, value, table="pers-test") for code, value in LD_NORTH.items()),
        reports("PV22", HIDDEN),
    ]
    assert found(*rows) == [("PV22", 0, 0)]


def test_sources_that_contradict_each_other_reveal_nothing() -> None:
    rows = [reports("GM0106", 125), reports("GM0106", 300, table="pers-test"), reports("GM0109", HIDDEN)]
    assert found(*rows) == []
