"""Source lines and shared words of the document tables, read from the catalogue."""

from __future__ import annotations

from charts.chart import SourceLine
from data_sources.catalogue.model import Table
from data_sources.documents import DOCUMENTS
from data_sources.observation import Status

AREA = "DR01"
AREA_NAME = "West-Brabant"
PROVISIONAL = str(Status.PROVISIONAL)  # printed 'onder voorbehoud van formele goedkeuring'


def source_of(table: Table, *, provisional: bool = False) -> SourceLine:
    """Who says so and where: publisher, title, place in the document, date and terms."""
    document = DOCUMENTS[table.source.id]
    return SourceLine(
        owner=document.publisher,
        table=f"{document.title}, {table.place}",
        licence=table.source.licence,
        date=document.date,
        provisional=provisional,
    )
