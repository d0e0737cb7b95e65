"""What a table of the open data is: its address, its filters, how its rows are made and what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from charts.files.columns import COLUMNS
from charts.files.rows import neutral
from editions.edition import Edition
from web.open_data.filters import Query

_MEANINGS = {entry.head: entry.meaning for entry in COLUMNS.values()}


@dataclass(frozen=True)
class Resource:
    """One table that can be asked for as ``<name>.csv``, ``.json`` or ``.xlsx``."""

    name: str
    title: str  # Dutch
    description: str  # Dutch
    rows: Callable[[Edition, Query], pd.DataFrame]
    filters: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    source: str = ""
    key: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True  # whether it can always be had whole; the data package describes only such tables
    pieces: Callable[[Edition, Query], Iterator[pd.DataFrame]] | None = None  # the same rows, for an answer too large

    @property
    def about(self) -> str:
        """What the table is and what belongs beside it, for a list of tables."""
        return " ".join([self.description, *self.caveats])

    def meaning(self, head: str) -> str:
        """What a column holds (Dutch); '' where its head says it all."""
        return self.meanings.get(head) or _MEANINGS.get(head, "")


def headed(frame: pd.DataFrame, heads: Mapping[str, str]) -> pd.DataFrame:
    """Columns under their Dutch heads, in the order of ``heads``; text made harmless for spreadsheets."""
    renamed = frame[list(heads)].rename(columns=dict(heads)).reset_index(drop=True)
    texts = {
        str(name): renamed[name].map(lambda cell: neutral(str(cell)))
        for name in renamed
        if not pd.api.types.is_numeric_dtype(renamed[name])
    }
    return renamed.assign(**texts)
