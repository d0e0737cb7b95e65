"""Counts of 2020 and of the first half of 2025 have their rate on the sheet and in the open data."""

import re
from html import unescape

import pytest
import requests


def rows(address: str, *, period: str) -> list[dict]:
    found = requests.get(address, params={"van": period, "tot": period}, timeout=60).json()["rijen"]
    return [row for row in found if row["periode"] == period]


@pytest.mark.parametrize(
    ("ask", "period", "count", "inhabitants", "rate"),
    [
        ("meldingen.json?gemeente=GM0080", "2020", 1265, 124_084, 101.9),
        ("adviezen.json?gemeente=GM0080", "2020", 1385, 124_084, 111.6),
        ("meldingen.json?gemeente=GM0141", "2020-H1", 245, 73_107, 33.5),
        ("meldingen.json?niveau=NL", "2025-H1", 66_270, 18_044_027, 36.7),
        ("adviezen.json?niveau=NL", "2025-H1", 84_935, 18_044_027, 47.1),
    ],
)
def test_the_open_data_give_count_inhabitants_and_rate(data, ask, period, count, inhabitants, rate):
    (row,) = rows(f"{data}/{ask}", period=period)
    assert count in row.values()
    assert inhabitants in row.values()
    assert round(row["waarde"], 1) == rate


def test_the_sheet_of_leeuwarden_in_2020_gives_its_rate(beside):
    page = requests.get(f"{beside}/gemeenteblad/leeuwarden?jaar=2020", timeout=60).text
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page))).replace("\u00a0", " ")
    assert "101,9" in text
    assert "124.084 inwoners" in text
    assert "inwoners onbekend" not in text
