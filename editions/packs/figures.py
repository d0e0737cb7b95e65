"""Charts of the pages as native figures: the same rows, drawn by the office program of the reader."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.chart import Chart
from charts.dot_bars import band_words
from charts.packs.contents import FigureKind, NativeFigure, Series, Value
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind as PeriodKind
from data_sources.period import Period
from indicators.comparator import Comparator, NoComparator

BREAK = "breuk"
"""Category without figures between two periods that may not be compared."""

_NO_TABLE, _ALL = "De tabel heeft alle cijfers.", "Het werkblad in de grafiek heeft alle cijfers."
_NONE = Value(float("nan"), float("nan"), float("nan"))


def bars(chart: Chart, *, spec: IndicatorSpec, main: str, against: Comparator | NoComparator) -> NativeFigure:
    """Places of a chart of dots as bars, and last what they are against_name against; ``main`` is the code of the place set apart."""
    known = chart.table[chart.table["value"].notna()]
    names = [str(name) for name in known["place"]]
    values = [_value(row) for row in known.to_dict("records")]
    against_name = ""
    if isinstance(against, Comparator):
        against_name = _apart(against, chart)
        names.append(against_name)
        values.append(Value(against.value, against.low, against.high))
    words = chart.description.replace("Stippen met banden:", "Staven met banden:").replace(
        " De lijn is ", " De onderste staaf is "
    )
    return _bars(chart, names, values, spec=spec, words=words, main=_name_of(known, main), comparator=against_name)


def beside_comparators(chart: Chart, *, spec: IndicatorSpec) -> NativeFigure | None:
    """The table of a place and what it can be against_name against as bars; None with fewer than two different figures."""
    known = chart.table[chart.table["value"].notna()].drop_duplicates("place")
    if len(known) < 2:  # noqa: PLR2004 -- one bar has nothing beside it
        return None
    names = [str(name) for name in known["place"]]
    values = [_value(row) for row in known.to_dict("records")]
    words = chart.description.replace("Tabel.", "Staven met banden.", 1)
    return _bars(chart, names, values, spec=spec, words=words, main=names[0], comparator=names[1])


def _bars(
    chart: Chart,
    names: Sequence[str],
    values: Sequence[Value],
    *,
    spec: IndicatorSpec,
    words: str,
    main: str,
    comparator: str,
) -> NativeFigure:
    return NativeFigure(
        kind=FigureKind.BARS,
        title=f"{chart.name} ({spec.unit})",
        note=f"{spec.unit}; balk = cijfer, streep = {band_words(chart.table, spec=spec)}",
        description=words.replace(_NO_TABLE, _ALL),
        categories=tuple(names),
        series=(Series(spec.short, tuple(values)),),
        main=main,
        comparator=comparator,
    )


def _name_of(known: pd.DataFrame, code: str) -> str:
    names = known.loc[known["region"].astype("str") == code, "place"]
    return "" if names.empty else str(names.iloc[0])


def _apart(against: Comparator, chart: Chart) -> str:
    """Name of a comparator, with its period where a place has the same name."""
    taken = set(chart.table["place"].astype("str"))
    return f"{against.name}, {against.period.label}" if against.name in taken else against.name


def lines(chart: Chart, *, spec: IndicatorSpec) -> NativeFigure:
    """A chart of lines over time: every period from first to last, with an empty one at a break."""
    table = chart.table.astype({"region": "str", "period": "str", "indicator": "str"})
    pairs = list(dict.fromkeys(zip(table["region"], table["indicator"], strict=True)))
    several = len({region for region, _ in pairs}) > 1
    axis = tuple(_axis(table))
    series = []
    for region, indicator in pairs:
        rows = table[(table["region"] == region) & (table["indicator"] == indicator)].to_dict("records")
        by_period = {str(row["period"]): _value(row) for row in rows}
        short = INDICATORS[indicator].short
        name = str(rows[0]["place"]) if several else short
        values = tuple(_NONE if period is None else by_period.get(period.code, _NONE) for period in axis)
        series.append(Series(name, values))
    whose = "" if len(series) <= 2 else f", van {series[0].name}"  # noqa: PLR2004 -- NativeFigure.has_bars
    return NativeFigure(
        kind=FigureKind.LINES,
        title=f"{chart.name} ({spec.unit})",
        note=f"{spec.unit}; punt = cijfer, streep = {band_words(table, spec=spec)}{whose}",
        description=chart.description.replace(_NO_TABLE, _ALL),
        categories=tuple(BREAK if period is None else period.key for period in axis),
        series=tuple(series),
    )


def _axis(table: pd.DataFrame) -> Iterator[Period | None]:
    """Periods from first to last, those without a row too; None where one may not be compared with the one before."""
    there = sorted({Period.from_code(code) for code in table["period"]})
    broken = set(table.loc[table["break"].astype("str") != "", "period"])
    yield there[0]
    for before, after in pairwise(there):
        for ordinal in range(before.ordinal + 1, after.ordinal):
            yield _at(ordinal, before.kind)
        if after.code in broken:
            yield None
        yield after


def _at(ordinal: int, kind: PeriodKind) -> Period:
    return Period.year(ordinal) if kind is PeriodKind.YEAR else Period.half_year(ordinal // 2, ordinal % 2 + 1)


def _value(row: Mapping[Hashable, Any]) -> Value:
    return Value(float(row["value"]), float(row["low"]), float(row["high"]))
