"""Marks on single cells of a table: figures that CBS no longer publishes, sums that do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd


@dataclass(frozen=True)
class Mark:
    """One Dutch sentence, and the cells of a table it belongs to; an empty field means all.

    ``places`` are region codes or the two letters of a level. ``since`` is the day (ISO) of figures that CBS gives no
    more, '' for any other mark.
    """

    text: str
    measure: str = ""
    categories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    since: str = ""

    def covers(self, *, measure: str, category: str, region: str, period: str) -> bool:
        """Whether the cell with this key is meant."""
        return (
            self.measure in {"", measure}
            and (not self.categories or category in self.categories)
            and (not self.places or region in self.places or region[:2] in self.places)
            and (not self.periods or period in self.periods)
        )

    def covering(self, cells: pd.DataFrame) -> pd.Series[bool]:
        """The same for cells with text columns measure, category, region and period; on their index."""
        here = pd.Series(data=True, index=cells.index)
        if self.measure:
            here &= cells["measure"] == self.measure
        if self.categories:
            here &= cells["category"].isin(self.categories)
        if self.places:
            here &= cells["region"].isin(self.places) | cells["region"].str[:2].isin(self.places)
        if self.periods:
            here &= cells["period"].isin(self.periods)
        return here


def old_figures(measure: str, categories: Sequence[str], *, since: str) -> Mark:
    """Mark for figures of an earlier version that CBS does not give any more."""
    day = datetime.fromisoformat(since).date() if since else None
    return Mark(
        f"Dit cijfer staat niet meer in de tabel van het CBS. U ziet het cijfer {_of(day)}.",
        measure=measure,
        categories=tuple(sorted(categories)),
        since=day.isoformat() if day else "",
    )


def texts(marks: Iterable[Mark], *, measure: str, category: str, region: str, period: str) -> tuple[str, ...]:
    """Sentences of the marks that belong to one cell, each once."""
    key = {"measure": measure, "category": category, "region": region, "period": period}
    return tuple(dict.fromkeys(mark.text for mark in marks if mark.covers(**key)))


def _of(day: date | None) -> str:
    return "van een eerdere versie" if day is None else f"zoals het op {day:%d-%m-%Y} is opgehaald"
