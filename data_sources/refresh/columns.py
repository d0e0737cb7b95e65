"""Which column of a table is which measure: by unit and own title; the groups above it only decide between equals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from data_sources.catalogue.model import Measure
from data_sources.cbs import Row
from data_sources.refresh.units import RATE_UNIT, Unit, UnitKind, plain, stem, unit_of

PATH = " | "
OWN_RATE = "_per_100_000"  # ending of the id of what CBS itself prints per 100,000 inhabitants
_PER_100_000 = 100_000
_STEPS = {0: 1.0, 1: 0.1, 2: 0.01}  # decimals → width of the rounding step
_GENERAL = {"totaal", "total", "overig", "anders", "onbekend", ""}  # says nothing without the group above it
_KNOWN_TITLES = {  # ids for tables whose measures nobody has seen: the same words get the same id as elsewhere
    "gestarte adviezen": "advice",
    "ontvangen meldingen": "reports",
    "casussen met ontvangen melding(en)": "cases",
    "afgeronde diensten onderzoek": "inquiries_completed",
    "afgeronde diensten voorwaarden en vervolg": "conditions_completed",
}
_LIKELY_TITLES = {re.compile(r"\boverdrachten\b"): "transfers"}  # when just one count of a table has the word


@dataclass(frozen=True)
class Column:
    """One measure as a table prints it, with the groups above it from the outside in."""

    key: str
    title: str
    groups: tuple[str, ...]
    unit: Unit
    decimals: int | None
    is_text: bool = False

    @property
    def path(self) -> str:
        """Groups and title in one text."""
        return PATH.join((*self.groups, self.title))

    @property
    def step(self) -> float:
        """Width of the step that the decimals round to."""
        return _STEPS.get(1 if self.decimals is None else self.decimals, 0.01)


@dataclass(frozen=True)
class Choice:
    """Measures with their columns, the measures that are not in the table, and Dutch remarks on what moved."""

    measures: tuple[tuple[Column, Measure], ...]
    lost: tuple[Measure, ...]
    remarks: tuple[str, ...]


def columns_of(properties: Sequence[Row]) -> list[Column]:
    """Read the topics of DataProperties."""
    by_id = {row.get("ID"): row for row in properties if row.get("ID") is not None}
    columns = []
    for row in properties:
        if row.get("Type") != "Topic":
            continue
        groups: list[str] = []
        parent, seen = row.get("ParentID"), set()
        while parent in by_id and parent not in seen and by_id[parent].get("Type") == "TopicGroup":
            groups.insert(0, plain(by_id[parent].get("Title") or ""))
            seen.add(parent)
            parent = by_id[parent].get("ParentID")
        title = plain(row.get("Title") or row["Key"])
        decimals = row.get("Decimals")
        columns.append(
            Column(
                key=str(row["Key"]),
                title=title,
                groups=tuple(groups),
                unit=unit_of(row.get("Unit"), titles=(*groups, title)),
                decimals=None if decimals in {None, ""} else int(decimals),
                is_text=str(row.get("Datatype") or "").casefold() == "string",
            )
        )
    return columns


def choose(wanted: Sequence[Measure], columns: Sequence[Column]) -> Choice:
    """The column of every measure of the catalogue, the best match first; a measure without one is lost, not the table."""
    pairs = [
        (score, place, measure, column)
        for place, measure in enumerate(wanted)
        for column in columns
        if (score := _match(measure, column)) is not None
    ]
    pairs.sort(key=lambda pair: pair[0], reverse=True)
    matches: dict[int, Column] = {}
    used: set[str] = set()
    remarks = []
    for score, place, measure, column in pairs:
        if place in matches or column.key in used:
            continue
        equals = [c for s, at, _, c in pairs if at == place and s == score and c.key not in used]
        if len(equals) > 1:
            remarks.append(f"de maat '{measure.title}' staat meer dan eens in de tabel en is niet ingelezen")
            used |= {candidate.key for candidate in equals}
            continue
        matches[place] = column
        used.add(column.key)
        if _moved(measure, column):
            remarks.append(f"de maat '{measure.title}' staat nu als '{column.path}' in de tabel")
    lost = tuple(measure for place, measure in enumerate(wanted) if place not in matches)
    remarks += [f"de maat '{measure.title}' ({measure.unit}) staat niet (meer) in de tabel" for measure in lost]
    chosen = tuple((matches[place], measure) for place, measure in enumerate(wanted) if place in matches)
    return Choice(chosen, lost, tuple(remarks))


def rate_measures(
    chosen: Sequence[tuple[Column, Measure]], columns: Sequence[Column]
) -> tuple[tuple[Column, Measure], ...]:
    """CBS's own figures per 100,000 inhabitants of the counts that were chosen, as measures of their own."""
    counts = [
        Measure(f"{measure.id}{OWN_RATE}", PATH.join((*column.groups, column.title)), RATE_UNIT)
        for column, measure in chosen
        if column.unit.kind is UnitKind.COUNT
    ]
    rates = choose(counts, [column for column in columns if column.unit.per == _PER_100_000])
    return tuple((column, replace(measure, title=column.path)) for column, measure in rates.measures)


def uncatalogued_measures(
    columns: Sequence[Column], *, taken: Collection[str] = ()
) -> tuple[tuple[Column, Measure], ...]:
    """Measures for columns that no catalogue describes; ids follow from titles, never from keys or order.

    ``taken`` are ids of the table that are in use already.
    """
    pairs = [(column, _id_of(column, columns)) for column in columns]
    many = Counter([*taken, *(id_ for _, id_ in pairs)])
    pairs = [(column, id_ if many[id_] == 1 else _slug(column.path) + _ending(column)) for column, id_ in pairs]
    times = Counter(taken)
    measures = []
    for column, id_ in pairs:
        times[id_] += 1
        number = "" if times[id_] == 1 else f"_{times[id_]}"
        measures.append((column, Measure(id_ + number, column.path, column.unit.text)))
    return tuple(sorted(measures, key=lambda pair: pair[1].id))


def _id_of(column: Column, columns: Sequence[Column]) -> str:
    """Our id for a title seen elsewhere, else the title; the groups only where two columns share it."""
    alike = [other for other in columns if other.unit == column.unit]
    stems = [stem(other.title) for other in alike]
    leaf = stem(column.title)
    known = (
        _KNOWN_TITLES.get(leaf)
        if stems.count(leaf) == 1 and column.unit.kind in {UnitKind.COUNT, UnitKind.RATE}
        else None
    )
    for pattern, likely in _LIKELY_TITLES.items():
        if column.unit.kind in {UnitKind.COUNT, UnitKind.RATE} and [each for each in stems if pattern.search(each)] == [
            leaf
        ]:
            known = likely
    if known is None and stems.count(leaf) == 1 and leaf not in _GENERAL:
        known = _slug(leaf)
    groups = [stem(group) for group in column.groups]
    return (known or _slug(PATH.join([*filter(None, groups), leaf]))) + _ending(column)


def _ending(column: Column) -> str:
    if column.unit.kind is UnitKind.RATE:
        return f"_per_{column.unit.per:_}"
    return "_share" if column.unit.kind is UnitKind.PERCENT else ""


def _match(measure: Measure, column: Column) -> tuple[int, ...] | None:
    """How well a column fits a measure, None when its unit or its own title says that it is another one."""
    if column.is_text or column.unit.text != unit_of(measure.unit).text:
        return None
    *groups, leaf = measure.title.split(PATH)
    if not _same_title(leaf, column.title):
        return None
    path = [stem(group) for group in groups]
    there = {stem(group) for group in column.groups}
    nearest = bool(path) and path[-1] in there
    if stem(leaf) in _GENERAL and path and not nearest:
        return None
    exact = plain(measure.title).casefold() == column.path.casefold()
    return (int(exact), int(nearest), sum(group in there for group in path), -len(there - set(path) - {""}))


def _same_title(wanted: str, printed: str) -> bool:
    """Whether two titles are one; a title that ends with dots was cut off by who printed it."""
    ours, theirs = stem(wanted), stem(printed)
    if ours.endswith("..") or theirs.endswith(".."):
        short, long = sorted((ours.rstrip(".…"), theirs.rstrip(".…")), key=len)
        return bool(short) and long.startswith(short)
    return ours == theirs


def _moved(measure: Measure, column: Column) -> bool:
    """Whether a group of the catalogue is gone, so that a person should look whether it is the same thing."""
    there = {stem(group) for group in column.groups}
    *groups, _ = measure.title.split(PATH)
    return any(stem(group) not in there for group in groups)


def _slug(path: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only.casefold()).strip("_")
