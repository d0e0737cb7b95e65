"""What a pack says: the same texts, pictures and figures in the document and in the slides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from math import isfinite

from charts.sheet.picture import Picture
from indicators import notation

_MOST_BANDED = 2


class FigureKind(Enum):
    """How a figure is drawn."""

    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True)
class Value:
    """One figure with its band, all in the unit of the chart; nan where there is none."""

    value: float
    low: float
    high: float

    @property
    def known(self) -> bool:
        """Whether there is a figure to draw."""
        return isfinite(self.value)

    @property
    def banded(self) -> bool:
        """Whether there is a band around the figure."""
        return self.known and isfinite(self.low) and isfinite(self.high)


@dataclass(frozen=True)
class Series:
    """Figures under one name, one for each category of the chart."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class NativeFigure:
    """A chart for an office program: title and note above it, alternative text, categories and series.

    ``main`` and ``comparator`` are categories that are drawn apart, in a chart of bars.
    """

    kind: FigureKind
    title: str
    note: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    main: str = ""
    comparator: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """Categories as the chart prints them: beside a bar stands its figure, as on the page."""
        if self.kind is FigureKind.LINES:
            return self.categories
        values = self.series[0].values
        return tuple(
            f"{name} {notation.number(value.value)}" for name, value in zip(self.categories, values, strict=True)
        )

    def has_bars(self, number: int) -> bool:
        """Whether a series gets error bars: of more than two lines only the first, or none could be read."""
        return number == 0 or len(self.series) <= _MOST_BANDED


@dataclass(frozen=True)
class PackPart:
    """A part of a pack: its head, sentences, and the figure where there is one to draw."""

    head: str
    texts: tuple[str, ...]
    figure: NativeFigure | None = None


@dataclass(frozen=True)
class Pack:
    """Everything in a pack; texts are Dutch, and empty where there is nothing to say.

    ``big`` is the number with what belongs to it, ``about`` what it counts and when.
    """

    title: str
    about: str
    ended: str
    big: tuple[str, ...]
    answer: tuple[str, ...]
    nearest: tuple[str, ...]
    picture: Picture | None
    picture_head: str
    comparison: PackPart
    change: PackPart
    limits: PackPart
    questions: PackPart
    sources: tuple[str, ...]
    address: str
    created: datetime
