"""Rows and source lines of tables of CBS publications, for the figures of a topic."""

from __future__ import annotations

import pandas as pd

from charts.chart import SourceLine
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS
from editions.edition import Edition

NOT_ONE_HUNDRED = (
    "De percentages zijn die van het CBS. Het CBS rekent ze uit met aantallen die op vijftallen zijn afgerond."
)


def shares_of(edition: Edition, table: str, measure: str) -> pd.DataFrame:
    """National shares in percent: category, period, value, status."""
    rows = edition.observations
    shares = rows[(rows["table"] == table) & (rows["measure"] == measure) & (rows["region"] == NETHERLANDS)]
    return shares[["category", "period", "value", "status"]].astype({"status": "str"})


def source_line(table: str, *, date: str = "", provisional: bool = False) -> SourceLine:
    """What stands under a figure of this table of the catalogue."""
    known = TABLES[table]
    return SourceLine(
        owner=known.source.owner, table=known.title, licence=known.source.licence, date=date, provisional=provisional
    )
