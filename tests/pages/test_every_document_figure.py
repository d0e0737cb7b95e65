"""Every number of the regional documents stands on a page, in a table with its document and place, and in its files."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from charts.chart import Chart
from charts.documents.ages import ages
from charts.documents.figure_check_table import figure_check_table
from charts.documents.loose_cells import loose_cells
from charts.documents.money import money
from charts.documents.monitor_table import monitor_table
from charts.documents.municipal_table import municipal_table
from charts.documents.reporters_table import reporters_table
from charts.documents.statements_table import statements_table
from charts.files.provenance import Provenance
from charts.files.rows import file_rows
from data_sources import documents, publications, snapshots
from data_sources.documents import DOCUMENTS, tables
from indicators import notation
from indicators.checks.counts import CbsCounts
from indicators.checks.evidence import Evidence
from indicators.checks.figure_check import check_all
from indicators.checks.monitor import monitor
from pages._parts.regional import west_brabant, west_brabant_tables

FOLDER = Path(documents.__file__).parent
PROVENANCE = Provenance("test", "http://localhost/", date(2026, 11, 21))


def printed_rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str, *, decimals: int = 0) -> str:
    return notation.number(float(text), decimals=decimals)


def lines(chart: Chart) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in chart.printed.itertuples(index=False)]


def in_files(chart: Chart, value: str) -> bool:
    rows = file_rows(chart, PROVENANCE).select_dtypes("number")
    return bool((rows == float(value)).any(axis=None))


def says_where(chart: Chart, row: dict[str, str]) -> bool:
    said = " ".join(source.text for source in chart.sources) + chart.printed.to_string() + chart.table.to_string()
    return DOCUMENTS[row["document"]].title in said and row["place"].split(",")[-1].split(". ")[-1].strip() in said


def test_every_table_of_the_documents_is_walked_here():
    questions = set(FOLDER.glob("raadsvragen*.csv"))  # no table of a document: tests/pages/test_gaps.py walks them
    assert questions
    assert {path.stem for path in set(FOLDER.glob("*.csv")) - questions} == {
        "west_brabant_productie_2015_2018",
        "west_brabant_gemeenten_2018",
        "west_brabant_herkomst_meldingen",
        "west_brabant_leeftijd_2018",
        "west_brabant_financien",
        "kerncijfers_documenten",
        "indicatoren_hart_van_brabant_2023_2027",
        "uitspraken_documenten",
    }


def test_production():
    chart = west_brabant_tables.production_chart()
    for row in printed_rows("west_brabant_productie_2015_2018"):
        assert [row["product"], row["year"], number(row["count"])] in lines(chart)
        assert in_files(chart, row["count"])
        assert says_where(chart, row)


def test_municipalities():
    found = west_brabant.loose_cells()
    chart = municipal_table(tables.municipalities_2018(), placements=found, codes=west_brabant.codes())
    loose = loose_cells(found, codes=west_brabant.codes())
    shown = {line[0]: line[1:] for line in lines(chart)}
    for row in printed_rows("west_brabant_gemeenten_2018"):
        if row["status"] == "kolom onzeker":
            possible = notation.listing(row["possible_measures"].split("|"), last="of")
            assert [row["municipality"], number(row["value"]), possible] in [line[:3] for line in lines(loose)]
            assert in_files(loose, row["value"])
            assert says_where(loose, row)
        else:
            decimals = 1 if row["measure"] == "meldingen_pct_gedrukt" else 0
            assert number(row["value"], decimals=decimals) in shown[row["municipality"]]
            assert in_files(chart, row["value"])
            assert says_where(chart, row)


def test_reporters():
    chart = reporters_table(tables.reporters())
    shown = {line[0]: line for line in lines(chart)}
    for row in printed_rows("west_brabant_herkomst_meldingen"):
        at = 1 if row["year"] == "2017" else 3
        share = f"{number(row['percent_printed'], decimals=2)}%"
        assert shown[row["reporter"]][at : at + 2] == [number(row["count"]), share]
        assert in_files(chart, row["count"])
        assert in_files(chart, row["percent_printed"])
        assert says_where(chart, row)


def test_the_bars_show_the_reporters_of_both_years_and_the_police_apart():
    drawn = west_brabant_tables.reporters_chart()
    police = west_brabant_tables.police_chart()
    assert ["Buurtbewoner", "2018", "141"] in lines(drawn)
    assert ["Politie", "2017", "6.488"] in lines(police)
    assert ["Melder niet gedrukt", "2018", "39"] in lines(police)


def test_ages():
    chart = ages(tables.ages())
    for row in printed_rows("west_brabant_leeftijd_2018"):
        decimals = 2 if row["unit"] == "%" else 0
        own = next(line for line in lines(chart) if line[0] == row["group"])
        at = list(chart.printed.columns).index(row["service"])
        assert own[at] == number(row["value"], decimals=decimals) + ("%" if row["unit"] == "%" else "")
        assert in_files(chart, row["value"])
        assert says_where(chart, row)


def test_money():
    chart = money(tables.money())
    for row in printed_rows("west_brabant_financien"):
        own = next(line for line in lines(chart) if line[0] == row["item"])
        cell = own[list(chart.printed.columns).index(row["year"])]
        if row["status"] == "PM":
            assert cell == "PM (nog te bepalen)"
        else:
            assert cell == f"€\u00a0{number(row['amount_eur'])}"
            assert in_files(chart, row["amount_eur"])
        assert says_where(chart, row)


@pytest.fixture(scope="module")
def cijfercheck() -> Chart:
    evidence = Evidence(
        snapshots.load().observations, publications.figures(), tables.municipalities_2018(), tables.reporters()
    )
    return figure_check_table(check_all(tables.key_figures(), evidence=evidence))


def test_key_figures(cijfercheck):
    shown = cijfercheck.table.to_dict("records")
    for row in printed_rows("kerncijfers_documenten"):
        value = float(row["value"])
        text = number(row["value"], decimals=0 if value.is_integer() else 1)
        own = [
            one
            for one in shown
            if one["printed"] == text
            and one["printed_period"] == row["period"]
            and one["place"] == row["region"]
            and one["source_place"] == row["place"]
            and one["document"] == DOCUMENTS[row["document"]].title
        ]
        assert own, row
        assert any(text in one["claim"] for one in own)
        if row["compare_value"]:
            assert any(number(row["compare_value"]) in one["claim"] for one in own)


def test_programme_indicators():
    rows = monitor(tables.programme_indicators(), region="VT15", counts=CbsCounts({}))
    chart = monitor_table(rows, region="VT15", place="Midden-Brabant")
    for row in printed_rows("indicatoren_hart_van_brabant_2023_2027"):
        own = next(line for line in lines(chart) if line[0].startswith(f"{row['id']}."))
        assert own[0].lower().endswith(row["indicator"].lower())
        assert own[1] == row["desired_direction"]
        assert says_where(chart, row)


def test_statements():
    chart = statements_table(tables.statements())
    shown = {line[0]: line for line in lines(chart)}
    for row in printed_rows("uitspraken_documenten"):
        own = next(line for said, line in shown.items() if said.startswith(row["text"].rstrip(".")))
        if row["value"]:
            assert in_files(chart, row["value"])
        if row["kind"] == "geld":
            assert f"€\u00a0{number(row['value'])}" in own[0]
        assert own[2] == (row["remark"] or "–")
        for document in row["document"].split("|"):
            assert DOCUMENTS[document].publisher in own[3]
            assert any(DOCUMENTS[document].title in source.text for source in chart.sources)


@pytest.mark.parametrize("file", ["west_brabant.py", "programmes.py", "impact_monitor.py", "sources.py"])
def test_no_page_names_a_person(read_page, file):
    """Documents and organisations only: no title of address or office is followed by a name."""
    text = read_page(file).text
    office = r"(?:dhr|heer|mevr|mevrouw|mw|drs|dr|ir|mr|prof|wethouder|burgemeester|minister|staatssecretaris|auteur)"
    assert re.findall(rf"\b{office}\b\.? [A-Z][a-zé]+", text) == []
