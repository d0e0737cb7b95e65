"""Counts of 2020 and of the first half of 2025 stand on the pages with their rate."""

import pytest

from editions.compositions import compositions
from editions.edition import current_edition
from editions.place import periods_of_place


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        (
            {"gemeente": "GM0080", "periode": "2020"},
            ("124.084 inwoners op 1 januari 2020", "1.265 meldingen in Leeuwarden", "101,9 per 10.000 inwoners",
             "111,6 per 10.000 inwoners"),
        ),
        (
            {"gemeente": "GM0141"},  # only a half-year has a figure of Almelo, so the page opens on it
            ("73.107 inwoners op 1 januari 2020", "245 meldingen in Almelo", "33,5 per 10.000 inwoners",
             "165 adviezen in Almelo", "22,6 per 10.000 inwoners"),
        ),
    ],
)  # fmt: skip
def test_a_municipality_in_2020_has_a_rate_on_its_page(read_page, choices, wanted):
    text = read_page("municipality.py", **choices).text
    for words in wanted:
        assert words in text
    assert "inwoners onbekend" not in text


def test_the_page_of_almelo_shows_its_kinds_of_violence(read_page):
    page = read_page("municipality.py", gemeente="GM0141")
    assert "Wie melden, en waarover?" in [part.label for part in page.run.expander]  # made when it is opened
    edition = current_edition()
    period = periods_of_place(edition, "GM0141").start
    kinds = {key: chart for chart, key in compositions(edition, "GM0141", period=period)}["soorten-geweld"]
    assert kinds.name == "Soorten geweld in de meldingen, Almelo, eerste halfjaar 2020"
    assert ["Kindermishandeling", "105"] in [[row[0], row[-1]] for row in kinds.printed.to_numpy().tolist()]


@pytest.mark.parametrize(("page", "choices"), [("trends.py", {"niveau": "NL"}), ("overview.py", {})])
def test_the_country_in_the_first_half_of_2025_has_a_rate(read_page, page, choices):
    rows = [
        row
        for row in read_page(page, **choices).rows
        if any("2025-H1" in cell or "halfjaar 2025" in cell for cell in row)
    ]
    assert any("36,7" in cell for row in rows for cell in row), rows


@pytest.mark.parametrize(
    ("level", "period", "drawn"),
    [("GM", "2020", 2019), ("PV", "2020", 2019), ("LD", "2025-H1", 2024)],
)
def test_a_map_of_a_year_without_boundaries_says_which_it_draws_on(read_page, level, period, drawn):
    page = read_page("map.py", indicator="meldingen", niveau=level, periode=period)
    assert f"grenzen van {drawn}" in page.text
    assert any("gemeentegrenzen" in text and str(drawn) in text for text in page.text.split("Bron:"))
