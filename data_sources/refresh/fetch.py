"""One table from CBS to a file of observations, period by period, so that memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from data_sources.catalogue.model import Measure, Table
from data_sources.cbs import Door
from data_sources.observation import KEY
from data_sources.period import Period
from data_sources.refresh.labels import Labels, labels_of, total_by_sums
from data_sources.refresh.shape import Dimension, ShapeError, TableShape, shape_of
from data_sources.refresh.store import writing
from data_sources.refresh.tidy import Oddities, tidy
from data_sources.refresh.totals import only_totals
from data_sources.refresh.units import plain

FIRST_YEAR = 2015  # places are known from then on
_CLOCK_SLACK = timedelta(days=2)


@dataclass(frozen=True)
class Fetched:
    """A table as it came in, not yet checked: where its rows are, and what CBS says of it."""

    table: Table
    path: Path
    title: str
    modified: str  # CBS modification date, as CBS writes it
    measures: tuple[Measure, ...]
    rows: int
    oddities: Oddities
    lost: tuple[Measure, ...] = ()  # in the catalogue, not in the table
    remarks: tuple[str, ...] = ()  # what differs from what we know of the table, in Dutch
    places: Mapping[str, str] = field(default_factory=dict)  # titles CBS gives to codes that we do not know
    not_sent: int = 0  # rows that CBS counts in the table and did not send


Tick = Callable[[int, int], None]  # periods done, periods in all


def fetch_table(
    table: Table, *, door: Door, path: Path, now: datetime, tick: Tick, known: str | None = None
) -> Fetched | None:
    """Write all observations of a table to ``path``; raises CbsError or ShapeError with the reason in Dutch.

    None, with nothing written, when CBS still gives the ``known`` modification date.
    """
    info = door.info(table.id)
    modified = plain(info.get("Modified") or "")
    if known is not None and modified == known:
        return None
    totals = only_totals(door.properties(table.id), table=table, members=lambda key: door.members(table.id, key))
    shape = shape_of(totals.properties, table=table)
    labels = _labels(table, shape=shape, door=door, conditions=totals.where)
    periods, of_periods = _periods(labels, now=now)
    conditions = (*totals.where, *labels.narrowed.items())
    oddities, sent = Oddities(), 0
    with writing(path) as writer:
        for number, key in enumerate(periods, start=1):
            rows = door.rows(table.id, select=shape.fields, where=((shape.period, key), *conditions))
            sent += len(rows)
            writer.add(_sorted(tidy(rows, period_key=key, table=table, shape=shape, labels=labels, oddities=oddities)))
            tick(number, len(periods))
    if plain(door.info(table.id).get("Modified") or "") != modified:
        msg = "het CBS wijzigde de tabel tijdens het ophalen; probeer het later opnieuw"
        raise ShapeError(msg)
    whole = len(periods) == len(labels.periods) and not conditions
    return Fetched(
        table=table,
        path=path,
        title=plain(info.get("Title") or table.title),
        modified=modified,
        measures=tuple(measure for _, measure in shape.measures),
        rows=writer.rows,
        oddities=oddities,
        lost=shape.lost,
        remarks=(*shape.remarks, *labels.remarks, *of_periods, *_of_date(modified, now=now)),
        places=_unknown_places(table, shape=shape, oddities=oddities, door=door),
        not_sent=max(0, (door.stated_rows(table.id) or 0) - sent) if whole else 0,
    )


def _sorted(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows in the order of their key, so that the order in which CBS sends them leaves no trace."""
    if rows.empty:
        return rows
    columns = {name: rows[name].cat.reorder_categories(sorted(rows[name].cat.categories)) for name in KEY}
    return rows.assign(**columns).sort_values(KEY, kind="stable")


def _labels(table: Table, *, shape: TableShape, door: Door, conditions: Sequence[tuple[str, str]]) -> Labels:
    periods = door.members(table.id, shape.period)
    members = {dimension.key: door.members(table.id, dimension.key) for dimension in shape.present}
    newest = max((str(row["Key"]).strip() for row in periods), default="")

    def by_sums(dimension: Dimension) -> str | None:
        if table.only_measures:  # too large to ask for without a total
            return None
        rows = door.rows(table.id, select=shape.fields, where=((shape.period, newest), *conditions))
        return total_by_sums(rows, dimension=dimension, shape=shape)

    return labels_of(periods, members, shape=shape, table=table, by_sums=by_sums)


def _unknown_places(table: Table, *, shape: TableShape, oddities: Oddities, door: Door) -> Mapping[str, str]:
    """Titles of CBS for the codes nobody knows; the list of regions is asked only when there are any."""
    strange = {*oddities.unknown_regions, *oddities.other_regions}
    if not strange:
        return {}
    rows = door.members(table.id, shape.region)
    titles = {str(row["Key"]).strip(): plain(row.get("Title") or row["Key"]) for row in rows}
    return {code: titles.get(code, code) for code in sorted(strange)}


def _of_date(text: str, *, now: datetime) -> list[str]:
    """Remark on a modification date that cannot be true; the figures are no worse for it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return [f"de wijzigingsdatum is onleesbaar: '{text}'"]
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if moment <= now + _CLOCK_SLACK:
        return []
    text = (
        f"de wijzigingsdatum bij het CBS ({text}) ligt in de toekomst: de klok van deze computer "
        f"({now:%Y-%m-%d}) of die van het CBS klopt niet"
    )
    return [text]


def _periods(labels: Labels, *, now: datetime) -> tuple[list[str], list[str]]:
    """Keys of the periods to read, oldest first, and a remark on those that have not begun by our clock."""
    in_time = sorted((code, key) for key, (code, _) in labels.periods.items())
    years = {key: Period.from_code(code).calendar_year for code, key in in_time}
    future = [code for code, key in in_time if years[key] > now.year]
    text = f"perioden in de toekomst, niet ingelezen ({', '.join(future)}); deze computer denkt dat het {now.year} is"
    keys = [key for _, key in in_time if FIRST_YEAR <= years[key] <= now.year]
    if future and not keys:
        msg = f"alle perioden liggen in de toekomst: de klok van deze computer ({now:%Y-%m-%d}) klopt niet"
        raise ShapeError(msg)
    return keys, [text] if future else []
