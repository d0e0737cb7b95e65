"""Earlier figures on the municipalities of today: parts added up, or an explanation why not (STATISTICS rule 11)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Period
from geo import mergers, registry
from indicators import notation
from indicators.comparators import sum_row
from indicators.value import BANDS, State, indicator_values


@dataclass(frozen=True)
class AsToday:
    """Figures on one set of municipalities, and what was done to get there."""

    rows: pd.DataFrame  # IndicatorValue rows
    notes: pd.DataFrame  # region, period, parts (codes, tuple), note (Dutch sentence): only rows that were changed


def as_today(
    values: pd.DataFrame, *, spec: IndicatorSpec, year: int | None = None, codes: Collection[str] | None = None
) -> AsToday:
    """IndicatorValue rows of municipalities, recomputed to the municipalities of a year (default: the last known one).

    ``codes`` limits the work to these municipalities of that year; ``values`` must still hold all their parts.

    A municipality that grew by a merger is the sum of its parts of then, counts, inhabitants and rounding steps added.
    When a part has no figure the sum has none either, with a note that names the part. After a split nothing can be
    added up: the place gets the state NO_SUCH_PLACE and the note says so. Shares as published do not add up.
    """
    target = registry.last_year() if year is None else registry.known_year(year)
    texts = dict.fromkeys(["region", "period", "level", "state", "status", "source", "table", "indicator"], "str")
    plain = values.astype(texts)
    by_place: dict[tuple[str, str], dict[str, Any]] = {
        (row["region"], row["period"]): {str(name): cell for name, cell in row.items()}
        for row in plain.to_dict("records")
    }
    places = [
        place for place in registry.regions(Level.MUNICIPALITY, year=target) if codes is None or place.code in codes
    ]
    today: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for code in sorted(set(plain["period"])):
        period = Period.from_code(code)
        for place in places:
            parts = mergers.predecessors(place.code, year=min(period.calendar_year, target))
            if parts.codes == (place.code,) and not parts.splits:
                if (place.code, code) in by_place:
                    today.append(by_place[place.code, code])
                continue
            row, note = _recomputed(place, parts, by_place, spec=spec, period=period)
            today.append({**row, "region": place.code, "level": str(Level.MUNICIPALITY)})
            notes.append({"region": place.code, "period": code, "parts": parts.codes, "note": note})
    return AsToday(
        indicator_values(pd.DataFrame(today, columns=list(plain.columns))),
        pd.DataFrame(notes, columns=["region", "period", "parts", "note"]),
    )


def _recomputed(
    place: registry.Region,
    parts: mergers.Parts,
    by_place: dict[tuple[str, str], dict[str, Any]],
    *,
    spec: IndicatorSpec,
    period: Period,
) -> tuple[dict[str, Any], str]:
    """One row for a place of today in an earlier period, and the Dutch note that explains it."""
    if not parts.recomputable:
        split = notation.listing([registry.name_in(code, year=period.calendar_year) for code in parts.splits])
        return (
            _without_value(spec, period, State.NO_SUCH_PLACE),
            f"{split} is opgesplitst. Daarom is {period.in_words} niet om te rekenen naar {place.name} van nu.",
        )
    names = [registry.name_in(code, year=period.calendar_year) for code in parts.codes]
    cells = [by_place.get((code, period.code)) for code in parts.codes]
    if len(parts.codes) == 1 and cells[0] is not None:
        return cells[0], f"{place.name} heette in {period.in_words} {names[0]}."
    if spec.share_as_published:
        return (
            _without_value(spec, period, State.NO_SUCH_PLACE),
            f"{notation.listing(names)} gingen samen op in {place.name}. Percentages kunt u niet optellen.",
        )
    absent = [name for name, row in zip(names, cells, strict=True) if row is None or not np.isfinite(row["value"])]
    if absent:
        hidden = any(row is not None and row["state"] == State.CBS_DOT for row in cells)
        text = f"{place.name} bestond in {period.in_words} uit {notation.listing(names)}. "
        text += f"Van {notation.listing(absent)} is dit cijfer er niet, dus optellen kan niet."
        return _without_value(spec, period, State.CBS_DOT if hidden else State.NOT_IN_SNAPSHOT), text
    row = sum_row([cell for cell in cells if cell is not None], spec=spec, period=period)
    return row, f"Opgeteld uit {notation.listing(names)}: de gemeenten die samen {place.name} werden."


def _without_value(spec: IndicatorSpec, period: Period, state: State) -> dict[str, Any]:
    return {
        "indicator": spec.id,
        "period": period.code,
        **dict.fromkeys(["count", "base", "value", *BANDS], float("nan")),
        "state": str(state),
        "status": str(Status.UNSTATED),
        "uncertain": False,
        "source": "",
        "table": "",
    }
