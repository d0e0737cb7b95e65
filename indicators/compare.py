"""The one function that decides lager / ongeveer gelijk / hoger, for maps, pages, sentences, files and the API.

A place against a comparator, by a test of the difference (STATISTICS rule 4, indicators.difference). A place that is part
of its comparator is taken out of it first: it is compared with the rest. No judgement, no colour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from indicators import notation, rates
from indicators.comparator import Comparator, NoComparator, Row, comparator_of
from indicators.difference import Counts, rate_difference, share_difference
from indicators.rates import Array
from indicators.value import Position, State
from language import N_, _

LEVELS_OF_DOUBT = (0.05, 0.002)  # two-sided: the first gives the word, the second stands in files
SURE = (95.0, 99.8)
WITHOUT_CHANCE = N_(
    "Geen vergelijking: bij dit gedrukte percentage staat geen aantal, dus hoeveel toeval erin zit is niet bekend."
)


class NotComparableError(ValueError):
    """Two rows of different indicators or periods were compared; the message names both."""


@dataclass(frozen=True)
class Comparison:
    """How a place stands against a comparator."""

    position: Position
    sure: float | None = None  # 99.8 or 95.0 (percent) when the difference is larger than chance; for files
    reason: str = ""  # Dutch: why there is no position
    rest: Comparator | None = None  # the comparator without this place, when the place is a part of it


def positions(
    values: pd.DataFrame, *, comparator: Comparator | NoComparator, spec: IndicatorSpec | None = None
) -> pd.DataFrame:
    """Columns position (Position), sure (95, 99.8 or NaN), p and rest for IndicatorValue rows, on their index.

    ``rest`` is the value of the comparator without the place, NaN where the place is no part of it. Rows without a
    value or without a known count, and all rows when there is no comparator or nothing may be decided against it, get
    Position.NONE. Raises NotComparableError for another indicator or period than the comparator's.
    """
    if isinstance(comparator, NoComparator) or values.empty:
        nothing = {"position": str(Position.NONE), "sure": np.nan, "p": np.nan, "rest": np.nan}
        return pd.DataFrame(nothing, index=values.index)
    theirs = {"indicator": comparator.indicator, "period": comparator.period.code}
    mine = {column: sorted(values[column].unique()) for column in theirs}
    if mine != {column: [number] for column, number in theirs.items()}:
        msg = f"a comparator of {theirs} says nothing about {mine}"
        raise NotComparableError(msg)
    return _decide(values, comparator, spec=spec or INDICATORS[comparator.indicator])


def compare(
    place_row: Row, comparator_row: Comparator | NoComparator | Row, *, spec: IndicatorSpec | None = None
) -> Comparison:
    """Compare one IndicatorValue row with a comparator (or another row); the same decision as `positions`."""
    spec = spec or INDICATORS[str(place_row["indicator"])]
    comparator = comparator_row
    if not isinstance(comparator, (Comparator, NoComparator)):
        if not np.isfinite(comparator["value"]):
            return Comparison(Position.NONE, reason=_("Waarmee we vergelijken: {state}.", state=_state(comparator)))
        comparator = comparator_of(comparator, name=str(comparator["region"]), spec=spec)
    if refused := _refused(place_row, comparator):
        return Comparison(Position.NONE, reason=refused)
    rows = pd.DataFrame([dict(place_row)])
    return _compared(rows, comparator, spec=spec)[0]


def compare_each(
    values: pd.DataFrame, *, comparator: Comparator | NoComparator, spec: IndicatorSpec
) -> dict[str, Comparison]:
    """The same as `compare` for every row of one indicator and period, decided all at once; by code of the place."""
    return dict(zip(values["region"].astype("str"), _compared(values, comparator, spec=spec), strict=True))


def _compared(values: pd.DataFrame, comparator: Comparator | NoComparator, *, spec: IndicatorSpec) -> list[Comparison]:
    decided = positions(values, comparator=comparator, spec=spec)
    nothing: list[Comparator | None] = [None] * len(values)
    rests = nothing
    if isinstance(comparator, Comparator) and len(values):
        rests = _rests(values, decided, comparator, spec=spec)  # limits of all rests at once
    records = []
    for row, position, rest in zip(values.to_dict("records"), decided.to_dict("records"), rests, strict=True):
        refused = _refused(row, comparator)
        records.append(
            Comparison(Position.NONE, reason=refused) if refused else _comparison(row, position, comparator, rest=rest)
        )
    return records


def compare_periods(values: pd.DataFrame, *, spec: IndicatorSpec) -> Comparison:
    """Compare the second of two IndicatorValue rows of one place with the first, by the same test as `compare`.

    Whether the two periods may be compared at all is decided by `indicators.trend.change`.
    """
    row = compare_steps(values.iloc[[0]], values.iloc[[1]], spec=spec).iloc[0]
    if row["position"] == Position.NONE:
        return Comparison(Position.NONE, reason=_(WITHOUT_CHANCE))
    return Comparison(Position(str(row["position"])), sure=None if np.isnan(row["sure"]) else float(row["sure"]))


def compare_steps(old: pd.DataFrame, new: pd.DataFrame, *, spec: IndicatorSpec) -> pd.DataFrame:
    """Columns position (Position of the new row against the old) and sure (95, 99.8 or NaN), for pairs of rows.

    Two frames of IndicatorValue rows of equal length, pair by pair; Position.NONE where a count is not known.
    """
    phi = old["dispersion"].to_numpy(dtype="float64")
    p, sign = _test(_counts(new), _counts(old), phi=phi, part=False, spec=spec)
    position, sure = _words(p, sign)
    known = ~np.isnan(p)
    columns = {"position": np.where(known, position, str(Position.NONE)), "sure": np.where(known, sure, np.nan)}
    return pd.DataFrame(columns, index=new.index)


def _rests(
    values: pd.DataFrame, decided: pd.DataFrame, comparator: Comparator, *, spec: IndicatorSpec
) -> list[Comparator | None]:
    """The comparator without each place that is a part of it, under its own name; None for the others."""
    mine = _counts(values)
    count, base, step = (
        pd.Series(whole)
        for whole in (
            comparator.count - mine.count,
            comparator.base - mine.base,
            comparator.rounding + mine.rounding,
        )
    )
    bands = rates.of_counts(count, base, spec=spec, rounding=step, dispersion=comparator.dispersion)
    columns = [
        count.tolist(),
        base.tolist(),
        step.tolist(),
        *(bands[side].tolist() for side in ("value", "low", "high")),
    ]
    part = decided["rest"].notna().tolist()
    return [
        replace(
            comparator, name=comparator.rest, value=value, low=low, high=high, count=n, base=whole, rounding=rounding,
            published=False, places=(),
        ) if there else None
        for there, n, whole, rounding, value, low, high in zip(part, *columns, strict=True)
    ]  # fmt: skip


def _refused(row: Row, comparator: Comparator | NoComparator) -> str:
    """Why there is nothing to decide; '' when there is."""
    if isinstance(comparator, NoComparator):
        return comparator.reason
    if not np.isfinite(row["value"]):
        return _("Geen vergelijking: {state}.", state=_state(row))
    if comparator.itself and str(row["region"]) == comparator.itself:
        return _("Dit is zelf het cijfer van {name}.", name=comparator.name)
    return comparator.no_verdict if Level.of(str(row["region"])) is Level.MUNICIPALITY else ""


def _comparison(
    row: Row, decided: Row, comparator: Comparator | NoComparator, *, rest: Comparator | None
) -> Comparison:
    if isinstance(comparator, NoComparator):
        return Comparison(Position.NONE, reason=comparator.reason)
    if decided["position"] == Position.NONE:
        known = comparator.chance_known and np.isfinite(row["count"])
        nothing_left = _("Geen vergelijking: buiten deze plaats blijft er van {name} niets over.", name=comparator.name)
        return Comparison(Position.NONE, reason=nothing_left if known else _(WITHOUT_CHANCE))
    return Comparison(
        Position(str(decided["position"])),
        sure=None if np.isnan(decided["sure"]) else float(decided["sure"]),
        rest=rest,
    )


def _decide(values: pd.DataFrame, comparator: Comparator, *, spec: IndicatorSpec) -> pd.DataFrame:
    regions = values["region"].tolist()
    part = np.array([comparator.holds(str(code)) for code in regions], dtype=bool)
    itself = np.array([str(code) == comparator.itself for code in regions], dtype=bool)
    mine = _counts(values)
    numbers = (comparator.count, comparator.base, comparator.rounding)
    theirs = Counts(*(np.full(len(values), number) for number in numbers))
    p, sign = _test(mine, theirs, phi=values["dispersion"].to_numpy(dtype="float64"), part=part, spec=spec)
    position, sure = _words(p, sign)
    decided = values["value"].notna().to_numpy() & ~itself & ~np.isnan(p)
    if comparator.no_verdict:  # of municipalities: the places of a larger level have all that is theirs
        decided &= np.array([Level.of(str(code)) is not Level.MUNICIPALITY for code in regions], dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        left = (theirs.count - mine.count) / (theirs.base - mine.base) * spec.per
    columns = {
        "position": np.where(decided, position, str(Position.NONE)),
        "sure": np.where(decided, sure, np.nan),
        "p": np.where(decided, p, np.nan),
        "rest": np.where(decided & part, left, np.nan),
    }
    return pd.DataFrame(columns, index=values.index)


def _test(mine: Counts, theirs: Counts, *, phi: Array, part: Array | bool, spec: IndicatorSpec) -> tuple[Array, Array]:
    with np.errstate(divide="ignore", invalid="ignore"):
        if spec.is_rate:
            return rate_difference(mine, theirs, dispersion=phi, part=part)
        two = spec.complement is not None
        return share_difference(mine, theirs, dispersion=phi, part=part, of_two_counts=two)


def _words(p: Array, sign: Array) -> tuple[Array, Array]:
    """Position and how sure, from p and the sign of the difference."""
    apart = p < LEVELS_OF_DOUBT[0]
    words = np.array([str(Position.LOWER), str(Position.SIMILAR), str(Position.HIGHER)], dtype=object)
    position = words[np.where(apart, sign, 0).astype("int64") + 1]
    return position, np.where(apart, np.where(p < LEVELS_OF_DOUBT[1], SURE[1], SURE[0]), np.nan)


def _counts(values: pd.DataFrame) -> Counts:
    return Counts(*(values[name].to_numpy(dtype="float64") for name in ("count", "base", "rounding")))


def _state(row: Row) -> str:
    return notation.state_words(State(row["state"]))
