"""The trend word and the last step of every place, as rows of a file: what pages say place by place (STATISTICS rule 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period, of_kind
from editions.edition import Edition, cached_per_edition
from editions.periods import newest_count, newest_periods, offered
from editions.series import FEWEST_POINTS
from editions.values import values
from geo import registry
from indicators.breaks import breaks_between, with_segments
from indicators.compare import compare_steps
from indicators.trend import trend
from indicators.value import Position

ORDER = [
    "indicator", "place", "region", "level", "kind_of_period", "trend", "trend_first", "trend_last", "points", "since_break",
    "step_from", "step_to", "step_difference", "step_percent", "step_position", "step_sure", "step_refused",
]  # fmt: skip
_KINDS = {Kind.YEAR: "jaar", Kind.HALF_YEAR: "halfjaar"}


def trend_rows(edition: Edition) -> pd.DataFrame:
    """One row per indicator, place and kind of period with at least two figures; columns of ORDER."""
    parts = [
        _trend_rows(edition, spec.id, level=level, kind=kind)
        for spec in offered(edition)
        for level in spec.levels
        for kind in Kind
    ]
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=ORDER)


@cached_per_edition(most=64)
def _trend_rows(edition: Edition, indicator: str, *, level: Level, kind: Kind) -> pd.DataFrame:
    spec = INDICATORS[indicator]
    rows = values(edition, indicator, level=level)
    rows = rows[of_kind(rows["period"], kind)]
    known = rows.loc[rows["value"].notna(), "region"].astype("str").value_counts()
    rows = rows[rows["region"].isin(known.index[known >= FEWEST_POINTS])]
    if rows.empty:
        return pd.DataFrame(columns=ORDER)
    rows = _up_to_the_last_count(with_segments(rows))
    words = pd.DataFrame(list(_words(edition, rows, spec=spec, kind=kind)))
    return pd.concat([words, _steps(rows, spec=spec)], axis="columns")[ORDER]


def _up_to_the_last_count(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of each place without the empty ones at the end: a break after the last figure is no break in the series."""
    backwards = rows.iloc[::-1]
    filled = backwards["value"].notna() | backwards["count"].notna()
    return rows[filled.groupby(backwards["region"]).cummax().iloc[::-1]]


def _words(edition: Edition, rows: pd.DataFrame, *, spec: IndicatorSpec, kind: Kind) -> Iterator[dict[str, Any]]:
    newest = newest_periods(edition)
    for code, series in rows.groupby("region", sort=True):
        region = registry.region(str(code))
        place_trend = trend(series, spec=spec, newest=newest, counted=newest_count(edition, spec.id, code=region.code))
        year = (place_trend.last or Period.from_code(str(series["period"].iloc[-1]))).calendar_year
        yield {
            "indicator": spec.id,
            "place": registry.name_in(region.code, year=year),
            "region": region.code,
            "level": str(region.level),
            "kind_of_period": _KINDS[kind],
            "trend": str(place_trend.direction),
            "trend_first": place_trend.first.key if place_trend.first else "",
            "trend_last": place_trend.last.key if place_trend.last else "",
            "points": place_trend.points,
            "since_break": place_trend.since_break,
        }


def _steps(rows: pd.DataFrame, *, spec: IndicatorSpec) -> pd.DataFrame:
    """The step between the last two figures of each place, in order of code; none over a break (rule 7)."""
    known = rows[rows["value"].notna()].groupby("region", sort=True)
    old = pd.DataFrame(known.nth(-2)).reset_index(drop=True)
    new = pd.DataFrame(known.nth(-1)).reset_index(drop=True)
    decided = compare_steps(old, new, spec=spec)
    refused = [
        "" if before["segment"] == after["segment"] else _crossed(before, after)
        for before, after in zip(old.to_dict("records"), new.to_dict("records"), strict=True)
    ]
    open_ = pd.Series([not reason for reason in refused])
    difference = new["value"] - old["value"]
    return pd.DataFrame(
        {
            "step_from": [Period.from_code(code).key for code in old["period"]],
            "step_to": [Period.from_code(code).key for code in new["period"]],
            "step_difference": difference.where(open_),
            "step_percent": (difference / old["value"].where(old["value"] > 0) * 100).where(open_),
            "step_position": decided["position"].where(open_, str(Position.NONE)),
            "step_sure": decided["sure"].where(open_),
            "step_refused": refused,
        }
    )


def _crossed(before: dict[Any, Any], after: dict[Any, Any]) -> str:
    earlier, later = (Period.from_code(str(row["period"])) for row in (before, after))
    return "; ".join(
        dict.fromkeys(each.dated for each in breaks_between(str(after["region"]), earlier=earlier, later=later))
    )
