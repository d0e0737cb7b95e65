"""Shapes of the catalogue: what a source, a table, a measure and an indicator are. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data_sources.level import Level
from data_sources.period import Kind, Period
from language import Text, Texts


class SourceKind(StrEnum):
    """What sort of publisher counted: figures of different kinds are never put in one series."""

    CBS = "cbs"
    PRESS = "press"  # quotes CBS at second hand
    OWN_COUNT = "own_count"  # a region's own count: other rules than StatLine
    RESEARCH = "research"
    DOCUMENT = "document"
    ARTICLE = "article"  # on a website, by an author of its own


@dataclass(frozen=True)
class Source:
    """Who publishes figures, and on what terms."""

    id: str
    owner: str
    title: str
    licence: str
    attribution: str
    url: str
    published: date | None = None
    kind: SourceKind = SourceKind.CBS


@dataclass(frozen=True)
class Measure:
    """A counted thing of a table: our id, the title path the source prints, its unit."""

    id: str
    title: str  # path of titles as printed, parts joined by ' | '; a printed '..' means cut off by the source
    unit: str  # 'aantal' or '%'


@dataclass(frozen=True)
class Table:
    """One published table."""

    id: str
    title: str
    source: Source
    measures: tuple[Measure, ...]
    levels: frozenset[Level]
    rounding: float
    dimensions: tuple[str, ...] = ()
    totals_of: tuple[str, ...] = ()  # further dimensions, of which a refresh asks the total member only
    stands_in_for: str = ""  # id of the table that goes first: this one is fetched when that one cannot be used
    first_comparable: Period | None = None
    caveats: tuple[str, ...] = ()
    place: str = ""  # where in a document the table stands
    total: str = "Totaal"  # printed title of the member that counts everything, in each dimension
    only_measures: bool = False  # of a table of hundreds of measures we want these alone, on purpose
    national: bool = False  # its title names no regions: without a region dimension it is about the country

    def measure(self, measure_id: str) -> Measure:
        """Return the measure with this id; raises KeyError that names the table."""
        for candidate in self.measures:
            if candidate.id == measure_id:
                return candidate
        msg = f"table {self.id} has no measure {measure_id!r}"
        raise KeyError(msg)


@dataclass(frozen=True)
class Cells:
    """Points at one series of cells: a table, one of its measures, one category."""

    table: str
    measure: str
    category: str = "Totaal"


_PER_INHABITANTS = 10_000


@dataclass(frozen=True, kw_only=True)
class IndicatorSpec:
    """Everything the app says about one indicator, declared once in Dutch; a text is read in the language of the reader.

    ``numerator`` lists the tables that can serve it, best first; a place takes the first that has a cell for its
    level and period. ``denominator`` is ``None`` for inhabitants on 1 January, else the cells to divide by.
    ``per`` is 10 000 for rates and 100 for shares; ``share_as_published`` means the source prints the share itself.
    """

    id: str  # Dutch, stands in links and file names
    title: Text = Text()  # Dutch, starts with a capital
    short: Text = Text()  # Dutch, for axes and legends: 'meldingen'
    unit: Text = Text()  # 'per 10.000 inwoners', '% van de meldingen'
    definition: Text = Text()  # Dutch, B1: what is counted
    numerator: tuple[Cells, ...]
    levels: tuple[Level, ...]
    per: int = 10_000
    denominator: tuple[Cells, ...] | None = None
    complement: tuple[Cells, ...] | None = None  # a share of numerator and complement together, from one table
    share_as_published: bool = False
    printed_count: Cells | None = None  # the count behind a share as published, where its own table prints it
    printed_total: Cells | None = None  # and what it is a share of
    rounding: float = 5.0
    class_breaks: Mapping[Kind, tuple[float, ...]] = field(default_factory=dict)  # inner borders, fixed over periods
    twin: str | None = None  # id of the indicator that must be shown beside it (rule 6)
    first_comparable: Period | None = None
    caveats: Texts = Texts()
    theme: str = "bereik"

    @property
    def short_and_unit(self) -> str:
        """Name and unit in one phrase: ``meldingen per 10.000 inwoners``; a share gets a comma before its percent sign."""
        return f"{self.short} {self.unit}" if self.unit.startswith("per ") else f"{self.short}, {self.unit}"

    @property
    def is_rate(self) -> bool:
        """Whether this is a count per inhabitants (ours or those a document prints), and so may carry a Poisson band."""
        return self.per == _PER_INHABITANTS and not self.share_as_published
