"""What a sheet says: the answer of the page of a place, with its tables and pictures, for one place and year."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from charts.series import OF_POINTS
from charts.sheet.over_time import over_time
from charts.sheet.picture import Picture
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, of_kind
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.place import period_of_year
from editions.place_answer import PlaceAnswer, in_title, place_answer
from editions.place_map import place_map
from editions.sources import attribution, version_line
from editions.values import row_of, values, values_of_place
from geo import mergers, registry
from geo.registry import Region
from indicators import comparators, sentences
from indicators.comparators import FIRST_NATIONAL
from language import _
from web.sheets import years
from web.sheets.lines import Row, caveat_lines, indicator_lines, neighbour_lines, neighbours_title


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
    version_line: str
    inhabitants: str

    @property
    def big(self) -> str:
        """The number that comes first, or the words that there is none."""
        return self.answer.how_many[0] if self.answer.how_many else _("Nog geen cijfer op deze site")

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
        return f"{self.source} {people}{self.version_line}"


@cached_per_edition(most=512)
def sheet(edition: Edition, code: str, *, year: int) -> Sheet:
    """Sheet of a place that existed in a year; its texts are those of the page in the same period."""
    region = registry.region(code)
    period = period_of_year(edition, code, year=year)
    answer = place_answer(edition, code, period=period)
    if answer is None:
        msg = f"{code} did not exist in {year}"
        raise LookupError(msg)
    spec = answer.spec
    pair = (spec, INDICATORS.get(spec.twin or ""))
    indicators = tuple(each.id for each in pair if each is not None and region.level in each.levels)
    row = row_of(edition, spec.id, code=code, period=period)
    line = _line(edition, code, indicators, kind=period.kind, name=answer.name)
    drawn = place_map(edition, code, indicator=spec.id, period=period)
    people = inhabitants(edition, level=region.level, year=year).get(code)
    neighbours, without = neighbour_lines(edition, answer)
    return Sheet(
        place=answer.name,
        title=_(
            "Huiselijk geweld in {place}: cijfers over {year}", place=in_title(region, name=answer.name), year=year
        ),
        slug=registry.slug(code),
        year=year,
        years=years.years(edition, code),
        usual=year == years.usual_year(edition, code),
        answer=answer,
        rows=tuple(indicator_lines(edition, code, year)),
        neighbours=neighbours,
        neighbours_title=neighbours_title(region, answer),
        without=without,
        map=None if drawn is None or (region.level is Level.COUNTRY and not drawn.known) else drawn.picture,
        map_title=answer.finding,
        line=line or (_country_line(edition, indicators) if year >= FIRST_NATIONAL else None),
        line_title=answer.finding_over_time if line else "",
        goes_on=_goes_on(region),
        caveats=caveat_lines(edition, code, year, spec),
        source=attribution(spec, served=(str(row["table"]),) if row is not None else ()),
        version=edition.version,
        version_line=version_line(edition),
        inhabitants=sentences.inhabitants_sentence(people, year=year, row=row, spec=spec),
    )


def _goes_on(region: Region) -> tuple[tuple[str, str], ...]:
    """Slug and name of the municipalities that an ended one went into; none for one of today."""
    if not mergers.successors(region.code):
        return ()
    return tuple((registry.slug(code), registry.region(code).name) for code in mergers.today(region.code))


@cached_per_edition(most=64)  # the same on the sheets of every year
def _line(edition: Edition, code: str, indicators: tuple[str, ...], *, kind: Kind, name: str) -> Picture | None:
    """A place over all periods of a kind; None without a figure."""
    if not indicators:
        return None
    rows = pd.concat([values_of_place(edition, each, code=code)[OF_POINTS] for each in indicators])
    specs = {each: INDICATORS[each] for each in indicators}
    return over_time(rows[of_kind(rows["period"], kind)], specs=specs, code=code, name=name)


@cached_per_edition(most=8)
def _country_line(edition: Edition, indicators: tuple[str, ...]) -> Picture | None:
    """The country over its half-years, for a place without figures."""
    specs = {each: INDICATORS[each] for each in indicators if Level.COUNTRY in INDICATORS[each].levels}
    if not specs:
        return None
    rows = pd.concat([values(edition, each, level=Level.COUNTRY) for each in specs])
    halves = rows[of_kind(rows["period"], Kind.HALF_YEAR)]
    return over_time(halves, specs=specs, code=NETHERLANDS, name=_(comparators.NATIONAL))
