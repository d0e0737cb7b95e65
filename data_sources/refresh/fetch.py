"""One table from CBS to a file of observations, period by period, so that memory stays small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from data_sources.catalogue.model import Measure, Table
from data_sources.cbs import Door, Row
from data_sources.observation import KEY
from data_sources.period import Period
from data_sources.refresh.shape import Shape, ShapeError, plain, shape_of
from data_sources.refresh.store import writing
from data_sources.refresh.tidy import Labels, Oddities, labels_of, tidy
from data_sources.refresh.totals import only_totals

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
    unread: tuple[str, ...]
    not_sent: int = 0  # rows that CBS counts in the table and did not send


Tick = Callable[[int, int], None]  # periods done, periods in all


def fetch_table(
    table: Table, *, door: Door, path: Path, now: datetime, tick: Tick, known: str | None = None
) -> Fetched | None:
    """Write all observations of a table to ``path``; raises CbsError or ShapeError with the reason in Dutch.

    None, with nothing written, when CBS still gives the ``known`` modification date.
    """
    info = door.info(table.id)
    if known is not None and plain(info.get("Modified") or "") == known:
        return None
    modified = _modified(info, now=now)
    totals = only_totals(door.properties(table.id), table=table, members=lambda key: door.members(table.id, key))
    shape = shape_of(totals.properties, table=table)
    labels = _labels(table, shape=shape, door=door)
    in_time = sorted((code, key) for key, (code, _) in labels.periods.items() if _wanted(code, now=now))
    periods = [key for _, key in in_time]
    oddities, sent = Oddities(), 0
    with writing(path) as writer:
        for number, key in enumerate(periods, start=1):
            rows = door.rows(table.id, select=shape.fields, where=((shape.period, key), *totals.where))
            sent += len(rows)
            writer.add(_sorted(tidy(rows, period_key=key, table=table, shape=shape, labels=labels, oddities=oddities)))
            tick(number, len(periods))
    whole = len(periods) == len(labels.periods) and not totals.where
    if _modified(door.info(table.id), now=now) != modified:
        msg = "het CBS wijzigde de tabel tijdens het ophalen; probeer het later opnieuw"
        raise ShapeError(msg)
    return Fetched(
        table=table,
        path=path,
        title=plain(info.get("Title") or table.title),
        modified=modified,
        measures=tuple(measure for _, measure in shape.measures),
        rows=writer.rows,
        oddities=oddities,
        unread=shape.unread if len(table.measures) > 1 else (),  # of a table of hundreds we want one on purpose
        not_sent=_not_sent(table, door=door, sent=sent) if whole else 0,
    )


def _not_sent(table: Table, *, door: Door, sent: int) -> int:
    """Rows that CBS counts in the table and did not send."""
    return max(0, (door.stated_rows(table.id) or 0) - sent)


def _sorted(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows in the order of their key, so that the order in which CBS sends them leaves no trace."""
    if rows.empty:
        return rows
    columns = {name: rows[name].cat.reorder_categories(sorted(rows[name].cat.categories)) for name in KEY}
    return rows.assign(**columns).sort_values(KEY, kind="stable")


def _labels(table: Table, *, shape: Shape, door: Door) -> Labels:
    periods = door.members(table.id, shape.period)
    return labels_of(periods, [door.members(table.id, key) for key, _ in shape.extra])


def _modified(info: Row, *, now: datetime) -> str:
    """Modification date; a date in the future means that one of the two clocks is wrong."""
    text = plain(info.get("Modified") or "")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        msg = f"de wijzigingsdatum is onleesbaar: '{text}'"
        raise ShapeError(msg) from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if moment > now + _CLOCK_SLACK:
        msg = (
            f"de wijzigingsdatum bij het CBS ({text}) ligt in de toekomst: de klok van deze computer "
            f"({now:%Y-%m-%d}) of die van het CBS klopt niet"
        )
        raise ShapeError(msg)
    return text


def _wanted(code: str, *, now: datetime) -> bool:
    """Periods in the years we know places of; a later one than this year is an error, not a figure."""
    year = Period.from_code(code).calendar_year
    if year > now.year:
        msg = f"de tabel noemt een periode in de toekomst ({code}); deze computer denkt dat het {now.year} is"
        raise ShapeError(msg)
    return year >= FIRST_YEAR
