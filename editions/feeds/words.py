"""Dutch words of a feed: titles of entries, figures before and now, and sentences that count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from data_sources.catalogue.subjects import SUBJECTS
from data_sources.changed_cells import CellChange
from data_sources.level import Level
from data_sources.observation import Status
from indicators import notation
from indicators.loaded_cells import EVERYTHING, group_words, measure_words

NO_FIGURE, NOT_THERE, GONE = "geen cijfer", "nog niet in de tabel", "niet meer in de tabel"
_TITLES = {
    CellChange.NEW: "nieuw",
    CellChange.REVISED: "herzien",
    CellChange.FILLED: "voor het eerst bekend",
    CellChange.EMPTIED: "zonder cijfer",
    CellChange.WITHDRAWN: "niet meer in de tabel",
}
_COUNTS = {
    CellChange.NEW: "Nieuw",
    CellChange.REVISED: "Herzien",
    CellChange.FILLED: "Voor het eerst bekend",
    CellChange.EMPTIED: "Nu zonder cijfer",
    CellChange.WITHDRAWN: "Niet meer in de tabel",
}


class Counted(NamedTuple):
    """Cells of one kind that are counted, not named."""

    change: CellChange
    level: Level
    what: str
    cells: int
    figures: int


def subject(table: str, *, title: str) -> str:
    """Short name of a table: its subject on this site, else ``title``; with the number that CBS gives it."""
    words = next((known.title for known in SUBJECTS if table in known.tables), title)
    return f"{words} ({table})" if words != table else words


def changes(counts: Mapping[CellChange, int]) -> str:
    """What happened to how many cells: ``nieuw`` when all are, else ``12 herzien en 3 nieuw``."""
    kinds = [change for change in _TITLES if counts.get(change)]
    if kinds == [CellChange.NEW]:
        return _TITLES[CellChange.NEW]
    order = sorted(kinds, key=lambda change: change is CellChange.NEW)
    return notation.listing([f"{notation.count(counts[change])} {_TITLES[change]}" for change in order])


def what(table: str, measure: str, category: str, *, unit: str, titles: Mapping[str, Mapping[str, str]]) -> str:
    """What a cell counts: the measure, and of whom when it is not everything together."""
    words, group = measure_title(table, measure, unit=unit, titles=titles), group_words(category)
    return words if group == EVERYTHING else f"{words}: {group}"


def measure_title(table: str, measure: str, *, unit: str, titles: Mapping[str, Mapping[str, str]]) -> str:
    """Title of a measure as CBS prints it, with what tells a share from the count of the same name."""
    words = measure_words(table, measure, unit=unit, titles=titles)
    return f"{words}, in procenten" if unit == "%" else words


def before(change: CellChange, value: float, *, unit: str) -> str:
    """The figure that was there."""
    return NOT_THERE if change is CellChange.NEW else figure(value, unit=unit)


def now(change: CellChange, value: float, *, unit: str, status: str) -> str:
    """The figure that is there now."""
    if change is CellChange.WITHDRAWN:
        return GONE
    words = figure(value, unit=unit)
    return f"{words} (voorlopig)" if status == Status.PROVISIONAL and words != NO_FIGURE else words


def figure(value: float, *, unit: str) -> str:
    """A figure in Dutch notation, or that there is none."""
    if pd.isna(value):
        return NO_FIGURE
    decimals = 0 if float(value).is_integer() else 1
    write = notation.percent if unit == "%" else notation.number
    return write(value, decimals=decimals)


def counted(cells: Counted, *, with_level: bool) -> str:
    """One sentence on cells that are not named: ``Nieuw: Ontvangen meldingen, 340 cijfers van gemeenten``."""
    where = f" van {cells.level.plural}" if with_level and cells.level is not Level.COUNTRY else ""
    where = " van Nederland" if with_level and cells.level is Level.COUNTRY else where
    without = cells.cells - cells.figures
    parts = [notation.counted(cells.figures, "cijfer", "cijfers")] if cells.figures else []
    parts += [notation.counted(without, "cel zonder cijfer", "cellen zonder cijfer")] if without else []
    return f"{_COUNTS[cells.change]}: {cells.what}, {notation.listing(parts)}{where}."
