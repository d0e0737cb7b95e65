"""What a reader of Bronnen en uitleg may rely on."""

import pytest

from data_sources import changes, snapshots, versions
from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.versions import EMBEDDED_VERSION
from indicators.value import STATE_WORDS


@pytest.fixture(scope="module")
def page(read_page):
    return read_page("sources.py")


def test_one_title_and_no_heading_level_is_skipped(page):
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


def test_the_data_version_is_named(page):
    assert snapshots.load().version in page.text


def test_every_state_of_a_cell_is_explained(page):
    shown = {row[0] for row in page.rows if len(row) == 3}
    assert set(STATE_WORDS.values()) <= shown


def test_every_indicator_has_its_definition_and_caveats(page):
    for spec in EMBEDDED_INDICATORS.values():
        assert spec.definition in page.text
        assert all(caveat in page.text for caveat in spec.caveats)


def test_every_source_is_listed_with_owner_and_licence_press_on_request(read_page, page):
    cbs = [one for one in SOURCES.values() if one.kind in {SourceKind.CBS, SourceKind.DOCUMENT}]
    shown = {(row[0], row[1], row[3]) for row in page.rows if len(row) == 5}
    assert {(one.title, one.owner, one.licence) for one in cbs} <= shown
    everything = read_page("sources.py")
    everything.run.toggle(key="alle-bronnen").set_value(True).run()
    shown = {(row[0], row[1], row[3]) for row in everything.rows if len(row) == 5}
    assert {(one.title, one.owner, one.licence) for one in SOURCES.values()} <= shown


def test_every_statline_table_is_listed_also_without_figures(page):
    shown = {row[0] for row in page.rows if len(row) == 6}
    assert {table for table in TABLES if table.endswith("NED")} <= shown


def test_wrong_printed_figures_are_shown_as_printed_with_what_follows_from_their_parts(page):
    assert ["Breda: meldingen als percentage van de inwoners", "0,1", "1,0", "+0,9"] in [row[:4] for row in page.rows]
    assert "31,2" in page.text


def test_what_a_refresh_changed_is_told(read_page, tmp_path, monkeypatch):
    version = "2026-11-28T183005Z"
    folder = tmp_path / "versions" / version
    folder.mkdir(parents=True)
    one = changes.TableChanges("84849NED", "titel", rows_before=10, rows=12, new_periods=("2024JJ00",), revised=3)
    changes.write(folder, changes.ChangeLog(version, EMBEDDED_VERSION, (one,)))
    monkeypatch.setattr(versions, "default_data_dir", lambda: tmp_path)
    text = read_page("sources.py").text
    assert "Nieuw: cijfers over 2024." in text
    assert "3 cijfers zijn herzien." in text


def test_without_a_refresh_the_page_says_that_nothing_changed_yet(page):
    assert "Er zijn nog geen nieuwe cijfers opgehaald" in page.text
