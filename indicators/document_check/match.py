"""Our counts and inhabitants that a claim can be held against: CBS, and the own counts of regions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR
from geo import registry
from indicators import notation
from indicators.checks.counts import TOTALS, CbsCounts, Count
from indicators.document_check.mentions import ADVICE, BOTH, FOLLOW_UP, REPEAT, REPORTS

_COUNTED = (REPORTS, ADVICE, FOLLOW_UP, REPEAT)
_THOUSANDS = {"reports_thousands": REPORTS, "advice_thousands": ADVICE}
_RATES = {"reports_per_100_000": REPORTS}
_ROUNDED_TO_NEAREST = 5 / 4  # a slack of half a step, where counts of CBS in steps of 5 have two fifths
_SHARES = {"follow_up_reports_share": FOLLOW_UP, "repeat_reports_share": REPEAT}
_OTHER_KINDS = (SourceKind.PRESS, SourceKind.OWN_COUNT, SourceKind.DOCUMENT)


@dataclass(frozen=True)
class OurCount:
    """A count of ours. ``decides`` says whether a figure that differs from it is wrong, or was perhaps counted in another way."""

    value: float
    slack: float  # how far the true count can lie from it, because of rounding
    source: str  # Dutch
    how: str = ""  # Dutch: 'eerste en tweede halfjaar opgeteld'
    decides: bool = True


@dataclass(frozen=True)
class Figures:
    """The counts of one data version, by place, measure and period; ``inhabitants`` gives those on 1 January of a year."""

    cbs: CbsCounts
    others: Mapping[tuple[str, str, str], tuple[Count, ...]]
    kinds: Mapping[str, SourceKind]  # by table
    inhabitants: Callable[[str, int], float | None]
    rates: Mapping[tuple[str, str, str], OurCount]  # per 100,000 inhabitants, as printed
    shares: Mapping[tuple[str, str, str], OurCount]  # per cent of the reports, as printed

    @classmethod
    def of(cls, observations: pd.DataFrame, *, inhabitants: Callable[[str, int], float | None]) -> Figures:
        """Gather the totals of reports and advice; ``observations`` has the shape of data_sources.observation."""
        totals = observations[observations["category"].isin(TOTALS) & observations["value"].notna()]
        rows = totals[totals["measure"].isin(_COUNTED) & (totals["unit"] == "aantal")]
        cbs = CbsCounts.of(rows, regions=[str(code) for code in rows["region"].unique()])
        others: dict[tuple[str, str, str], tuple[Count, ...]] = {}
        kinds = {str(table): SOURCES[TABLES[str(table)].source.id].kind for table in rows["table"].unique()}
        columns = ["region", "measure", "period", "table", "value", "rounding"]
        for region, measure, period, table, value, rounding in rows[columns].itertuples(index=False, name=None):
            if kinds[str(table)] in _OTHER_KINDS:
                key = (str(region), str(measure), str(period))
                others[key] = (*others.get(key, ()), Count(float(value), str(table), rounding=float(rounding)))
        for key, printed in _printed(totals, _THOUSANDS, times=1_000):
            count = replace(printed, rounding=printed.rounding * _ROUNDED_TO_NEAREST)
            others[key] = (*others.get(key, ()), count)
            kinds[count.table] = SOURCES[TABLES[count.table].source.id].kind
        rates = {
            key: OurCount(count.value, count.rounding / 2, count.source)
            for key, count in _printed(totals, _RATES, times=1)
        }
        shares = {
            key: OurCount(count.value, count.rounding / 2, count.source)
            for key, count in _printed(totals, _SHARES, times=1)
        }
        return cls(cbs, others, kinds, inhabitants, rates, shares)

    def counts(self, code: str, *, measure: str, period: Period) -> tuple[OurCount, ...]:
        """What is known of a place in a period, CBS first; empty when nothing is, or when the place did not exist."""
        if measure == BOTH:
            return self._together(code, period=period)
        known: list[OurCount] = []
        if registry.region(code).existed(period.calendar_year):
            cbs = self.cbs.count(code, measure=measure, period=period)
            if cbs is not None:
                known.append(_our_count(cbs, decides=True))
        others = self.others.get((code, measure, period.code), ())
        known += [_our_count(count, decides=self._decides(count, period=period)) for count in others]
        return tuple(known)

    def added(self, codes: tuple[str, ...], *, measure: str, period: Period) -> tuple[OurCount, ...]:
        """What several places have together, when one source gives all of them."""
        known = [{_family(each): each for each in self.counts(code, measure=measure, period=period)} for code in codes]
        families = [family for family in known[0] if all(family in each for each in known)]
        parts = {family: [each[family] for each in known] for family in families}
        return tuple(
            OurCount(
                sum(each.value for each in each_part),
                sum(each.slack for each in each_part),
                each_part[0].source,
                f"som van {notation.counted(len(codes), 'plaats', 'plaatsen')}",
                all(each.decides for each in each_part),
            )
            for each_part in parts.values()
        )

    def pairs(
        self, code: str, *, measures: tuple[str, str], periods: tuple[Period, Period]
    ) -> tuple[tuple[OurCount, OurCount], ...]:
        """Two counts of the same source: of two periods, or of two measures."""
        first, second = (
            self.counts(code, measure=measure, period=period) for measure, period in zip(measures, periods, strict=True)
        )
        return tuple((left, right) for left in first for right in second if _family(left) == _family(right))

    def _together(self, code: str, *, period: Period) -> tuple[OurCount, ...]:
        reports = self.counts(code, measure=REPORTS, period=period)
        advice = self.counts(code, measure=ADVICE, period=period)
        return tuple(
            OurCount(
                left.value + right.value,
                left.slack + right.slack,
                left.source,
                "meldingen en adviezen opgeteld",
                left.decides,
            )
            for left in reports
            for right in advice
            if _family(left) == _family(right)
        )

    def _decides(self, count: Count, *, period: Period) -> bool:
        """From 2019 CBS counts all places in one way: an own count of a region may differ from it without being wrong."""
        return self.kinds[count.table] is SourceKind.PRESS or period.calendar_year < FIRST_YEAR


def _printed(
    rows: pd.DataFrame, measures: Mapping[str, str], *, times: int
) -> list[tuple[tuple[str, str, str], Count]]:
    """Figures of the press in another unit, by place, measure and period."""
    wanted = rows[rows["measure"].isin(measures)]
    columns = ["region", "measure", "period", "table", "value", "rounding"]
    return [
        (
            (str(region), measures[str(measure)], str(period)),
            Count(float(value) * times, str(table), rounding=float(rounding) * times),
        )
        for region, measure, period, table, value, rounding in wanted[columns].itertuples(index=False, name=None)
    ]


def _our_count(count: Count, *, decides: bool) -> OurCount:
    return OurCount(count.value, count.rounding * 2 / 5, count.source, count.how, decides)


def _family(known: OurCount) -> str:
    """Counts that may be set against each other: all of CBS, or those of one publication."""
    return "CBS" if known.source.startswith("CBS") or "Impactmonitor" in known.source else known.source


def sources(known: Iterable[OurCount]) -> str:
    """The sources in Dutch, each once."""
    return ", ".join(dict.fromkeys(each.source for each in known))
