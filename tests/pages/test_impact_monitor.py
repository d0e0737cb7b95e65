"""What a reader of the page Impactmonitor may rely on."""

import pandas as pd
import pytest

from charts.bars import bars
from charts.columns import columns
from charts.counts import CountLabels
from charts.documents.prevalence import UnknownStudyError, asked_of
from data_sources import publications, snapshots
from data_sources.catalogue.impact_monitor import THEMES
from indicators import notation


@pytest.fixture(scope="module")
def page(read_page):
    return read_page("impact_monitor.py")


def test_every_indicator_of_cbs_has_a_row_that_says_where_it_can_be_found(page):
    rows = {row[0]: row for row in page.rows if len(row) == 6}
    for theme in THEMES:
        for indicator in theme.indicators:
            row = rows[indicator.name]
            assert row[1] == theme.name
            assert row[3] == "alleen landelijk" or indicator.regional
            assert row[5]


def test_every_link_of_the_matrix_leads_to_a_heading_here_or_to_a_page(page):
    import site_map

    pages = {one.address for one in site_map.PAGES}
    found = [
        place.address
        for theme in THEMES
        for one in theme.indicators
        for place in (one.national_here, one.regional_here, one.series_here)
        if place is not None
    ]
    assert found
    for address in found:
        assert f'href="{address}"' in page.markup
        assert address in pages or f'id="{address.removeprefix("#")}"' in page.markup


def test_one_title_and_no_heading_level_is_skipped(page):
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


@pytest.mark.parametrize("table", ["impactmonitor-2022-4.2", "impactmonitor-2023-5.1", "impactmonitor-2023-5.2"])
def test_every_printed_share_by_group_stands_in_its_table(page, table):
    rows = snapshots.load().observations
    own = rows[(rows["table"] == table) & (rows["unit"] == "%")]
    assert len(own)
    shown = [(row[0], cell) for row in page.rows for cell in row[1:]]
    for category, value in own[["category", "value"]].itertuples(index=False):
        assert (str(category), notation.percent(value)) in shown


def test_survey_estimates_are_apart_from_reports_and_carry_their_source(page):
    own = publications.figures()
    own = own[own["measure"].str.startswith("prevalence")]
    shown = {(row[0], row[1]) for row in page.rows if len(row) == 6}
    assert set(zip(own["indicator"], own["period"], strict=True)) <= shown
    assert "ze tellen iets anders dan meldingen" in page.text


def test_supervision_orders_of_years_and_of_half_years_never_share_a_figure(page):
    years = [row for row in page.rows if len(row) == 3 and row[0] == "Begonnen in dat jaar"]
    halves = [row for row in page.rows if len(row) == 3 and row[0] == "Begonnen in dat halfjaar"]
    assert {"8.753"} <= {row[2] for row in years if row[1] == "2020"}
    assert {"4.355"} <= {row[2] for row in halves if row[1] == "eerste halfjaar 2020"}
    assert not any("halfjaar" in row[1] for row in years)


def test_figures_of_half_years_are_per_half_year_everywhere_they_stand(page):
    """Subtitle, table head, groups and alternative text of a figure of half-years say so, on every page with counts."""
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


def test_each_estimate_says_which_study_asked_whom(page):
    rows = {(row[0], row[1]): row for row in page.rows if len(row) == 6}
    own = publications.figures()
    own = own[own["measure"].str.startswith("prevalence")]
    for indicator, period, note in own[["indicator", "period", "note"]].itertuples(index=False):
        asked = rows[indicator, period][4]
        expected = "WODC" if "WODC" in note else "CBS" if "Prevalentiemonitor" in note else "informanten"
        assert asked.startswith(expected), (indicator, asked)
    assert {row[4].split(",")[0].split(":")[0] for row in rows.values()} >= {"CBS", "WODC", "informanten"}
    assert "Daarom vraagt het CBS ook mensen zelf" not in page.text


def test_a_figure_of_an_unknown_study_is_refused():
    with pytest.raises(UnknownStudyError, match="no study is known"):
        asked_of({"measure": "prevalence_share", "note": "een enquête", "indicator": "iets", "period": "2024"})


def test_first_repeat_and_follow_up_reports_of_the_country_stand_there(page):
    shown = {row[0]: row[1:] for row in page.rows if len(row) == 3}
    assert shown["Hermelding: eerder bekend, daarna gestopt"] == ["2023", "48.555"]
    assert shown["Vervolgmelding: Veilig Thuis is nog bezig"] == ["2023", "36.355"]
