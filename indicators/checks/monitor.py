"""The indicators of the programme of Hart van Brabant, for any Veilig Thuis region, against the country.

Each wish of the programme is tied to the share that measures it in tables of CBS, or to the reason why nothing does.
The verdict says what the series did, in the words of the trend rules: it can refuse, and never says better or worse.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import NETHERLANDS
from data_sources.observation import Status
from data_sources.period import Kind, Period
from indicators import notation, rates
from indicators.checks.counts import CbsCounts, Count
from indicators.checks.monitor_shares import MEASURED, Measured, SharePart, spec_of
from indicators.newest import Newest, order
from indicators.trend import FEWEST_POINTS, Direction, Trend, trend


class Wish(StrEnum):
    """What the programme wants of an indicator."""

    RISE = "stijgt"
    FALL = "daalt"
    EVERY = "elk gezin"


class MonitorVerdict(StrEnum):
    """What can be said, in words."""

    WANTED = "beweegt in de gewenste richting"
    OTHER = "beweegt niet in de gewenste richting"
    UNCLEAR = "geen duidelijke stijging of daling"
    TOO_FEW = "te weinig jaren"
    NO_WORD = "geen trendwoord"
    NO_FIGURE = "nog geen cijfer op deze site"
    NOT_MEASURABLE = "niet te meten met open cijfers"


@dataclass(frozen=True)
class MonitorRow:
    """One indicator of the programme for one place."""

    id: str
    indicator: str  # as the programme prints it
    wish: Wish
    measured: Measured
    series: pd.DataFrame  # IndicatorValue rows of the place, one kind of period, oldest first; may be empty
    country: pd.DataFrame  # the same for the Netherlands, same kind
    how: str  # Dutch: 'zoals gepubliceerd' or 'som van 9 gemeenten'
    trend: Trend | None
    verdict: MonitorVerdict
    why: str  # Dutch, full sentences

    @property
    def spec(self) -> IndicatorSpec:
        """The share as an indicator of ours, for bands, trends and charts."""
        return spec_of(self.id, measured=self.measured)


def monitor(
    indicators: pd.DataFrame, *, region: str, counts: CbsCounts, newest: Newest | None = None
) -> tuple[MonitorRow, ...]:
    """All indicators of the programme for a Veilig Thuis region, or for the country itself.

    ``newest`` tells of which period each table has its newest figures, so that no direction is given of an old series.

    ``indicators`` is the printed table (id, indicator, desired_direction); ``counts`` holds the cells of the region,
    its municipalities and the country in CATEGORIES.
    """
    return tuple(
        _row(str(id_), str(name), wish=Wish(wish), region=region, counts=counts, newest=newest)
        for id_, name, wish in zip(
            indicators["id"], indicators["indicator"], indicators["desired_direction"], strict=True
        )
    )


def _row(id_: str, name: str, *, wish: Wish, region: str, counts: CbsCounts, newest: Newest | None) -> MonitorRow:
    measured = MEASURED[id_]
    if not measured.above:
        empty = _series(id_, measured, _Counted(), region=region)
        return MonitorRow(
            id_, name, wish, measured, empty, empty, "", None, MonitorVerdict.NOT_MEASURABLE, measured.note
        )
    measured = _loaded(measured, region=region, counts=counts)
    both = {kind: _counted(measured, region=region, kind=kind, counts=counts) for kind in Kind}
    kind = max(Kind, key=lambda each: (len(both[each].rows), each is Kind.YEAR))
    series, how = _series(id_, measured, both[kind], region=region), both[kind].how
    of_country = {kind: _counted(measured, region=NETHERLANDS, kind=kind, counts=counts) for kind in Kind}
    if series.empty:
        kind = max(Kind, key=lambda each: len(of_country[each].rows))
    country = _series(id_, measured, of_country[kind], region=NETHERLANDS)
    if series.empty:
        why = "Voor deze regio staan de aantallen nog niet op deze site."
        return MonitorRow(id_, name, wish, measured, series, country, how, None, MonitorVerdict.NO_FIGURE, why)
    # the last period of either kind: a newer year ends the word on half-years
    newest_count = max((counted.rows[-1].period for counted in both.values() if counted.rows), key=order)
    series_trend = trend(series, spec=spec_of(id_, measured=measured), newest=newest, counted=newest_count)
    verdict, why = _verdict(series_trend, wish=wish, series=series)
    return MonitorRow(id_, name, wish, measured, series, country, how, series_trend, verdict, why)


def _loaded(measured: Measured, *, region: str, counts: CbsCounts) -> Measured:
    """The first choice of which counts are loaded for the place, else for the country; the best when none is."""
    choices = [measured]
    while choices[-1].instead is not None:
        choices.append(choices[-1].instead)
    for place in (region, NETHERLANDS):
        for choice in choices:
            if any(_counted(choice, region=place, kind=kind, counts=counts).rows for kind in Kind):
                return choice
    return measured


def _verdict(trend: Trend, *, wish: Wish, series: pd.DataFrame) -> tuple[MonitorVerdict, str]:
    newest = series.iloc[-1]
    last = f"{notation.percent(float(newest['value']))} in {Period.from_code(str(newest['period'])).in_words}"
    if trend.direction is Direction.TOO_FEW:
        number = notation.small(trend.points)
        periods = "periode" if trend.points == 1 else "perioden"
        since = f" ({trend.since_break})" if trend.since_break else ""
        needed = notation.small(FEWEST_POINTS[Period.from_code(str(newest["period"])).kind])
        why = f"Er is een cijfer voor {number} {periods}{since}. Voor een richting zijn er {needed} nodig. Laatste cijfer: {last}."
        return MonitorVerdict.TOO_FEW, why
    first = series.iloc[0]
    start = f"{notation.percent(float(first['value']))} in {Period.from_code(str(first['period'])).in_words}"
    why = f"{trend.words[0].upper()}{trend.words[1:]} ({notation.small(trend.points)} perioden). Eerste cijfer: {start}. Laatste cijfer: {last}."
    if trend.direction in {Direction.STALE, Direction.UNKNOWN}:
        return MonitorVerdict.NO_WORD, why
    if trend.direction is Direction.UNCLEAR:
        return MonitorVerdict.UNCLEAR, why
    wanted = (trend.direction is Direction.RISE) == (wish is Wish.RISE)
    return (MonitorVerdict.WANTED if wanted else MonitorVerdict.OTHER), why


class _Period(NamedTuple):
    """The counts of both sides of a share in one period."""

    period: Period
    above: Count
    below: Count


@dataclass(frozen=True)
class _Counted:
    """The periods in which both sides of a share are known for one place, oldest first, and how they came about."""

    rows: tuple[_Period, ...] = ()
    how: str = "zoals gepubliceerd"


def _counted(measured: Measured, *, region: str, kind: Kind, counts: CbsCounts) -> _Counted:
    rows, how = [], _Counted.how
    for period in counts.periods():
        if period.kind is not kind:
            continue
        above = _side(measured.above, region=region, period=period, counts=counts)
        below = _side(measured.below, region=region, period=period, counts=counts)
        if above is None or below is None or below.value <= 0:
            continue
        how = above.how or below.how or how
        rows.append(_Period(period, above, below))
    return _Counted(tuple(rows), how)


def _series(id_: str, measured: Measured, counted: _Counted, *, region: str) -> pd.DataFrame:
    """IndicatorValue rows of one share for one place and kind of period."""
    rows = [
        (region, period.code, above.value, below.value, below.rounding, below.table, above.provisional)
        for period, above, below in counted.rows
    ]
    names = ["region", "period", "count", "base", "step", "table", "provisional"]
    frame = pd.DataFrame(rows, columns=names).astype({"count": "float64", "base": "float64", "step": "float64"})
    bands = rates.share_percent(frame["count"], frame["base"], rounding=frame["step"])
    status = [str(Status.PROVISIONAL if provisional else Status.FINAL) for provisional in frame["provisional"]]
    shaped = frame.join(bands).assign(
        indicator=spec_of(id_, measured=measured).id,
        level=region[:2],
        state="value",
        status=status,
        uncertain=frame["count"] < rates.UNCERTAIN_BELOW,
        source="cbs-statline",
    )
    return shaped.drop(columns=["step", "provisional"])


def _side(parts: tuple[SharePart, ...], *, region: str, period: Period, counts: CbsCounts) -> Count | None:
    """Sum of the parts of one side; None when one of them is not known."""
    signed = [
        (
            part.sign,
            counts.count(region, measure=part.measure, period=period, categories=part.categories, add_halves=False),
        )
        for part in parts
    ]
    known = [(sign, count) for sign, count in signed if count is not None]
    if not known or len(known) < len(signed):
        return None
    return Count(
        value=sum(sign * count.value for sign, count in known),
        table=known[0][1].table,
        how=next((count.how for _, count in known if count.how), ""),
        rounding=sum(count.rounding for _, count in known),
        provisional=any(count.provisional for _, count in known),
    )
