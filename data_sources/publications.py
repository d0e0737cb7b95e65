"""Figures from reports, press and own counts (published/publications.csv), typed and placed in the catalogue."""

from __future__ import annotations

import re

import pandas as pd

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.publication_measures import measure_of
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Missing, Status
from data_sources.period import Period
from data_sources.places import code_of
from data_sources.published import FOLDER, read_published, records
from data_sources.statline import BadRowError

_COLUMNS = ("source", "indicator", "region", "period", "value", "unit", "note")
_REGION = re.compile(r"(?P<name>.+) \((?P<level>GM|PV|VT|regio)\)")
_FIGURE = re.compile(r"figuur (\d\.\d)(?!\.\d)")
_OTHER_PERIOD = re.compile(r"\d{4}-Q[1-4](/Q[1-4])?|onbekend")  # quarters and an unprinted period: no Period of ours
_ROUGH = re.compile(r"^\"(zo'n|bijna|ruim|ongeveer) |^ongeveer$")
_AREAS = {
    "Hart van Brabant (regio)": "DR02",
    "Midden-Brabant (regio)": "DR03",
    "Zuidoost-Brabant (regio)": "DR04",
    "Zuidoost-Brabant (VT)": "DR04",  # an own count over 2023 and later, when CBS had no such region any more
}
_SPLIT_SOURCE = {("opgave-midden-brabant-2021", "Nederland"): "pers-omroepbrabant-2021-10"}
_COUNT_UNITS = {"aantal", "maatregelen"}


def printed() -> pd.DataFrame:
    """Return the figures as printed: source, indicator, region, period, value, unit, note; all text."""
    return read_published(FOLDER / "publications.csv", columns=_COLUMNS)


def figures(rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return every figure, typed and with its place in the catalogue; one row per printed row, same order.

    Adds to the printed columns: table, measure, category, kind (of source), region_code, period_code ('' when the
    printed period is no year or half-year), number, status, rounding (0 where the source prints exact counts).
    Raises BadRowError naming the row for an unknown source, indicator, region or period.
    """
    frame = printed() if rows is None else rows
    return pd.DataFrame([_figure(number, row) for number, row in enumerate(records(frame), start=2)])


def publication_rows() -> pd.DataFrame:
    """Rows for data_sources.observation: every figure whose period is a year or half-year."""
    known = figures().query("period_code != ''")
    taken = known[["table", "measure", "category", "unit", "status", "rounding", "source"]]
    return taken.assign(
        region=known["region_code"], period=known["period_code"], value=known["number"], missing=Missing.PRESENT
    )


def _figure(number: int, row: dict[str, str]) -> dict[str, object]:
    try:
        source = SOURCES[_SPLIT_SOURCE.get((row["source"], row["region"]), row["source"])]
        period = None if _OTHER_PERIOD.fullmatch(row["period"]) else Period.from_key(row["period"])
        measure, category = measure_of(row["indicator"], unit=row["unit"])
        match = _FIGURE.search(row["note"]) if source.id.startswith("impactmonitor-") else None
        table = TABLES[f"{source.id.partition('-h')[0]}-{match[1]}" if match else source.id]
        table.measure(measure.id)
        return row | {
            "source": source.id,
            "table": table.id,
            "measure": measure.id,
            "category": category,
            "kind": source.kind,
            "region_code": _region_code(row["region"], year=period.calendar_year if period else None),
            "period_code": period.code if period else "",
            "number": float(row["value"]),
            "status": _status(row["note"], kind=source.kind),
            "rounding": _rounding(row, table_rounding=table.rounding),
        }
    except (LookupError, ValueError) as reason:
        msg = f"publications.csv, line {number}: {reason} in {row}"
        raise BadRowError(msg) from reason


_LAST_NAMED_YEAR = 2025


def _region_code(region: str, *, year: int | None) -> str:
    if region == "Nederland":
        return NETHERLANDS
    if region in _AREAS:
        return _AREAS[region]
    match = _REGION.fullmatch(region)
    if match is None or match["level"] == "regio":
        msg = f"region {region!r} is not a place of CBS nor an area of the catalogue"
        raise LookupError(msg)
    return code_of(match["name"], level=Level(match["level"]), year=year or _LAST_NAMED_YEAR)


def _status(note: str, *, kind: SourceKind) -> Status:
    if "voorlopig" in note:
        return Status.PROVISIONAL
    # CBS stars provisional periods in its figures and tables, so one without a star is final.
    if kind is SourceKind.CBS and re.search(r"figuur|tabel", note):
        return Status.FINAL
    return Status.UNSTATED


def _rounding(row: dict[str, str], *, table_rounding: float) -> float:
    """Width of the step a figure was rounded to, from its print: 'zo'n 3.450' is a multiple of ten."""
    value, unit, note = row["value"], row["unit"], row["note"]
    if unit not in _COUNT_UNITS:
        return 0.1 if "." in value or table_rounding == 0.1 else 1.0  # noqa: PLR2004 - one decimal
    if _ROUGH.search(note):
        return 100.0 if value.endswith("00") else 10.0
    if row["source"] == "jeugdbescherming-2022":  # this report prints exact final counts and rounded provisional ones
        return 5.0 if "(*)" in note else 0.0
    if row["indicator"] == "Aantal Veilig Thuis-organisaties":
        return 0.0
    return table_rounding
