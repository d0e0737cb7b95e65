"""What a sheet says: the answer of the page of a place, with its tables and pictures, for one place and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, Period, of_kind
from editions.beside import sentences_beside
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.place import periods_of_place, periods_with_figure
from editions.place_answer import PlaceAnswer, place_answer
from editions.place_map import place_map, rows_around
from editions.place_parts import place_parts
from editions.sources import attribution
from editions.values import row_of, rows_by_place, values
from geo import mergers, registry
from geo.registry import Region
from indicators import comparators, notation, sentences
from indicators.comparators import FIRST_NATIONAL
from indicators.compare import Row as ValueRow
from indicators.place_opening import EVER, newest_first
from indicators.value import PUBLISHED, State
from web.sheets import years

_MOST_NEIGHBOURS = 6
_MOST_PARTS = 8
_MOST_CAVEATS = 4
_NARROW = 0.2  # percentage points: what rounding to one decimal leaves open, twice


@dataclass(frozen=True)
class Row:
    """One line of a table of the sheet, as Dutch text."""

    what: str
    value: str
    band: str
    remark: str


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet of one place and year; ``answer`` is what its page tells in the same period."""

    place: str
    title: str
    slug: str
    year: int
    years: tuple[int, ...]
    usual: bool  # whether this is the year of the address without a year
    answer: PlaceAnswer
    rows: tuple[Row, ...]
    neighbours: tuple[Row, ...]
    neighbours_title: str
    without: str  # how many municipalities around it have no figure yet, in one line; '' for none
    map: Picture | None
    map_title: str  # finding above the map; '' where its caption is the title
    line: Picture | None
    line_title: str
    goes_on: tuple[tuple[str, str], ...]  # slug and name of the municipalities an ended one went into
    caveats: tuple[str, ...]
    source: str
    version: str
    date: str
    inhabitants: str

    @property
    def big(self) -> str:
        """The number that comes first, or the words that there is none."""
        return self.answer.how_many[0] if self.answer.how_many else "Nog geen cijfer op deze site"

    @property
    def unit(self) -> str:
        """Rate, verdict and period behind the number."""
        return " · ".join([*self.answer.how_many[1:], self.answer.period.label])

    @property
    def situation(self) -> str:
        """The answer in full sentences."""
        return self.answer.situation

    @property
    def comparison(self) -> str:
        """How it stands, in full sentences."""
        return self.answer.comparison

    @property
    def trend(self) -> str:
        """What may be said about the direction."""
        return self.answer.is_it_changing

    @property
    def council(self) -> str:
        """The municipality, or those it went into, whose alderman can be asked."""
        return self.answer.council

    @property
    def questions(self) -> tuple[str, ...]:
        """The three questions of the page."""
        return self.answer.questions

    @property
    def question_title(self) -> str:
        """Head of the questions."""
        return self.answer.question_title

    @property
    def ended(self) -> str:
        """What became of a municipality that ended; '' for one of today."""
        return self.answer.ended

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why a figure can be higher; nothing without a figure."""
        return self.answer.reasons

    @property
    def nearest(self) -> tuple[str, ...]:
        """The nearest real figures of a place without one."""
        return tuple(line.text for line in self.answer.nearest)

    @property
    def indicator(self) -> str:
        """Id of the indicator the sheet opens with."""
        return self.answer.indicator

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
    """Sheet of a place that existed in a year; its texts are those of the page in the same period."""
    region = registry.region(code)
    period = _period(edition, code, year)
    answer = place_answer(edition, code, period=period)
    if answer is None:
        msg = f"{code} did not exist in {year}"
        raise LookupError(msg)
    spec = answer.spec
    pair = [
        each for each in (spec, INDICATORS.get(spec.twin or "")) if each is not None and region.level in each.levels
    ]
    row = row_of(edition, spec.id, code=code, period=period)
    line = over_time(
        _series(edition, code, pair, period), specs={each.id: each for each in pair}, code=code, name=answer.name
    )
    drawn = place_map(edition, code, indicator=spec.id, period=period)
    people = inhabitants(edition, level=region.level, year=year).get(code)
    neighbours, without = _neighbours(edition, answer)
    return Sheet(
        place=answer.name,
        title=f"Huiselijk geweld in {_in_title(region, answer.name)}: cijfers over {year}",
        slug=registry.slug(code),
        year=year,
        years=years.years(edition, code),
        usual=year == years.usual_year(edition, code),
        answer=answer,
        rows=tuple(_indicator_rows(edition, code, year)),
        neighbours=neighbours,
        neighbours_title=_neighbours_title(region, answer),
        without=without,
        map=None if drawn is None or (region.level is Level.COUNTRY and not drawn.known) else drawn.picture,
        map_title=answer.finding,
        line=line or (_country_line(edition, tuple(each.id for each in pair)) if year >= FIRST_NATIONAL else None),
        line_title=answer.finding_over_time if line else "",
        goes_on=_goes_on(region),
        caveats=_caveats(edition, code, year, spec),
        source=attribution(spec, served=(str(row["table"]),) if row is not None else ()),
        version=edition.version,
        date=notation.date(pd.Timestamp(edition.snapshot.manifest.created).date()),
        inhabitants=sentences.inhabitants(people, year=year, row=row, spec=spec),
    )


def _period(edition: Edition, code: str, year: int) -> Period:
    """The period of the page when that lies in the year; else the newest one of the year in which the place has a count."""
    start = periods_of_place(edition, code).start
    of_year = [period for period in periods_with_figure(edition, code) if period.calendar_year == year]
    if start.calendar_year == year:
        return start
    return min(of_year, key=newest_first, default=Period.year(year))


def _in_title(region: Region, name: str) -> str:
    if region.level in {Level.VT_REGION, Level.PROVINCE}:
        return f"de {region.level.singular} {name}"
    return name


def _goes_on(region: Region) -> tuple[tuple[str, str], ...]:
    """Slug and name of the municipalities that an ended one went into; none for one of today."""
    if not mergers.successors(region.code):
        return ()
    return tuple((registry.slug(code), registry.region(code).name) for code in mergers.today(region.code))


def _series(edition: Edition, code: str, pair: Sequence[IndicatorSpec], period: Period) -> pd.DataFrame:
    """Rows of both indicators of the place, for all periods as long as this one."""
    level = Level.of(code)
    parts = [values(edition, spec.id, level=level) for spec in pair]
    if not parts:
        return values(edition, "meldingen", level=level).iloc[:0]
    rows = pd.concat([part[part["region"] == code] for part in parts])
    return rows[of_kind(rows["period"], period.kind)]


@cached_per_edition(most=8)
def _country_line(edition: Edition, indicators: tuple[str, ...]) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in indicators if Level.COUNTRY in INDICATORS[each].levels}
    if not specs:
        return None
    rows = pd.concat([values(edition, each, level=Level.COUNTRY) for each in specs])
    halves = rows[of_kind(rows["period"], Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=NETHERLANDS, name=comparators.NATIONAL)


def _indicator_rows(edition: Edition, code: str, year: int) -> list[Row]:
    """One line per indicator that has something to say about the place in the year, in its newest period of that year."""
    return [
        _line(f"{spec.title}, {spec.unit}, {period.label}", row, spec)
        for spec, period in _shown(edition, code, year)
        if (row := row_of(edition, spec.id, code=code, period=period)) is not None
    ]


def _shown(edition: Edition, code: str, year: int) -> Iterator[tuple[IndicatorSpec, Period]]:
    for indicator in EVER:  # one sheet of paper: what every place can have
        if Level.of(code) not in INDICATORS[indicator].levels:
            continue
        for period in (Period.year(year), Period.half_year(year, 2), Period.half_year(year, 1)):
            row = row_of(edition, indicator, code=code, period=period)
            if row is not None and row["state"] in PUBLISHED:
                yield INDICATORS[indicator], period
                break


def _caveats(edition: Edition, code: str, year: int, main: IndicatorSpec) -> tuple[str, ...]:
    """What stands beside the other figures, each with its name, for which a table has no room; then four in all."""
    others = [
        f"{spec.title}: {' '.join(texts)}"
        for spec, period in _shown(edition, code, year)
        if spec.id != main.id and (texts := _beside(edition, spec.id, code, period))
    ]
    return (*others, *main.caveats[: _MOST_CAVEATS - min(len(others), 2)])


def _neighbours(edition: Edition, answer: PlaceAnswer) -> tuple[tuple[Row, ...], str]:
    """The place and what touches it, or the first municipalities of a larger place; and how many have no figure."""
    spec, year, code = answer.spec, answer.period.calendar_year, answer.code
    if Level.of(code) is not Level.MUNICIPALITY:
        return _parts(edition, answer)
    around = rows_around(edition, code, indicator=spec.id, period=answer.period)
    rows = {other: row for other, row in around.items() if row["state"] in PUBLISHED}
    missing = len(around) - len(rows)
    words = (
        f"Eromheen: {notation.counted(missing, 'gemeente', 'gemeenten')} nog zonder cijfer op deze site."
        if missing
        else ""
    )
    own = row_of(edition, spec.id, code=code, period=answer.period)
    if not rows or own is None:
        return (), words
    names = {other: registry.name_in(other, year=year) for other in (code, *rows)}
    ordered = sorted(rows, key=lambda other: (not np.isfinite(rows[other]["value"]), names[other]))
    rows[code] = own
    return tuple(_line(names[other], rows[other], spec) for other in (code, *ordered[:_MOST_NEIGHBOURS])), words


def _parts(edition: Edition, answer: PlaceAnswer) -> tuple[tuple[Row, ...], str]:
    """Municipalities of a larger place, highest first, and how many more there are on its page."""
    parts = place_parts(edition, answer.code, period=answer.period)
    if parts.chart is None or parts.period is None:
        return (), parts.without
    table = parts.chart.table
    spec = INDICATORS[parts.indicator]
    rows = rows_by_place(edition, spec.id, level=Level.MUNICIPALITY, period=parts.period)
    shown = list(zip(table["place"], table["region"], strict=True))
    more = len(shown) - _MOST_PARTS
    words = (
        [f"Nog {notation.counted(more, 'gemeente', 'gemeenten')} met een cijfer staan op de pagina."]
        if more > 0
        else []
    )
    if parts.without:
        words.append(f"Daarnaast: {parts.without}")
    return tuple(_line(name, rows[code], spec) for name, code in shown[:_MOST_PARTS]), " ".join(words)


def _neighbours_title(region: Region, answer: PlaceAnswer) -> str:
    if region.level is Level.MUNICIPALITY:
        return f"{answer.name} en de gemeenten eromheen: {answer.spec.short} {answer.spec.unit}"
    return f"Gemeenten in {answer.name}, het hoogste cijfer eerst"


def _beside(edition: Edition, indicator: str, code: str, period: Period) -> tuple[str, ...]:
    return sentences_beside(edition, indicator, level=Level.of(code), period=period).get(code, ())


def _value(row: ValueRow, spec: IndicatorSpec) -> str:
    """The figure of a line, short: half a sheet of paper is all there is."""
    if row["state"] == State.COUNT_ONLY:
        return f"{notation.count(row['count'])} (alleen aantal)"
    return notation.value_text(row, share=not spec.is_rate)


def _line(what: str, row: ValueRow, spec: IndicatorSpec) -> Row:
    # One decimal, as the figure itself; a band of rounding alone is so narrow that it takes two to see it.
    decimals = 2 if row["high"] - row["low"] < _NARROW else 1
    return Row(
        what=what,
        value=_value(row, spec),
        band=notation.band(row["low"], row["high"], decimals=decimals) if np.isfinite(row["low"]) else "",
        remark=notation.remarks(uncertain=row["uncertain"], status=row["status"]),
    )
