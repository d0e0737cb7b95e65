"""Which versions a feed tells of: those the figures were built on, and the first one too."""

from __future__ import annotations

import shutil

import pytest

from data_sources import changed_cells, changes, versions
from data_sources.snapshots import load
from editions.edition import Edition, current_edition
from editions.feeds.entries import feed_of_place, feed_of_site
from tests.web.feeds import reading
from tests.web.feeds.conftest import TABLE
from tests.web.feeds.test_differences import of_site
from web.feeds.atom import atom


@pytest.fixture
def folder(published, tmp_path, monkeypatch):
    """A copy of the data folder, to break."""
    shutil.copytree(published.folder, tmp_path / "data")
    monkeypatch.setenv("HGIB_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def feed(folder):
    edition = Edition(load(folder), published="")
    content = atom(feed_of_site(edition), path="/feed.atom", site="https://x.example", host="x.example", place=False)
    reading.SCHEMA.assertValid(reading.tree(content))
    return reading.entries(content)


def test_figures_that_came_with_the_site_give_a_feed_with_its_beginning(monkeypatch, tmp_path):
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    entries = feed(tmp_path)
    assert [entry.title for entry in entries] == ["De eerste cijfers van deze site, stand van 28 november 2026"]
    assert entries[0].updated == "2026-11-28T00:00:00Z"
    of_place = feed_of_place(current_edition(), "GM0758")
    assert [entry.key for entry in of_place.entries] == ["begin/2026-11-28/GM0758"]


def test_the_feed_of_an_older_version_ends_with_it(data_folder):
    older = reading.changes(of_site(data_folder, data_folder.versions[0]))
    assert {entry.subject[0] for entry in older} == {data_folder.versions[0]}
    newest = reading.changes(of_site(data_folder))
    assert {entry.id for entry in older} == {e.id for e in newest if e.subject[0] == data_folder.versions[0]}


def test_a_version_that_was_turned_back_is_not_told(folder, published):
    assert versions.rollback(folder) == published.versions[0]
    assert {entry.subject[0] for entry in feed(folder)} == {published.versions[0], ""}


def test_when_older_versions_are_thrown_away_the_feed_starts_later(folder, published):
    shutil.rmtree(folder / "versions" / published.versions[0])
    assert {entry.subject[0] for entry in feed(folder)} == {published.versions[1]}


@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_without_the_list_of_cells_the_feed_tells_what_the_changelog_counts(folder, published, damage):
    path = folder / "versions" / published.versions[1] / versions.CHANGED_CELLS
    path.write_bytes(b"PAR1") if damage == "broken" else path.unlink()
    entries = [entry for entry in feed(folder) if entry.subject[0] == published.versions[1]]
    assert {entry.subject for entry in entries} == {
        (published.versions[1], table.id) for table in changes.read(folder, published.versions[1]).tables
    }


def test_a_reader_of_cells_says_in_dutch_which_version_cannot_be_read(folder, published):
    (folder / "versions" / published.versions[1] / versions.CHANGED_CELLS).write_bytes(b"PAR1")
    with pytest.raises(versions.VersionsError, match="de gewijzigde cijfers van versie"):
        changed_cells.of_place(folder, published.versions[1], code="NL01")


def test_the_cells_of_a_publish_are_those_that_its_changelog_counts(data_folder):
    for version in data_folder.versions:
        log = changes.read(data_folder.folder, version)
        kinds = {table.id: {} for table in log.tables}
        for counts, _ in changed_cells.in_pieces(data_folder.folder, version, country="NL01"):
            for (table, change), many in counts.groupby(["table", "change"])["cells"].sum().items():
                kinds[table][change] = kinds[table].get(change, 0) + many
        for table in log.tables:
            counted = kinds[table.id]
            assert (table.revised, table.filled, table.emptied) == tuple(
                counted.get(kind, 0) for kind in ("revised", "filled", "emptied")
            )
    assert TABLE in kinds
