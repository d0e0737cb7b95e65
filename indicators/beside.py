"""Remarks beside a figure: the rate per 100,000 inhabitants that CBS publishes, and the marks of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.manifest import Manifest
from data_sources.marks import Mark, texts
from indicators import notation
from language import N_, Language, _, current

OWN_RATE = "_per_100_000"  # ending of the measure id
Place = tuple[str, str]  # region, period
_REMARK = N_("Bij dit cijfer hoort een opmerking, die er alleen in het Nederlands is.")


def published_rates(observations: pd.DataFrame, *, spec: IndicatorSpec, values: pd.DataFrame) -> Mapping[Place, float]:
    """What CBS prints per 100,000 inhabitants beside the counts of these IndicatorValue rows, from the same table.

    Unit: per 100,000 inhabitants of the period itself. Empty for what is no rate per inhabitants. Source: StatLine.
    """
    if spec.denominator is not None or spec.complement is not None or spec.share_as_published:
        return {}
    served = {str(table) for table in values["table"].unique()}
    printed: dict[Place, float] = {}
    wanted = dict.fromkeys(zip(values["region"].astype("str"), values["period"].astype("str"), strict=True))
    for cells in spec.numerator:
        if cells.table in served:
            of_table = values[values["table"] == cells.table]
            here = set(zip(of_table["region"].astype("str"), of_table["period"].astype("str"), strict=True))
            rates = _cells(observations, cells)
            printed |= {place: rates[place] for place in wanted if place in here and place in rates}
    return printed


def sentences(
    observations: pd.DataFrame, *, manifest: Manifest, spec: IndicatorSpec, values: pd.DataFrame
) -> Mapping[Place, tuple[str, ...]]:
    """Dutch sentences beside each figure of these IndicatorValue rows, by region and period; places without any are left out."""
    rates = published_rates(observations, spec=spec, values=values)
    marked = marks(manifest, spec=spec, values=values)
    return {
        place: (*([published_rate_words(rates[place])] if place in rates else []), *marked.get(place, ()))
        for place in dict.fromkeys((*rates, *marked))
    }


def published_rate_words(rate: float) -> str:
    """Sentence with CBS's own figure, such as ``CBS zelf: 715 per 100.000 inwoners``."""
    printed = notation.count(rate) if float(rate).is_integer() else notation.number(rate)
    return _("CBS zelf: {rate} per 100.000 inwoners.", rate=printed)


def marks(manifest: Manifest, *, spec: IndicatorSpec, values: pd.DataFrame) -> Mapping[Place, tuple[str, ...]]:
    """Marks of the cells behind each row, those it is divided by included; places without any are left out."""
    all_cells = (*spec.numerator, *(spec.denominator or ()), *(spec.complement or ()))
    marks_by_place: dict[Place, tuple[str, ...]] = {}
    for table_id in {str(table) for table in values["table"].unique()}:
        entry = manifest.table(table_id)
        if entry is None or not entry.marks:
            continue
        rows = values.loc[values["table"] == table_id, ["region", "period"]].astype("str")
        for region, period in rows.itertuples(index=False, name=None):
            if lines := _texts(entry.marks, [cell for cell in all_cells if cell.table == table_id], region, period):
                marks_by_place[region, period] = lines
    return marks_by_place


def _texts(marked: Sequence[Mark], cells: Iterable[Cells], region: str, period: str) -> tuple[str, ...]:
    lines = dict.fromkeys(
        text
        for cell in cells
        for text in texts(marked, measure=cell.measure, category=cell.category, region=region, period=period)
    )
    if lines and current() is not Language.DUTCH:  # a data version keeps its remarks in Dutch
        return (_(_REMARK),)
    return tuple(lines)


def _cells(observations: pd.DataFrame, cells: Cells) -> Mapping[Place, float]:
    """CBS's own figures of one series, by region and period."""
    chosen = np.logical_and.reduce(
        [
            (observations["table"] == cells.table).to_numpy(),
            (observations["measure"] == f"{cells.measure}{OWN_RATE}").to_numpy(),
            (observations["category"] == cells.category).to_numpy(),
            observations["value"].notna().to_numpy(),
        ]
    )
    rows = observations.loc[chosen, ["region", "period", "value"]]
    places = zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True)
    return dict(zip(places, rows["value"].tolist(), strict=True))
