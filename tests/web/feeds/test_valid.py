"""Feeds and calendar hold to their formats: the schema of RFC 4287, a feed reader, and what a schema cannot say."""

from __future__ import annotations

import copy

import feedparser
import pytest
from lxml import etree

from editions.edition import Edition
from editions.feeds.entry import CellRow, Feed, FeedEntry
from tests.web.feeds import reading
from tests.web.feeds.test_differences import of_place, of_site
from web.feeds.atom import atom


@pytest.fixture
def contents(data_folder):
    return [of_site(data_folder), of_place(data_folder, "NL01"), of_place(data_folder, "GM0014")]


def test_every_feed_holds_to_the_schema(contents):
    for content in contents:
        assert reading.SCHEMA.validate(reading.tree(content)), reading.SCHEMA.error_log


@pytest.mark.parametrize("name", ["id", "title", "updated", "author", "link"])
def test_the_schema_misses_what_a_feed_must_have(contents, name):
    broken = copy.deepcopy(reading.tree(contents[0]))
    for node in broken.findall(f"a:{name}", reading.NS):
        broken.remove(node)
    assert not reading.SCHEMA.validate(broken)


@pytest.mark.parametrize("name", ["id", "title", "updated", "link", "content"])
def test_the_schema_misses_what_an_entry_must_have(contents, name):
    broken = copy.deepcopy(reading.tree(contents[0]))
    entry = broken.find("a:entry", reading.NS)
    entry.remove(entry.find(f"a:{name}", reading.NS))
    assert not reading.SCHEMA.validate(broken)


def test_a_feed_reader_finds_nothing_wrong(contents):
    for content in contents:
        parsed = feedparser.parse(content, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
        assert parsed.bozo == 0, parsed.get("bozo_exception")
        assert parsed.version == "atom10"
        assert parsed.feed.language == "nl"
        assert len(parsed.entries) == len(reading.entries(content))
        assert all(entry.id and entry.title and entry.link and entry.updated_parsed for entry in parsed.entries)
        assert all(entry.content[0].type == "application/xhtml+xml" for entry in parsed.entries)


def test_a_feed_has_one_link_to_itself_and_one_to_its_page_and_an_entry_one_to_its_page(contents):
    for content in contents:
        feed = reading.tree(content)
        assert sorted(link.get("rel") for link in feed.findall("a:link", reading.NS)) == ["alternate", "self"]
        for entry in feed.findall("a:entry", reading.NS):
            assert [link.get("rel") for link in entry.findall("a:link", reading.NS)] == ["alternate"]


def test_ids_are_unique_and_nothing_is_newer_than_its_feed(contents):
    for content in contents:
        entries, feed = reading.entries(content), reading.tree(content)
        ids = [feed.findtext("a:id", namespaces=reading.NS), *(entry.id for entry in entries)]
        assert len(set(ids)) == len(ids)
        assert feed.findtext("a:updated", namespaces=reading.NS) == max(entry.updated for entry in entries)
        assert [entry.updated for entry in entries] == sorted((entry.updated for entry in entries), reverse=True)


def test_ids_stay_when_more_is_published(data_folder):
    older, newer = (
        {entry.id: entry for entry in reading.entries(of_site(data_folder, version))}
        for version in data_folder.versions
    )
    assert set(older) < set(newer)
    assert all(newer[id_].updated == entry.updated and newer[id_].cells == entry.cells for id_, entry in older.items())


def test_what_a_source_prints_cannot_break_a_feed(data_folder):
    edition: Edition = data_folder.edition()
    odd = 'Wie & wat <script>alert("1")</script> \x0b\x00\ufffe 𝒳'
    entry = FeedEntry("wijziging/a/b/2023", odd, edition.created, "/kaart?a=1&b=2", odd, (CellRow(odd, odd, odd, odd),))
    feed = Feed("feed", odd, edition.created, "/bronnen#veranderd", (entry,))
    tree = etree.fromstring(atom(feed, path="/feed.atom", site="https://x.example", host="x.example", place=False))
    reading.SCHEMA.assertValid(tree)
    assert tree.findtext(".//a:entry/a:title", namespaces=reading.NS) == 'Wie & wat <script>alert("1")</script>  𝒳'
    assert tree.find(".//a:entry/a:link", reading.NS).get("href") == "https://x.example/kaart?a=1&b=2"
