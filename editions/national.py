"""What the country shows at a glance: count, rate and change of one kind of period, and their line over time."""

from __future__ import annotations

from dataclasses import dataclass

from charts.chart import Chart
from charts.trend import trend_chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from editions.periods import newest_count, newest_periods
from editions.series import national_series, richest_kind
from editions.sources import source_lines
from geo import registry
from indicators import notation, sentences
from indicators.comparator import Row
from indicators.sentences import findings, words
from indicators.trend import Change, NoChange, change, trend
from language import _

REPORTS, ADVICE = "meldingen", "adviezen"


@dataclass(frozen=True)
class National:
    """Reports of the country in the newest period of one kind, and how they changed.

    ``row`` and ``advice`` are IndicatorValue rows of that period; ``step`` is against the newest earlier period of the same
    length and half. ``chart`` has the same kind of period and the same unit.
    """

    period: Period
    row: Row
    advice: Row | None
    step: Change | NoChange | None
    chart: Chart

    @property
    def how_many(self) -> tuple[str, str, str]:
        """Reports of the country: the number, what it counts and when, and the rate."""
        spec = INDICATORS[REPORTS]
        return (
            notation.count(self.row["count"]),
            _("{counts} in {when}", counts=sentences.noun(spec), when=self.period.in_words),
            _("In heel Nederland: {rate} {unit}.", rate=notation.number(self.row["value"]), unit=spec.unit),
        )

    @property
    def tiles(self) -> tuple[tuple[str, str, str], ...]:
        """Count and rate, and the change where one may be given: number, words, and what goes with them."""
        if not isinstance(self.step, Change):
            return (self.how_many,)
        sentence = findings.change(self.step.position, earlier=self.step.earlier, later=self.step.later)
        unit = f"{INDICATORS[REPORTS].unit.capitalize()}."
        if self.step.sure:
            unit = f"{unit} {_('Dat is meer dan toeval verklaart.')}"
        return (self.how_many, (f"{notation.change(self.step.percent)}%", sentence, unit))

    @property
    def beside(self) -> str:
        """Sentence on the advice of the same period; '' when it is not known."""
        if self.advice is None:
            return ""
        spec = INDICATORS[ADVICE]
        return _(
            "Daarnaast gaf Veilig Thuis {count} {counts}: {rate} {unit}. Eén verschil is nog geen trend.",
            count=notation.count(self.advice["count"]),
            counts=sentences.noun(spec),
            rate=notation.number(self.advice["value"]),
            unit=spec.unit,
        )


@cached_per_edition(most=1)
def national(edition: Edition) -> National | None:
    """The country in the kind of period that has most figures; None without any figure."""
    spec, place = INDICATORS[REPORTS], registry.region(NETHERLANDS)
    kind = richest_kind(edition, REPORTS, codes=[NETHERLANDS])
    rows = national_series(edition, (REPORTS, ADVICE), kind=kind)
    reports = rows[(rows["indicator"] == REPORTS) & rows["value"].notna()].sort_values("period")
    if reports.empty:
        return None
    periods = [Period.from_code(str(code)) for code in reports["period"]]
    newest = periods[-1]
    advice = rows[(rows["indicator"] == ADVICE) & (rows["period"] == newest.code) & rows["value"].notna()]
    earlier = _same_part_before(periods)
    step = None
    if earlier is not None:
        step = change(reports, earlier=earlier, later=newest, spec=spec)
    counted = newest_count(edition, REPORTS, code=NETHERLANDS)
    country_trend = trend(reports, spec=spec, newest=newest_periods(edition), counted=counted)
    chart = trend_chart(
        rows, spec=spec, twin=INDICATORS[ADVICE], names={NETHERLANDS: words.name_of(place)}, sources=source_lines(rows)
    ).headed(findings.over_time(country_trend, place, spec=spec))
    return National(newest, reports.iloc[-1], advice.iloc[-1] if len(advice) else None, step, chart)


def _same_part_before(periods: list[Period]) -> Period | None:
    """The newest earlier period of the same part of a year: a first half is compared with a first half."""
    newest = periods[-1]
    alike = [each for each in periods[:-1] if each.kind is Kind.YEAR or each.number == newest.number]
    return alike[-1] if alike else None
