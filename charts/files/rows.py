"""Rows of a file: the table of the figure, with Dutch heads and everything that must travel with each row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.chart import Chart
from charts.files.columns import column, in_order
from charts.files.provenance import Provenance
from data_sources.level import NETHERLANDS
from data_sources.observation import Status
from data_sources.period import Period
from indicators import breaks
from indicators.value import STATE_WORDS, State

_CBS_PERIOD = re.compile(r"(?:19|20)\d{2}(?:JJ00|HJ0[12])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_STATUS: Mapping[str, str] = {
    Status.FINAL: "definitief",
    Status.PROVISIONAL: "voorlopig",
    Status.UNSTATED: "niet vermeld",
}
_WHOLE = {"count", "base"}


def neutral(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula; other text stays as it is."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def period_key(text: str) -> str:
    """Period as in our links (``2023``, ``2023-H1``), whatever form the figure used."""
    return Period.from_code(text).key if _CBS_PERIOD.fullmatch(text) else text


def file_rows(chart: Chart, provenance: Provenance) -> pd.DataFrame:
    """Rows of the figure with Dutch heads: same order, same values, what the figure shows in front; unknown stays empty, with its reason beside it."""
    frame = chart.table.reset_index(drop=True).copy()
    source = " ".join(line.text for line in chart.sources)
    frame = completed(frame, unit=str(chart.extra.get("unit", chart.subtitle)))
    caveats = {"caveats": " ".join(chart.caveats)} if chart.caveats else {}
    rows = dutch_rows(frame.assign(**caveats, sources=source, version=provenance.version))
    return rows[in_order(rows.columns)]


def completed(frame: pd.DataFrame, *, unit: str) -> pd.DataFrame:
    """Rows with the columns every file has: unit, words of the state, break."""
    added: dict[str, Any] = {}
    if "unit" not in frame:
        added["unit"] = unit
    if "state" in frame and "words" not in frame:
        added["words"] = [_words(state) for state in frame["state"]]
    if "break" not in frame and "period" in frame:
        added["break"] = _breaks(frame)
    return frame.assign(**added)


def dutch_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows under Dutch heads, yes and no in words, text made harmless for spreadsheets."""
    written = {}
    for name in frame.columns:
        values = frame[name]
        if name == "period":
            values = values.map(lambda text: period_key(str(text)), na_action="ignore")
        elif name == "status":
            values = values.astype("object").map(lambda word: _STATUS.get(str(word), word), na_action="ignore")
        elif name in _WHOLE:
            values = whole(values)
        if pd.api.types.is_bool_dtype(values):
            values = values.map({True: "ja", False: "nee"})
        if not pd.api.types.is_numeric_dtype(values):
            values = values.astype("object").map(lambda text: neutral(str(text)), na_action="ignore")
        head = column(str(name)).head
        written[str(name) if head in written else head] = values
    return pd.DataFrame(written)


def whole(values: Any) -> Any:  # noqa: ANN401 -- a Series in, a Series out
    """Counts without a decimal point, when they are all whole; unknown ones stay missing."""
    known = values.dropna()
    return values.astype("Int64") if (known == known.round()).all() else values


def _words(state: object) -> str:
    text = str(state)
    return STATE_WORDS[State(text)] if text in set(State) else text


def _breaks(frame: pd.DataFrame) -> list[str]:
    """Why a row cannot be compared with the row before it of its place and kind of period; empty when it can."""
    series: dict[tuple[str, ...], list[tuple[Period, int]]] = {}
    place = "region" if "region" in frame else "place"  # a place that changed its name stays one series
    names = [name for name in ("indicator", place, "series") if name in frame]
    for row, record in enumerate(frame[[*names, "period"]].to_dict(orient="records")):
        period = Period.from_key(period_key(str(record["period"])))
        series.setdefault((*(str(record[name]) for name in names), period.kind), []).append((period, row))
    reasons = [""] * len(frame)
    codes = frame["region"].astype("str").tolist() if "region" in frame else [NETHERLANDS] * len(frame)
    for points in series.values():
        ordered = sorted(points, key=lambda point: point[0].ordinal)
        for (earlier, _), (later, row) in pairwise(ordered):
            crossed = breaks.breaks_between(codes[row], earlier=earlier, later=later)
            reasons[row] = "; ".join(dict.fromkeys(each.dated for each in crossed))
    return reasons
