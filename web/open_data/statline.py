"""Whole StatLine tables that no figure of the site is made of, cell by cell as CBS gives them."""

from __future__ import annotations

import pandas as pd

from charts.files.rows import neutral
from data_sources import snapshots
from data_sources.catalogue.model import Table
from data_sources.catalogue.statline_tables import STATLINE_TABLES
from data_sources.level import UnknownRegionCodeError
from data_sources.marks import texts
from data_sources.observation import Missing
from data_sources.period import Period
from geo import registry
from web.open_data.filters import Query
from web.open_data.resource import Resource

FILTERS = ("gemeente", "regio", "niveau", "van", "tot", "versie")
UNSEEN = tuple(table for table in STATLINE_TABLES if not table.measures)  # read from their own description
_STATUS = {"final": "definitief", "provisional": "voorlopig", "unstated": "niet vermeld"}
_REASON = {
    Missing.PRESENT: "",
    Missing.CBS_DOT: "onbekend, onvoldoende betrouwbaar of geheim (CBS)",
    Missing.NO_SUCH_REGION: "bestond niet in deze periode",
}
_MEANINGS = {
    "maat": "wat is geteld, zoals het CBS het noemt",
    "onderdeel": "deel van het totaal, zoals het CBS het noemt",
    "plaats": "naam van de plaats in die periode",
    "code": "CBS-code van de plaats",
    "periode": "jaar (2023) of halfjaar (2023-H1)",
    "waarde": "het cijfer; leeg als er geen cijfer is",
    "eenheid": "waarin de waarde is uitgedrukt",
    "status": "definitief, voorlopig of niet vermeld",
    "uitleg": "waarom er geen cijfer is",
    "opmerking": "opmerking bij het cijfer",
    "tabel": "nummer van de tabel bij het CBS",
    "gegevensversie": "momentopname waaruit dit bestand is gemaakt",
}


def name_of(table_id: str) -> str:
    """Name of the resource of a table: ``tabel-86315ned``."""
    return f"tabel-{table_id.lower()}"


def _rows(table: Table, query: Query) -> pd.DataFrame:
    """Cells of a table that a query asks for, under Dutch heads; none when the data version lacks the table."""
    read = snapshots.kept(query.version, snapshots.current_version())
    entry = read.manifest.table(table.id)
    cells = read.observations[read.observations["table"] == table.id]
    if query.level is not None:
        cells = cells[cells["level"] == str(query.level)]
    keys = cells[["region", "period"]].drop_duplicates().astype("str")
    wanted = {
        (code, period)
        for code, period in keys.itertuples(index=False, name=None)
        if query.holds(code, Period.from_code(period))
    }
    titles = dict(entry.measures) if entry else {}
    marks, places = (entry.marks, entry.places) if entry else ((), {})
    records = []
    for row in cells.astype({name: "str" for name in cells if name not in {"value", "rounding"}}).itertuples():
        if (row.region, row.period) not in wanted:
            continue
        told = texts(marks, measure=row.measure, category=row.category, region=row.region, period=row.period)
        records.append(
            (
                neutral(titles.get(row.measure, row.measure)), neutral(row.category),
                _name(row.region, places=places, period=row.period), row.region, Period.from_code(row.period).key,
                row.value, row.unit, _STATUS[row.status], _REASON.get(Missing(row.missing), ""), " ".join(told), table.id,
                read.version,
            )
        )  # fmt: skip
    return pd.DataFrame(records, columns=list(_MEANINGS))


def _name(code: str, *, places: dict[str, str], period: str) -> str:
    try:
        return registry.name_in(code, year=Period.from_code(period).calendar_year)
    except UnknownRegionCodeError:
        return neutral(places.get(code, code))


def _resource(table: Table) -> Resource:
    def rows(query: Query) -> pd.DataFrame:
        return _rows(table, query)

    return Resource(
        name=name_of(table.id),
        title=table.title,
        description=f"Alle cellen van tabel {table.id} van het CBS, met de namen die het CBS geeft.",
        rows=rows,
        filters=FILTERS,
        caveats=table.caveats,
        source=f"{table.source.attribution}, tabel {table.id}.",
        meanings=_MEANINGS,
    )


RESOURCES = tuple(_resource(table) for table in UNSEEN)
