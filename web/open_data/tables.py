"""The tables of CBS and of publications, cell by cell: who reports, kinds of violence, safety, prevalence and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from charts.files.columns import COLUMNS
from charts.files.rows import dutch_rows, neutral
from data_sources.catalogue.tables import TABLES
from data_sources.level import UnknownRegionCodeError
from data_sources.observation import Missing
from data_sources.period import Period
from editions import cells as edition_cells
from editions.cells import present_tables
from editions.edition import Edition
from geo import registry
from indicators.value import STATE_WORDS, State
from site_map import data_address
from web.open_data.filters import Query
from web.open_data.refusal import BilingualMessage, TooManyRowsError
from web.open_data.resource import Resource

FILTERS = ("gemeente", "regio", "niveau", "van", "tot", "versie")
_PIECE = 20_000  # rows that are made at once of a table that is sent in pieces
PUBLICATIONS = "publicaties"
_STATLINE = re.compile(r"\d{5}NED")
_OWN_RESOURCE = ("wb-", "inwoners-")  # printed.py has the documents; inhabitants stand beside every figure as 'noemer'
_WORDS = {
    Missing.PRESENT: "cijfer",
    Missing.CBS_DOT: STATE_WORDS[State.CBS_DOT],
    Missing.NOT_DELIVERED: STATE_WORDS[State.NOT_IN_SNAPSHOT],
    Missing.NO_SUCH_REGION: STATE_WORDS[State.NO_SUCH_PLACE],
    Missing.COLUMN_UNCERTAIN: STATE_WORDS[State.COLUMN_UNCERTAIN],
}
_MEANINGS = {
    "maat": "wat de tabel telt",
    "categorie": "waarover het gaat, in de woorden van de tabel",
    "cijfer": "het cijfer zoals gepubliceerd; leeg als er geen is",
    "toestand": "soort antwoord; de kolom uitleg zegt het in woorden",
    **{
        COLUMNS[name].head: COLUMNS[name].meaning
        for name in ("place", "region", "level", "period", "words", "status", "remark", "table")
    },
}


def resources(edition: Edition) -> Iterator[Resource]:
    """One table for each table of CBS StatLine that the newest data version has cells of, and one for all publications."""
    for table_id in sorted(present_tables(edition)):
        if _STATLINE.fullmatch(table_id):
            table = TABLES[table_id]
            yield _resource(f"tabel-{table_id.lower()}", [table_id], title=table.title, source=table.source.attribution)
    yield _resource(
        PUBLICATIONS,
        None,
        title="Cijfers uit publicaties: onder meer hoe vaak het voorkomt en de Impactmonitor",
        source="De kolom tabel zegt uit welke publicatie een cijfer komt.",
    )


def _resource(name: str, tables: list[str] | None, *, title: str, source: str) -> Resource:
    def chosen(edition: Edition, query: Query) -> pd.DataFrame:
        publications = [table for table in present_tables(edition) if _is_publication(table)]
        return _cells(edition, publications if tables is None else tables, query)

    def rows(edition: Edition, query: Query) -> pd.DataFrame:
        cells = chosen(edition, query)
        if len(cells) > edition_cells.MOST_ROWS:
            raise _too_large(name, len(cells))
        return _shown(edition, cells)

    def pieces(edition: Edition, query: Query) -> Iterator[pd.DataFrame]:
        cells = chosen(edition, query)
        return (_shown(edition, cells.iloc[first : first + _PIECE]) for first in range(0, len(cells), _PIECE))

    return Resource(
        name=name,
        title=title,
        description="Elke cel zoals gepubliceerd. Een lege cel is geen nul.",
        rows=rows,
        filters=FILTERS,
        source=source,
        meanings=_MEANINGS,
        whole=False,
        pieces=pieces,
    )


def _is_publication(table_id: str) -> bool:
    return not _STATLINE.fullmatch(table_id) and not table_id.startswith(_OWN_RESOURCE)


def _cells(edition: Edition, tables: list[str], query: Query) -> pd.DataFrame:
    cells = edition.observations
    cells = cells[cells["table"].isin(tables)]
    if query.level is not None:
        cells = cells[cells["level"] == str(query.level)]
    if query.codes:
        cells = cells[cells["region"].isin(list(query.codes))]
    periods = {code: Period.from_code(code) for code in cells["period"].astype("str").unique()}
    inside = [code for code, period in periods.items() if query.within(period)]
    return cells[cells["period"].isin(inside)]


def _too_large(name: str, many: int) -> TooManyRowsError:
    most = edition_cells.MOST_ROWS
    return TooManyRowsError(
        BilingualMessage(
            f"Dit zijn {many} rijen. Als CSV krijgt u ze allemaal: {data_address(name, ending='csv')}. Kies voor deze vorm "
            f"plaatsen of perioden, tot hooguit {most} rijen.",
            f"These are {many} rows. As CSV you get them all: {data_address(name, ending='csv')}. For this format choose "
            f"places or periods, up to {most} rows.",
        )
    )


def _shown(edition: Edition, cells: pd.DataFrame) -> pd.DataFrame:
    """Cells under Dutch heads, with name, reason and remarks."""
    periods = {code: Period.from_code(code) for code in cells["period"].astype("str").unique()}
    texts = cells[["region", "level", "period", "measure", "category", "missing", "status", "table", "unit"]].astype(
        "str"
    )
    frame = pd.DataFrame(
        {
            "place": _names(edition, texts, periods=periods),
            "region": texts["region"],
            "level": texts["level"],
            "period": texts["period"],
            "maat": texts["measure"],
            "categorie": texts["category"],
            "value": cells["value"].to_numpy(dtype="float64", na_value=np.nan),
            "unit": texts["unit"],
            "state": texts["missing"],
            "words": [_WORDS[Missing(missing)] for missing in texts["missing"]],
            "status": texts["status"],
            "remark": _remarks(edition, texts),
            "table": texts["table"],
        }
    )
    return dutch_rows(frame.reset_index(drop=True))


def _names(edition: Edition, texts: pd.DataFrame, *, periods: Mapping[str, Period]) -> list[str]:
    """Name of each place in its period; a code that only CBS knows is called as CBS calls it."""
    titles = {code: title for entry in edition.snapshot.manifest.tables for code, title in entry.places.items()}
    places = list(zip(texts["region"], texts["period"], strict=True))
    names = {place: _name(*place, periods=periods, titles=titles) for place in dict.fromkeys(places)}
    return [names[place] for place in places]


def _name(code: str, period: str, *, periods: Mapping[str, Period], titles: Mapping[str, str]) -> str:
    try:
        return registry.name_in(code, year=periods[period].calendar_year)
    except UnknownRegionCodeError:
        return neutral(titles.get(code, code))


def _remarks(edition: Edition, texts: pd.DataFrame) -> pd.Series[str]:
    """Sentences of the marks that belong to each cell."""
    remarks = pd.Series("", index=texts.index, dtype="object")
    for table in texts["table"].unique():
        entry = edition.snapshot.manifest.table(table)
        for mark in entry.marks if entry is not None else ():
            here = (texts["table"] == table) & mark.covering(texts)
            remarks[here] = (remarks[here] + " " + mark.text).str.strip()
    return remarks
