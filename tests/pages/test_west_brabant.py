"""What a reader of the West-Brabant page may rely on."""

import pytest

from data_sources.documents import tables
from indicators import notation


@pytest.fixture(scope="module")
def page(read_page):
    return read_page("west_brabant.py")


def test_the_advice_of_cbs_stands_before_every_figure(page):
    text = page.text
    assert text.index("Het CBS raadt af") < text.index("Hoeveel deed Veilig Thuis?")
    assert "Vergelijk ze niet met andere regio's en niet met cijfers vanaf 2019" in text
    assert "Een melding is geen slachtoffer" in text


def test_one_title_and_no_heading_level_is_skipped(page):
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


def test_breda_shows_its_rate_its_counts_and_the_printed_percentage_with_the_check_beside_it(page):
    assert "100,1 meldingen per 10.000 inwoners" in page.text
    assert "1.842 meldingen op 184.069 gedrukte inwoners is 100,1 per 10.000, of 10,0 per 1.000" in page.text
    assert "Het document drukt 0,1% van de inwoners. Dat klopt niet: 1.842 / 184.069 = 1,0%" in page.text


def test_another_municipality_can_be_chosen_in_the_address(read_page):
    assert "617 meldingen op 55.005 gedrukte inwoners" in read_page("west_brabant.py", gemeente="GM0826").text


def test_a_wrong_municipality_is_named_and_ignored(read_page):
    wrong = read_page("west_brabant.py", gemeente="GM9999")
    assert any("GM9999" in warning.value for warning in wrong.run.warning)
    assert "100,1" in wrong.text


def test_table_2_has_every_certain_cell_of_every_row(page):
    printed = tables.municipalities_2018()
    shown = {row[0]: row for row in page.rows if len(row) == 12}
    for place, own in printed[printed["status"] == "zeker"].groupby("municipality", sort=False):
        cells = shown[place][1:]
        for row in own.to_dict("records"):
            decimals = 1 if row["measure"] == "meldingen_pct_gedrukt" else 0
            assert notation.number(row["value"], decimals=decimals) in cells, (place, row["measure"])


def test_an_uncertain_cell_is_shown_with_its_columns_and_never_in_one_of_them(page):
    aalburg = next(row for row in page.rows if row[0] == "Aalburg" and len(row) == 12)
    assert aalburg[5:9] == ["onzeker"] * 4
    loose = [row for row in page.rows if row[0] == "Aalburg" and len(row) == 7]
    assert [row[1:3] for row in loose] == [
        ["3", "onderzoeken of casusregie"],
        ["2", "casusregie of huisverboden"],
        ["1", "huisverboden of interventieteam"],
    ]
    assert "33 manieren" in page.text


def test_sorting_table_2_puts_the_highest_first_and_keeps_the_total_last(read_page):
    rows = [row for row in read_page("west_brabant.py", sorteer="per-10000").rows if len(row) == 12]
    assert rows[1][0] == "Oosterhout"
    assert rows[-1][0] == "Totaal West-Brabant"


def test_the_checks_name_the_wrong_percentages_and_the_inhabitants(page):
    shown = {row[0]: row[1:4] for row in page.rows if len(row) == 6}
    assert shown["Breda: meldingen als percentage van de inwoners"] == ["0,1", "1,0", "+0,9"]
    assert shown["Oosterhout: meldingen als percentage van de inwoners"] == ["0,1", "1,1", "+1,0"]
    assert shown["Inwoners van de 19 gemeenten samen"][:2] == ["718.345", "729.123"]


def test_the_police_fall_stands_beside_the_whole_fall(page):
    assert "1.522 meldingen minder" in page.text
    assert "1.786 keer minder: meer dan de hele daling" in page.text


def test_money_to_be_determined_is_called_so_and_never_zero(page):
    row = next(row for row in page.rows if row[0] == "Bijdragen landelijk programma GHNT")
    assert row[2:5] == ["PM (nog te bepalen)"] * 3
    assert "€ 0" not in page.text


def test_the_region_is_shown_for_each_year_with_its_number_of_municipalities(page):
    for caption in (
        "Document, 2018: 19 gemeenten",
        "CBS, tot en met 2018: 18 gemeenten",
        "CBS, 2019 tot en met 2022: 16 gemeenten",
        "CBS, vanaf 2023: 14 gemeenten",
    ):
        assert caption in page.text


def test_no_trend_word_is_used_for_four_years(page):
    words = page.text.lower()
    assert "te weinig jaren om een trend te noemen" in words
    for word in ("stijgende trend", "dalende trend", "trend omlaag", "trend omhoog"):
        assert word not in words
