"""Sources of the figures: source lines, attribution, and what CBS revised."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import isfinite

import pandas as pd

from charts.chart import SourceLine
from data_sources import changes, versions
from data_sources.catalogue.model import IndicatorSpec
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Period
from editions import periods
from editions.edition import Edition, cached_per_edition
from editions.values import values
from indicators import notation
from indicators.comparator import Row
from language import _

_OF_SOURCES = ("table", "period", "status")


def source_lines(rows: pd.DataFrame, *, periods: Sequence[Period] | None = None) -> tuple[SourceLine, ...]:
    """One source line for each table that serves these IndicatorValue rows, in the order of the catalogue."""
    rows = rows if periods is None else rows[rows["period"].isin([period.code for period in periods])]
    kinds = rows.loc[rows["value"].notna(), list(_OF_SOURCES)].drop_duplicates()
    return _lines(kinds.itertuples(index=False, name=None))


def source_lines_of(rows: Iterable[Row]) -> tuple[SourceLine, ...]:
    """The same as ``source_lines`` for IndicatorValue rows one by one."""
    return _lines(tuple(row[name] for name in _OF_SOURCES) for row in rows if isfinite(row["value"]))


def _lines(kinds: Iterable[tuple[object, ...]]) -> tuple[SourceLine, ...]:
    """One source line for each table of these tables, periods and statuses."""
    served: dict[str, list[tuple[str, str]]] = {}
    for table, period, status in kinds:
        served.setdefault(str(table), []).append((str(period), str(status)))
    return tuple(_line(served[table], table=table) for table in TABLES if table in served)


def _line(kinds: Sequence[tuple[str, str]], *, table: str) -> SourceLine:
    """Source line of a table by the periods and statuses of its figures."""
    declared = TABLES[table]
    return SourceLine(
        owner=declared.source.owner,
        table=_named(declared.title, place=_(declared.place) or declared.id),
        licence=declared.source.licence,
        date=notation.periods(Period.from_code(code) for code in dict.fromkeys(code for code, _status in kinds)),
        provisional=any(status == Status.PROVISIONAL for _code, status in kinds),
        table_id=declared.id,
    )


def _named(title: str, *, place: str) -> str:
    """Title of a table with its place in brackets, unless the title ends with it."""
    return title if title.endswith(place) else f"{title} ({place})"


@cached_per_edition(most=64)
def sources_of_kind(edition: Edition, indicator: str, *, level: Level, period: Period) -> tuple[SourceLine, ...]:
    """Source lines of a level over all periods as long as this one."""
    same_kind = periods.periods(edition, indicator, level=level, kind=period.kind)
    return source_lines(values(edition, indicator, level=level), periods=same_kind)


def attribution(spec: IndicatorSpec, *, served: Collection[str] = ()) -> str:
    """Who publishes the counts of an indicator and which tables hold them; only those ``served`` when one of them is."""
    declared = [TABLES[cells.table] for cells in spec.numerator if cells.table in TABLES]
    tables = [table for table in declared if table.id in served] or declared
    owners = dict.fromkeys(table.source.attribution.removeprefix("Bron: ").rstrip(".") for table in tables)
    return _(
        "Bron: {owners}. Tabellen: {tables}.",
        owners="; ".join(owners),
        tables=", ".join(table.id for table in tables),
    )


def version_line(edition: Edition) -> str:
    """Boundaries and data version behind a document, with the day of the version."""
    day = notation.date(pd.Timestamp(edition.snapshot.manifest.created).date())
    return _(
        "Grenzen: CBS / Kadaster, CC BY 4.0, vereenvoudigd. Gegevensversie {version} ({day}).",
        version=edition.version,
        day=day,
    )


def remark_on_cells(edition: Edition, table: str) -> str | None:
    """Sentence when cells of a table carry a remark in this data version, else None."""
    entry = edition.snapshot.manifest.table(table)
    if entry is None or not entry.marks:
        return None
    return _(
        "Bij een deel van de cijfers uit {table} hoort een opmerking. Die staat op Bronnen en uitleg.", table=table
    )


@cached_per_edition(most=64)
def revision(edition: Edition, table: str) -> str | None:
    """Sentence when CBS revised figures of a table in this data version, else None."""
    if edition.snapshot.embedded:
        return None
    try:
        log = changes.read(versions.default_data_dir(), edition.version)
    except versions.VersionsError:
        return None
    if not (number := changes.revised(log, table_id=table)):
        return None
    return _(
        "Op {day} zijn {figures} in deze tabel herzien door het CBS.",
        day=versions.moment_of(log.version).strftime(_("%d-%m-%Y")),
        figures=notation.counted(number, "cijfer", "cijfers"),
    )
