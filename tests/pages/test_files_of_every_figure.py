"""Every figure of every page, three selections each: figure, table on the page and files say the same, no more and no less."""

import io
import json
import re
from datetime import date

import numpy as np
import pandas as pd
import pytest

import site_map
from charts.chart import Chart
from charts.files import archive, names, text, xlsx
from charts.files.columns import UNEXPLAINED, column
from charts.files.provenance import Provenance
from charts.files.rows import file_rows, neutral
from charts.map import MapData
from charts.map.patterns import LETTERS
from data_sources.versions import EMBEDDED_VERSION
from editions.edition import Edition
from indicators.value import State
from pages._parts.sharing import uses
from tests.browser import taken_files
from tests.browser.taken_files import Taken
from tests.pages.conftest import ReadPage
from tests.pages.figures_of_pages import SELECTIONS, expected_name

PROVENANCE = Provenance(EMBEDDED_VERSION, "http://127.0.0.1/", date.fromisoformat(EMBEDDED_VERSION))
FILES = {page.path: page.file for page in site_map.PAGES}
CASES = [
    pytest.param(FILES[path], choices, keys, id=f"{path or 'start'}-{number}")
    for path, selections in SELECTIONS.items()
    for number, (choices, keys) in enumerate(selections, start=1)
]


@pytest.fixture
def figures(read_page, monkeypatch):
    """Charts that a page offers to take along, by key; the page itself runs unchanged."""

    def _figures(file: str, choices: dict[str, str]) -> tuple[dict[str, Chart], ReadPage]:
        charts: dict[str, Chart] = {}
        offer = uses.row

        def remember(edition: Edition, chart: Chart, *, key: str) -> None:
            charts[key] = chart
            offer(edition, chart, key=key)

        monkeypatch.setattr(uses, "row", remember)
        page = read_page(file, **choices)
        return charts, page

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
        zeros = [0.0 for letter in shown["x"].values() if letter == LETTERS[State.ZERO]]  # a pattern, not a class
        return sorted([*zeros, *(figure[0] for figure in shown["d"].values())])
    return None


@pytest.mark.parametrize(("file", "choices", "keys"), CASES)
def test_the_files_of_every_figure_equal_the_figure_and_the_table_on_the_page(figures, file, choices, keys):
    charts, page = figures(file, choices)
    assert sorted(charts) == sorted(keys)
    stems = [names.file_name(chart, PROVENANCE, ending="csv").removesuffix(".csv") for chart in charts.values()]
    assert len(set(stems)) == len(stems), "two figures of one page would overwrite each other's files"
    wrong = []
    for (key, chart), stem in zip(charts.items(), stems, strict=True):
        rows = pd.read_csv(io.BytesIO(text.chart_csv(chart, PROVENANCE)), dtype="str", keep_default_na=False)
        assert len(rows) == len(chart.table) == len(chart.printed), key
        numbers = rows.replace("", np.nan)
        for name in chart.table:
            if name in {"period", "status", "state"}:
                continue  # written as in links and in words: tests/charts/files
            assert same(numbers[column(str(name)).head], chart.table[name].reset_index(drop=True)), (key, name)
        from_json = json.loads(text.chart_json(chart, PROVENANCE))
        heads, shown = page.tables[chart.name]
        wrong += [f"{key}, {each}" for each in taken_files.differences(heads, shown, from_json["rijen"])]
        in_csv = taken_files.from_csv(Taken("", text.chart_csv(chart, PROVENANCE)))
        title, in_xlsx = taken_files.from_xlsx(Taken("", xlsx.chart_xlsx(chart, PROVENANCE)))
        wrong += [f"{key}, CSV, {each}" for each in taken_files.same_rows(from_json["rijen"], in_csv)]
        wrong += [f"{key}, XLSX, {each}" for each in taken_files.same_rows(from_json["rijen"], in_xlsx)]
        assert chart.name == from_json["titel"] == title, key
        assert re.fullmatch(expected_name(from_json["rijen"]), stem), (key, stem)
        assert len(from_json["rijen"]) == len(chart.table)
        assert all(entry["betekenis"] != UNEXPLAINED for entry in from_json["kolommen"]), (
            key,
            [entry["naam"] for entry in from_json["kolommen"]],
        )
        if "waarde" in rows and (on_map := drawn_values(chart)) is not None:
            assert sorted(pd.to_numeric(numbers["waarde"]).dropna()) == pytest.approx(on_map, abs=0.06)
    assert not wrong, "\n".join(wrong[:20])


def test_every_figure_that_is_drawn_can_be_drawn_as_a_picture(figures):
    for chart in figures("map.py", SELECTIONS["kaart"][0][0])[0].values():
        if isinstance(chart.figure, MapData):
            svg = archive.chart_svg(chart, PROVENANCE).decode()
            assert svg.count("<path") > 300
            assert f'<title id="hg-name">{chart.name}<' in svg
            return
    pytest.fail("the map page has no map")


def test_rows_of_a_figure_keep_their_order(figures):
    for chart in figures("overview.py", {})[0].values():
        assert file_rows(chart, PROVENANCE)["plaats"].tolist() == chart.table["place"].tolist()
