"""Finds the fields of a table from its DataProperties: by type, unit and title, never by key or order.

Only a table without a column for regions or for periods cannot be read. Everything else that differs from the
catalogue costs what it concerns, and is named in ``remarks``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_sources.catalogue.model import Measure, Table
from data_sources.cbs import Row
from data_sources.refresh.columns import Column, choose, columns_of, rate_measures, uncatalogued_measures
from data_sources.refresh.units import UnitKind, folded, plain

SHOWN = 6  # titles listed in a message
_REGIONS, _PERIODS = ("GeoDimension", "GeoDetail"), ("TimeDimension",)
PERCENT_STEP = 0.1

__all__ = ["SHOWN", "Dimension", "ShapeError", "TableShape", "listed", "plain", "shape_of"]


class ShapeError(Exception):
    """A table cannot be read; the Dutch message says why in one sentence."""


@dataclass(frozen=True)
class Dimension:
    """One dimension beside regions and periods. ``title`` is that of the catalogue, where it has the dimension."""

    key: str  # '' when the table has it no more: every figure is then its total
    title: str
    listed: bool = True  # in the catalogue, or of a table the catalogue does not describe


@dataclass(frozen=True)
class TableShape:
    """Field keys of one table as this service names them today."""

    region: str  # '' for a table about the country alone
    period: str
    dimensions: tuple[Dimension, ...]  # in the order of the catalogue, then unknown ones
    measures: tuple[tuple[str, Measure], ...]
    steps: Mapping[str, float]  # width of the rounding step per measure id
    lost: tuple[Measure, ...] = ()  # in the catalogue, not in the table
    remarks: tuple[str, ...] = ()

    @property
    def present(self) -> tuple[Dimension, ...]:
        """Dimensions that are columns of the table."""
        return tuple(dimension for dimension in self.dimensions if dimension.key)

    @property
    def fields(self) -> tuple[str, ...]:
        """Everything to ask for."""
        keys = (
            *(dimension.key for dimension in self.present),
            self.region,
            self.period,
            *(key for key, _ in self.measures),
        )
        return tuple(key for key in keys if key)


def shape_of(properties: Sequence[Row], *, table: Table) -> TableShape:
    """Fields of the table; raises ShapeError when it has no column for regions, for periods or for any figure."""
    region = _only(properties, _REGIONS, word="regio's", optional=table.national)
    period = _only(properties, _PERIODS, word="perioden")
    dimensions, of_dimensions = _dimensions(properties, table=table)
    columns = columns_of(properties)
    chosen, lost, of_measures = _measures(columns, table=table)
    if not chosen:
        msg = (
            f"de tabel heeft geen enkele maat die wij kunnen lezen; wel: {listed([column.path for column in columns])}"
        )
        raise ShapeError(msg)
    national = () if region else ("de tabel heeft geen kolom voor regio's; de cijfers gaan over heel Nederland",)
    return TableShape(
        region=region,
        period=period,
        dimensions=dimensions,
        measures=tuple((column.key, measure) for column, measure in chosen),
        steps={measure.id: _step(column, table=table) for column, measure in chosen},
        lost=lost,
        remarks=(*national, *of_dimensions, *of_measures),
    )


def listed(titles: Sequence[str]) -> str:
    """Titles between quotes, the first few of them."""
    shown = ", ".join(f"'{title}'" for title in titles[:SHOWN]) or "geen"
    return shown + (f" en nog {len(titles) - SHOWN}" if len(titles) > SHOWN else "")


def _only(properties: Sequence[Row], kinds: Sequence[str], *, word: str, optional: bool = False) -> str:
    rows = [row for row in properties if row.get("Type") in kinds]
    if not rows and optional:
        return ""
    if not rows:
        every = {"Dimension", *_REGIONS, *_PERIODS}
        there = [plain(row.get("Title") or row["Key"]) for row in properties if row.get("Type") in every]
        msg = f"de tabel heeft geen kolom voor {word}; wel: {listed(there)}"
        raise ShapeError(msg)
    if len(rows) > 1:
        msg = f"de tabel heeft {len(rows)} kolommen voor {word} ({listed([plain(row['Title']) for row in rows])})"
        raise ShapeError(msg)
    return str(rows[0]["Key"]).strip()


def _dimensions(properties: Sequence[Row], *, table: Table) -> tuple[tuple[Dimension, ...], tuple[str, ...]]:
    """Other dimensions; in the order of the catalogue, so that a category reads the same whatever CBS does."""
    rows = [row for row in properties if row.get("Type") == "Dimension"]
    there = {str(row["Key"]).strip(): plain(row.get("Title") or row["Key"]) for row in rows}
    if not table.measures:
        return tuple(Dimension(key, title) for key, title in there.items()), ()
    by_title = {folded(title): key for key, title in there.items()}
    keys = {title: by_title.get(folded(title), "") for title in table.dimensions}
    unknown = [key for key in there if key not in keys.values()]
    missing = [title for title, key in keys.items() if not key]
    remarks = []
    if len(missing) == len(unknown) == 1:  # the one that is gone has another title now
        remarks.append(f"de dimensie '{missing[0]}' heet nu '{there[unknown[0]]}'")
        keys[missing.pop()] = unknown.pop()
    remarks += [f"de dimensie '{title}' is er niet meer; de cijfers gelden als totaal daarvan" for title in missing]
    known = tuple(Dimension(key, title) for title, key in keys.items())
    return (*known, *(Dimension(key, there[key], listed=False) for key in unknown)), tuple(remarks)


Chosen = tuple[tuple[Column, Measure], ...]


def _measures(columns: Sequence[Column], *, table: Table) -> tuple[Chosen, tuple[Measure, ...], tuple[str, ...]]:
    """Measures of the catalogue, what CBS prints per 100,000 of them, and what the catalogue does not know."""
    choice = choose(table.measures, columns)
    rates = rate_measures(choice.measures, columns)
    read = {column.key for column, _ in (*choice.measures, *rates)}
    rest = (
        [] if table.only_measures else [column for column in columns if column.key not in read and not column.is_text]
    )
    known = {measure.id for measure in table.measures} | {measure.id for _, measure in rates}
    others = uncatalogued_measures(rest, taken=known)
    remarks = list(choice.remarks)
    if others and table.measures:
        paths = [f"{measure.title} ({measure.unit})" for _, measure in others]
        remarks.append(f"maten die de catalogus niet kent, ook ingelezen: {listed(paths)}")
    if texts := [column.path for column in columns if column.is_text and not table.only_measures]:
        remarks.append(f"kolommen met tekst, niet ingelezen: {listed(texts)}")
    return (*choice.measures, *rates, *others), choice.lost, tuple(remarks)


def _step(column: Column, *, table: Table) -> float:
    """Counts round as the catalogue says, everything else to its last decimal."""
    if column.unit.kind is UnitKind.COUNT:
        return table.rounding
    return PERCENT_STEP if column.unit.kind is UnitKind.PERCENT and column.decimals is None else column.step
