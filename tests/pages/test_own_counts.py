"""Own counts of a region stand on the page of a municipality, the old way of counting apart, and in no indicator."""

import pytest

from data_sources import publications
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.tables import TABLES

OLD, NEW = "tot en met 2018", "vanaf 2019"


def tables(page, place):
    """Rows of each table of own counts by its span, from the pieces of the markup between their captions."""
    found = {}
    for piece in page.markup.split("<table")[1:]:
        for span in (OLD, NEW):
            if f"telden: {place}, {span}" in piece.replace("&#x27;", "'").split("</caption>")[0]:
                found[span] = piece.split("</table>")[0]
    return found


@pytest.fixture(scope="module")
def amstelveen(read_page):
    return read_page("municipality.py", gemeente="GM0362")


def test_the_old_and_the_new_way_of_counting_never_share_a_table(amstelveen):
    found = tables(amstelveen, "Amstelveen")
    assert set(found) == {OLD, NEW}
    for wanted in ("290", "465", "562", "6.423", "7.539", "9.747"):
        assert f">{wanted}<" in found[OLD]
        assert f">{wanted}<" not in found[NEW]
    for wanted in ("340", "5.738"):
        assert f">{wanted}<" in found[NEW]
        assert f">{wanted}<" not in found[OLD]


def test_the_reader_is_told_that_they_are_no_figures_of_cbs(amstelveen):
    text = amstelveen.text
    assert "Dit zijn eigen tellingen van regio's, met andere regels dan die van het CBS." in text
    assert "Tot en met 2018 telde Veilig Thuis anders." in text
    assert "Bron: Veilig Thuis Amsterdam-Amstelland, via RTV Amstelveen" in text


@pytest.mark.parametrize(("code", "wanted"), [("GM0363", "4.851"), ("GM0826", "617")])
def test_amsterdam_and_oosterhout_have_theirs(read_page, code, wanted):
    page = read_page("municipality.py", gemeente=code)
    assert any(wanted in row for row in page.rows if len(row) == 5)


def test_a_place_without_own_counts_has_no_heading_for_them(read_page):
    labels = [fold.label for fold in read_page("municipality.py", gemeente="GM1680").run.expander]
    assert labels
    assert "Wat regio's zelf telden" not in labels


def test_no_indicator_reads_an_own_count_or_a_figure_of_the_press():
    kinds = {
        TABLES[cells.table].source.kind
        for spec in INDICATORS.values()
        for cells in (*spec.numerator, *(spec.denominator or ()), *(spec.complement or ()))
    }
    assert kinds <= {SourceKind.CBS, SourceKind.DOCUMENT}


def test_no_rate_of_unclear_base_is_carried():
    figures = publications.figures()
    amsterdam = figures[figures["source"].str.startswith("opgave-amsterdam")]
    assert set(amsterdam["unit"]) == {"aantal"}
    assert len(amsterdam) == 9
