"""What a reader of the topic pages and of the index Impactmonitor may rely on."""

import re

import pandas as pd
import pytest

import site_map
from charts.bars import bars
from charts.columns import columns
from charts.counts import CountLabels
from charts.documents.prevalence import UnknownStudyError, respondents_of
from data_sources import publications, snapshots
from data_sources.catalogue.impact_monitor import THEMES
from indicators import notation

TOPICS = {
    "who_reports.py": "Ongeveer een derde van de meldingen kwam niet van politie of justitie",
    "safety.py": "De politie deed ongeveer de helft van de meldingen over acute onveiligheid",
    "repetition.py": "Bij ongeveer twee derde van de meldingen was al iemand bekend",
    "surveys.py": "Onderzoek 2022: naar schatting 9% maakte huiselijk geweld mee",
    "child_protection.py": "In 2022 stopten meer ondertoezichtstellingen dan er begonnen",
}
"""File of each topic page and the finding that titles its figure."""


@pytest.fixture(scope="module")
def index(read_page):
    return read_page("impact_monitor.py")


@pytest.fixture(scope="module")
def topics(read_page):
    return {file: read_page(file) for file in TOPICS}


def test_every_indicator_of_cbs_has_a_row_that_says_where_it_can_be_found(index):
    rows = {row[0]: row for row in index.rows if len(row) == 6}
    for theme in THEMES:
        for indicator in theme.indicators:
            row = rows[indicator.name]
            assert row[1] == theme.name
            assert row[3] == "alleen landelijk" or indicator.regional
            assert row[5]


def test_every_link_of_the_matrix_leads_to_a_heading_here_or_to_a_page(index):
    pages = {each.address for each in site_map.PAGES}
    addresses = [
        place.address
        for theme in THEMES
        for indicator in theme.indicators
        for place in (indicator.national_here, indicator.regional_here, indicator.series_here)
        if place is not None
    ]
    assert addresses
    for address in addresses:
        assert f'href="{address}"' in index.markup
        assert address.partition("#")[0] in {"", *pages}
        assert address in pages or f'id="{address.partition("#")[2]}"' in index.markup or address.startswith("/")


def test_what_is_drawn_is_a_link_and_the_rest_is_counted_on_its_fold(index):
    links = re.findall(r'<ul class="hg-index">(.*?)</ul>', index.markup, re.DOTALL)
    assert links[0].count("<a ") == 8
    folds = [expander.label for expander in index.run.get("expander")]
    counted = [re.match(r"(\d+) cijfers", label) for label in folds]
    numbers = [int(each[1]) for each in counted if each]
    assert 8 + sum(numbers) == sum(len(theme.indicators) for theme in THEMES)
    assert any("alleen bij het CBS" in label for label in folds)


@pytest.mark.parametrize(
    "anchor",
    [
        "adviezen-en-meldingen",
        "wie-vraagt-advies",
        "acuut-en-structureel-onveilig",
        "vervolgmeldingen-per-provincie",
        "cbs-tabellen",
        "onderzoek-onder-de-bevolking",
        "ondertoezichtstellingen",
    ],
)
def test_an_older_link_to_a_part_of_the_page_still_has_a_place_to_go(index, anchor):
    assert f'id="{anchor}"' in index.markup


def test_one_title_and_no_heading_level_is_skipped(index, topics):
    for page in (index, *topics.values()):
        assert page.headings.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


@pytest.mark.parametrize(("file", "finding"), TOPICS.items())
def test_a_topic_opens_with_its_finding_and_the_plain_label_under_it(topics, file, finding):
    title, subtitle = re.search(r"<h2[^>]*>(.*?)</h2><p class=\"hg-sub\">(.*?)</p>", topics[file].markup).groups()
    assert title == finding
    assert len(title.split()) <= 12
    assert "Nederland" in subtitle
    assert re.search(r"20\d\d", title + subtitle)


def test_the_third_that_police_and_justice_did_not_report_is_that_of_the_loaded_figures():
    rows = snapshots.load().observations
    rows = rows[(rows["table"] == "84849NED") & (rows["region"] == "NL01") & (rows["measure"] == "reports")]
    counts = rows[rows["period"] == "2023JJ00"].set_index("category")["value"]
    assert 1 - counts["Justitie en veiligheid: totaal"] / counts["Totaal"] == pytest.approx(0.328, abs=0.001)


def test_the_groups_of_reporters_and_what_they_leave_are_all_reports(topics):
    rows = [row for row in topics["who_reports.py"].rows if len(row) == 3 and row[1] == "2023"]
    assert sum(int(row[2].replace(".", "")) for row in rows) == 127_340
    assert "Niet in deze groepen" in {row[0] for row in rows}


@pytest.mark.parametrize("table", ["impactmonitor-2022-4.2", "impactmonitor-2023-5.1", "impactmonitor-2023-5.2"])
def test_every_printed_share_by_group_stands_in_its_table(topics, table):
    rows = snapshots.load().observations
    own = rows[(rows["table"] == table) & (rows["unit"] == "%")]
    assert len(own)
    shown = [(row[0], cell) for page in topics.values() for row in page.rows for cell in row[1:]]
    for category, value in own[["category", "value"]].itertuples(index=False):
        assert (str(category), notation.percent(value)) in shown


def test_survey_estimates_are_apart_from_reports_and_carry_their_source(topics):
    page = topics["surveys.py"]
    own = publications.figures()
    own = own[own["measure"].str.startswith("prevalence")]
    shown = {(row[0], row[1]) for row in page.rows if len(row) == 3}
    assert set(zip(own["indicator"], own["period"], strict=True)) <= shown
    assert "ze tellen iets anders dan meldingen" in page.text


def test_supervision_orders_of_years_and_of_half_years_never_share_a_figure(topics):
    page = topics["child_protection.py"]
    years = [row for row in page.rows if len(row) == 3 and row[0] == "Begonnen in dat jaar"]
    halves = [row for row in page.rows if len(row) == 3 and row[0] == "Begonnen in dat halfjaar"]
    assert {"8.753"} <= {row[2] for row in years if row[1] == "2020"}
    assert {"4.355"} <= {row[2] for row in halves if row[1] == "eerste halfjaar 2020"}
    assert not any("halfjaar" in row[1] for row in years)


def test_figures_of_half_years_are_per_half_year_everywhere_they_stand(topics):
    """Subtitle, table head, groups and alternative text of a figure of half-years say so, on every page with counts."""
    page = topics["child_protection.py"]
    assert "aantal maatregelen per halfjaar" in page.text
    at = page.text.index("Ondertoezichtstellingen per halfjaar")
    assert " per jaar" not in page.text[at:]
    assert "in dat jaar" not in page.text[at:]
    for rows in (
        pd.DataFrame({"group": "iets", "period": ["2020-H1", "2021-H1"], "value": [5.0, 10.0]}),
        pd.DataFrame({"group": "iets", "period": ["2020-H2", "2021-H1"], "value": [5.0, 10.0]}),
    ):
        words = CountLabels("sleutel", "Titel", place="Nederland", region="NL01", unit="keer", group_head="wat")
        for chart in (columns(rows, words=words), bars(rows, words=words)):
            said = f"{chart.name} {chart.subtitle} {chart.description} {chart.printed.to_string()}"
            assert "halfjaar" in said
            assert " per jaar" not in said
            assert "jaar" not in set(chart.printed.columns)
            assert "tot en met" not in chart.name  # two first halves are no span


def test_each_estimate_says_which_study_asked_whom(topics):
    page = topics["surveys.py"]
    rows = {(row[0], row[1]): row for row in page.rows if len(row) == 4}
    own = publications.figures()
    own = own[own["measure"].str.startswith("prevalence")]
    for indicator, period, note in own[["indicator", "period", "note"]].itertuples(index=False):
        asked = rows[indicator, period][2]
        expected = "WODC" if "WODC" in note else "CBS" if "Prevalentiemonitor" in note else "informanten"
        assert asked.startswith(expected), (indicator, asked)
    assert {row[2].split(",")[0].split(":")[0] for row in rows.values()} >= {"CBS", "WODC", "informanten"}
    assert "Daarom vraagt het CBS ook mensen zelf" not in page.text


def test_a_figure_of_an_unknown_study_is_refused():
    with pytest.raises(UnknownStudyError, match="no study is known"):
        respondents_of({"measure": "prevalence_share", "note": "een enquête", "indicator": "iets", "period": "2024"})


def test_first_repeat_and_follow_up_reports_of_the_country_stand_there(topics):
    page = topics["repetition.py"]
    shown = {row[0]: row[1:] for row in page.rows if len(row) == 3}
    assert shown["Hermelding: eerder bekend, daarna gestopt"] == ["2023", "48.555"]
    assert shown["Vervolgmelding: Veilig Thuis is nog bezig"] == ["2023", "36.355"]
