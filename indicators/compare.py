"""The one function that decides lager / ongeveer gelijk / hoger, for maps, pages, sentences, files and the API.

A place against a comparator, by a test of the difference (STATISTICS rule 4, indicators.difference). A place that is part
of its comparator is taken out of it first: it is compared with the rest. No judgement, no colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from indicators import notation, rates
from indicators.comparator import Comparator, NoComparator, Row, comparator_of
from indicators.decision import PlaceNumbers, counts_of_comparators, counts_of_rows, difference, words_of
from indicators.difference import Counts
from indicators.rates import Array
from indicators.value import Position, State
from language import N_, _

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
    _same(comparator, values["indicator"], values["period"])
    against = [comparator] * len(values)
    decided = _decide(PlaceNumbers.of(values), against, spec=spec or INDICATORS[comparator.indicator])
    return pd.DataFrame(decided, index=values.index)


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
    return compare_with_each(place_row, [comparator], spec=spec)[0]


def compare_with_each(
    row: Row, comparators: Sequence[Comparator | NoComparator], *, spec: IndicatorSpec
) -> list[Comparison]:
    """The same as `compare` of one IndicatorValue row with several comparators, decided all at once."""
    refused = [_refused(row, comparator) for comparator in comparators]
    known = [each for each, why in zip(comparators, refused, strict=True) if not why and isinstance(each, Comparator)]
    for comparator in known:
        _same(comparator, [row["indicator"]], [row["period"]])
    compared = iter(_compared([row] * len(known), PlaceNumbers.of_row(row, times=len(known)), known, spec=spec))
    return [Comparison(Position.NONE, reason=why) if why else next(compared) for why in refused]


def compare_each(
    values: pd.DataFrame, *, comparator: Comparator | NoComparator, spec: IndicatorSpec
) -> dict[str, Comparison]:
    """The same as `compare` for every row of one indicator and period, decided all at once; by code of the place."""
    if isinstance(comparator, Comparator) and len(values):
        _same(comparator, values["indicator"], values["period"])
    rows = [{str(name): value for name, value in row.items()} for row in values.to_dict("records")]
    compared = _compared(rows, PlaceNumbers.of(values), [comparator] * len(rows), spec=spec)
    return dict(zip(values["region"].astype("str"), compared, strict=True))


def _same(comparator: Comparator, indicators: Iterable[object], periods: Iterable[object]) -> None:
    """Raises NotComparableError unless the rows are of the indicator and the period of the comparator."""
    theirs = {(comparator.indicator, comparator.period.code)}
    mine = {(str(indicator), str(period)) for indicator, period in zip(indicators, periods, strict=True)}
    if mine != theirs:
        msg = f"a comparator of {theirs} says nothing about {mine}"
        raise NotComparableError(msg)


def _compared(
    rows: Sequence[Row], places: PlaceNumbers, comparators: Sequence[Comparator | NoComparator], *, spec: IndicatorSpec
) -> list[Comparison]:
    """Comparisons of rows, whose numbers ``places`` has, each with its comparator; all decided at once.

    The limits of all rests are computed at once as well. Where one has no comparator, none has.
    """
    known = [comparator for comparator in comparators if isinstance(comparator, Comparator)]
    if len(known) < len(comparators) or not rows:
        return [Comparison(Position.NONE, reason=_refused(*pair)) for pair in zip(rows, comparators, strict=True)]
    decided = _decide(places, known, spec=spec)
    rests = _rests(places.counts, ~np.isnan(decided["rest"]), known, spec=spec)
    records = []
    for row, comparator, position, sure, rest in zip(
        rows, known, decided["position"], decided["sure"], rests, strict=True
    ):
        refused = _refused(row, comparator)
        records.append(
            Comparison(Position.NONE, reason=refused)
            if refused
            else _comparison(row, str(position), float(sure), comparator, rest=rest)
        )
    return records


def compare_periods(old: Row, new: Row, *, spec: IndicatorSpec) -> Comparison:
    """Compare an IndicatorValue row with an earlier one of the same place, by the same test as `compare`.

    Whether the two periods may be compared at all is decided by `indicators.trend.change`.
    """
    before, after = PlaceNumbers.of_row(old), PlaceNumbers.of_row(new)
    p, sign = difference(after.counts, before.counts, phi=before.dispersion, part=False, spec=spec)
    if np.isnan(p[0]):
        return Comparison(Position.NONE, reason=_(WITHOUT_CHANCE))
    (position,), (sure,) = words_of(p, sign)
    return Comparison(Position(position), sure=None if np.isnan(sure) else float(sure))


def compare_steps(old: pd.DataFrame, new: pd.DataFrame, *, spec: IndicatorSpec) -> pd.DataFrame:
    """Columns position (Position of the new row against the old) and sure (95, 99.8 or NaN), for pairs of rows.

    Two frames of IndicatorValue rows of equal length, pair by pair; Position.NONE where a count is not known.
    """
    phi = old["dispersion"].to_numpy(dtype="float64")
    p, sign = difference(counts_of_rows(new), counts_of_rows(old), phi=phi, part=False, spec=spec)
    position, sure = words_of(p, sign)
    known = ~np.isnan(p)
    columns = {"position": np.where(known, position, str(Position.NONE)), "sure": np.where(known, sure, np.nan)}
    return pd.DataFrame(columns, index=new.index)


def _rests(
    mine: Counts, part: Array, comparators: Sequence[Comparator], *, spec: IndicatorSpec
) -> list[Comparator | None]:
    """The comparator without the place, under its own name, for each place that is a part of its comparator; else None."""
    if not part.any():
        return [None] * len(part)
    theirs = counts_of_comparators(comparators)
    count, base, step = theirs.count - mine.count, theirs.base - mine.base, theirs.rounding + mine.rounding
    dispersion = comparators[0].dispersion  # of the indicator: all have the same
    bands = rates.bands_of_counts(count, base, spec=spec, rounding=step, dispersion=dispersion)
    columns = [numbers.tolist() for numbers in (count, base, step, *(bands[side] for side in ("value", "low", "high")))]
    return [
        replace(
            comparator, name=comparator.rest, value=value, low=low, high=high, count=n, base=whole, rounding=rounding,
            published=False, places=(),
        ) if there else None
        for comparator, there, n, whole, rounding, value, low, high in zip(comparators, part.tolist(), *columns, strict=True)
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


def _comparison(row: Row, position: str, sure: float, comparator: Comparator, *, rest: Comparator | None) -> Comparison:
    if position == Position.NONE:
        known = comparator.chance_known and np.isfinite(row["count"])
        nothing_left = _("Geen vergelijking: buiten deze plaats blijft er van {name} niets over.", name=comparator.name)
        return Comparison(Position.NONE, reason=nothing_left if known else _(WITHOUT_CHANCE))
    return Comparison(Position(position), sure=None if np.isnan(sure) else sure, rest=rest)


def _decide(places: PlaceNumbers, comparators: Sequence[Comparator], *, spec: IndicatorSpec) -> dict[str, Array]:
    """The columns of ``positions`` as arrays, each place against its own comparator."""
    mine, theirs = places.counts, counts_of_comparators(comparators)
    pairs = list(zip(places.regions, comparators, strict=True))
    part = np.array([comparator.holds(code) for code, comparator in pairs], dtype=bool)
    itself = np.array([code == comparator.itself for code, comparator in pairs], dtype=bool)
    p, sign = difference(mine, theirs, phi=places.dispersion, part=part, spec=spec)
    position, sure = words_of(p, sign)
    decided = ~np.isnan(places.value) & ~itself & ~np.isnan(p)
    # no verdict on municipalities: the places of a larger level have all that is theirs
    decided &= np.array(
        [not each.no_verdict or Level.of(code) is not Level.MUNICIPALITY for code, each in pairs], dtype=bool
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        left = (theirs.count - mine.count) / (theirs.base - mine.base) * spec.per
    return {
        "position": np.where(decided, position, str(Position.NONE)),
        "sure": np.where(decided, sure, np.nan),
        "p": np.where(decided, p, np.nan),
        "rest": np.where(decided & part, left, np.nan),
    }


def _state(row: Row) -> str:
    return notation.state_words(State(row["state"]))
