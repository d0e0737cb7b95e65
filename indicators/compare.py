"""The one function that decides lager / ongeveer gelijk / hoger, for maps, pages, sentences, files and the API.

The band of the place stands against the band of the comparator (STATISTICS rule 4): apart means different, touching
means about equal. It is decided at 95 %, and again at 99.8 % to say how sure that is. No judgement, no colour.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from indicators import notation
from indicators.rates import HIGH_CONFIDENCE, Array, at_confidence, limits_at
from indicators.value import BANDS, Position, State

Row: TypeAlias = "pd.Series[Any] | Mapping[str, Any] | Mapping[Hashable, Any]"

SURE = (95.0, 99.8)
_TOUCHING = 1e-9  # 38,1 and 38,2 as printed have bands that touch, whatever binary fractions make of 38,15
WITHOUT_CHANCE = "Alleen de afronding telt mee: hoeveel toeval scheelt, is bij dit gedrukte percentage niet bekend."


class NotComparableError(ValueError):
    """Two rows of different indicators or periods were compared; the message names both."""


@dataclass(frozen=True)
class Comparator:
    """What a place is held against: a published figure, or a named sum; never without name, period and source."""

    name: str  # Dutch: 'Nederland', 'de Veilig Thuis-regio West-Brabant', 'som van 7 gemeenten rond Breda'
    indicator: str
    period: Period
    value: float
    low: float
    high: float
    low_998: float
    high_998: float
    source: str
    table: str
    date: str = ""  # Dutch notation, of the figures
    published: bool = True  # False for a sum of municipalities that we made
    chance_known: bool = True
    provisional: bool = False
    places: tuple[str, ...] = ()  # codes it consists of; one for a published place

    def __post_init__(self) -> None:
        """Refuse a comparator that cannot say who it is and where it comes from."""
        if not self.name.strip() or not self.table.strip():
            msg = f"a comparator needs a name and a table, not {self.name!r} and {self.table!r}"
            raise ValueError(msg)


@dataclass(frozen=True)
class NoComparator:
    """There is nothing to hold a place against, and why."""

    reason: str  # Dutch, a full sentence


@dataclass(frozen=True)
class Comparison:
    """How a place stands against a comparator."""

    position: Position
    sure: float | None = None  # 99.8 or 95.0 (percent) when the bands are apart
    reason: str = ""  # Dutch: why there is no position
    note: str = ""  # Dutch: a limit of this comparison


def comparator_of(
    row: Row,
    *,
    name: str,
    spec: IndicatorSpec,
    date: str = "",
    published: bool = True,
    places: tuple[str, ...] = (),
) -> Comparator:
    """Make a comparator of an IndicatorValue row; raises ValueError when the row has no value or no table."""
    if not np.isfinite(row["value"]):
        msg = f"{name} has no value in {row['period']}, so it cannot be a comparator"
        raise ValueError(msg)
    numbers = {column: np.array([row[column]], dtype="float64") for column in ("count", "base", "value", *BANDS)}
    wide_low, wide_high = limits_at(numbers, spec=spec, confidence=HIGH_CONFIDENCE)
    return Comparator(
        name=name,
        indicator=spec.id,
        period=Period.from_code(str(row["period"])),
        value=float(row["value"]),
        low=float(row["low"]),
        high=float(row["high"]),
        low_998=float(wide_low[0]),
        high_998=float(wide_high[0]),
        source=str(row["source"]),
        table=str(row["table"]),
        date=date,
        published=published,
        chance_known=not spec.share_as_published,
        provisional=str(row["status"]) == "provisional",
        places=places or ((str(row["region"]),) if row["region"] else ()),
    )


def positions(
    values: pd.DataFrame, *, comparator: Comparator | NoComparator, spec: IndicatorSpec | None = None
) -> pd.DataFrame:
    """Columns ``position`` (Position) and ``sure`` (95, 99.8 or NaN) for IndicatorValue rows, on their index.

    Rows without a value, and all rows when there is no comparator, get Position.NONE. Raises NotComparableError for
    another indicator or period than the comparator's.
    """
    if isinstance(comparator, NoComparator) or values.empty:
        return pd.DataFrame({"position": str(Position.NONE), "sure": np.nan}, index=values.index)
    theirs = {"indicator": comparator.indicator, "period": comparator.period.code}
    mine = {column: sorted(values[column].unique()) for column in theirs}
    if mine != {column: [one] for column, one in theirs.items()}:
        msg = f"a comparator of {theirs} says nothing about {mine}"
        raise NotComparableError(msg)
    return _decide(values, comparator, spec=spec or INDICATORS[comparator.indicator])


def compare(
    place_row: Row, comparator_row: Comparator | NoComparator | Row, *, spec: IndicatorSpec | None = None
) -> Comparison:
    """Hold one IndicatorValue row against a comparator (or another row); the same decision as `positions`."""
    spec = spec or INDICATORS[str(place_row["indicator"])]
    comparator = comparator_row
    if not isinstance(comparator, (Comparator, NoComparator)):
        if not np.isfinite(comparator["value"]):
            return Comparison(Position.NONE, reason=f"Waarmee we vergelijken: {_state(comparator)}.")
        comparator = comparator_of(comparator, name=str(comparator["region"]), spec=spec)
    if refused := _refused(place_row, comparator):
        return Comparison(Position.NONE, reason=refused)
    decided = positions(pd.DataFrame([dict(place_row)]), comparator=comparator, spec=spec).iloc[0]
    return _comparison(decided["position"], decided["sure"], comparator)


def compare_each(
    values: pd.DataFrame, *, comparator: Comparator | NoComparator, spec: IndicatorSpec
) -> dict[str, Comparison]:
    """The same as `compare` for every row of one indicator and period, decided all at once; by code of the place."""
    decided = positions(values, comparator=comparator, spec=spec)
    found = {}
    for row, position, sure in zip(values.to_dict("records"), decided["position"], decided["sure"], strict=True):
        refused = _refused(row, comparator)
        made = Comparison(Position.NONE, reason=refused) if refused else _comparison(position, sure, comparator)
        found[str(row["region"])] = made
    return found


def _refused(row: Row, comparator: Comparator | NoComparator) -> str:
    """Why there is nothing to decide; '' when there is."""
    if isinstance(comparator, NoComparator):
        return comparator.reason
    return "" if np.isfinite(row["value"]) else f"Geen vergelijking: {_state(row)}."


def _comparison(position: str, sure: float, comparator: Comparator | NoComparator) -> Comparison:
    if isinstance(comparator, NoComparator):
        return Comparison(Position.NONE, reason=comparator.reason)
    if position == Position.NONE:
        return Comparison(Position.NONE, reason=f"Dit is zelf het cijfer van {comparator.name}.")
    note = "" if comparator.chance_known else WITHOUT_CHANCE
    return Comparison(Position(position), sure=None if np.isnan(sure) else float(sure), note=note)


def compare_periods(values: pd.DataFrame, *, spec: IndicatorSpec) -> Comparison:
    """Hold the second of two IndicatorValue rows of one place against the first, by the same rule as `compare`.

    Whether the two periods may be compared at all is decided by `indicators.trend.change`.
    """
    wide = at_confidence(values, spec=spec, confidence=HIGH_CONFIDENCE)
    (old_low, new_low), (old_high, new_high) = (side.tolist() for side in _limits(values))
    (old_low_998, new_low_998), (old_high_998, new_high_998) = (side.tolist() for side in _limits(wide))
    at_95 = int(_side((np.array([new_low]), np.array([new_high])), (old_low, old_high))[0])
    at_998 = int(_side((np.array([new_low_998]), np.array([new_high_998])), (old_low_998, old_high_998))[0])
    position = (Position.SIMILAR, Position.HIGHER, Position.LOWER)[at_95]
    if spec.share_as_published:
        return Comparison(position, note=WITHOUT_CHANCE)
    return Comparison(position, sure=None if at_95 == 0 else SURE[at_95 == at_998])


def _decide(values: pd.DataFrame, comparator: Comparator, *, spec: IndicatorSpec) -> pd.DataFrame:
    at_95 = _side(_limits(values), (comparator.low, comparator.high))
    wide = at_confidence(values, spec=spec, confidence=HIGH_CONFIDENCE)
    at_998 = _side(_limits(wide), (comparator.low_998, comparator.high_998))
    words = np.array([str(Position.LOWER), str(Position.SIMILAR), str(Position.HIGHER)], dtype=object)[at_95 + 1]
    sure = np.where(at_95 == 0, np.nan, np.where(at_95 == at_998, SURE[1], SURE[0]))
    if spec.share_as_published:
        sure = np.full(len(values), np.nan)
    known = values["value"].notna().to_numpy()
    if len(comparator.places) == 1:  # a place is not compared with itself
        known = known & (values["region"] != comparator.places[0]).to_numpy()
    columns = {"position": np.where(known, words, str(Position.NONE)), "sure": np.where(known, sure, np.nan)}
    return pd.DataFrame(columns, index=values.index)


def _limits(frame: pd.DataFrame) -> tuple[Array, Array]:
    return frame["low"].to_numpy(dtype="float64"), frame["high"].to_numpy(dtype="float64")


def _side(mine: tuple[Array, Array], theirs: tuple[float, float]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """-1 when my band lies below theirs, 1 when above, 0 when they touch or one is missing."""
    low, high = mine
    return np.where(low > theirs[1] + _TOUCHING, 1, np.where(high < theirs[0] - _TOUCHING, -1, 0))


def _state(row: Row) -> str:
    return notation.state_words(State(row["state"]))
