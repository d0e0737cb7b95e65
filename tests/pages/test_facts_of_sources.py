"""What the pages say about sources, regions and periods is what the sources themselves give."""

import re

import pytest

from data_sources import places, snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.documents import DOCUMENTS, tables
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from indicators import notation
from indicators.breaks import breaks

WEESP, AMSTERDAM = "GM0457", "GM0363"
SPAN = re.compile(r"(\d{4}) (?:tot en met|–|-) (\d{4})")


@pytest.fixture(scope="module")
def sources(read_page):
    return read_page("sources.py")


def test_a_missing_cell_is_not_counted_as_a_figure(sources):
    observations = snapshots.load().observations
    known = int(observations["value"].notna().sum())
    assert f"met {notation.count(known)} cijfers" in sources.text
    assert f"{notation.count(len(observations))} cijfers" not in sources.text
    shown = {row[0]: row[4] for row in sources.rows if len(row) == 6}
    for table, rows in observations.groupby("table", observed=True):
        if str(table) in shown:
            assert shown[str(table)] == notation.count(rows["value"].notna().sum()), table


def test_the_periods_of_a_table_are_those_it_has(sources):
    """Walks every table shown: a span covers only years that are all there."""
    observations = snapshots.load().observations
    shown = {row[0]: row[5] for row in sources.rows if len(row) == 6}
    walked = 0
    for table, rows in observations.groupby("table", observed=True):
        if str(table) not in shown:
            continue
        years = {Period.from_code(str(code)).calendar_year for code in rows["period"].unique()}
        for first, last in SPAN.findall(shown[str(table)]):
            walked += 1
            assert set(range(int(first), int(last) + 1)) <= years, (table, shown[str(table)])
        for year in years:
            covered = any(int(first) <= year <= int(last) for first, last in SPAN.findall(shown[str(table)]))
            assert covered or str(year) in shown[str(table)], (table, year)
    assert walked
    assert shown["84852NED"].startswith("2020 en 2023") or "2020, 2023" in shown["84852NED"]


def test_the_sum_of_an_indicator_names_what_it_divides_by(sources):
    """Only a rate is divided by inhabitants; a share of advice by advice and reports together."""
    for spec in INDICATORS.values():
        at = sources.text.find(f"{spec.title} ({spec.unit})")
        if at < 0:
            continue
        said = re.search(r"Berekening: (.*?)\. ", sources.text[at:])[1]
        assert ("inwoners" in said) == spec.is_rate, (spec.id, said)
        if spec.complement is not None:
            assert "adviezen en meldingen samen" in said


def test_no_page_calls_figures_complete_that_have_uncertain_cells(read_page):
    uncertain = tables.municipalities_2018().query("status == 'kolom onzeker'")
    assert len(uncertain) == 14
    for page in ("overview.py", "compare.py", "west_brabant.py"):
        assert "compleet" not in read_page(page, gemeente="GM0758").text, page


def test_the_shorter_list_of_reporters_is_named(read_page):
    printed = tables.reporters()
    years = printed.groupby("reporter", observed=True)["year"].nunique()
    once = printed[printed["reporter"].isin(years.index[years == 1])]
    assert set(once["year"]) == {2017}
    text = read_page("west_brabant.py", onderwerp="melders").text
    assert "De lijst van 2018 is korter dan die van 2017: 19 soorten melders staan alleen in 2017." in text
    assert "staan maar bij één jaar" not in text


def test_an_article_is_by_its_own_author_and_site(sources):
    document = DOCUMENTS["geweld-hoort-nergens-thuis"]
    row = next(row for row in sources.rows if row[0] == document.title)
    assert row[1] == "De schrijver van het artikel, op een eigen archiefsite (niet het programma zelf)"
    assert row[2] == "artikel op een website"
    for one in DOCUMENTS.values():
        assert not one.article or "programma" not in one.publisher.split(",")[0].lower()


def test_the_regions_say_on_what_they_rest(read_page):
    page = read_page("programmes.py")
    rows = places.membership_rows()
    own_year = sum(row.basis.startswith("cbs_") for row in rows)
    assert own_year == 688
    assert f"{notation.count(len(rows))} regels met een gemeente en een jaar. Daarvan komen er 688 uit" in page.text
    assert "zoals het CBS ze in dat jaar indeelde" not in page.text
    shown = [row for row in page.rows if len(row) == 5 and row[0] == "West-Brabant"]
    for row in shown:
        years = [int(year) for year in re.findall(r"\d{4}", row[1])]
        derived = any(year not in {2022, 2024} for year in range(years[0], years[-1] + 1))
        assert ("afgeleid" in row[4]) == derived


def test_weesp_belonged_to_gooi_en_vechtstreek_until_2021(read_page):
    assert (
        "Tot en met 2021 hoorde Weesp bij Veilig Thuis-regio Gooi en Vechtstreek."
        in read_page("municipality.py", gemeente=WEESP).text
    )


def test_a_change_of_area_has_the_day_on_which_it_came():
    """Walks all places: a change that came later in a year is never put on the year after."""
    for place in registry.regions(Level.MUNICIPALITY, year=registry.last_year()):
        for one in breaks(place.code, first_year=registry.FIRST_YEAR, last_year=registry.last_year()):
            if place.code == AMSTERDAM and "gebied" in one.reason:
                assert one.reason == "het gebied van Amsterdam veranderde op 24 maart 2022"
            elif "gebied" in one.reason:
                assert one.reason.endswith(f"in {one.year}")


def test_periods_in_words_never_bridge_a_gap():
    years = [Period.year(year) for year in (2019, 2020, 2021, 2023)]
    halves = [Period.half_year(2020, 1), Period.half_year(2020, 2), Period.half_year(2022, 1)]
    assert notation.periods(years) == "2019 tot en met 2021 en 2023"
    assert notation.periods([*halves, Period.year(2020)]) == (
        "2020, eerste halfjaar 2020, tweede halfjaar 2020 en eerste halfjaar 2022"
    )
    assert notation.periods([Period.year(2020), Period.year(2023)]) == "2020 en 2023"


def test_the_same_half_of_several_years_is_named_once():
    first_halves = [Period.half_year(year, 1) for year in (2020, 2021, 2022)]
    assert notation.periods(first_halves) == "eerste halfjaren van 2020 tot en met 2022"
    assert notation.periods(first_halves[:2]) == "eerste halfjaren van 2020 en 2021"
    assert notation.periods(first_halves[:1]) == "eerste halfjaar 2020"
