"""The questions of councils with what this data version can say about each: the figure of a place, or who has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.subjects import SUBJECTS
from data_sources.documents.council_questions import Availability, Cell, CouncilQuestion, council_questions
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, Period
from editions.cbs_cells import ANCHOR
from editions.edition import Edition, cached_per_edition
from editions.place import headline_of, periods_of_place
from editions.values import row_of
from geo import membership, mergers, registry
from indicators import notation
from indicators.sentences import words
from indicators.sentences.request_letter import request_letter
from indicators.value import WITH_FIGURE

_AROUND = (Level.VT_REGION, Level.PROVINCE)
_SHARES = ("%",)


@dataclass(frozen=True)
class PublishedFigure:
    """A figure of this site: as printed, of which place and period, and the address that shows it."""

    number: str
    beside: str  # '' without a second figure
    region: str
    period: Period
    address: str

    @property
    def place(self) -> str:
        """Name of the place, in the period."""
        return registry.name_in(self.region, year=self.period.calendar_year)


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question with where its figure can be had, the answer in Dutch, and the letter that asks for it.

    ``short`` is the figure in a few words with its place and period, '' without one.
    """

    question: CouncilQuestion
    availability: Availability
    answer: str
    short: str
    figure: PublishedFigure | None
    letter: str


@dataclass(frozen=True)
class _Value:
    value: float
    unit: str


@cached_per_edition(most=128)
def answered_questions(edition: Edition, code: str = "") -> tuple[AnsweredQuestion, ...]:
    """Every question for a place, in the order of the list; '' for no place. A municipality that ended has no letter of its own."""
    region = registry.region(code) if code else None
    if region is not None and mergers.successors(region.code):
        region = None
    around = tuple(_around(region.code if region else NETHERLANDS))
    last_year = edition.created.year - 1
    return tuple(
        _answered(question, _figure(edition, question, around), request_letter(question, region, last_year=last_year))
        for question in council_questions()
    )


def counted(answered: tuple[AnsweredQuestion, ...]) -> Mapping[Availability, int]:
    """How many questions there are of each kind."""
    return {kind: sum(each.availability is kind for each in answered) for kind in Availability}


def _answered(question: CouncilQuestion, figure: PublishedFigure | None, letter: str) -> AnsweredQuestion:
    if figure is None:
        return AnsweredQuestion(question, question.availability, question.answer, "", None, letter)
    place = words.place(registry.region(figure.region), period=figure.period)
    sentence = question.here.format(
        cijfer=figure.number, naast=figure.beside, plaats=place, periode=figure.period.in_words
    )
    short = question.short.format(cijfer=figure.number, naast=figure.beside)
    return AnsweredQuestion(
        question,
        Availability.HERE,
        f"{sentence} {question.answer}",
        f"{short} ({figure.place}, {figure.period.label})",
        figure,
        letter,
    )


def _around(code: str) -> Iterator[str]:
    """The place, then the larger ones whose figure stands in for it, smallest first."""
    yield code
    if Level.of(code) is Level.MUNICIPALITY:
        for level in _AROUND:
            larger = membership.parent(code, level=level, year=registry.last_year())
            if larger is not None:
                yield larger
    if code != NETHERLANDS:
        yield NETHERLANDS


def _figure(edition: Edition, question: CouncilQuestion, around: tuple[str, ...]) -> PublishedFigure | None:
    """The figure of the place itself, else of the smallest larger place that has one."""
    if question.figure is None:
        return None
    figure_of = _count_of if question.figure.table in INDICATORS else _cell_of
    figures = (figure_of(edition, question, question.figure, code) for code in around)
    return next((figure for figure in figures if figure is not None), None)


def _count_of(edition: Edition, question: CouncilQuestion, cell: Cell, code: str) -> PublishedFigure | None:
    """The count that heads the page of a place, when it is one of this indicator or of its older twin in a document."""
    period = periods_of_place(edition, code).start
    indicator = headline_of(edition, code, period=period)
    row = row_of(edition, indicator, code=code, period=period)
    if row is None or row["state"] not in WITH_FIGURE or not isfinite(row["count"]):
        return None
    if INDICATORS[indicator].short != INDICATORS[cell.table].short:
        return None
    address = question.address.format(code=code, sleutel=period.key)
    return PublishedFigure(notation.count(row["count"]), "", code, period, address)


def _cell_of(edition: Edition, question: CouncilQuestion, cell: Cell, code: str) -> PublishedFigure | None:
    """The newest cell of a place, a year before a half-year; with the second one of the same period where that is wanted."""
    here = _cells(edition)
    values = here.get((cell, code), {})
    beside = here.get((question.beside, code), {}) if question.beside else values
    periods = sorted(
        (Period.from_code(each) for each in values.keys() & beside.keys()),
        key=lambda period: (period.kind is Kind.YEAR, period.ordinal),
    )
    if not periods:
        return None
    newest = periods[-1]
    second = _printed(beside[newest.code]) if question.beside else ""
    return PublishedFigure(
        _printed(values[newest.code]), second, code, newest, _address(question.address, cell, code, newest)
    )


def _address(of_country: str, cell: Cell, code: str, period: Period) -> str:
    """The page on the country where there is one, else the cells of the CBS table for this place and period."""
    if code == NETHERLANDS and of_country:
        return of_country
    subject = next(each for each in SUBJECTS if cell.table in each.tables and each.holds(cell.category))
    return f"/impactmonitor?onderwerp={subject.id}&plaats={code}&wanneer={period.key}#{ANCHOR}"


def _printed(value: _Value) -> str:
    whole = float(value.value).is_integer()
    if value.unit in _SHARES:
        return notation.percent(value.value, decimals=0 if whole else 1)
    return notation.count(value.value) if whole else notation.number(value.value)


@cached_per_edition(most=1)
def _cells(edition: Edition) -> Mapping[tuple[Cell, str], Mapping[str, _Value]]:
    """Known values of every cell that a question names, by cell and place, then by code of the period: one scan."""
    wanted = {
        cell
        for each in council_questions()
        for cell in (each.figure, each.beside)
        if cell and cell.table not in INDICATORS
    }
    rows = edition.observations
    rows = rows[rows["table"].isin({cell.table for cell in wanted}) & rows["value"].notna()]
    rows = rows[rows["category"].isin({cell.category for cell in wanted})]
    columns = ["table", "measure", "category", "region", "period", "value", "unit"]
    cells: dict[tuple[Cell, str], dict[str, _Value]] = {}
    for table, measure, category, region, period, value, unit in rows[columns].itertuples(index=False):
        cell = Cell(str(table), str(measure), str(category))
        if cell in wanted:
            cells.setdefault((cell, str(region)), {})[str(period)] = _Value(float(value), str(unit))
    return cells
