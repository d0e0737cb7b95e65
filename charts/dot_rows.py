"""The rows of a dot plot: values, printed texts and descriptions of the places of one indicator and period."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Any, Literal, TypeAlias

import pandas as pd

from charts.text_table import text_table
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from indicators import notation
from indicators.comparator import Comparator, NoComparator
from indicators.compare import positions
from indicators.value import BANDS, Position, State
from language import _

Order: TypeAlias = Literal["value", "name", "group"]
Record: TypeAlias = Mapping[Hashable, Any]
GROUPS = (Position.HIGHER, Position.SIMILAR, Position.LOWER, Position.NONE)
"""The order of places that are grouped by how they stand."""


@dataclass(frozen=True)
class Rows:
    """Places of one indicator and period in the order of the plot, with what each row prints and says.

    Made once for a whole level, so that the few places of one reader are only picked from it. ``table`` and ``printed``
    are those of the Chart; ``records`` are the rows of the table one by one, ``codes`` its places, and ``sentences`` is
    what the description says of each, '' without a figure.
    """

    table: pd.DataFrame
    printed: pd.DataFrame
    records: tuple[Record, ...]
    codes: tuple[str, ...]
    sentences: tuple[str, ...]

    @cached_property
    def known(self) -> tuple[str, ...]:
        """Codes of the places with a figure, in the same order."""
        return tuple(row["region"] for row in self.records if isfinite(row["value"]))

    def among(self, codes: Collection[str]) -> Rows:
        """Only these places, in the same order."""
        positions_of_codes = [position for position, code in enumerate(self.codes) if code in codes]
        table, printed = (frame.iloc[positions_of_codes].reset_index(drop=True) for frame in (self.table, self.printed))
        records = tuple(self.records[position] for position in positions_of_codes)
        names, sentences = (
            tuple(texts[position] for position in positions_of_codes) for texts in (self.codes, self.sentences)
        )
        return Rows(table, printed, records, names, sentences)


def rows(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    period: Period,
    names: Mapping[str, str],
    comparator: Comparator | NoComparator,
    order: Order = "value",
) -> Rows:
    """Rows of the places of ``names``; ``values`` are IndicatorValue rows, other periods and places are left out."""
    figures = values[(values["period"] == period.code) & values["region"].isin(list(names))]
    figures = figures[figures["indicator"] == spec.id]
    table = _table(figures, spec=spec, names=names, comparator=comparator, order=order)
    records = tuple(table.to_dict("records"))
    sentences = tuple(_sentence(row) for row in records)
    return Rows(table, _printed(records, spec=spec), records, tuple(table["region"]), sentences)


def _table(
    figures: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    names: Mapping[str, str],
    comparator: Comparator | NoComparator,
    order: str,
) -> pd.DataFrame:
    table = figures[
        ["region", "period", "value", "low", "high", "state", "status", "count", "uncertain", *BANDS[:4]]
    ].copy()
    for text in ("region", "period", "state", "status"):
        table[text] = table[text].astype("str")
    table.insert(0, "place", [names[code] for code in table["region"]])
    table["position"] = positions(figures, comparator=comparator, spec=spec)["position"]
    if order == "group":
        rank = [
            GROUPS.index(Position(position)) if known else len(GROUPS)
            for position, known in zip(table["position"], table["value"].notna(), strict=True)
        ]
        table = table.assign(rank=rank).sort_values(
            ["rank", "value", "place"], ascending=[True, False, True], ignore_index=True
        )
        return table.drop(columns="rank")
    by = ["value", "place"] if order == "value" else ["place"]
    return table.sort_values(by, ascending=[column != "value" for column in by], na_position="last", ignore_index=True)


def _printed(rows: Sequence[Record], *, spec: IndicatorSpec) -> pd.DataFrame:
    return text_table(
        {
            _("plaats"): [row["place"] for row in rows],
            spec.unit: [notation.value_text(row, share=spec.share_as_published) for row in rows],
            _("band"): [notation.band(row["low"], row["high"]) if isfinite(row["low"]) else "" for row in rows],
            _("vergelijking"): [_(str(row["position"])) for row in rows],
            _("let op"): [notation.remarks(uncertain=row["uncertain"], status=row["status"]) for row in rows],
        }
    )


def _sentence(row: Record) -> str:
    if row["state"] == State.COUNT_ONLY:
        return f"{row['place']}: {notation.value_text(row)}"
    if row["state"] != State.VALUE:
        return ""
    figure = f"{row['place']} {notation.number(row['value'])}"
    if not isfinite(row["low"]):
        return figure
    return _("{figure} (band {band})", figure=figure, band=notation.band_words(row["low"], row["high"]))
