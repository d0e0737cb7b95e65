"""Finds the fields of a table from its DataProperties: by type and title, never by key or order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_sources.catalogue.model import Measure, Table
from data_sources.cbs import Row

SHOWN = 6  # titles listed in a message
_PATH = " | "
_COUNT_UNITS = {"", "aantal", "x 1"}
_KNOWN_TITLES = {  # ids for tables whose measures nobody has seen: the same words get the same id as elsewhere
    "gestarte adviezen": "advice",
    "ontvangen meldingen": "reports",
    "casussen met ontvangen melding(en)": "cases",
    "afgeronde diensten onderzoek": "inquiries_completed",
    "afgeronde diensten voorwaarden en vervolg": "conditions_completed",
}
_LIKELY_TITLES = {re.compile(r"\boverdrachten\b"): "transfers"}  # when just one measure of a table has the word


class ShapeError(Exception):
    """A table no longer looks as the catalogue says; the Dutch message names what is missing or new."""


@dataclass(frozen=True)
class Shape:
    """Field keys of one table as this service names them today."""

    region: str
    period: str
    extra: tuple[tuple[str, str], ...]  # (key, title) of the other dimensions, in the order of the catalogue
    measures: tuple[tuple[str, Measure], ...]
    unread: tuple[str, ...] = ()  # measures that the catalogue does not know

    @property
    def fields(self) -> tuple[str, ...]:
        """Everything to ask for."""
        return (*(key for key, _ in self.extra), self.region, self.period, *(key for key, _ in self.measures))


@dataclass(frozen=True)
class _Topic:
    key: str
    path: str
    unit: str


def plain(text: str) -> str:
    """Title without padding or double spaces."""
    return " ".join(str(text).split())


def shape_of(properties: Sequence[Row], *, table: Table) -> Shape:
    """Fields of the table; raises ShapeError when a dimension or a measure of the catalogue is not there."""
    by_type: dict[str, list[Row]] = {}
    for row in properties:
        by_type.setdefault(str(row.get("Type", "")), []).append(row)
    region = _only(by_type, "GeoDimension", word="regio's")
    period = _only(by_type, "TimeDimension", word="perioden")
    topics = _topics(properties)
    known = bool(table.measures)
    extra = _extra(by_type.get("Dimension", []), table=table, known=known)
    measures = tuple((_find(one, topics).key, one) for one in table.measures) if known else _all(topics)
    if not measures:
        msg = "de tabel heeft geen enkele maat"
        raise ShapeError(msg)
    read = {key for key, _ in measures}
    if len(read) < len(measures):
        msg = "twee maten uit de catalogus wijzen naar dezelfde kolom"
        raise ShapeError(msg)
    unread = tuple(topic.path for topic in topics if topic.key not in read)
    return Shape(str(region["Key"]), str(period["Key"]), extra, measures, unread)


def _only(by_type: Mapping[str, list[Row]], kind: str, *, word: str) -> Row:
    found = by_type.get(kind, [])
    if len(found) != 1:
        msg = f"de tabel heeft {len(found) or 'geen'} {'dimensies' if found else 'dimensie'} voor {word}, verwacht: één"
        raise ShapeError(msg)
    return found[0]


def _extra(rows: Sequence[Row], *, table: Table, known: bool) -> tuple[tuple[str, str], ...]:
    """Other dimensions; in the order of the catalogue, so that a category reads the same whatever CBS does."""
    found = {plain(row["Title"]).casefold(): (str(row["Key"]), plain(row["Title"])) for row in rows}
    wanted = [plain(title).casefold() for title in table.dimensions]
    if known and set(found) != set(wanted):
        there = _listed([title for _, title in found.values()])
        msg = f"de dimensies zijn veranderd: verwacht {_listed(table.dimensions)}, gevonden {there}"
        raise ShapeError(msg)
    return tuple(found[title] for title in (wanted if known else found))


def _topics(properties: Sequence[Row]) -> list[_Topic]:
    """Measures with the whole path of the groups they stand in."""
    by_id = {row.get("ID"): row for row in properties}
    topics = []
    for row in properties:
        if row.get("Type") != "Topic":
            continue
        parts = [plain(row["Title"])]
        parent, steps = row.get("ParentID"), 0
        while parent in by_id and by_id[parent].get("Type") == "TopicGroup" and steps < len(by_id):
            parts.insert(0, plain(by_id[parent]["Title"]))
            parent, steps = by_id[parent].get("ParentID"), steps + 1
        topics.append(_Topic(str(row["Key"]), _PATH.join(parts), plain(row.get("Unit") or "")))
    return topics


def _find(measure: Measure, topics: Sequence[_Topic]) -> _Topic:
    """Find the one column of a measure: by its whole printed path, a path cut off with '..', or one end of the path."""
    printed = plain(measure.title).casefold()
    of_unit = [topic for topic in topics if (topic.unit == "%") == (measure.unit == "%")]
    paths = [(topic.path.casefold(), topic) for topic in of_unit]
    ways = [
        [topic for path, topic in paths if path == printed],
        [topic for path, topic in paths if printed.endswith("..") and path.startswith(printed.rstrip("."))],
        [topic for path, topic in paths if path.endswith(_PATH + printed) or printed.endswith(_PATH + path)],
    ]
    hits = next((way for way in ways if way), [])
    if len(hits) != 1:
        there = _listed([topic.path for topic in of_unit])
        how = "staat meer dan eens" if hits else "staat niet (meer)"
        msg = f"de maat '{measure.title}' {how} in de tabel; wel: {there}"
        raise ShapeError(msg)
    if measure.unit == "aantal" and hits[0].unit.casefold() not in _COUNT_UNITS:
        msg = f"de maat '{measure.title}' heeft een andere eenheid: '{hits[0].unit}' in plaats van 'aantal'"
        raise ShapeError(msg)
    return hits[0]


def _all(topics: Sequence[_Topic]) -> tuple[tuple[str, Measure], ...]:
    """Every measure of a table that the catalogue does not describe; ids follow from titles, never from keys."""
    leaves = [topic.path.rsplit(_PATH, 1)[-1].casefold() for topic in topics]
    measures = []
    for topic, leaf in zip(topics, leaves, strict=True):
        own = _known_id(leaf, leaves) if topic.unit != "%" else None
        measures.append((topic.key, Measure(own or _slug(topic.path), topic.path, topic.unit or "aantal")))
    ids = [measure.id for _, measure in measures]
    if len(set(ids)) < len(ids):
        msg = f"maten met dezelfde naam: {_listed(sorted({one for one in ids if ids.count(one) > 1}))}"
        raise ShapeError(msg)
    return tuple(sorted(measures, key=lambda pair: pair[1].id))


def _known_id(leaf: str, leaves: Sequence[str]) -> str | None:
    """Our id for a title seen elsewhere, when it stands for one measure only."""
    for pattern, own in _LIKELY_TITLES.items():
        if [other for other in leaves if pattern.search(other)] == [leaf]:
            return own
    return _KNOWN_TITLES.get(leaf) if leaves.count(leaf) == 1 else None


def _slug(path: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only.casefold()).strip("_")


def _listed(titles: Sequence[str]) -> str:
    shown = ", ".join(f"'{title}'" for title in titles[:SHOWN]) or "geen"
    return shown + (f" en nog {len(titles) - SHOWN}" if len(titles) > SHOWN else "")
