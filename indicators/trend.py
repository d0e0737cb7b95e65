"""Trend words that can refuse, and changes that do not cross a break (STATISTICS rules 7 and 8).

A word needs five comparable points and a chi-square test for trend at 99.8 % (Armitage's, one degree of freedom) that
holds with every point left out in turn, so that no single outlier makes a trend. The statistic is divided by the
spread round the trend line where that is larger than chance: reports come in families and in working methods, and
with tens of thousands of reports chance alone would call every wobble a trend. A test shows that it then does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from scipy.special import gammaincinv  # scipy.stats has the same, and costs 60 MB

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from indicators import rates
from indicators.breaks import breaks_between, with_segments
from indicators.compare import compare_periods
from indicators.value import Position

FEWEST_POINTS = 5
CRITICAL = float(2 * gammaincinv(0.5, rates.HIGH_CONFIDENCE))  # 9.5495, of chi-square with one degree of freedom
_STEP_VARIANCE = 1 / 12  # variance of a rounding error, in steps squared


class Direction(StrEnum):
    """What can be said of a series; nothing here is a judgement."""

    RISE = "stijging"
    FALL = "daling"
    UNCLEAR = "geen duidelijke stijging of daling"
    TOO_FEW = "te weinig jaren om een trend te noemen"
    UNKNOWN = "geen trendwoord: bij dit gedrukte percentage is niet bekend hoeveel toeval scheelt"


@dataclass(frozen=True)
class Trend:
    """What a series did since its last break."""

    direction: Direction
    points: int  # with a figure, in this segment
    first: Period | None = None
    last: Period | None = None
    statistic: float = float("nan")  # smallest chi-square of all rounds of leaving one out
    since_break: str = ""  # Dutch: why the series starts here

    @property
    def words(self) -> str:
        """Dutch words of the direction; half-years are not called years."""
        if self.direction is Direction.TOO_FEW and self.first is not None and self.first.kind is Kind.HALF_YEAR:
            return "te weinig halfjaren om een trend te noemen"
        return str(self.direction)


@dataclass(frozen=True)
class Change:
    """Difference of a place between two periods without a break between them; unit that of the indicator."""

    earlier: Period
    later: Period
    difference: float
    percent: float  # of the earlier value; NaN when that is zero
    position: Position  # of the later against the earlier, by their bands
    sure: float | None


@dataclass(frozen=True)
class NoChange:
    """No change may be given, and why."""

    reason: str  # Dutch, a full sentence


def trend(values: pd.DataFrame, *, spec: IndicatorSpec, same_area: bool = False) -> Trend:
    """Trend of one place since its last break, from its IndicatorValue rows of one kind of period.

    Raises MixedPeriodsError for years among half-years, ValueError for rows of several places.
    """
    if len(set(values["region"])) > 1:
        msg = "a trend is of one place"
        raise ValueError(msg)
    rows = with_segments(values, same_area=same_area)
    rows = rows[rows["segment"] == rows["segment"].max()]
    known = rows[rows["value"].notna()]
    points = len(known)
    periods = [Period.from_code(code) for code in known["period"]]
    first, last = (periods[0], periods[-1]) if periods else (None, None)
    since = str(rows["break"].iloc[0]) if len(rows) else ""
    if points < FEWEST_POINTS:
        return Trend(Direction.TOO_FEW, points, first, last, since_break=since)
    if spec.share_as_published:
        return Trend(Direction.UNKNOWN, points, first, last, since_break=since)
    count, base = (known[column].to_numpy(dtype="float64") for column in ("count", "base"))
    step = np.asarray(rates.rounding_step(known, spec=spec), dtype="float64")
    when = np.array([period.ordinal for period in periods], dtype="float64")
    signed = _weakest(count, base, step, when, share=spec.per == rates.PER_100)
    direction = Direction.UNCLEAR
    if abs(signed) > CRITICAL:
        direction = Direction.RISE if signed > 0 else Direction.FALL
    return Trend(direction, points, first, last, statistic=abs(signed), since_break=since)


def change(
    values: pd.DataFrame, *, earlier: Period, later: Period, spec: IndicatorSpec, same_area: bool = False
) -> Change | NoChange:
    """Change of one place between two periods; refuses across a break or without a figure.

    Raises MixedPeriodsError for a year against a half-year.
    """
    first, last = (earlier, later) if earlier < later else (later, earlier)
    codes = values["period"].astype("str")
    for period in (first, last):
        if not values.loc[codes == period.code, "value"].notna().any():
            return NoChange(f"Geen verandering te geven: over {period.in_words} is er geen cijfer.")
    rows = pd.concat([values[codes == first.code], values[codes == last.code]])
    crossed = breaks_between(str(rows["region"].iloc[0]), earlier=first, later=last, same_area=same_area)
    if crossed:
        return NoChange(f"U kunt {first.in_words} en {last.in_words} niet vergelijken: {crossed[0].reason}.")
    found = compare_periods(rows, spec=spec)
    old, new = rows["value"].tolist()
    percent = (new - old) / old * 100 if old > 0 else float("nan")
    return Change(first, last, new - old, percent, found.position, found.sure)


def _weakest(count: rates.Array, base: rates.Array, step: rates.Array, when: rates.Array, *, share: bool) -> float:
    """Signed chi-square of the round with the weakest trend; 0 when the rounds disagree on the direction."""
    everything = np.ones(len(count), dtype=bool)
    rounds = [everything, *(np.arange(len(count)) != left_out for left_out in range(len(count)))]
    signed = [_armitage(count[use], base[use], step[use], when[use], share=share) for use in rounds]
    if min(signed) > 0:
        return min(signed)
    return max(signed) if max(signed) < 0 else 0.0


def _armitage(count: rates.Array, base: rates.Array, step: rates.Array, when: rates.Array, *, share: bool) -> float:
    """Chi-square for trend with the sign of the slope, divided by the spread round the line where above chance."""
    rate = count.sum() / base.sum()
    expected = base * rate
    variance = expected * (1 - rate if share else 1.0) + step**2 * _STEP_VARIANCE
    if rate <= 0 or not (variance > 0).all():
        return 0.0
    weight = base**2 / variance
    centred = when - (weight * when).sum() / weight.sum()
    slope = (weight * centred * (count / base)).sum() / (weight * centred**2).sum()
    statistic = slope**2 * (weight * centred**2).sum()
    level = (weight * count / base).sum() / weight.sum()
    left = (weight * (count / base - level - slope * centred) ** 2).sum() / (len(count) - 2)
    return float(np.sign(slope) * statistic / max(1.0, left))
