"""What a sheet says: the same sentences, comparisons and pictures as the app, for one municipality and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from charts.sheet.surroundings import surroundings
from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import boundaries, registry
from geo.registry import Region
from indicators import beside, comparators, notation, sentences
from indicators.compare import Comparator, NoComparator, compare
from indicators.compute import indicator_values_for
from indicators.questions import questions
from indicators.trend import trend
from web.open_data import figures
from web.sheets import years

FIRST_OF_CBS = 2019
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
    map: Picture
    line: Picture | None
    trend: str
    questions: tuple[str, ...]
    reasons: tuple[str, ...]
    caveats: tuple[str, ...]
    source: str
    version: str
    date: str
    inhabitants: str
    indicator: str  # id of the indicator the sheet opens with

    @property
    def foot(self) -> str:
        """Source, inhabitants, boundaries and data version in one line."""
        return (
            f"{self.source} Inwoners op 1 januari {self.year}: {self.inhabitants or 'niet in deze momentopname'}. "
            f"Grenzen: CBS / Kadaster, CC BY 4.0, vereenvoudigd. Gegevensversie {self.version} ({self.date})."
        )


@lru_cache(maxsize=512)
def sheet(code: str, *, year: int, version: str) -> Sheet:
    """Sheet of a municipality that existed in a year; the texts come from indicators.sentences."""
    spec, twin_spec = _pair(code, year, version)
    region = registry.region(code)
    period = _period(code, year, spec.id, version)
    values = _values(spec.id, period, version)
    row, twin = _rows(spec.id, period, version)[code], _rows(twin_spec.id, period, version)[code]
    against = _national(spec.id, period, version)
    found = compare(row, against, spec=spec)
    other = against.name if isinstance(against, Comparator) else ""
    known = bool(np.isfinite(row["value"]))
    name = registry.name_in(code, year=year)
    series = _series(code, (spec, twin_spec), period, version)
    own = series[series["indicator"].astype("str") == spec.id]
    people = years.inhabitants(version).get((code, year))
    read = figures.snapshot(version)
    return Sheet(
        place=name,
        slug=registry.slug(code),
        year=year,
        years=years.years(code, version=version),
        usual=year == years.usual_year(code, version=version),
        big=notation.number(row["value"]) if known else notation.state_words(str(row["state"])),
        unit=f"{spec.short} {spec.unit}, {period.label}" if known else f"{spec.short}, {period.label}",
        situation=sentences.situation(row, region, spec=spec, twin=twin, twin_spec=twin_spec),
        comparison=" ".join(
            [
                sentences.comparison(found, against, spec=spec) if known else _country_words(spec, against, version),
                *_beside(spec.id, period, version).get(code, ()),
            ]
        ).strip(),
        rows=tuple(_indicator_rows(code, year, version)),
        neighbours=tuple(_neighbours(code, period, spec, version)),
        map=surroundings(values, spec=spec, code=code, period=period),
        line=over_time(series, specs={spec.id: spec, twin_spec.id: twin_spec}, code=code, name=name)
        or (_country_line(spec.id, twin_spec.id, version) if year >= FIRST_OF_CBS else None),
        trend=_trend_words(own, region, spec),
        questions=questions(row, region, spec=spec, found=found, other=other, twin=twin),
        reasons=sentences.why_higher(),
        caveats=(*(others := _beside_others(code, year, spec.id, version)), *spec.caveats[: 4 - min(len(others), 2)]),
        source=figures.attribution(spec),
        version=read.version,
        date=notation.date(_day(read.manifest.created)),
        inhabitants=notation.count(people) if people is not None else "",
        indicator=spec.id,
    )


def _day(moment: str) -> Any:  # noqa: ANN401 -- a date
    return pd.Timestamp(moment).date()


def _pair(code: str, year: int, version: str) -> tuple[IndicatorSpec, IndicatorSpec]:
    """Reports and advice: CBS from 2019, before it the document that prints the municipality."""
    if year < FIRST_OF_CBS:
        row = _rows("wb-meldingen", Period.year(year), version)[code]
        if str(row["state"]) in years.PUBLISHED:
            return INDICATORS["wb-meldingen"], INDICATORS["wb-adviezen"]
    return INDICATORS["meldingen"], INDICATORS["adviezen"]


def _period(code: str, year: int, indicator: str, version: str) -> Period:
    """Whole year when it has a figure, else the newest half-year that has one, else the year."""
    whole = Period.year(year)
    for period in (whole, Period.half_year(year, 2), Period.half_year(year, 1)):
        if str(_rows(indicator, period, version)[code]["state"]) in years.PUBLISHED:
            return period
    return whole


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
def _beside(indicator: str, period: Period, version: str) -> Mapping[str, tuple[str, ...]]:
    """By place, what CBS itself prints beside the figure, and the marks of its cells."""
    read = figures.snapshot(version)
    found = beside.sentences(
        read.observations,
        manifest=read.manifest,
        spec=INDICATORS[indicator],
        values=_values(indicator, period, version),
    )
    return {region: told for (region, _), told in found.items()}


@lru_cache(maxsize=256)
def _national(indicator: str, period: Period, version: str) -> Comparator | NoComparator:
    spec = INDICATORS[indicator]
    if Level.COUNTRY in spec.levels:
        return comparators.national(figures.values(indicator, Level.COUNTRY, version), spec=spec, period=period)
    if period.calendar_year < comparators.FIRST_NATIONAL:
        return comparators.national(pd.DataFrame(), spec=spec, period=period)
    return NoComparator("Het CBS geeft dit cijfer niet voor heel Nederland.")


def _series(code: str, pair: tuple[IndicatorSpec, IndicatorSpec], period: Period, version: str) -> pd.DataFrame:
    """Rows of both indicators of the place, for all periods as long as this one."""
    parts = [figures.values(spec.id, Level.MUNICIPALITY, version) for spec in pair]
    rows = pd.concat([part[part["region"] == code] for part in parts])
    return rows[rows["period"].astype("str").str[4:6] == str(period.kind)]


def _country_words(spec: IndicatorSpec, against: Comparator | NoComparator, version: str) -> str:
    """The country in words, for a place that has no figure to hold against it."""
    if isinstance(against, NoComparator):
        return against.reason
    country = figures.values(spec.id, Level.COUNTRY, version)
    row = comparators.row_of(country, code=_COUNTRY, period=against.period)
    return "" if row is None else sentences.situation(row, registry.region(_COUNTRY), spec=spec)


@lru_cache(maxsize=8)
def _country_line(indicator: str, twin: str, version: str) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in (indicator, twin)}
    rows = pd.concat([figures.values(each, Level.COUNTRY, version) for each in specs])
    halves = rows[rows["period"].astype("str").str[4:6] == str(Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=_COUNTRY, name=comparators.NATIONAL)


def _trend_words(own: pd.DataFrame, region: Region, spec: IndicatorSpec) -> str:
    known = own[own["value"].notna()]
    if known.empty:
        return "Er zijn geen cijfers om een trend te noemen."
    return sentences.trend_words(trend(own, spec=spec), region, spec=spec)


def _indicator_rows(code: str, year: int, version: str) -> list[Row]:
    """One line per indicator that has something to say about the place in the year."""
    found = []
    for spec in CARRIED.values():  # one sheet of paper: what every place can have
        if Level.MUNICIPALITY in spec.levels:
            period = _period(code, year, spec.id, version)
            row = _rows(spec.id, period, version)[code]
            if str(row["state"]) in years.PUBLISHED:
                found.append(_line(f"{spec.title}, {spec.unit}, {period.label}", row, spec))
    return found


def _beside_others(code: str, year: int, main: str, version: str) -> tuple[str, ...]:
    """What stands beside the other figures of the place, each with its name: there is no room for it in a table."""
    found = []
    for spec in CARRIED.values():
        if Level.MUNICIPALITY in spec.levels and spec.id != main:
            period = _period(code, year, spec.id, version)
            if told := _beside(spec.id, period, version).get(code, ()):
                found.append(f"{spec.title}: {' '.join(told)}")
    return tuple(found)


def _neighbours(code: str, period: Period, spec: IndicatorSpec, version: str) -> list[Row]:
    """The place first, then touching municipalities, those with a figure before those without."""
    year, found = period.calendar_year, _rows(spec.id, period, version)
    rows = [found[other] for other in boundaries.touching(code, year=year) if other in found]
    ordered = sorted(
        rows, key=lambda row: (not np.isfinite(row["value"]), registry.name_in(str(row["region"]), year=year))
    )
    chosen = [found[code], *ordered[:_MOST_NEIGHBOURS]]
    return [_line(registry.name_in(str(row["region"]), year=year), row, spec) for row in chosen]


def _line(what: str, row: dict[str, Any], spec: IndicatorSpec) -> Row:
    decimals = 2 if spec.share_as_published else 1
    return Row(
        what=what,
        value=notation.value_text(row, share=not spec.is_rate),
        band=notation.band(row["low"], row["high"], decimals=decimals) if np.isfinite(row["low"]) else "",
        remark=notation.remarks(uncertain=row["uncertain"], status=row["status"]),
    )
