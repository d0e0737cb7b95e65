"""The goals of the programme of Hart van Brabant, for a chosen region: what is wanted, and what the figures say."""

from __future__ import annotations

import pandas as pd

from charts.chart import SourceLine
from charts.documents.monitor_table import monitor_table
from charts.trend import trend_chart
from data_sources.catalogue.model import Table
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.figure_checks import monitor_rows
from indicators.checks import monitor as monitoring
from indicators.checks.monitor import MonitorVerdict
from pages._parts.figure import block, parts_of_page, table_block
from pages._parts.ui import markup, pick

_NOT_YET = (MonitorVerdict.NO_FIGURE, MonitorVerdict.NOT_MEASURABLE)


def show(edition: Edition, *, region: str, place: str) -> None:
    """Each goal in a line with its outcome where there is one; the reasons and the series under folds."""
    markup.heading(
        "De doelen van Hart van Brabant",
        subtitle=f"programma 2023-2027; met cijfers van {place} als die er zijn",
        anchor="doelen",
    )
    rows = monitor_rows(edition, region)
    measured = [row for row in rows if row.verdict not in _NOT_YET]
    markup.bullets([_line(row) for row in rows])
    waiting = len(rows) - len(measured)
    with parts_of_page.fold(f"Nog niet te meten voor {place}: {waiting} van de {len(rows)}, en waarom", key="doelen"):
        table_block.show(
            edition,
            monitor_table(rows, region=region, place=place),
            key="doelen",
            text_columns=("Gewenst", "Hoe wij het meten", place, "Nederland", "Uitkomst", "Waarom"),
            level=3,
            stacked=True,
        )
    drawable = {row.id: row for row in rows if len(row.series) + len(row.country)}
    if drawable:
        with parts_of_page.fold("De cijfers bij een doel als grafiek", key="doel"):
            names = {row.id: f"{row.id}. {row.measured.title}" for row in drawable.values()}
            wanted = pick.option("Reeks in de grafiek", key="doel", options=names, default=next(iter(names)))
            _series(edition, drawable[wanted], names={region: place, NETHERLANDS: "Nederland"})


def _line(row: monitoring.MonitorRow) -> str:
    """A goal as the programme prints it, what it wants of it, and the outcome when there is one."""
    goal = f"{row.indicator[:1].upper()}{row.indicator[1:]}: gewenst ‘{row.wish}’"
    return f"{goal}." if row.verdict in _NOT_YET else f"{goal}, uitkomst ‘{row.verdict}’."


def _series(edition: Edition, row: monitoring.MonitorRow, *, names: dict[str, str]) -> None:
    both = pd.concat([row.series, row.country]).drop_duplicates(["region", "period"])
    used = sorted({str(table) for table in both["table"]})
    sources = tuple(
        SourceLine(
            owner=TABLES[table].source.owner,
            table=_named(TABLES[table]),
            licence=TABLES[table].source.licence,
            date="",
        )
        for table in used
    )
    block.show(edition, trend_chart(both, spec=row.spec, names=names, sources=sources), key="doel", level=3)
    if row.series.empty:
        markup.small("De gekozen regio heeft nog geen cijfers op deze site. De grafiek toont alleen Nederland.")


def _named(table: Table) -> str:
    """Title of a table with its number or its place in a publication, unless the title ends with that already."""
    where = table.place or table.id
    return table.title if table.title.endswith(where) else f"{table.title} ({where})"
