"""Two published versions give exactly their differences: each changed cell once, none missing, a place its own alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import pandas as pd
import pytest

from data_sources import changes
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Period
from data_sources.snapshots import load
from editions.feeds import composing
from editions.feeds.entries import feed_of_place, feed_of_site
from editions.feeds.gathering import MOST_NAMED
from editions.feeds.words import what
from geo import registry
from indicators import loaded_cells
from tests.web.feeds import reading
from tests.web.feeds.conftest import CITY, DOTTED, OTHER, TABLE, TOWN, Published
from web.feeds.atom import atom

KEY = ["table", "measure", "category", "region", "period"]
WORDS = {"Nieuw": "new", "Herzien": "revised", "Voor het eerst bekend": "filled", "Nu zonder cijfer": "emptied"} | {
    "Niet meer in de tabel": "withdrawn"
}


@cache
def cells(published: Published, version: str) -> dict[tuple[str, ...], tuple[float | None, str, str]]:
    """Every cell of a version: figure (None without one), unit and status."""
    rows = load(published.folder, version=version).observations.astype(dict.fromkeys((*KEY, "unit", "status"), "str"))
    rows = rows[rows["missing"] != "no_such_region"]
    return {
        tuple(row[:5]): (None if pd.isna(row[5]) else row[5], row[6], row[7])
        for row in rows[[*KEY, "value", "unit", "status"]].itertuples(index=False, name=None)
    }


@cache
def differences(
    published: Published, number: int
) -> dict[tuple[str, ...], tuple[str, float | None, float | None, str, str]]:
    """What the version with this number changed: kind of change, both figures, unit and status by cell."""
    version = published.versions[number]
    before = cells(published, published.versions[number - 1] if number else "2026-11-28")
    now = cells(published, version)
    changed = {}
    for key in before.keys() | now.keys():
        old, new = before.get(key), now.get(key)
        _, unit, status = new or old
        if old is None:
            changed[key] = ("new", None, new[0], unit, status)
        elif new is None:
            changed[key] = ("withdrawn", old[0], None, unit, status)
        elif old[0] != new[0]:
            kind = "filled" if old[0] is None else "emptied" if new[0] is None else "revised"
            changed[key] = (kind, old[0], new[0], unit, status)
    return changed


def written(value: float | None, unit: str) -> str:
    if value is None:
        return "geen cijfer"
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".") + ("%" if unit == "%" else "")


def row(key: tuple[str, ...], change: tuple[str, float | None, float | None, str, str], *, titles) -> tuple[str, ...]:
    """The row in which a feed of a place names a changed cell."""
    table, measure, category, _, _ = key
    kind, old, new, unit, status = change
    then = "nog niet in de tabel" if kind == "new" else written(old, unit)
    now = "niet meer in de tabel" if kind == "withdrawn" else written(new, unit)
    now += " (voorlopig)" if status == "provisional" and new is not None else ""
    return what(table, measure, category, unit=unit, titles=titles), then, now


def place_name(code: str) -> str:
    place = registry.region(code)
    plain = place.level in {Level.COUNTRY, Level.MUNICIPALITY}
    return place.name if plain else f"{place.name} ({place.level.singular})"


def titles_of(published: Published) -> dict[str, dict[str, str]]:
    return {table.id: dict(table.measures) for table in published.edition().snapshot.manifest.tables}


@cache
def of_site(published: Published, version: str = "") -> bytes:
    feed = feed_of_site(published.edition(version))
    return atom(feed, path="/feed.atom", site="https://beeld.example", host="beeld.example", place=False)


@cache
def of_place(published: Published, code: str, version: str = "") -> bytes:
    feed = feed_of_place(published.edition(version), code)
    return atom(feed, path="/feed/x.atom", site="https://beeld.example", host="beeld.example", place=True)


def test_the_made_up_versions_differ_in_every_way(published):
    kinds = Counter(change[0] for key, change in differences(published, 1).items() if key[0] == TABLE)
    assert {"new", "revised", "filled", "emptied", "withdrawn"} == set(kinds)
    assert sum(key[0] == OTHER for key in differences(published, 1)) > 3 * MOST_NAMED
    assert len(differences(published, 0)) > 10_000


@pytest.mark.parametrize("number", [0, 1])
def test_every_changed_cell_is_in_the_feed_of_the_site_once(data_folder, number):
    titles, version = titles_of(data_folder), data_folder.versions[number]
    wanted, level = defaultdict(Counter), {str(one): one for one in Level}
    rows = defaultdict(Counter)
    for key, change in differences(data_folder, number).items():
        table, measure, _, region, period = key
        place = (table, Period.from_code(period).key)
        words = what(table, measure, "Totaal", unit=change[3], titles=titles)
        where = "Nederland" if region == "NL01" else level[region[:2]].plural
        wanted[place][change[0], words, where] += 1
        rows[place][(place_name(region), *row(key, change, titles=titles))] += 1
        rows[place][(place_name(region), *row(key, change, titles=titles)), "group"] = (change[0], words, where)
    entries = [entry for entry in reading.changes(of_site(data_folder)) if entry.subject[0] == version]
    assert len({entry.id for entry in entries}) == len(entries)
    assert {entry.subject[1:] for entry in entries} == set(wanted)
    for entry in entries:
        place = entry.subject[1:]
        assert len(entry.cells) == len(set(entry.cells)) <= MOST_NAMED
        assert set(entry.cells) <= set(rows[place])
        together = Counter(rows[place][cell, "group"] for cell in entry.cells)
        for count in entry.counts:
            together[WORDS[count.change], count.what, count.level] += count.cells
        assert together == wanted[place], entry.title
        assert len({(count.change, count.what, count.level) for count in entry.counts}) == len(entry.counts)


def test_corrections_are_named_before_anything_else_with_both_figures(data_folder):
    titles, version = titles_of(data_folder), data_folder.versions[1]
    wanted = defaultdict(set)
    for key, change in differences(data_folder, 1).items():
        if key[0] == TABLE and change[0] != "new":
            wanted[Period.from_code(key[4]).key].add((place_name(key[3]), *row(key, change, titles=titles)))
    named = {
        entry.subject[2]: entry.cells
        for entry in reading.changes(of_site(data_folder))
        if entry.subject[:2] == (version, TABLE)
    }
    assert set(wanted) == {"2023", "2023-H1", "2023-H2"}
    for period, cells_of_period in wanted.items():
        assert len(set(named[period]) & cells_of_period) == min(len(cells_of_period), MOST_NAMED)
    assert all(cell[0] == "Nederland" for cell in named["2024-H1"])


@pytest.mark.parametrize("code", ["NL01", CITY, TOWN, DOTTED, "PV20", "VT21", "GM0758"])
def test_a_place_has_exactly_its_own_changes(data_folder, code):
    titles = titles_of(data_folder)
    for number, version in enumerate(data_folder.versions):
        wanted = defaultdict(Counter)
        for key, change in differences(data_folder, number).items():
            if key[3] == code:
                wanted[key[0], Period.from_code(key[4]).key][row(key, change, titles=titles)] += 1
        entries = {
            entry.subject[1:3]: entry
            for entry in reading.changes(of_place(data_folder, code))
            if entry.subject[0] == version
        }
        assert set(entries) == set(wanted)
        for subject, entry in entries.items():
            assert entry.subject[3] == code
            assert max(wanted[subject].values()) == 1
            assert not set(entry.cells) - set(wanted[subject])
            assert len(entry.cells) == min(len(wanted[subject]), MOST_NAMED)
            assert len(entry.cells) + sum(count.cells for count in entry.counts) == len(wanted[subject])


@pytest.mark.parametrize("code", ["", "GM0014"])
def test_many_new_periods_at_once_are_one_entry_that_counts_its_cells(data_folder, monkeypatch, code):
    monkeypatch.setattr(composing, "MOST_NEW_PERIODS", 1)
    content = of_place.__wrapped__(data_folder, code) if code else of_site.__wrapped__(data_folder)
    reading.SCHEMA.assertValid(reading.tree(content))
    assert any(entry.subject[2] == "nieuw" for entry in reading.changes(content))
    for number, version in enumerate(data_folder.versions):
        log, changed = changes.read(data_folder.folder, version), differences(data_folder, number)
        entries = {entry.subject[1:3]: entry for entry in reading.changes(content) if entry.subject[0] == version}
        for table in log.tables:
            many = table.new_periods if len(table.new_periods) > 1 else ()
            cells_of_new = [key for key in changed if key[0] == table.id and key[4] in many and code in {"", key[3]}]
            if cells_of_new:
                entry = entries.pop((table.id, "nieuw"))
                assert entry.title.endswith(": nieuw")
                assert not entry.cells
                assert sum(count.cells for count in entry.counts) == len(cells_of_new)
            rest = [entry for (name, _), entry in entries.items() if name == table.id]
            assert sum(len(entry.cells) + sum(count.cells for count in entry.counts) for entry in rest) == sum(
                key[0] == table.id and code in {"", key[3]} for key in changed
            ) - len(cells_of_new)


def test_titles_say_what_happened(data_folder):
    of_city = {entry.subject[1:3]: entry.title for entry in reading.changes(of_place(data_folder, CITY))}
    assert of_city[TABLE, "2024-H1"] == (
        f"{registry.region(CITY).name}: Wie vraagt advies en wie meldt ({TABLE}), eerste halfjaar 2024: nieuw"
    )
    versions = [entry.subject[0] for entry in reading.changes(of_site(data_folder))]
    assert versions == sorted(versions, reverse=True)


def test_only_the_country_parts_of_a_publish_that_touched_a_place_are_in_its_feed(data_folder):
    touched = {key[3] for number in (0, 1) for key in differences(data_folder, number)}
    untouched = next(
        place.code for place in registry.regions(Level.MUNICIPALITY, year=2023) if place.code not in touched
    )
    content = of_place(data_folder, untouched)
    assert reading.changes(content) == []
    assert [entry.id for entry in reading.entries(content)] == [f"tag:beeld.example,2026:begin/2026-11-28/{untouched}"]


def test_a_table_that_the_catalogue_does_not_know_any_more_is_named_by_its_number(data_folder, monkeypatch):
    without = {table: declared for table, declared in TABLES.items() if table != OTHER}
    for module in (composing, loaded_cells):
        monkeypatch.setattr(module, "TABLES", without)
    assert any(OTHER in entry.title for entry in reading.changes(of_site.__wrapped__(data_folder)))
