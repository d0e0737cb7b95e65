"""Every figure of every page, three selections each: the files hold what the figure shows, no more and no less."""

import io
import json
from datetime import date

import numpy as np
import openpyxl
import pandas as pd
import pytest

import site_map
from charts.chart import Chart
from charts.files import archive, text, xlsx
from charts.files.columns import UNEXPLAINED, column
from charts.files.provenance import Provenance
from charts.files.rows import file_rows, neutral
from charts.map import MapData
from pages._parts.taking_along import uses

PROVENANCE = Provenance("2026-11-21", "http://127.0.0.1/", date(2026, 11, 21))
SELECTIONS = {
    "map.py": (
        {"indicator": "wb-meldingen", "periode": "2018"},
        {"indicator": "meldingen", "niveau": "PV", "periode": "2023"},
        {"indicator": "aandeel-vervolgmeldingen", "niveau": "LD", "gemeente": "GM0363"},
    ),
    "municipality.py": ({"gemeente": "GM0758"}, {"gemeente": "GM0363"}, {"gemeente": "GM1959"}),
    "compare.py": ({"gemeente": "GM0758"}, {"gemeente": "GM0879"}, {"gemeente": "GM0363", "met": "GM0599,GM0518"}),
    "trends.py": ({}, {"indicator": "adviezen"}, {"gemeente": "GM0363"}),
}
ANY = ({}, {"gemeente": "GM0758"}, {"versie": "2026-11-21"})
CASES = [(page.file, choice) for page in site_map.PAGES for choice in SELECTIONS.get(page.file, ANY)]


@pytest.fixture
def figures(read_page, monkeypatch):
    """Charts that a page offers to take along, by key; the page itself runs unchanged."""

    def _figures(file: str, choices: dict[str, str]) -> dict[str, Chart]:
        found: dict[str, Chart] = {}
        offer = uses.row

        def seen(chart: Chart, *, key: str) -> None:
            found[key] = chart
            offer(chart, key=key)

        monkeypatch.setattr(uses, "row", seen)
        read_page(file, **choices)
        return found

    return _figures


def same(read: pd.Series, expected: pd.Series) -> bool:
    if pd.api.types.is_bool_dtype(expected):
        return read.tolist() == expected.map({True: "ja", False: "nee"}).tolist()
    if pd.api.types.is_numeric_dtype(expected):
        return np.allclose(read.astype("float64"), expected.astype("float64"), equal_nan=True, rtol=1e-12)
    known = expected.notna() & (expected.astype("str") != "")
    return [neutral(str(cell)) for cell in expected[known]] == read[known].astype("str").tolist()


def drawn_values(chart: Chart) -> list[float] | None:
    """Values a reader sees in the figure, where they can be read from it."""
    if isinstance(chart.figure, MapData):
        shown = next(one for one in chart.figure.payload["periods"] if one["key"] == chart.figure.period)
        return sorted(figure[0] for figure in shown["d"].values())
    return None


@pytest.mark.parametrize(
    ("file", "choices"), CASES, ids=[f"{file}-{number % 3}" for number, (file, _) in enumerate(CASES)]
)
def test_the_files_of_every_figure_equal_the_figure(figures, file, choices):
    for key, chart in figures(file, choices).items():
        rows = pd.read_csv(io.BytesIO(text.chart_csv(chart, PROVENANCE)), dtype="str", keep_default_na=False)
        assert len(rows) == len(chart.table) == len(chart.printed), key
        numbers = rows.replace("", np.nan)
        for name in chart.table:
            if name in {"period", "status", "state"}:
                continue  # written as in links and in words: tests/charts/files
            assert same(numbers[column(str(name)).head], chart.table[name].reset_index(drop=True)), (key, name)
        from_json = json.loads(text.chart_json(chart, PROVENANCE))
        assert len(from_json["rijen"]) == len(chart.table)
        assert all(entry["betekenis"] != UNEXPLAINED for entry in from_json["kolommen"]), (
            key,
            [entry["naam"] for entry in from_json["kolommen"]],
        )
        sheet = openpyxl.load_workbook(io.BytesIO(xlsx.chart_xlsx(chart, PROVENANCE)), read_only=True)["Cijfers"]
        assert sheet.max_row == max(len(chart.table), 1) + 2
        if "waarde" in rows and (on_map := drawn_values(chart)) is not None:
            assert sorted(pd.to_numeric(numbers["waarde"]).dropna()) == pytest.approx(on_map, abs=0.06)


def test_every_figure_that_is_drawn_can_be_drawn_as_a_picture(figures):
    for chart in figures("map.py", SELECTIONS["map.py"][0]).values():
        if isinstance(chart.figure, MapData):
            svg = archive.chart_svg(chart, PROVENANCE).decode()
            assert svg.count("<path") > 300
            assert f'<title id="hg-name">{chart.name}<' in svg
            return
    pytest.fail("the map page has no map")


def test_rows_of_a_figure_keep_their_order(figures):
    for chart in figures("overview.py", {}).values():
        assert file_rows(chart, PROVENANCE)["plaats"].tolist() == chart.table["place"].tolist()
