"""What every chart function returns, and what pages, sheets and files share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from language import _

if TYPE_CHECKING:
    import pandas as pd


class NothingToDrawError(ValueError):
    """There are no rows to draw, or more than can be read; the message says which."""


class IncompleteChartError(ValueError):
    """A chart lacks its name, its description or its table."""


@dataclass(frozen=True)
class SourceLine:
    """What stands under a figure: who says so, where, since when, on what terms."""

    owner: str
    table: str  # table id or document place
    licence: str
    date: str  # Dutch notation, of the figures
    provisional: bool = False
    table_id: str = ""  # of the catalogue; '' for boundaries

    @property
    def text(self) -> str:
        """One line; the terms stand inside a sentence, so only an abbreviation keeps its capital."""
        licence = _(self.licence)
        terms = licence if licence[1:2].isupper() else licence[:1].lower() + licence[1:]
        parts = [_("Bron: {owner}", owner=self.owner), self.table, self.date, terms]
        if self.provisional:
            parts.append(_("voorlopige cijfers"))
        return ", ".join(part for part in parts if part) + "."


@dataclass(frozen=True)
class Chart:
    """A figure with everything a reader needs when it travels alone.

    ``drawing`` is a Plotly figure or its parts (``data`` and ``layout``, charts/template.py), or the data of the map
    component; or a function without arguments that makes one when a reader first asks for it: most never do. ``table`` holds exactly the values the figure shows: columns ``place, region, period, value, low, high, state, status`` first (where they apply), then extras;
    its printed form is ``printed`` (Dutch column heads to Dutch text), row for row the same.
    """

    name: str  # title: what, where, when
    subtitle: str  # unit, level, period
    description: str  # alternative text: indicator, places, periods, values, unit
    drawing: Any
    table: pd.DataFrame
    printed: pd.DataFrame
    sources: tuple[SourceLine, ...] = ()
    caveats: tuple[str, ...] = ()
    key: str = ""  # stable id of the figure on its page, Dutch slug
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a figure that cannot speak for itself."""
        for part in ("name", "description"):
            if not getattr(self, part).strip():
                msg = f"a chart needs a {part}"
                raise IncompleteChartError(msg)
        if len(self.table) != len(self.printed):
            msg = "a chart needs its table, and its printed form row for row"
            raise IncompleteChartError(msg)

    def headed(self, finding: str) -> Chart:
        """The same figure with what it shows as its name and its label as subtitle; itself without a finding."""
        if not finding:
            return self
        subtitle = f"{self.name}; {self.subtitle}" if self.subtitle else self.name
        return replace(self, name=finding, subtitle=subtitle)

    @cached_property
    def drawn(self) -> Any:  # noqa: ANN401 -- Plotly ships no types
        """What ``drawing`` is or makes; None for a table only."""
        return self.drawing() if callable(self.drawing) else self.drawing

    @cached_property
    def figure(self) -> Any:  # noqa: ANN401 -- Plotly ships no types
        """The Plotly figure, or the data of the map component; None for a table only."""
        if not isinstance(self.drawn, dict):
            return self.drawn
        from charts import template  # Plotly itself, which a page without a line never needs

        return template.figure_of(self.drawn)
