"""What a sheet says: the same sentences, comparisons and pictures as the app, for one municipality and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from charts.sheet.surroundings import located, surroundings
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, Period, of_kind
from editions.comparators import national
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.periods import newest_count, newest_periods
from editions.place import headline_of, periods_with_figure
from editions.sources import attribution
from editions.values import row_of, values, values_in
from geo import boundaries, mergers, registry
from geo.registry import Region
from indicators import comparators, notation, sentences
from indicators.answers import EarlierInvolvement, earlier_involvement
from indicators.comparators import FIRST_NATIONAL
from indicators.compare import Comparator, NoComparator, compare
from indicators.compare import Row as ValueRow
from indicators.place_opening import newest_first
from indicators.questions import questions
from indicators.trend import trend
from indicators.value import State
from web.sheets import years
from web.sheets.lines import (
    Row,
    caveat_lines,
    indicator_lines,
    neighbour_lines,
    place_row,
    remarks_beside,
    without_figures,
)


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet of one municipality and year."""

    place: str
    slug: str
    year: int
    years: tuple[int, ...]
    usual: bool  # whether this is the year of the address without a year
    big: str  # the one number, or the words of its state
    unit: str
    situation: str
    comparison: str
    rows: tuple[Row, ...]
    neighbours: tuple[Row, ...]
    without: str  # how many municipalities around it have no figure yet, in one line; '' for none
    map: Picture
    line: Picture | None
    trend: str
    council: str  # the municipality, or those it went into, whose alderman can be asked
    questions: tuple[str, ...]
    ended: str  # what became of a municipality that ended; '' for one of today
    goes_on: tuple[tuple[str, str], ...]  # slug and name of the municipalities an ended one went into
    reasons: tuple[str, ...]
    caveats: tuple[str, ...]
    source: str
    version: str
    date: str
    inhabitants: str
    indicator: str  # id of the indicator the sheet opens with

    @property
    def question_title(self) -> str:
        """Head of the questions; of a municipality that ended they go to the council of its successor."""
        return f"Drie vragen aan de wethouder van {self.council}" if self.ended else "Drie vragen aan de wethouder"

    @property
    def foot(self) -> str:
        """Source, inhabitants, boundaries and data version in one line."""
        people = f"{self.inhabitants} " if self.inhabitants else ""
        return (
            f"{self.source} {people}Grenzen: CBS / Kadaster, CC BY 4.0, vereenvoudigd. "
            f"Gegevensversie {self.version} ({self.date})."
        )


@cached_per_edition(most=512)
def sheet(edition: Edition, code: str, *, year: int) -> Sheet:
    """Sheet of a municipality that existed in a year; the texts come from indicators.sentences."""
    region = registry.region(code)
    period, spec = _opening(edition, code, year)
    twin_spec = INDICATORS.get(spec.twin or "")
    rows = values_in(edition, spec.id, level=Level.MUNICIPALITY, period=period)
    row = place_row(edition, spec.id, code, period)
    twin = None if twin_spec is None else place_row(edition, twin_spec.id, code, period)
    against = national(edition, spec.id, period=period)
    comparison = compare(row, against, spec=spec)
    other = against.name if isinstance(against, Comparator) else ""
    known = bool(np.isfinite(row["value"]))
    name = registry.name_in(code, year=year)
    pair = [spec] if twin_spec is None else [spec, twin_spec]
    series = _series(edition, code, pair, period)
    own = series[series["indicator"].astype("str") == spec.id]
    people = inhabitants(edition, level=Level.MUNICIPALITY, year=year).get(code)
    goes_on = _goes_on(region)
    return Sheet(
        place=name,
        slug=registry.slug(code),
        year=year,
        years=years.years(edition, code),
        usual=year == years.usual_year(edition, code),
        big=_big(row, spec),
        unit=_unit(row, spec, period),
        situation=sentences.situation(row, region, spec=spec, twin=twin, twin_spec=twin_spec),
        comparison=" ".join(
            [
                sentences.comparison(comparison, against, spec=spec)
                if known
                else _country_words(edition, row, spec, against),
                *remarks_beside(edition, spec.id, code, period),
            ]
        ).strip(),
        rows=tuple(indicator_lines(edition, code, year)),
        neighbours=tuple(neighbour_lines(edition, code, period, spec)),
        without=without_figures(edition, code, period, spec),
        map=_map(region, rows, spec=spec, period=period),
        line=over_time(series, specs={one.id: one for one in pair}, code=code, name=name)
        or (_country_line(edition, tuple(one.id for one in pair)) if year >= FIRST_NATIONAL else None),
        trend=_trend_words(edition, own, region, spec),
        council=sentences.council(region),
        questions=_questions(edition, region)
        if goes_on
        else questions(
            row, region, spec=spec, found=comparison, other=other, twin=twin, earlier=_earlier(edition).get(code)
        ),
        ended=sentences.became(region),
        goes_on=goes_on,
        reasons=sentences.why_higher() if known else (),
        caveats=caveat_lines(edition, code, year, spec),
        source=attribution(spec, served=(str(row["table"]),)),
        version=edition.version,
        date=notation.date(pd.Timestamp(edition.snapshot.manifest.created).date()),
        inhabitants=sentences.inhabitants(people, year=year, row=row, spec=spec),
        indicator=spec.id,
    )


@cached_per_edition(most=1)
def _earlier(edition: Edition) -> Mapping[str, EarlierInvolvement]:
    """What the loaded tables say of repeat and follow-up reports, per place."""
    return earlier_involvement(edition.observations)


def _opening(edition: Edition, code: str, year: int) -> tuple[Period, IndicatorSpec]:
    """Period and indicator that head a sheet: of the year, the newest period with a figure of what speaks about it."""
    of_year = [period for period in periods_with_figure(edition, code) if period.calendar_year == year]
    if not of_year and year < FIRST_NATIONAL:  # a place is never headed by the document of another region
        return Period.year(year), INDICATORS["meldingen"]
    period = min(of_year, key=newest_first, default=Period.year(year))
    return period, INDICATORS[headline_of(edition, code, period=period)]


def _big(row: ValueRow, spec: IndicatorSpec) -> str:
    """The one number: the rate or share, else the count, else the words of the state."""
    if np.isfinite(row["value"]):
        return notation.number(row["value"]) if spec.is_rate else notation.percent(row["value"])
    if str(row["state"]) == State.COUNT_ONLY:
        return notation.count(row["count"])
    return notation.state_words(str(row["state"]))


def _unit(row: ValueRow, spec: IndicatorSpec, period: Period) -> str:
    """What the one number counts, and over which period."""
    if np.isfinite(row["value"]):
        return (
            f"{spec.short} {spec.unit}, {period.label}"
            if spec.is_rate
            else f"{spec.unit.removeprefix('% ')}, {period.label}"
        )
    number = row["count"] if str(row["state"]) == State.COUNT_ONLY else 0.0
    return f"{sentences.noun(spec, number=number)}, {period.label}"


def _goes_on(region: Region) -> tuple[tuple[str, str], ...]:
    """Slug and name of the municipalities that an ended one went into; none for one of today."""
    if not mergers.successors(region.code):
        return ()
    return tuple((registry.slug(code), registry.region(code).name) for code in mergers.today(region.code))


def _questions(edition: Edition, region: Region) -> tuple[str, ...]:
    """Questions for the council that decides about an ended municipality today; after a split each has its own sheet."""
    final = mergers.today(region.code)
    year = years.usual_year(edition, final[0]) if len(final) == 1 else None
    return () if year is None else sheet(edition, final[0], year=year).questions


def _map(region: Region, rows: pd.DataFrame, *, spec: IndicatorSpec, period: Period) -> Picture:
    """The place among its neighbours; of one that ended before our boundaries begin, where it lies today."""
    year = boundaries.boundary_year(period.calendar_year)
    if region.code in boundaries.shapes(year, level=Level.MUNICIPALITY).places:
        return surroundings(rows, spec=spec, code=region.code, period=period)
    return located(mergers.today(region.code), name=region.name)


def _series(edition: Edition, code: str, pair: Sequence[IndicatorSpec], period: Period) -> pd.DataFrame:
    """Rows of both indicators of the place, for all periods as long as this one."""
    parts = [values(edition, spec.id, level=Level.MUNICIPALITY) for spec in pair]
    rows = pd.concat([part[part["region"] == code] for part in parts])
    return rows[of_kind(rows["period"], period.kind)]


def _country_words(edition: Edition, row: ValueRow, spec: IndicatorSpec, against: Comparator | NoComparator) -> str:
    """The country in words, for a place that has no figure to hold against it; nothing beside a count alone."""
    if str(row["state"]) == State.COUNT_ONLY or spec.first_comparable is None:
        return ""
    if isinstance(against, NoComparator):
        return against.reason
    country = row_of(edition, spec.id, code=NETHERLANDS, period=against.period)
    return "" if country is None else sentences.situation(country, registry.region(NETHERLANDS), spec=spec)


@cached_per_edition(most=8)
def _country_line(edition: Edition, indicators: tuple[str, ...]) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in indicators if Level.COUNTRY in INDICATORS[each].levels}
    if not specs:
        return None
    rows = pd.concat([values(edition, each, level=Level.COUNTRY) for each in specs])
    halves = rows[of_kind(rows["period"], Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=NETHERLANDS, name=comparators.NATIONAL)


def _trend_words(edition: Edition, rows: pd.DataFrame, region: Region, spec: IndicatorSpec) -> str:
    if rows["value"].notna().any():
        counted = newest_count(edition, spec.id, code=region.code)
        found = trend(rows, spec=spec, newest=newest_periods(edition), counted=counted)
        return sentences.trend_words(found, region, spec=spec)
    return ""  # where a count is, nobody says that there are no figures
