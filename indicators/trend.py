"""Trend words that can refuse, and changes that do not cross a break (STATISTICS rules 7 and 8).

A word needs six comparable years or eight half-years and a weighted regression on time whose slope stands out at 99 %. The
spread round the line is estimated from the series, so the reference is F(1, n - 2); it is widened by the autocorrelation
of what is left, itself corrected for the bias a short series gives it (Kendall 1954); and the word must hold with each
point left out in turn. A test shows that a series without a trend, 20 times as restless as chance and with an
autocorrelation of a half, then gets a word in at most 3 of 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from indicators import rates
from indicators.breaks import breaks_between, with_segments
from indicators.compare import compare_periods
from indicators.newest import Newest
from indicators.quantiles import betaincinv
from indicators.value import Position
from language import N_, _

FEWEST_POINTS: Mapping[Kind, int] = MappingProxyType({Kind.YEAR: 6, Kind.HALF_YEAR: 8})
TREND_CONFIDENCE = 0.99
MOST_PERIODS_OLD = 2
_STEP_VARIANCE = 1 / 12  # variance of a rounding error, in steps squared
_MOST_AUTOCORRELATION = 0.9


class Direction(StrEnum):
    """What can be said of a series; nothing here is a judgement."""

    RISE = N_("stijging")
    FALL = N_("daling")
    UNCLEAR = N_("geen duidelijke stijging of daling")
    TOO_FEW = N_("te weinig jaren om een trend te noemen")
    UNKNOWN = N_("geen trendwoord: bij dit gedrukte percentage is niet bekend hoeveel toeval scheelt")
    STALE = N_("geen trendwoord: er zijn nieuwere cijfers dan deze reeks")


@dataclass(frozen=True)
class Trend:
    """What a series did since its last break."""

    direction: Direction
    points: int  # with a figure, in this segment
    first: Period | None = None
    last: Period | None = None
    since_break: str = ""  # Dutch: why the series starts here
    newer: Period | None = None  # of the figure that makes the series stale
    last_step: tuple[float, float] | None = None  # the last two values, when they go against the word

    @property
    def words(self) -> str:
        """Dutch words of the direction, with their period; half-years are not called years."""
        if self.first is None or self.last is None:
            return _(str(self.direction))
        if self.direction is Direction.TOO_FEW and self.first.kind is Kind.HALF_YEAR:
            return _("te weinig halfjaren om een trend te noemen")
        if self.direction in {Direction.RISE, Direction.FALL, Direction.UNCLEAR}:
            word, first, last = _(str(self.direction)), self.first.in_words, self.last.in_words
            return _("{word} van {first} tot en met {last}", word=word, first=first, last=last)
        return _(str(self.direction))


@dataclass(frozen=True)
class Change:
    """Difference of a place between two periods without a break between them; unit that of the indicator."""

    earlier: Period
    later: Period
    difference: float
    percent: float  # of the earlier value; NaN when that is zero
    position: Position  # of the later against the earlier; NONE when how much chance there is in it is not known
    sure: float | None


@dataclass(frozen=True)
class NoChange:
    """No change may be given, and why."""

    reason: str  # Dutch, a full sentence


def trend(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    same_area: bool = False,
    newest: Newest | None = None,
    counted: Period | None = None,
) -> Trend:
    """Trend of one place since its last break, from its IndicatorValue rows of one kind of period.

    ``newest`` tells of which period each table has its newest figures (`indicators.newest`): a series that stops well
    before gets no word. Neither does one after which the place has a count that is not in it: among its rows, or
    ``counted``, the newest period of either kind in which it is counted. Raises MixedPeriodsError for years among
    half-years, ValueError for rows of several places.
    """
    if len(set(values["region"])) > 1:
        msg = "a trend is of one place"
        raise ValueError(msg)
    rows = values if "segment" in values else with_segments(values, same_area=same_area)
    rows = rows[rows["segment"] == rows["segment"].max()]
    known = rows[rows["value"].notna()]
    periods = [Period.from_code(code) for code in known["period"]]
    since = str(rows["break"].iloc[0]) if len(rows) else ""
    first, last = (periods[0], periods[-1]) if periods else (None, None)
    record = Trend(Direction.TOO_FEW, len(known), first, last, since_break=since)
    if not periods or len(known) < FEWEST_POINTS[periods[0].kind]:
        return record
    newer = (
        _newer_count(rows, last=periods[-1])
        or (counted if counted is not None and whole_periods_after(counted, last=periods[-1]) else None)
        or _newer_table(known, last=periods[-1], newest=newest)
    )
    if newer is not None:
        return replace(record, direction=Direction.STALE, newer=newer)
    if not (known["count"].notna() & known["base"].notna()).all():
        return replace(record, direction=Direction.UNKNOWN)
    when = np.array([period.ordinal for period in periods], dtype="float64")
    signed = _weakest(known, when, share=not spec.is_rate)
    if abs(signed) <= 1:
        return replace(record, direction=Direction.UNCLEAR)
    before, newest_value = (float(number) for number in known["value"].iloc[-2:])
    against = (newest_value - before) * signed < 0
    direction = Direction.RISE if signed > 0 else Direction.FALL
    return replace(record, direction=direction, last_step=(before, newest_value) if against else None)


def change(
    values: pd.DataFrame, *, earlier: Period, later: Period, spec: IndicatorSpec, same_area: bool = False
) -> Change | NoChange:
    """Change of one place between two periods; refuses across a break or without a figure.

    Raises MixedPeriodsError for a year against a half-year.
    """
    first, last = (earlier, later) if earlier < later else (later, earlier)
    known = zip(values["period"].tolist(), values["value"].notna().tolist(), strict=True)
    place_of = {str(code): position for position, (code, there) in enumerate(known) if there}
    for period in (first, last):
        if period.code not in place_of:
            return NoChange(_("Geen verandering te geven: over {when} is er geen cijfer.", when=period.in_words))
    before, after = values.iloc[[place_of[first.code], place_of[last.code]]].to_dict("records")
    crossed = breaks_between(str(after["region"]), earlier=first, later=last, same_area=same_area)
    if crossed:
        return NoChange(
            _(
                "U kunt {first} en {last} niet vergelijken: {reason}.",
                first=first.in_words,
                last=last.in_words,
                reason=crossed[0].reason,
            )
        )
    comparison = compare_periods(before, after, spec=spec)
    old, new = float(before["value"]), float(after["value"])
    percent = (new - old) / old * 100 if old > 0 else float("nan")
    return Change(first, last, new - old, percent, comparison.position, comparison.sure)


def _newer_count(rows: pd.DataFrame, *, last: Period) -> Period | None:
    """Newest period after the series of which the place has a count all the same."""
    counted = [Period.from_code(code) for code in rows.loc[rows["count"].notna(), "period"]]
    newer = [period for period in counted if period > last]
    return max(newer, key=lambda period: period.ordinal) if newer else None


def whole_periods_after(period: Period, *, last: Period) -> int:
    """How many whole periods of the kind of ``last`` lie between its end and that of another period, of either kind.

    The first half of 2024 makes no series of years up to 2023 old; the year 2023 does so to half-years up to 2023-H1.
    """
    later = _end(period) - _end(last)
    return max(later // 2 if last.kind is Kind.YEAR else later, 0)


def _end(period: Period) -> int:
    """Number of the half-year with which a period ends."""
    return period.ordinal if period.kind is Kind.HALF_YEAR else period.calendar_year * 2 + 1


def _newer_table(known: pd.DataFrame, *, last: Period, newest: Newest | None) -> Period | None:
    """Newest period of the table of the last point, when it is more than two periods on."""
    period = (newest or {}).get(str(known["table"].iloc[-1]))
    if period is None:
        return None
    late = period.calendar_year - last.ordinal if last.kind is Kind.YEAR else _end(period) - last.ordinal
    return period if late > MOST_PERIODS_OLD else None


def _weakest(known: pd.DataFrame, when: rates.Array, *, share: bool) -> float:
    """Smallest F over its limit of all rounds of leaving one out, with the sign of the slope; 0 when signs differ."""
    count, base, step = (known[name].to_numpy(dtype="float64") for name in ("count", "base", "rounding"))
    rate = count.sum() / base.sum()
    variance = base * rate * (1 - rate if share else 1.0) + step**2 * _STEP_VARIANCE
    if rate <= 0 or not (variance > 0).all():
        return 0.0
    value, weight = count / base, base**2 / variance
    everything = np.ones(len(value), dtype=bool)
    slack = _slack(_left(value, weight, when)[1] * np.sqrt(weight))
    rounds = [everything, *(np.arange(len(value)) != left_out for left_out in range(len(value)))]
    signed = [_over_limit(value[use], weight[use], when[use], slack=slack) for use in rounds]
    if min(signed) > 0:
        return min(signed)
    return max(signed) if max(signed) < 0 else 0.0


def _left(value: rates.Array, weight: rates.Array, when: rates.Array) -> tuple[float, rates.Array]:
    """Slope of the weighted regression, and what it leaves of each point."""
    centred = when - (weight * when).sum() / weight.sum()
    slope = float((weight * centred * value).sum() / (weight * centred**2).sum())
    return slope, value - (weight * value).sum() / weight.sum() - slope * centred


def _over_limit(value: rates.Array, weight: rates.Array, when: rates.Array, *, slack: float) -> float:
    """F of the slope over its limit at 99 %, with the sign of the slope."""
    slope, left = _left(value, weight, when)
    free = len(value) - 2
    centred = when - (weight * when).sum() / weight.sum()
    explained = slope**2 * (weight * centred**2).sum()
    spread = (weight * left**2).sum() / free
    if explained <= 0:
        return 0.0
    ratio = explained / (spread * slack) if spread > 0 else np.inf
    return float(np.sign(slope) * ratio / f_limit(free))


def f_limit(free: int) -> float:
    """Quantile of F(1, free) at 99 %, through the beta quantiles."""
    part = float(betaincinv(0.5, free / 2, TREND_CONFIDENCE))
    return free * part / (1 - part)


def _slack(left: rates.Array) -> float:
    """How much wider the slope is when what is left of neighbouring points looks alike: (1 + r) / (1 - r)."""
    total = float((left**2).sum())
    if total <= 0:
        return 1.0
    seen = float((left[1:] * left[:-1]).sum()) / total
    alike = min(max(seen + (2 + 4 * max(seen, 0.0)) / len(left), 0.0), _MOST_AUTOCORRELATION)
    return (1 + alike) / (1 - alike)
