"""Rank ranges and funnel of the newest figures of every indicator and level, as rows of a file (STATISTICS rules 9, 10)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from editions.periods import offered, periods
from editions.ranks import funnel_or_reason, rank_ranges
from editions.values import values_in
from geo import registry

ORDER = [
    "indicator", "place", "region", "level", "period", "value", "rank_best", "rank_worst", "rank_of", "funnel",
    "funnel_z", "funnel_mean", "funnel_phi", "funnel_tau2",
]  # fmt: skip
_FEWEST_PLACES = 2


def rank_rows(edition: Edition) -> pd.DataFrame:
    """One row per place with a figure, in the newest year and the newest half-year of its indicator and level."""
    parts = [
        _rank_rows(edition, spec.id, level=level, period=period)
        for spec in offered(edition)
        for level in spec.levels
        for kind in Kind
        for period in periods(edition, spec.id, level=level, kind=kind)[-1:]
    ]
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=ORDER)


@cached_per_edition(most=64)
def _rank_rows(edition: Edition, indicator: str, *, level: Level, period: Period) -> pd.DataFrame:
    rows = values_in(edition, indicator, level=level, period=period)
    rows = rows[rows["value"].notna()].reset_index(drop=True)
    if len(rows) < _FEWEST_PLACES:
        return pd.DataFrame(columns=ORDER)
    codes = rows["region"].astype("str")
    ranges = rank_ranges(edition, indicator, level=level, period=period)
    frame = pd.DataFrame(
        {
            "indicator": indicator,
            "place": [registry.name_in(code, year=period.calendar_year) for code in codes],
            "region": codes,
            "level": str(level),
            "period": period.code,
            "value": rows["value"],
            **{
                f"rank_{end}": [float(getattr(ranges[code], end)) if code in ranges else float("nan") for code in codes]
                for end in ("best", "worst", "of")
            },
        }
    )
    return frame.assign(**_funnel(edition, indicator, level=level, period=period, codes=codes))[ORDER]


def _funnel(edition: Edition, indicator: str, *, level: Level, period: Period, codes: pd.Series[str]) -> dict[str, Any]:
    """Columns of the funnel: empty where there is none, or where a place is too small for it."""
    drawn = funnel_or_reason(edition, indicator, level=level, period=period)
    if isinstance(drawn, str):
        return {
            "funnel": drawn,
            **dict.fromkeys(("funnel_z", "funnel_mean", "funnel_phi", "funnel_tau2"), float("nan")),
        }
    drawn_z = dict(zip(drawn.places["region"].astype("str"), drawn.places["z"].astype("float64"), strict=True))
    drawn_outside = dict(zip(drawn.places["region"].astype("str"), drawn.places["outside"].astype("str"), strict=True))
    words = {"": "binnen", "95": "buiten 95%", "99.8": "buiten 99,8%"}
    return {
        "funnel": [
            words[drawn_outside[code]] if code in drawn_outside else "te klein voor de trechter" for code in codes
        ],
        "funnel_z": [drawn_z.get(code, float("nan")) for code in codes],
        "funnel_mean": drawn.target,
        "funnel_phi": drawn.phi,
        "funnel_tau2": drawn.tau2,
    }
