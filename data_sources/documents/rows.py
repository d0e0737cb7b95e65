"""The document tables as rows of the observation table; a cell whose column is lost is missing in each column."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from data_sources.catalogue.document_tables import AGES, MONEY, MUNICIPALITIES_2018, PRODUCTION, REPORTERS
from data_sources.catalogue.model import Table
from data_sources.documents import tables
from data_sources.level import Level
from data_sources.observation import Missing, Status
from data_sources.period import Period
from data_sources.places import code_of
from data_sources.published import records

_AREA = "DR01"
_YEAR = 2018
_GROUPS = {"Buiten regio": "Buiten regio", "Onbekend": "Onbekend", "Totaal West-Brabant": "Totaal"}
_PRINTED_DECIMALS = {"wb-gemeenten-2018": 0.1, "wb-melders": 0.01, "wb-leeftijden": 0.01}
Row = dict[str, object]


def document_rows() -> pd.DataFrame:
    """Rows of all five tables; raises KeyError or UnknownRegionNameError for a row the catalogue does not know."""
    return pd.DataFrame([*_production(), *_municipalities(), *_reporters(), *_ages(), *_money()])


def _row(table: Table, *, title: str, year: int, value: float, unit: str = "aantal", **other: object) -> Row:
    """One row; ``title`` and ``unit`` find the measure, ``other`` replaces what most rows share.

    Raises KeyError naming table, title and unit.
    """
    measures = [measure.id for measure in table.measures if (measure.title, measure.unit) == (title, unit)]
    if not measures:
        msg = f"table {table.id} has no measure {title!r} in {unit!r}"
        raise KeyError(msg)
    return {
        "source": table.source.id,
        "table": table.id,
        "measure": measures[0],
        "category": "Totaal",
        "region": _AREA,
        "period": Period.year(year).code,
        "value": value,
        "unit": unit,
        "status": Status.UNSTATED,
        "missing": Missing.PRESENT,
        "rounding": _PRINTED_DECIMALS.get(table.id, 0.0) if unit == "%" else 0.0,
    } | other


def _production() -> Iterator[Row]:
    for row in records(tables.production()):  # printed "onder voorbehoud": not yet approved, so provisional
        yield _row(PRODUCTION, title=row["product"], year=row["year"], value=row["count"], status=Status.PROVISIONAL)


def _municipalities() -> Iterator[Row]:
    doubtful: dict[tuple[str, str], Row] = {}
    for row in records(tables.municipalities_2018()):
        place = _place(row["municipality"])
        if row["status"] == tables.CERTAIN:
            unit = "%" if row["measure"].endswith("_pct_gedrukt") else "aantal"
            yield _row(MUNICIPALITIES_2018, title=row["measure"], year=_YEAR, value=row["value"], unit=unit, **place)
        elif row["status"] == tables.UNCERTAIN:
            for measure in row["possible_measures"]:  # two lost values may share a possible column: one row for both
                doubtful[row["municipality"], measure] = _row(
                    MUNICIPALITIES_2018,
                    title=measure,
                    year=_YEAR,
                    value=float("nan"),
                    missing=Missing.COLUMN_UNCERTAIN,
                    **place,
                )
        else:
            msg = f"table {MUNICIPALITIES_2018.id} has a row with unknown status: {row}"
            raise KeyError(msg)
    yield from doubtful.values()


def _place(name: str) -> dict[str, str]:
    if name in _GROUPS:
        return {"region": _AREA, "category": _GROUPS[name]}
    return {"region": code_of(name, level=Level.MUNICIPALITY, year=_YEAR)}


def _reporters() -> Iterator[Row]:
    share = REPORTERS.measure("reports_share").title
    for row in records(tables.reporters()):
        group = {"category": row["reporter"]}
        yield _row(REPORTERS, title="Meldingen", year=row["year"], value=row["count"], **group)
        yield _row(REPORTERS, title=share, year=row["year"], value=row["percent_printed"], unit="%", **group)


def _ages() -> Iterator[Row]:
    for row in records(tables.ages()):
        yield _row(AGES, title=row["service"], year=_YEAR, value=row["value"], unit=row["unit"], category=row["group"])


def _money() -> Iterator[Row]:
    for row in records(tables.money()):
        yield _row(
            MONEY,
            title="Bedrag",
            year=row["year"],
            value=row["amount_eur"],
            unit="euro",
            category=row["item"],
            # PM, "pro memorie": the document leaves the amount open
            missing=Missing.NOT_DELIVERED if row["status"] == "PM" else Missing.PRESENT,
        )
