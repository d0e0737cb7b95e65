"""Rows of an indicator for the open data: every level, place and period, with band, comparison and state."""

from __future__ import annotations

import pandas as pd

from charts.files.rows import completed
from charts.twins import without_twin
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.catalogue.tables import TABLES
from data_sources.period import Period
from editions.comparators import national_comparator
from editions.edition import Edition, cached_per_edition
from editions.values import values
from geo import registry
from indicators import beside
from indicators.comparator import Comparator, NoComparator
from indicators.compare import positions

ORDER = [
    "indicator", "place", "region", "level", "period", "value", "unit", "low", "high", "rounding_low", "rounding_high",
    "chance_low", "chance_high", "dispersion", "count", "base", "state", "words", "status", "uncertain", "break",
    "comparator",
    "comparator_value", "comparator_low", "comparator_high", "rest", "position", "sure", "own_rate", "remark",
    "caveats", "source", "table", "version",
]  # fmt: skip


@cached_per_edition(most=48)  # after a refresh one frame is at most a few MB
def table_rows(edition: Edition, indicator: str) -> pd.DataFrame:
    """Every row of an indicator, columns of ORDER with English names; none when the version lacks its tables."""
    spec = INDICATORS[indicator]
    parts = []
    for level in spec.levels:
        frame = values(edition, indicator, level=level)
        for code, rows in frame.groupby(frame["period"].astype("str"), sort=True):
            period = Period.from_code(str(code))
            parts.append(_with_comparison(rows, national_comparator(edition, indicator, period=period), period=period))
    if not parts:
        return pd.DataFrame(columns=ORDER)
    frame = completed(pd.concat(parts, ignore_index=True), unit=spec.unit)
    frame = frame.assign(caveats=" ".join(caveats(spec)), version=edition.version)
    places = list(zip(frame["region"].astype("str"), frame["period"].astype("str"), strict=True))
    rates = beside.published_rates(edition.observations, spec=spec, values=frame)
    marks = beside.marks(edition.snapshot.manifest, spec=spec, values=frame)
    return frame.assign(
        source=[_owner(str(table)) for table in frame["table"]],
        own_rate=[rates.get(place, float("nan")) for place in places],
        remark=[" ".join(marks.get(place, ())) for place in places],
    )[ORDER]


def _with_comparison(rows: pd.DataFrame, against: Comparator | NoComparator, *, period: Period) -> pd.DataFrame:
    compared = positions(rows, comparator=against)
    return rows.assign(
        place=[registry.name_in(str(code), year=period.calendar_year) for code in rows["region"]],
        comparator=against.name if isinstance(against, Comparator) else against.reason,
        comparator_value=against.value if isinstance(against, Comparator) else float("nan"),
        comparator_low=against.low if isinstance(against, Comparator) else float("nan"),
        comparator_high=against.high if isinstance(against, Comparator) else float("nan"),
        position=compared["position"],
        sure=compared["sure"],
        rest=compared["rest"],
    )


def _owner(table: str) -> str:
    return TABLES[table].source.owner if table in TABLES else ""


def caveats(spec: IndicatorSpec) -> tuple[str, ...]:
    """What belongs beside every figure of an indicator: that its twin is not in it, and its own remarks."""
    return (*without_twin(spec), *spec.caveats)
