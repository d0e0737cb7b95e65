"""What a sheet says: the same sentences, comparisons and pictures as the app, for one municipality and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from charts.sheet.surroundings import located, surroundings
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import boundaries, mergers, registry
from geo.registry import Region
from indicators import comparators, notation, sentences
from indicators.compare import Comparator, NoComparator, compare
from indicators.compare import Row as ValueRow
from indicators.compute import indicator_values_for
from indicators.place_opening import EVER, FIRST_OF_CBS, headline, newest_first, speaking
from indicators.questions import questions
from indicators.trend import trend
from indicators.value import PUBLISHED, State
from web.open_data import figures
from web.sheets import years

_COUNTRY = "NL01"
_MOST_NEIGHBOURS = 6


@dataclass(frozen=True)
class Row:
    """One line of a table of the sheet, as Dutch text."""

    what: str
    value: str
    band: str
    remark: str


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


@lru_cache(maxsize=512)
def sheet(code: str, *, year: int, version: str) -> Sheet:
    """Sheet of a municipality that existed in a year; the texts come from indicators.sentences."""
    region = registry.region(code)
    period, spec = _opening(code, year, version)
    twin_spec = INDICATORS.get(spec.twin or "")
    values = _values(spec.id, period, version)
    row = _rows(spec.id, period, version)[code]
    twin = None if twin_spec is None else _rows(twin_spec.id, period, version)[code]
    against = _national(spec.id, period, version)
    found = compare(row, against, spec=spec)
    other = against.name if isinstance(against, Comparator) else ""
    known = bool(np.isfinite(row["value"]))
    name = registry.name_in(code, year=year)
    pair = [spec] if twin_spec is None else [spec, twin_spec]
    series = _series(code, pair, period, version)
    own = series[series["indicator"].astype("str") == spec.id]
    people = years.inhabitants(version).get((code, year))
    read = figures.snapshot(version)
    goes_on = _goes_on(region)
    return Sheet(
        place=name,
        slug=registry.slug(code),
        year=year,
        years=years.years(code, version=version),
        usual=year == years.usual_year(code, version=version),
        big=_big(row, spec),
        unit=_unit(row, spec, period),
        situation=sentences.situation(row, region, spec=spec, twin=twin, twin_spec=twin_spec),
        comparison=sentences.comparison(found, against, spec=spec)
        if known
        else _country_words(row, spec, against, version),
        rows=tuple(_indicator_rows(code, year, version)),
        neighbours=tuple(_neighbours(code, period, spec, version)),
        without=_without(code, period, spec, version),
        map=_map(region, values, spec=spec, period=period),
        line=over_time(series, specs={one.id: one for one in pair}, code=code, name=name)
        or (_country_line(*[one.id for one in pair], version=version) if year >= FIRST_OF_CBS else None),
        trend=_trend_words(own, region, spec),
        council=sentences.council(region),
        questions=_questions(region, version)
        if goes_on
        else questions(row, region, spec=spec, found=found, other=other, twin=twin),
        ended=sentences.became(region),
        goes_on=goes_on,
        reasons=sentences.why_higher() if known else (),
        caveats=spec.caveats[:4],
        source=figures.attribution(spec),
        version=read.version,
        date=notation.date(_day(read.manifest.created)),
        inhabitants=sentences.inhabitants(people, year=year, row=row, spec=spec),
        indicator=spec.id,
    )


def _day(moment: str) -> Any:  # noqa: ANN401 -- a date
    return pd.Timestamp(moment).date()


def _opening(code: str, year: int, version: str) -> tuple[Period, IndicatorSpec]:
    """Period and indicator that head a sheet: of the year, the newest period with a figure of what speaks about it."""
    here = [period for period in years.periods(code, version=version) if period.calendar_year == year]
    period = min(here, key=newest_first, default=Period.year(year))
    known = {one for one in speaking(period) if (code, period) in years.known(one, version)}
    if not known and year < FIRST_OF_CBS:  # a place is never headed by the document of another region
        return period, INDICATORS["meldingen"]
    return period, INDICATORS[headline(period, has_figure=known.__contains__)]


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


def _questions(region: Region, version: str) -> tuple[str, ...]:
    """Questions for the council that decides about an ended municipality today; after a split each has its own sheet."""
    final = mergers.today(region.code)
    year = years.usual_year(final[0], version=version) if len(final) == 1 else None
    return () if year is None else sheet(final[0], year=year, version=version).questions


def _map(region: Region, values: pd.DataFrame, *, spec: IndicatorSpec, period: Period) -> Picture:
    """The place among its neighbours; of one that ended before our boundaries begin, where it lies today."""
    year = boundaries.boundary_year(period.calendar_year)
    if region.code in boundaries.shapes(year, level=Level.MUNICIPALITY).places:
        return surroundings(values, spec=spec, code=region.code, period=period)
    return located(mergers.today(region.code), name=region.name)


@lru_cache(maxsize=256)
def _values(indicator: str, period: Period, version: str) -> pd.DataFrame:
    """Rows of all municipalities in one period, whether or not the data version has a cell of it."""
    frame = figures.values(indicator, Level.MUNICIPALITY, version)
    here = frame[frame["period"].astype("str") == period.code]
    if len(here):
        return here
    read = figures.snapshot(version).observations
    return indicator_values_for(read, spec=INDICATORS[indicator], level=Level.MUNICIPALITY, periods=[period])


@lru_cache(maxsize=256)
def _rows(indicator: str, period: Period, version: str) -> Mapping[str, dict[str, Any]]:
    """The same rows by code: a sheet asks for single places, and a look-up in a frame costs a millisecond."""
    records = _values(indicator, period, version).to_dict("records")
    return {str(row["region"]): {str(name): value for name, value in row.items()} for row in records}


@lru_cache(maxsize=256)
def _national(indicator: str, period: Period, version: str) -> Comparator | NoComparator:
    spec = INDICATORS[indicator]
    if Level.COUNTRY in spec.levels:
        return comparators.national(figures.values(indicator, Level.COUNTRY, version), spec=spec, period=period)
    if period.calendar_year < comparators.FIRST_NATIONAL:
        return comparators.national(pd.DataFrame(), spec=spec, period=period)
    return NoComparator("Het CBS geeft dit cijfer niet voor heel Nederland.")


def _series(code: str, pair: Sequence[IndicatorSpec], period: Period, version: str) -> pd.DataFrame:
    """Rows of both indicators of the place, for all periods as long as this one."""
    parts = [figures.values(spec.id, Level.MUNICIPALITY, version) for spec in pair]
    rows = pd.concat([part[part["region"] == code] for part in parts])
    return rows[rows["period"].astype("str").str[4:6] == str(period.kind)]


def _country_words(row: ValueRow, spec: IndicatorSpec, against: Comparator | NoComparator, version: str) -> str:
    """The country in words, for a place that has no figure to hold against it; nothing beside a count alone."""
    if str(row["state"]) == State.COUNT_ONLY or spec.first_comparable is None:
        return ""
    if isinstance(against, NoComparator):
        return against.reason
    country = figures.values(spec.id, Level.COUNTRY, version)
    whole = comparators.row_of(country, code=_COUNTRY, period=against.period)
    return "" if whole is None else sentences.situation(whole, registry.region(_COUNTRY), spec=spec)


@lru_cache(maxsize=8)
def _country_line(*indicators: str, version: str) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in indicators if Level.COUNTRY in INDICATORS[each].levels}
    if not specs:
        return None
    rows = pd.concat([figures.values(each, Level.COUNTRY, version) for each in specs])
    halves = rows[rows["period"].astype("str").str[4:6] == str(Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=_COUNTRY, name=comparators.NATIONAL)


def _trend_words(own: pd.DataFrame, region: Region, spec: IndicatorSpec) -> str:
    known = own[own["value"].notna()]
    if known.empty:
        return ""  # where a count is, nobody says that there are no figures
    return sentences.trend_words(trend(own, spec=spec), region, spec=spec)


def _indicator_rows(code: str, year: int, version: str) -> list[Row]:
    """One line per indicator that has something to say about the place in the year, in its newest period of that year."""
    found = []
    for indicator in EVER:  # one sheet of paper: what every place can have
        spec = INDICATORS[indicator]
        for period in (Period.year(year), Period.half_year(year, 2), Period.half_year(year, 1)):
            row = _rows(spec.id, period, version)[code]
            if str(row["state"]) in PUBLISHED:
                found.append(_line(f"{spec.title}, {spec.unit}, {period.label}", row, spec))
                break
    return found


def _neighbours(code: str, period: Period, spec: IndicatorSpec, version: str) -> list[Row]:
    """The place first, then the touching municipalities that have something to say; nothing when none has."""
    year, found = period.calendar_year, _rows(spec.id, period, version)
    rows = [row for row in _around(code, period, spec, version) if str(row["state"]) in PUBLISHED]
    if not rows:
        return []
    ordered = sorted(
        rows, key=lambda row: (not np.isfinite(row["value"]), registry.name_in(str(row["region"]), year=year))
    )
    chosen = [found[code], *ordered[:_MOST_NEIGHBOURS]]
    return [_line(registry.name_in(str(row["region"]), year=year), row, spec) for row in chosen]


def _around(code: str, period: Period, spec: IndicatorSpec, version: str) -> list[dict[str, Any]]:
    found = _rows(spec.id, period, version)
    return [found[other] for other in boundaries.touching(code, year=period.calendar_year) if other in found]


def _without(code: str, period: Period, spec: IndicatorSpec, version: str) -> str:
    rows = _around(code, period, spec, version)
    number = sum(str(row["state"]) not in PUBLISHED for row in rows)
    if not number:
        return ""
    return f"Eromheen: {notation.counted(number, 'gemeente', 'gemeenten')} nog zonder cijfer op deze site."


def _value(row: dict[str, Any], spec: IndicatorSpec) -> str:
    """The figure of a line, short: half a sheet of paper is all there is."""
    if str(row["state"]) == State.COUNT_ONLY:
        return f"{notation.count(row['count'])} (alleen aantal)"
    return notation.value_text(row, share=not spec.is_rate)


def _line(what: str, row: dict[str, Any], spec: IndicatorSpec) -> Row:
    decimals = 2 if spec.share_as_published else 1
    return Row(
        what=what,
        value=_value(row, spec),
        band=notation.band(row["low"], row["high"], decimals=decimals) if np.isfinite(row["low"]) else "",
        remark=notation.remarks(uncertain=row["uncertain"], status=row["status"]),
    )
