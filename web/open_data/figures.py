"""Rows of an indicator as they go out: every level, place and period, with band, comparison, state and break."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from charts.files.rows import completed, dutch
from charts.twins import without_twin
from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from indicators import comparators
from indicators.available import available
from indicators.compare import Comparator, NoComparator, positions
from indicators.compute import indicator_values_for
from indicators.newest import Newest, newest
from web.open_data.filters import Query

ORDER = [
    "indicator", "place", "region", "level", "period", "value", "unit", "low", "high", "rounding_low", "rounding_high",
    "chance_low", "chance_high", "dispersion", "count", "base", "state", "words", "status", "uncertain", "break", "comparator",
    "comparator_value", "comparator_low", "comparator_high", "rest", "position", "sure", "caveats", "source", "table", "version",
]  # fmt: skip
# Four data versions times the indicators of today; after a refresh one frame is at most a few MB.
_KEPT = 48


def snapshot(version: str) -> snapshots.Snapshot:
    """Data version by id, or the newest for ''."""
    return snapshots.kept(version, snapshots.current_version())


@lru_cache(maxsize=4)
def _offered(version: str) -> tuple[IndicatorSpec, ...]:
    return available(snapshot(version).observations)


def offered() -> tuple[IndicatorSpec, ...]:
    """Indicators that the newest data version can show, in the order of the catalogue."""
    return _offered(snapshot("").version)


@lru_cache(maxsize=4)
def newest_periods(version: str) -> Newest:
    """Newest period of each table in a data version."""
    return newest(snapshot(version).observations)


@lru_cache(maxsize=4 * _KEPT)
def values(indicator: str, level: Level, version: str) -> pd.DataFrame:
    """IndicatorValue rows of one level in a data version."""
    return indicator_values_for(snapshot(version).observations, spec=INDICATORS[indicator], level=level)


@lru_cache(maxsize=_KEPT)
def _all_rows(indicator: str, version: str) -> pd.DataFrame:
    """Every row of an indicator in a data version, columns of ORDER with English names."""
    spec, read = INDICATORS[indicator], snapshot(version)
    levels = {level: values(indicator, level, version) for level in spec.levels}
    country = levels.get(Level.COUNTRY, next(iter(levels.values())).iloc[:0])
    parts = []
    for frame in levels.values():
        for code, rows in frame.groupby(frame["period"].astype("str"), sort=True):
            period = Period.from_code(str(code))
            against = comparators.national(country, spec=spec, period=period)
            parts.append(_with_comparison(rows, against, period=period))
    if not parts:  # an older data version may lack the tables of an indicator
        return pd.DataFrame(columns=ORDER)
    frame = pd.concat(parts, ignore_index=True)
    frame = completed(frame, unit=spec.unit).assign(caveats=" ".join(caveats(spec)), version=read.version)
    return frame.assign(source=[_owner(str(table)) for table in frame["table"]])[ORDER]


def rows(indicator: str, query: Query) -> pd.DataFrame:
    """Rows of an indicator that a query asks for, under Dutch heads."""
    frame = _all_rows(indicator, snapshot(query.version).version)
    if query.level is not None:
        frame = frame[frame["level"].astype("str") == str(query.level)]
    wanted = {code: Period.from_code(code) for code in frame["period"].astype("str").unique()}
    kept = [
        query.holds(str(code), wanted[str(period)])
        for code, period in zip(frame["region"], frame["period"], strict=True)
    ]
    return dutch(frame[kept].reset_index(drop=True))


def _with_comparison(rows: pd.DataFrame, against: Comparator | NoComparator, *, period: Period) -> pd.DataFrame:
    found = positions(rows, comparator=against)
    return rows.assign(
        place=[registry.name_in(str(code), year=period.calendar_year) for code in rows["region"]],
        comparator=against.name if isinstance(against, Comparator) else against.reason,
        comparator_value=against.value if isinstance(against, Comparator) else float("nan"),
        comparator_low=against.low if isinstance(against, Comparator) else float("nan"),
        comparator_high=against.high if isinstance(against, Comparator) else float("nan"),
        position=found["position"],
        sure=found["sure"],
        rest=found["rest"],
    )


def _owner(table: str) -> str:
    return TABLES[table].source.owner if table in TABLES else ""


def caveats(spec: IndicatorSpec) -> tuple[str, ...]:
    """What belongs beside every figure of an indicator: that its twin is not in it, and its own remarks."""
    return (*without_twin(spec), *spec.caveats)


def attribution(spec: IndicatorSpec) -> str:
    """Who publishes the counts of an indicator and which tables hold them."""
    found = [TABLES[cells.table] for cells in spec.numerator if cells.table in TABLES]
    owners = dict.fromkeys(table.source.attribution.removeprefix("Bron: ").rstrip(".") for table in found)
    return f"Bron: {'; '.join(owners)}. Tabellen: {', '.join(table.id for table in found)}."
