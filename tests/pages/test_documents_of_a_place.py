"""What the documents say stands with their programme and with every place they speak of, as printed."""

import re

import pytest

from data_sources.documents import DOCUMENTS, tables
from data_sources.documents.programmes import PROGRAMMES
from geo import registry
from indicators import notation
from indicators.checks.named_regions import named_region

TILBURG, HELMOND, BREDA, AMSTERDAM = "GM0855", "GM0794", "GM0758", "GM0363"
NO_MONEY = re.compile(r"noemt geen (?:bedrag|geld|euro)", re.IGNORECASE)


def about(rows, region: str) -> list[dict[str, object]]:
    """Rows of a document table on one region."""
    return rows[rows["region"] == region].to_dict("records")


def everything_said(read_page, code: str):
    """The page of a place with all rows of its documents."""
    page = read_page("municipality.py", gemeente=code)
    for toggle in page.run.toggle:
        if toggle.key == "all-uit-documenten":
            toggle.set_value(True).run()
    return page


@pytest.mark.parametrize(
    ("code", "region"), [(HELMOND, "Helmond"), (TILBURG, "Hart van Brabant"), (BREDA, "West-Brabant")]
)
def test_a_place_shows_every_figure_and_statement_about_its_region(read_page, code, region):
    page = everything_said(read_page, code)
    shown = [row for row in page.rows if len(row) == 4 and "Nagerekend?" not in row]
    for row in about(tables.key_figures(), region):
        value = row["value"]
        text = notation.number(value, decimals=0 if float(value).is_integer() else 1)
        assert any(text in cells[0] and row["place"] in cells[3] for cells in shown), row
    for row in about(tables.statements(), region):
        cells = next(cells for cells in shown if cells[0].startswith(row["text"].rstrip(".")))
        assert cells[1] == "uit een document, niet nagerekend"
        assert all(DOCUMENTS[one].publisher in cells[3] for one in row["document"].split("|"))


def test_the_quarter_of_helmond_is_marked_as_not_recomputed(read_page):
    page = everything_said(read_page, HELMOND)
    for number in ("414", "340"):
        own = [row for row in page.rows if len(row) == 4 and f" {number} " in row[0]]
        assert [row[1] for row in own] == ["uit een document, niet nagerekend"]


def test_nine_municipalities_of_hart_van_brabant_and_sixteen_of_west_brabant_are_spoken_of():
    regions = [named_region(one.code) for one in registry.everywhere()]
    assert (regions.count("Hart van Brabant"), regions.count("West-Brabant"), regions.count("Helmond")) == (9, 16, 1)


def test_a_place_without_documents_has_no_such_heading(read_page):
    labels = [fold.label for fold in read_page("municipality.py", gemeente=AMSTERDAM).run.expander]
    assert labels
    assert "Wat plannen en brieven zeggen" not in labels


REGIONS = {"Hart van Brabant": "VT15", "West-Brabant": "VT21"}


@pytest.mark.parametrize(
    ("file", "choices", "region"),
    [
        *(("programmes.py", {"regio": code}, region) for region, code in REGIONS.items()),
        ("west_brabant.py", {"onderwerp": "leeftijd-geld"}, "West-Brabant"),
    ],
)
def test_no_page_denies_money_and_every_amount_stands_there(read_page, file, choices, region):
    page = read_page(file, **choices)
    assert not NO_MONEY.search(page.text)
    money = tables.statements().query("kind == 'geld'")
    assert set(money["region"]) == set(REGIONS)
    for row in money[money["region"] == region].to_dict("records"):
        assert f"{row['text']}: {notation.euro(row['value'])}".replace("\u00a0", " ") in page.text


def test_every_amount_stands_on_the_card_of_its_programme():
    cards = {programme.document: programme.money.replace("\u00a0", " ") for programme in PROGRAMMES}
    for row in tables.statements().query("kind == 'geld'").to_dict("records"):
        assert notation.euro(row["value"]).replace("\u00a0", " ") in cards[row["document"]]


def test_targets_and_facts_of_the_plans_stand_on_the_page_of_the_programmes(read_page):
    texts = {region: read_page("programmes.py", regio=code).text for region, code in REGIONS.items()}
    for row in tables.statements().to_dict("records"):
        text = texts[row["region"]]
        assert row["text"] in text
        assert row["remark"] in text
