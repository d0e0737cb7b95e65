"""Reads a feed back as a program does: entries with the cells they name and the numbers they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

NS = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
_COUNT = re.compile(
    r"(?P<change>Nieuw|Herzien|Voor het eerst bekend|Nu zonder cijfer|Niet meer in de tabel): (?P<what>.+), "
    r"(?:(?P<figures>[\d.]+) cijfers?)?(?: en )?(?:(?P<without>[\d.]+) cel(?:len)? zonder cijfer)?(?: van (?P<level>.+))?\."
)


@dataclass(frozen=True)
class Count:
    """A sentence that counts cells."""

    change: str
    what: str
    cells: int
    level: str


@dataclass(frozen=True)
class Entry:
    """One entry as read."""

    id: str
    title: str
    updated: str
    address: str
    cells: tuple[tuple[str, ...], ...]
    counts: tuple[Count, ...]

    @property
    def subject(self) -> tuple[str, ...]:
        """Version, table and period (and place) in the id."""
        return tuple(self.id.partition("wijziging/")[2].split("/"))


def tree(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def entries(content: bytes) -> list[Entry]:
    return [_entry(node) for node in tree(content).findall("a:entry", NS)]


def changes(content: bytes) -> list[Entry]:
    """The entries on changes, without the one on the beginning."""
    return [entry for entry in entries(content) if entry.subject != ("",)]


def _entry(node: etree._Element) -> Entry:
    rows = node.findall(".//h:tbody/h:tr", NS)
    return Entry(
        id=node.findtext("a:id", namespaces=NS),
        title=node.findtext("a:title", namespaces=NS),
        updated=node.findtext("a:updated", namespaces=NS),
        address=node.find("a:link", NS).get("href"),
        cells=tuple(tuple(cell.text for cell in row.findall("h:td", NS)) for row in rows),
        counts=tuple(_count(line.text) for line in node.findall(".//h:li", NS)),
    )


def _count(line: str) -> Count:
    counted_line = _COUNT.fullmatch(line)
    assert counted_line, line
    cells = sum(int((counted_line[part] or "0").replace(".", "")) for part in ("figures", "without"))
    assert cells, line
    return Count(counted_line["change"], counted_line["what"], cells, counted_line["level"] or "")
