"""Cells of a subject of the CBS tables in a data version, with the places and periods that have them.

Whether a page may say that a figure is not there is asked here, of the tables that are loaded (STATISTICS rule 17).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

import pandas as pd

from data_sources.catalogue.subjects import Subject
from data_sources.catalogue.tables import TABLES
from data_sources.observation import Missing
from indicators.value import State

EVERYTHING = "Alles samen"
"""Words of the categories that mean everything together."""
_NO_TITLES: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_COLUMNS = ["table", "measure", "category", "region", "period", "value", "unit", "status", "missing"]


def cells(observations: pd.DataFrame, *, subject: Subject) -> pd.DataFrame:
    """Cells of a subject as text and numbers: table, measure, category, region, period, value, unit, status, missing."""
    rows = observations.loc[observations["table"].isin(subject.tables), _COLUMNS]
    named = {category: subject.holds(str(category)) for category in rows["category"].unique()}
    rows = rows[rows["category"].map(named).astype("bool")]
    return rows.astype({column: "str" for column in _COLUMNS if column != "value"}).reset_index(drop=True)


def holds(
    rows: pd.DataFrame,
    *,
    measures: Collection[str] = (),
    starts: tuple[str, ...] = ("",),
    without: Collection[str] = (),
) -> pd.DataFrame:
    """Known cells among those of a subject: of some measures (all when none is named) and some categories."""
    known = rows[rows["value"].notna() & rows["category"].str.startswith(starts) & ~rows["category"].isin(without)]
    return known[known["measure"].isin(measures)] if measures else known


def of_place(
    rows: pd.DataFrame, *, region: str, period: str, titles: Mapping[str, Mapping[str, str]] = _NO_TITLES
) -> pd.DataFrame:
    """Cells of one place and period with words and state, each once, the first table of the subject first.

    ``titles``: per table the titles of its measures as a refresh read them; the catalogue knows the others.

    Columns: table, group (Dutch, as CBS prints it), what (the measure, Dutch), value, unit, state, status.
    """
    cells = rows[(rows["region"] == region) & (rows["period"] == period)]
    cells = cells.assign(
        group=[group_words(category) for category in cells["category"]],
        what=[
            measure_words(table, measure, unit=unit, titles=titles)
            for table, measure, unit in cells[["table", "measure", "unit"]].itertuples(index=False)
        ],
        state=[_state(*cell) for cell in cells[["value", "missing", "unit"]].itertuples(index=False)],
    )
    cells = cells.sort_values("table", key=lambda tables: tables.map(_order(cells)), kind="stable")
    return cells.drop_duplicates(["group", "what", "unit"])[
        ["table", "group", "what", "value", "unit", "state", "status"]
    ].reset_index(drop=True)


def group_words(category: str) -> str:
    """A category as a reader needs it: without the parts that only say 'total'."""
    parts = [part for part in category.split(" | ") if not part.endswith(": Totaal")] or [category]
    words = "; ".join(part.removeprefix("Aanvullende informatie: ") for part in parts)
    return EVERYTHING if words == "Totaal" or words.endswith(": Totaal") else words


def measure_words(table: str, measure: str, *, unit: str, titles: Mapping[str, Mapping[str, str]]) -> str:
    """A measure as CBS prints it, without the heads above it; with its unit where a number alone would seem a count."""
    title = _title(table, measure, titles=titles).split(" | ")
    words = ": ".join(title[1:]) if len(title) > 1 else title[0]
    return f"{words} {unit}" if unit.startswith("per ") else words


def _title(table: str, measure: str, *, titles: Mapping[str, Mapping[str, str]]) -> str:
    """Title by the version, else by the catalogue; the id for a measure that neither knows (versions before titles)."""
    read = titles.get(table, {}).get(measure)
    declared = TABLES[table].measures if table in TABLES else ()  # a table can have been dropped since
    return read or next((known.title for known in declared if known.id == measure), measure)


def _order(rows: pd.DataFrame) -> dict[str, int]:
    """Tables with municipalities before those without: CBS gives the same figure in both."""
    return {table: number for number, table in enumerate(sorted(rows["table"].unique(), reverse=True))}


def _state(value: float, missing: str, unit: str) -> str:
    if missing == Missing.CBS_DOT:
        return str(State.CBS_DOT)
    if pd.isna(value):
        return str(State.NOT_IN_SNAPSHOT)
    # the words of a rounded zero are about counts in fives: a share or a rate of nought stays the number that CBS prints
    return str(State.ROUNDED_ZERO if value == 0 and unit == "aantal" else State.VALUE)
