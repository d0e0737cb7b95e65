"""A comparator: the figure that a place is compared with, and how it is made of an IndicatorValue row."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Period
from geo import membership
from indicators import notation, rates, unplaced
from language import _

Row: TypeAlias = "pd.Series[Any] | Mapping[str, Any] | Mapping[Hashable, Any]"


@dataclass(frozen=True)
class Comparator:
    """What a place is compared with: a published figure, or a named sum; never without name, period and source."""

    name: str  # Dutch: 'Nederland', 'Veilig Thuis-regio West-Brabant', 'som van 7 gemeenten rond Breda'
    indicator: str
    period: Period
    value: float
    low: float
    high: float
    source: str
    table: str
    count: float = float("nan")
    base: float = float("nan")  # inhabitants, or the total of a share
    rounding: float = 0.0
    dispersion: float = rates.UNKNOWN_DISPERSION
    rest: str = ""  # Dutch: what it is called without one of its places: 'de rest van Nederland'
    date: str = ""  # Dutch notation, of the figures
    published: bool = True  # False for a sum of municipalities that we made
    provisional: bool = False
    places: tuple[str, ...] = ()  # codes it consists of; one for a published place
    no_verdict: str = ""  # Dutch, a full sentence: why nothing can be decided against it

    def __post_init__(self) -> None:
        """Refuse a comparator that cannot say who it is and where it comes from."""
        if not self.name.strip() or not self.table.strip():
            msg = f"a comparator needs a name and a table, not {self.name!r} and {self.table!r}"
            raise ValueError(msg)

    @property
    def chance_known(self) -> bool:
        """Whether the counts behind it are known."""
        return bool(np.isfinite(self.count) and np.isfinite(self.base))

    @property
    def itself(self) -> str:
        """Code of the place it is, '' for a sum."""
        return self.places[0] if len(self.places) == 1 else ""

    def holds(self, code: str) -> bool:
        """Whether a place is a part of it, and so is taken out before they are compared."""
        if not self.itself:
            return code in self.places
        if code == self.itself:
            return False
        level = Level.of(self.itself)
        if level is Level.COUNTRY:
            return Level.of(code) is not Level.DOCUMENT_AREA
        if level is Level.MUNICIPALITY:
            return False
        return code in membership.members(self.itself, year=self.period.calendar_year)


@dataclass(frozen=True)
class NoComparator:
    """Nothing to compare a place with, and why."""

    reason: str  # Dutch, a full sentence


def comparator_of(
    row: Row,
    *,
    name: str,
    spec: IndicatorSpec,
    date: str = "",
    published: bool = True,
    places: tuple[str, ...] = (),
    rest: str = "",
) -> Comparator:
    """Make a comparator of an IndicatorValue row; raises ValueError when the row has no value or no table."""
    if not np.isfinite(row["value"]):
        msg = f"{name} has no value in {row['period']}, so it cannot be a comparator"
        raise ValueError(msg)
    return Comparator(
        name=name,
        indicator=spec.id,
        period=Period.from_code(str(row["period"])),
        value=float(row["value"]),
        low=float(row["low"]),
        high=float(row["high"]),
        source=str(row["source"]),
        table=str(row["table"]),
        count=float(row["count"]),
        base=float(row["base"]),
        rounding=float(row["rounding"]),
        dispersion=float(row["dispersion"]),
        rest=rest or _("de rest van {name}", name=notation.with_article(name)),
        date=date,
        published=published,
        provisional=str(row["status"]) == Status.PROVISIONAL,
        places=places or ((str(row["region"]),) if row["region"] else ()),
        no_verdict=unplaced.no_verdict(spec),
    )
