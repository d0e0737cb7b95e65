"""Whole StatLine tables that no figure of the site is made of, cell by cell as CBS gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from charts.files.rows import neutral
from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import Table
from data_sources.catalogue.statline_tables import STATLINE_TABLES
from data_sources.level import UnknownRegionCodeError
from data_sources.marks import Mark
from data_sources.observation import Missing
from data_sources.period import Period
from geo import registry
from web.open_data.filters import Query
from web.open_data.resource import Resource

FILTERS = ("gemeente", "regio", "niveau", "van", "tot", "versie")
_SHOWN = {cells.table for spec in INDICATORS.values() for cells in spec.numerator}
WHOLE = tuple(table for table in STATLINE_TABLES if table.id not in _SHOWN)  # no figure of the site is made of them
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
    """Cells of a table that a query asks for, under Dutch heads; none when the data version lacks the table.

    Texts are made once per measure, place and period, not once per cell: a table has some hundred thousand.
    """
    read = snapshots.kept(query.version, snapshots.current_version())
    entry = read.manifest.table(table.id)
    cells = read.observations[read.observations["table"] == table.id]
    if query.level is not None:
        cells = cells[cells["level"] == str(query.level)]
    texts = {name: cells[name].astype("str") for name in ("measure", "category", "region", "period")}
    periods = {code: Period.from_code(code) for code in texts["period"].unique()}
    places = pd.Series(list(zip(texts["region"], texts["period"], strict=True)), index=cells.index, dtype="object")
    wanted = {(code, period): query.holds(code, periods[period]) for code, period in set(places)}
    chosen = places.map(wanted).astype("bool")
    cells, places = cells[chosen], places[chosen]
    texts = {name: column[chosen] for name, column in texts.items()}
    titles = {measure.id: measure.title for measure in table.measures} | dict(entry.measures if entry else {})
    known = entry.places if entry else {}
    names = {
        (code, period): _name(code, known=known, year=periods[period].calendar_year) for code, period in set(places)
    }
    return pd.DataFrame(
        {
            "maat": texts["measure"].map(lambda id_: neutral(str(titles.get(id_, id_)))),
            "onderdeel": texts["category"].map(neutral),
            "plaats": places.map(names),
            "code": texts["region"],
            "periode": texts["period"].map({code: period.key for code, period in periods.items()}),
            "waarde": cells["value"],
            "eenheid": cells["unit"].astype("str"),
            "status": cells["status"].astype("str").map(_STATUS),
            "uitleg": cells["missing"].astype("str").map(_REASON),
            "opmerking": _remarks(texts, marks=entry.marks if entry else ()),
            "tabel": table.id,
            "gegevensversie": read.version,
        }
    ).reset_index(drop=True)


def _remarks(texts: Mapping[str, pd.Series[str]], *, marks: Sequence[Mark]) -> pd.Series[str]:
    """Sentences of the marks beside each cell."""
    found = pd.Series("", index=texts["measure"].index, dtype="object")
    for mark in marks:
        here = np.ones(len(found), dtype=bool)
        if mark.measure:
            here &= (texts["measure"] == mark.measure).to_numpy()
        if mark.categories:
            here &= texts["category"].isin(mark.categories).to_numpy()
        if mark.places:
            codes = texts["region"]
            here &= (codes.isin(mark.places) | codes.str[:2].isin(mark.places)).to_numpy()
        if mark.periods:
            here &= texts["period"].isin(mark.periods).to_numpy()
        here &= ~found.str.contains(mark.text, regex=False).to_numpy(dtype=bool)
        found[here] = (found[here] + " " + mark.text).str.strip()
    return found


def _name(code: str, *, known: Mapping[str, str], year: int) -> str:
    try:
        return registry.name_in(code, year=year)
    except UnknownRegionCodeError:
        return neutral(known.get(code, code))


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


def resources() -> tuple[Resource, ...]:
    """The tables that the newest data version has."""
    manifest = snapshots.kept("", snapshots.current_version()).manifest
    return tuple(_resource(table) for table in WHOLE if manifest.table(table.id) is not None)
