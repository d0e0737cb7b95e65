"""The municipalities of a larger place with their figures, highest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from charts.chart import Chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from editions.comparators import comparator, comparisons
from editions.edition import Edition, cached_per_edition
from editions.place import GM, parts_with_figure, periods_of_parts
from editions.sources import source_lines
from editions.values import has_figure, rows_by_place, values_in
from geo import membership, registry
from indicators import notation
from indicators.comparator import Row
from indicators.compare import Comparison
from indicators.place_opening import speaking
from indicators.sentences import words
from language import _


@dataclass(frozen=True)
class PlaceParts:
    """The table of municipalities; ``chart`` is None when none has a figure, ``without`` counts those that have none."""

    period: Period | None
    chart: Chart | None
    without: str
    total: int
    indicator: str = ""


@cached_per_edition(most=64)
def place_parts(edition: Edition, code: str, *, period: Period) -> PlaceParts:
    """Municipalities of a larger place in a period; in their own newest period when none has a figure in that one."""
    shown = (
        period if parts_with_figure(edition, code, period=period) else next(iter(periods_of_parts(edition, code)), None)
    )
    year = min(registry.region(code).last_year or registry.last_year(), registry.last_year())
    if shown is None:
        total = len(membership.members(code, year=year))
        places = notation.counted(total, "gemeente", "gemeenten")
        without = _("{places}, allemaal nog zonder cijfer op deze site.", places=places)
        return PlaceParts(None, None, without, total)
    members = membership.members(code, year=shown.calendar_year)
    indicator = _fullest(edition, members, period=shown)
    rows = rows_by_place(edition, indicator, level=GM, period=shown)
    filled = [part for part in members if has_figure(edition, indicator, code=part, period=shown)]
    filled.sort(key=lambda part: _order(rows[part]))
    missing = len(members) - len(filled)
    places = notation.counted(missing, "gemeente", "gemeenten")
    without = _("{places} nog zonder cijfer op deze site.", places=places) if missing else ""
    chart = _table(edition, code, indicator, filled, rows=rows, period=shown)
    return PlaceParts(shown, chart, without, len(members), indicator)


def _fullest(edition: Edition, members: Sequence[str], *, period: Period) -> str:
    """The indicator with a figure of most of the municipalities; the first one at a tie."""
    return max(
        speaking(period),
        key=lambda indicator: sum(has_figure(edition, indicator, code=part, period=period) for part in members),
    )


def _order(row: Row) -> tuple[bool, float]:
    value = float(row["value"])
    return (not np.isfinite(value), -value if np.isfinite(value) else -float(row["count"]))


def _table(
    edition: Edition, code: str, indicator: str, filled: Sequence[str], *, rows: Mapping[str, Row], period: Period
) -> Chart:
    spec, region = INDICATORS[indicator], registry.region(code)
    decided = comparisons(edition, indicator, level=GM, period=period)
    frame = values_in(edition, indicator, level=GM, period=period)
    names = {part: registry.name_in(part, year=period.calendar_year) for part in filled}
    against = comparator(edition, indicator, level=GM, period=period)
    than = getattr(against, "name", "") or _("het geheel")
    printed = pd.DataFrame(
        [
            [names[part], _value(rows[part], spec), _(str(decided[part].position)) if part in decided else ""]
            for part in filled
        ],
        columns=[_("gemeente"), spec.unit if spec.is_rate else words.whole(spec), _("vergeleken")],
    )
    table = pd.DataFrame(
        [_row(part, rows[part], names[part], decided.get(part), code=code, period=period) for part in filled]
    )
    return Chart(
        name=_(
            "{counts} per gemeente in {place}, {period}",
            counts=spec.short.capitalize(),
            place=words.name_of(region),
            period=period.label,
        ),
        subtitle=_(
            "{title}, {unit}; het hoogste eerst, vergeleken met {than}", title=spec.title, unit=spec.unit, than=than
        ),
        description=_(
            "{title} per gemeente in {place}, {period}:",
            title=spec.title,
            place=words.name_of(region),
            period=period.label,
        )
        + " "
        + "; ".join(f"{names[part]} {_value(rows[part], spec)}" for part in filled),
        drawing=None,
        table=table,
        printed=printed,
        sources=source_lines(frame[frame["region"].isin(filled)], periods=[period]),
        key="gemeenten",
    )


def _row(part: str, row: Row, name: str, decided: Comparison | None, *, code: str, period: Period) -> dict[str, object]:
    return {
        "place": name,
        "region": part,
        "period": period.code,
        "value": row["value"],
        "low": row["low"],
        "high": row["high"],
        "state": row["state"],
        "status": row["status"],
        "count": row["count"],
        "base": row["base"],
        "within": code,
        "position": "" if decided is None else str(decided.position),
    }


def _value(row: Row, spec: IndicatorSpec) -> str:
    return notation.value_text(row, share=not spec.is_rate)
