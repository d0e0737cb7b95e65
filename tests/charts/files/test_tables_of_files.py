import csv
import io
import json
import shutil
import subprocess
import zipfile

import openpyxl
import pandas as pd
import pytest

from charts.files import archive, names, text, xlsx
from charts.files.rows import file_rows, neutral


def test_the_csv_holds_exactly_the_values_of_the_figure(chart, provenance):
    read = pd.read_csv(io.BytesIO(text.chart_csv(chart, provenance)))
    pd.testing.assert_series_equal(read["waarde"], chart.table["value"], check_names=False)
    pd.testing.assert_series_equal(read["ondergrens"], chart.table["low"], check_names=False)
    assert read["periode"].tolist() == [2018, 2019, 2020, 2019, 2019, 2019, 2019]
    assert read["toestand"].tolist() == chart.table["state"].tolist()


def test_a_hidden_cell_is_empty_in_the_csv_and_never_zero(chart, provenance):
    rows = list(csv.DictReader(io.StringIO(text.chart_csv(chart, provenance).decode("utf-8"))))
    hidden = next(row for row in rows if row["toestand"] == "cbs_dot")
    assert hidden["waarde"] == hidden["ondergrens"] == ""
    assert hidden["uitleg"] == "onbekend, onvoldoende betrouwbaar of geheim (CBS)"
    assert next(row for row in rows if row["toestand"] == "zero")["waarde"] == "0.0"


def test_every_row_carries_unit_source_status_and_version(chart, provenance):
    rows = file_rows(chart, provenance)
    assert set(rows["gegevensversie"]) == {"2026-11-21"}
    assert set(rows["eenheid"]) == {chart.subtitle}
    assert rows["bronregel"].str.contains("84849NED").all()
    assert set(rows["status"]) == {"definitief", "voorlopig", "niet vermeld"}


def test_only_the_first_period_after_2018_is_marked_as_a_break_and_only_where_something_came_before(chart, provenance):
    written = file_rows(chart, provenance)["breuk"].tolist()
    assert "protocol" in written[1]
    assert written[:1] + written[2:] == [""] * 6


def test_dutch_excel_reads_columns_and_decimals(chart, provenance):
    body = text.chart_csv_dutch(chart, provenance)
    assert body.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(body), sep=";", decimal=",", encoding="utf-8-sig")
    pd.testing.assert_series_equal(read["waarde"], chart.table["value"], check_names=False)


@pytest.mark.parametrize("text_of_cell", ["=1+1", "+31", "-cmd", "@SUM", "\t=1", "\r=1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text_of_cell):
    assert neutral(text_of_cell) == f"'{text_of_cell}"


def test_no_cell_of_any_table_file_is_a_formula(chart, provenance):
    for row in csv.reader(io.StringIO(text.chart_csv(chart, provenance).decode("utf-8"))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)
    for sheet in openpyxl.load_workbook(io.BytesIO(xlsx.chart_xlsx(chart, provenance))):
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_the_workbook_has_a_title_a_defined_table_signs_and_an_explanation(chart, provenance):
    book = openpyxl.load_workbook(io.BytesIO(xlsx.chart_xlsx(chart, provenance)))
    sheet = book["Cijfers"]
    assert sheet["A1"].value == chart.name
    assert not sheet.merged_cells.ranges
    assert (
        sheet.tables["Cijfers"].ref == f"A2:{openpyxl.utils.get_column_letter(sheet.max_column)}{len(chart.table) + 2}"
    )
    heads = [cell.value for cell in sheet[2]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=3)]
    assert [row["waarde"] for row in rows] == [12.34, 14, 14.5, 0, 0, "[x]", "[x]"]
    assert [row["tekens"] or "" for row in rows] == ["", "[p] [b]", "[p]", "[low] [o]", "[o]", "[x]", "[x]"]
    explained = {str(row[0].value): row[1].value for row in book["Uitleg"].iter_rows()}
    assert explained.keys() >= {*heads, "[x]", "[p]", "[b]", "[low]"}
    assert "hoort alleen bij deze figuur" not in explained.values()


def test_excel_shows_one_decimal_and_keeps_the_whole_value(chart, provenance):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.chart_xlsx(chart, provenance)))["Cijfers"]
    heads = [cell.value for cell in sheet[2]]
    values = [cell for cell in list(sheet.columns)[heads.index("waarde")][2:] if isinstance(cell.value, float)]
    assert values
    assert {cell.number_format for cell in values} == {"#,##0.0"}
    assert any(round(cell.value, 1) != cell.value for cell in values)


def test_the_same_figure_gives_the_same_bytes(chart, provenance):
    assert xlsx.chart_xlsx(chart, provenance) == xlsx.chart_xlsx(chart, provenance)
    assert archive.chart_zip(chart, provenance) == archive.chart_zip(chart, provenance)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="make test installs LibreOffice")
@pytest.mark.slow
def test_libreoffice_opens_the_workbook_and_keeps_every_row(chart, provenance, tmp_path):
    (tmp_path / "figuur.xlsx").write_bytes(xlsx.chart_xlsx(chart, provenance))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
    ]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "figuur.xlsx")],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert b"error" not in done.stderr.lower()
    lines = list(csv.reader(io.StringIO((tmp_path / "figuur.csv").read_text(encoding="utf-8"))))
    assert lines[0][0] == chart.name
    assert [line[0] for line in lines[2:]] == file_rows(chart, provenance)["plaats"].tolist()


def test_json_tells_what_every_column_means_and_has_null_for_unknown(chart, provenance):
    read = json.loads(text.chart_json(chart, provenance))
    assert [row["waarde"] for row in read["rijen"]][-2:] == [None, None]
    assert {entry["naam"] for entry in read["kolommen"]} == set(read["rijen"][0])
    assert all(entry["betekenis"] for entry in read["kolommen"])
    assert read["omschrijving"] == chart.description


def test_the_file_name_tells_the_content(chart, provenance):
    assert (
        names.file_name(chart, provenance, ending="csv")
        == "veiligthuis_meldingen-per-10000_GM_2018-2020_v2026-11-21.csv"
    )


@pytest.mark.parametrize("hostile", ["../../etc/passwd", "a\r\nSet-Cookie: b", 'x"; y', "", "é" * 500])
def test_a_file_name_never_holds_more_than_letters_digits_and_hyphens(hostile):
    assert names.part(hostile)
    assert all(sign.isalnum() or sign == "-" for sign in names.part(hostile))
    assert len(names.part(hostile)) <= 60


def test_the_zip_holds_all_parts_and_its_readme_names_them(chart, provenance):
    with zipfile.ZipFile(io.BytesIO(archive.chart_zip(chart, provenance))) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    endings = {name.rsplit(".", 1)[1] for name in parts}
    assert endings == {"csv", "xlsx", "json", "txt", "svg", "png"}
    assert parts["alternatieve-tekst.txt"].decode().strip() == chart.description
    assert "gegevensversie 2026-11-21" in parts["citeren.txt"].decode()
    readme = parts["LEESMIJ.txt"].decode()
    assert all(name in readme for name in parts if name != "LEESMIJ.txt")


def test_the_workbook_prints_one_page_wide_with_what_the_figure_shows_first(chart, provenance):
    book = openpyxl.load_workbook(io.BytesIO(xlsx.chart_xlsx(chart, provenance)))
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    sheet = book["Cijfers"]
    hidden = {
        sheet.cell(2, number).value
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min, dimension.max + 1)
    }
    heads = [cell.value for cell in sheet[2]]
    shown = [head for head in heads if head not in hidden]
    assert shown[:4] == ["plaats", "periode", "waarde", "tekens"]
    assert not [head for head in heads if "_" in head]
    assert hidden >= {"toestand", "bronregel", "gegevensversie"}
    assert (
        sum(sheet.column_dimensions[openpyxl.utils.get_column_letter(heads.index(head) + 1)].width for head in shown)
        < 260
    )
    assert sheet.print_title_rows == "$1:$2"
