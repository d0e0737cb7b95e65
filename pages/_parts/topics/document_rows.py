"""Source lines of tables of CBS publications, for the figures of a topic."""

from __future__ import annotations

from charts.chart import SourceLine
from data_sources.catalogue.tables import TABLES
from language import N_

NOT_ONE_HUNDRED = N_(
    "De percentages zijn die van het CBS. Het CBS rekent ze uit met aantallen die op vijftallen zijn afgerond."
)


def source_line(table: str, *, date: str = "", provisional: bool = False) -> SourceLine:
    """What stands under a figure of this table of the catalogue."""
    known = TABLES[table]
    return SourceLine(
        owner=known.source.owner, table=known.title, licence=known.source.licence, date=date, provisional=provisional
    )
