"""What a reader of the West-Brabant page may rely on."""

import pytest

from data_sources.documents import tables
from indicators import notation

PARTS = ("werk", "gemeenten", "melders", "leeftijd-geld", "controle")


@pytest.fixture(scope="module")
def parts(read_page):
    return {part: read_page("west_brabant.py", onderwerp=part) for part in PARTS}


@pytest.fixture(scope="module")
def gemeenten(parts):
    return parts["gemeenten"]


@pytest.mark.parametrize("part", PARTS)
def test_the_advice_of_cbs_stands_before_every_figure(parts, part):
    page = parts[part]
    text = page.text
    first = (
        page.markup.index("<table")
        if part == "werk"
        else page.markup.index("<h2" if part != "gemeenten" else "hg-answer")
    )
    assert page.markup.index("Het CBS raadt af deze cijfers") < first
    assert "Vergelijk deze cijfers niet met andere regio's en niet met cijfers vanaf 2019" in text
    assert "Een melding is geen slachtoffer" in text


def test_the_page_opens_with_table_1_as_printed(read_page):
    heads, rows = read_page("west_brabant.py").tables["Tabel 1: zo vaak deed Veilig Thuis dit"]
    assert heads == ["Soort werk", "2015", "2016", "2017", "2018"]
    printed = tables.production()
    for product, *cells in rows:
        own = printed[printed["product"] == product].sort_values("year")
        assert cells == [notation.count(count) for count in own["count"]]
    assert len(rows) == printed["product"].nunique() == 6


def test_an_older_link_with_a_choice_opens_the_part_it_belongs_to(read_page):
    assert "617 meldingen" in read_page("west_brabant.py", gemeente="GM0826").text
    assert "Tabel 2: alle cijfers per gemeente" in read_page("west_brabant.py", sorteer="meldingen").tables.__str__()


def test_a_place_of_another_region_that_travelled_along_changes_nothing(read_page):
    page = read_page("west_brabant.py", gemeente="GM0855")
    assert "Tabel 1: zo vaak deed Veilig Thuis dit" in page.tables
    assert not page.run.warning


def test_a_part_that_does_not_exist_is_named_and_the_page_shows(read_page):
    wrong = read_page("west_brabant.py", onderwerp="kosten")
    assert any("kosten" in warning.value for warning in wrong.run.warning)
    assert "Tabel 1" in wrong.text


@pytest.mark.parametrize("part", PARTS)
def test_one_title_and_no_heading_level_is_skipped(parts, part):
    page = parts[part]
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


def test_breda_shows_its_rate_its_counts_and_the_printed_percentage_with_the_check_beside_it(gemeenten):
    assert "100,1 per 10.000 inwoners" in gemeenten.text
    assert "1.842 meldingen op 184.069 gedrukte inwoners is 100,1 per 10.000, of 10,0 per 1.000" in gemeenten.text
    assert "In het document staat 0,1% van de inwoners. Dat klopt niet: 1.842 / 184.069 = 1,0%" in gemeenten.text


def test_another_municipality_can_be_chosen_in_the_address(read_page):
    assert "617 meldingen op 55.005 gedrukte inwoners" in read_page("west_brabant.py", gemeente="GM0826").text


def test_a_wrong_municipality_is_named_and_ignored(read_page):
    wrong = read_page("west_brabant.py", onderwerp="gemeenten", gemeente="GM9999")
    assert any("GM9999" in warning.value for warning in wrong.run.warning)
    assert "100,1" in wrong.text


def test_table_2_has_every_certain_cell_of_every_row(gemeenten):
    printed = tables.municipalities_2018()
    shown = {row[0]: row for row in gemeenten.rows if len(row) == 12}
    for place, own in printed[printed["status"] == "zeker"].groupby("municipality", sort=False):
        cells = shown[place][1:]
        for row in own.to_dict("records"):
            decimals = 1 if row["measure"] == "meldingen_pct_gedrukt" else 0
            assert notation.number(row["value"], decimals=decimals) in cells, (place, row["measure"])


def test_an_uncertain_cell_is_shown_with_its_columns_and_never_in_one_of_them(gemeenten, parts):
    aalburg = next(row for row in gemeenten.rows if row[0] == "Aalburg" and len(row) == 12)
    assert aalburg[5:9] == ["onzeker"] * 4
    loose = [row for row in parts["controle"].rows if row[0] == "Aalburg" and len(row) == 7]
    assert [row[1:3] for row in loose] == [
        ["3", "onderzoeken of casusregie"],
        ["2", "casusregie of huisverboden"],
        ["1", "huisverboden of interventieteam"],
    ]
    assert "33 manieren" in parts["controle"].text
    assert "14 kleine getallen" in parts["controle"].text
    assert "12 een verschil" in parts["controle"].text


def test_sorting_table_2_puts_the_highest_first_and_keeps_the_total_last(read_page):
    rows = [
        row for row in read_page("west_brabant.py", onderwerp="gemeenten", sorteer="per-10000").rows if len(row) == 12
    ]
    assert rows[1][0] == "Oosterhout"
    assert rows[-1][0] == "Totaal West-Brabant"


def test_the_checks_name_the_wrong_percentages_and_the_inhabitants(parts):
    page = parts["controle"]
    shown = {row[0]: row[1:4] for row in page.rows if len(row) == 6}
    assert shown["Breda: meldingen als percentage van de inwoners"] == ["0,1", "1,0", "+0,9"]
    assert shown["Oosterhout: meldingen als percentage van de inwoners"] == ["0,1", "1,1", "+1,0"]
    assert shown["Inwoners van de 19 gemeenten samen"][:2] == ["718.345", "729.123"]


def test_the_police_fall_stands_beside_the_whole_fall(parts):
    page = parts["melders"]
    assert "In 2018 deed de politie 1.786 meldingen minder dan in 2017" in page.text
    assert "Alle meldingen samen: 1.522 minder. De politie alleen: 1.786 minder, meer dan de hele daling" in page.text


def test_money_to_be_determined_is_called_so_and_never_zero(parts):
    page = parts["leeftijd-geld"]
    row = next(row for row in page.rows if row[0] == "Bijdragen landelijk programma GHNT")
    assert row[2:5] == ["PM (nog te bepalen)"] * 3
    assert page.run.toggle  # the rest of the rows comes on request
    assert "€ 0" not in page.text


def test_the_region_is_shown_for_each_year_with_its_number_of_municipalities(parts):
    page = parts["werk"]
    for caption in (
        "Document, 2018: 19 gemeenten",
        "CBS, tot en met 2018: 18 gemeenten",
        "CBS, 2019 tot en met 2022: 16 gemeenten",
        "CBS, vanaf 2023: 14 gemeenten",
    ):
        assert caption in page.text


def test_no_trend_word_is_used_for_four_years(parts):
    words = " ".join(each.text for each in parts.values()).lower()
    assert "te weinig jaren om een trend te noemen" in words
    for word in ("stijgende trend", "dalende trend", "trend omlaag", "trend omhoog"):
        assert word not in words
