"""Rule 15: a printed figure keeps its print, in the files and on the page, beside what follows from its own parts."""

import csv
import io
from collections import Counter

import pytest
import requests

from data_sources.documents import tables
from indicators import notation
from indicators.checks import source_checks, sum_checks

FILES = {
    "document-productie": tables.production,
    "document-gemeenten-2018": tables.municipalities_2018,
    "document-melders": tables.reporters,
    "document-leeftijden": tables.ages,
    "document-geld": tables.money,
    "document-kerncijfers": tables.key_figures,
}
NUMBERS = ("aantal", "bedrag_euro", "waarde")


def numbers(cells) -> Counter:
    return Counter(round(float(cell), 6) for cell in cells if cell not in {"", None} and str(cell) != "nan")


@pytest.mark.parametrize("name", FILES)
def test_the_open_data_hold_every_printed_number_unchanged(data, name):
    answer = requests.get(f"{data}/{name}.csv", timeout=120)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    column = next(head for head in NUMBERS if head in rows[0])
    frame = FILES[name]()
    printed = next(frame[head] for head in ("value", "count", "amount_eur") if head in frame)
    try:
        expected = numbers(printed)
    except ValueError:  # printed with its words: 'een derde' stays as it is
        assert Counter(map(str, printed)) == Counter(row[column] for row in rows)
        return
    assert numbers(row[column] for row in rows) == expected


def test_no_document_table_is_left_out_of_the_open_data(data):
    files = requests.get(f"{data}/index.json", timeout=120).json()["bestanden"]
    names = {file.rpartition("/")[2].removesuffix(".json") for file in files}
    assert set(FILES) <= {name for name in names if name.startswith("document-")}


def differing():
    """Every check of the document whose printed figure is not what follows from its parts."""
    table = tables.municipalities_2018()
    checks = [
        *source_checks.municipal_totals(table),
        *source_checks.printed_shares(table),
        *sum_checks.table_1_and_2(tables.production(), table),
        *sum_checks.ages(tables.ages()),
        *sum_checks.money(tables.money()),
    ]
    return [check for check in checks if not check.holds]


def test_the_page_prints_both_where_they_differ(read_page):
    """In one row: what is printed and what follows, never one instead of the other."""
    page = read_page("west_brabant.py", onderwerp="controle")
    wrong = []
    for check in differing():
        both = {notation.number(check.printed, decimals=each) for each in (0, 1, 2)} | {notation.count(check.printed)}
        follows = {notation.number(check.recomputed, decimals=each) for each in (0, 1, 2)} | {
            notation.count(check.recomputed)
        }
        row = [
            row
            for row in page.rows
            if any(word in cell for cell in row for word in both)
            and any(word in cell for cell in row for word in follows)
        ]
        if not row:
            wrong.append((check.what, check.printed, check.recomputed))
    assert wrong == []
    assert differing()


@pytest.mark.parametrize("text", ["718.345", "729.123", "0,1"])
def test_the_odd_figures_of_the_document_stand_on_the_page(read_page, text):
    assert text in read_page("west_brabant.py", onderwerp="controle").text
