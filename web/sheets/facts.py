"""What a sheet says: the same sentences, comparisons and pictures as the app, for one municipality and year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from charts.sheet.surroundings import surroundings
from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, Period, of_kind
from editions.comparators import national
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.sources import attribution
from editions.values import row_of, rows_by_place, values, values_in
from geo import boundaries, registry
from geo.registry import Region
from indicators import comparators, notation, sentences
from indicators.compare import Comparator, NoComparator, compare
from indicators.questions import questions
from indicators.trend import trend
from indicators.value import PUBLISHED_STATES
from web.sheets import years

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


@cached_per_edition(most=512)
def sheet(edition: Edition, code: str, *, year: int) -> Sheet:
    """Sheet of a municipality that existed in a year; the texts come from indicators.sentences."""
    spec, twin_spec = _pair(edition, code, year)
    region = registry.region(code)
    period = _period(edition, code, year, spec.id)
    level = Level.MUNICIPALITY
    row = _row(edition, spec.id, code, period)
    twin = _row(edition, twin_spec.id, code, period)
    against = national(edition, spec.id, period=period)
    comparison = compare(row, against, spec=spec)
    other = against.name if isinstance(against, Comparator) else ""
    known = bool(np.isfinite(row["value"]))
    name = registry.name_in(code, year=year)
    pair = {spec.id: spec, twin_spec.id: twin_spec}
    series = _series(edition, code, pair, period)
    people = inhabitants(edition, level=level, year=year).get(code)
    return Sheet(
        place=name,
        slug=registry.slug(code),
        year=year,
        years=years.years(edition, code),
        usual=year == years.usual_year(edition, code),
        big=notation.number(row["value"]) if known else notation.state_words(str(row["state"])),
        unit=f"{spec.short} {spec.unit}, {period.label}" if known else f"{spec.short}, {period.label}",
        situation=sentences.situation(row, region, spec=spec, twin=twin, twin_spec=twin_spec),
        comparison=sentences.comparison(comparison, against, spec=spec)
        if known
        else _country_words(edition, spec, against),
        rows=tuple(_indicator_rows(edition, code, year)),
        neighbours=tuple(_neighbours(edition, code, period, spec)),
        map=surroundings(values_in(edition, spec.id, level=level, period=period), spec=spec, code=code, period=period),
        line=over_time(series, specs=pair, code=code, name=name)
        or (_country_line(edition, spec.id, twin_spec.id) if year >= comparators.FIRST_NATIONAL else None),
        trend=_trend_words(series[series["indicator"].astype("str") == spec.id], region, spec),
        questions=questions(row, region, spec=spec, found=comparison, other=other, twin=twin),
        reasons=sentences.why_higher(),
        caveats=spec.caveats[:4],
        source=attribution(spec),
        version=edition.version,
        date=notation.date(pd.Timestamp(edition.snapshot.manifest.created).date()),
        inhabitants=notation.count(people) if people is not None else "",
        indicator=spec.id,
    )


def _row(edition: Edition, indicator: str, code: str, period: Period) -> dict[str, Any]:
    """Row of a municipality that existed in the year of the period."""
    rows = rows_by_place(edition, indicator, level=Level.MUNICIPALITY, period=period)
    return dict(rows[code])


def _is_published(edition: Edition, indicator: str, code: str, period: Period) -> bool:
    return _row(edition, indicator, code, period)["state"] in PUBLISHED_STATES


def _pair(edition: Edition, code: str, year: int) -> tuple[IndicatorSpec, IndicatorSpec]:
    """Reports and advice: CBS from 2019, before it the document that prints the municipality."""
    if year < comparators.FIRST_NATIONAL and _is_published(edition, "wb-meldingen", code, Period.year(year)):
        return INDICATORS["wb-meldingen"], INDICATORS["wb-adviezen"]
    return INDICATORS["meldingen"], INDICATORS["adviezen"]


def _period(edition: Edition, code: str, year: int, indicator: str) -> Period:
    """Whole year when it has a figure, else the newest half-year that has one, else the year."""
    whole = Period.year(year)
    for period in (whole, Period.half_year(year, 2), Period.half_year(year, 1)):
        if _is_published(edition, indicator, code, period):
            return period
    return whole


def _series(edition: Edition, code: str, pair: Mapping[str, IndicatorSpec], period: Period) -> pd.DataFrame:
    """Rows of both indicators of the place, for all periods as long as this one."""
    parts = [values(edition, indicator, level=Level.MUNICIPALITY) for indicator in pair]
    rows = pd.concat([part[part["region"] == code] for part in parts])
    return rows[of_kind(rows["period"], period.kind)]


def _country_words(edition: Edition, spec: IndicatorSpec, against: Comparator | NoComparator) -> str:
    """The country in words, for a place that has no figure to hold against it."""
    if isinstance(against, NoComparator):
        return against.reason
    row = row_of(edition, spec.id, code=NETHERLANDS, period=against.period)
    return "" if row is None else sentences.situation(row, registry.region(NETHERLANDS), spec=spec)


@cached_per_edition(most=8)
def _country_line(edition: Edition, indicator: str, twin: str) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in (indicator, twin)}
    rows = pd.concat([values(edition, each, level=Level.COUNTRY) for each in specs])
    halves = rows[of_kind(rows["period"], Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=NETHERLANDS, name=comparators.NATIONAL)


def _trend_words(rows: pd.DataFrame, region: Region, spec: IndicatorSpec) -> str:
    if rows["value"].notna().any():
        return sentences.trend_words(trend(rows, spec=spec), region, spec=spec)
    return "Er zijn geen cijfers om een trend te noemen."


def _indicator_rows(edition: Edition, code: str, year: int) -> list[Row]:
    """One line per indicator that has something to say about the place in the year."""
    lines = []
    for spec in CARRIED.values():  # one sheet of paper: what every place can have
        if Level.MUNICIPALITY in spec.levels:
            period = _period(edition, code, year, spec.id)
            if _is_published(edition, spec.id, code, period):
                row = _row(edition, spec.id, code, period)
                lines.append(_line(f"{spec.title}, {spec.unit}, {period.label}", row, spec))
    return lines


def _neighbours(edition: Edition, code: str, period: Period, spec: IndicatorSpec) -> list[Row]:
    """The place first, then touching municipalities, those with a figure before those without."""
    year = period.calendar_year
    every = rows_by_place(edition, spec.id, level=Level.MUNICIPALITY, period=period)
    around = {other: dict(every[other]) for other in boundaries.touching(code, year=year) if other in every}
    names = {other: registry.name_in(other, year=year) for other in (code, *around)}
    ordered = sorted(around, key=lambda other: (not np.isfinite(around[other]["value"]), names[other]))
    rows = {code: _row(edition, spec.id, code, period)} | {other: around[other] for other in ordered[:_MOST_NEIGHBOURS]}
    return [_line(names[other], row, spec) for other, row in rows.items()]


def _line(what: str, row: dict[str, Any], spec: IndicatorSpec) -> Row:
    decimals = 2 if spec.share_as_published else 1
    return Row(
        what=what,
        value=notation.value_text(row, share=not spec.is_rate),
        band=notation.band(row["low"], row["high"], decimals=decimals) if np.isfinite(row["low"]) else "",
        remark=notation.remarks(uncertain=row["uncertain"], status=row["status"]),
    )
