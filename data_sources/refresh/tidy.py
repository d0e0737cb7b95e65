"""Turns rows as CBS sends them into rows of the observation table: codes stripped, periods and units parsed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_sources.catalogue.model import Table
from data_sources.cbs import Row
from data_sources.level import NETHERLANDS, UnknownRegionCodeError, parse_region_code
from data_sources.observation import KEY, Missing, Status
from data_sources.observation_schema import observations
from data_sources.period import Period
from data_sources.refresh.known_places import existed, is_known
from data_sources.refresh.labels import TOTAL, Labels
from data_sources.refresh.shape import ShapeError, TableShape


@dataclass
class Oddities:
    """What was left out or looked strange, to be listed; counts are cells."""

    unknown_regions: Counter[str] = field(default_factory=Counter)  # of our form: read
    other_regions: Counter[str] = field(default_factory=Counter)  # of another form: not read
    out_of_time: Counter[str] = field(default_factory=Counter)  # a figure for a place that did not exist
    no_numbers: Counter[str] = field(default_factory=Counter)  # per measure
    nameless: Counter[str] = field(default_factory=Counter)  # members that the list of the dimension lacks
    doubles: int = 0  # rows that came twice, the same both times


def tidy(
    rows: Sequence[Row], *, period_key: str, table: Table, shape: TableShape, labels: Labels, oddities: Oddities
) -> pd.DataFrame:
    """Observations of one period (checked by the schema); a cell without a figure stays missing, with its reason.

    A place of our form that we do not know is read, one of another form is left out; both are counted in
    ``oddities``. An answer without rows gives an empty frame. Raises ShapeError for rows of another period and for
    two rows that contradict each other.
    """
    raw = _raw(rows, shape=shape, labels=labels)
    regions = raw[shape.region] if shape.region else pd.Series([NETHERLANDS] * len(raw), index=raw.index, dtype="str")
    malformed = {code for code in regions.unique() if not _is_code(code)}
    oddities.other_regions.update(code for code in regions if code in malformed)
    raw, regions = raw[~regions.isin(malformed)], regions[~regions.isin(malformed)]
    if not raw[shape.period].eq(period_key).all():
        msg = f"het antwoord bevat andere perioden dan de gevraagde ({period_key})"
        raise ShapeError(msg)
    if raw.empty:
        return raw
    period, status = labels.periods[period_key]
    year = Period.from_code(period).calendar_year
    strange = {code for code in regions.unique() if not is_known(code)}
    oddities.unknown_regions.update(code for code in regions if code in strange)
    category = _category(raw, table=table, shape=shape, labels=labels, oddities=oddities)
    frame = _long(raw, regions, table=table, shape=shape, category=category, oddities=oddities)
    absent = {code for code in regions.unique() if not existed(code, year=year)}
    gone = frame["region"].isin(absent).to_numpy()
    empty = frame["value"].isna().to_numpy()
    oddities.out_of_time.update(frame.loc[gone & ~empty, "region"].tolist())
    reasons = np.select([~empty, gone], [0, 2], default=1)
    shaped = frame.assign(
        period=pd.Categorical([period] * len(frame)),
        status=pd.Categorical([status] * len(frame), categories=list(Status)),
        missing=_coded(reasons, [Missing.PRESENT, Missing.CBS_DOT, Missing.NO_SUCH_REGION]),
    )
    return observations(_without_doubles(shaped, oddities=oddities))


def _raw(rows: Sequence[Row], *, shape: TableShape, labels: Labels) -> pd.DataFrame:
    """Answer as a frame with keys stripped; of a dimension nobody knows only the total."""
    raw = pd.DataFrame.from_records(list(rows), columns=list(shape.fields))
    keys = [key for key in (shape.region, shape.period, *(dimension.key for dimension in shape.present)) if key]
    raw = raw.assign(**{key: raw[key].astype("str").str.strip() for key in keys})
    for key, total in labels.narrowed.items():
        raw = raw[raw[key] == total]
    return raw


def _is_code(code: str) -> bool:
    try:
        parse_region_code(code)
    except UnknownRegionCodeError:
        return False
    return True


def _without_doubles(frame: pd.DataFrame, *, oddities: Oddities) -> pd.DataFrame:
    """Rows that came twice are dropped when they say the same; two figures for one cell cannot be used."""
    twice = frame.duplicated(KEY)
    if not twice.any():
        return frame
    if (frame.duplicated([*KEY, "value"]) != twice).any():
        msg = "dezelfde cel staat er meer dan eens in, met een ander cijfer"
        raise ShapeError(msg)
    oddities.doubles += int(twice.sum())
    return frame[~twice]


def _category(
    raw: pd.DataFrame, *, table: Table, shape: TableShape, labels: Labels, oddities: Oddities
) -> pd.Categorical[str]:
    """Printed member; with several dimensions 'Dimension: member | Dimension: member'.

    The total of a table that the catalogue does not describe is 'Totaal', however many dimensions it has.
    """
    written = [dimension for dimension in shape.dimensions if dimension.key not in labels.narrowed]
    text: pd.Series[str] | str = TOTAL if not written else ""
    named = len([dimension for dimension in written if dimension.listed]) > 1
    everything = np.full(len(raw), fill_value=not table.measures)
    for number, dimension in enumerate(written):
        members: pd.Series[str] | str = TOTAL
        if dimension.key:
            keys = raw[dimension.key]
            titles = keys.map(labels.members[dimension.key])
            nameless = titles.isna()
            oddities.nameless.update(f"{dimension.title}: {key}" for key in keys[nameless])
            members = titles.where(~nameless, keys)
        everything &= np.asarray(members == TOTAL)
        part = f"{dimension.title}: " + members if named or not dimension.listed else members
        text = part if number == 0 else text + " | " + part
    if isinstance(text, str):
        return pd.Categorical([text] * len(raw))
    return pd.Categorical(text.mask(everything, TOTAL))


def _long(
    raw: pd.DataFrame,
    regions: pd.Series[str],
    *,
    table: Table,
    shape: TableShape,
    category: pd.Categorical[str],
    oddities: Oddities,
) -> pd.DataFrame:
    """One row per measure: all rows of the first measure, then of the second, ..."""
    many, size = len(shape.measures), len(raw)
    region = pd.Categorical(regions)
    repeated = np.repeat(np.arange(many), size)
    measures = [measure for _, measure in shape.measures]
    units = sorted({measure.unit for measure in measures})
    steps = np.array([shape.steps[measure.id] for measure in measures])
    values = [pd.to_numeric(raw[key], errors="coerce").to_numpy("float64") for key, _ in shape.measures]
    for (key, measure), numbers in zip(shape.measures, values, strict=True):
        if words := int((np.isnan(numbers) & raw[key].notna().to_numpy()).sum()):
            oddities.no_numbers[measure.title] += words
    return pd.DataFrame(
        {
            "source": pd.Categorical([table.source.id] * (many * size)),
            "table": pd.Categorical([table.id] * (many * size)),
            "measure": _coded(repeated, [measure.id for measure in measures]),
            "category": _coded(np.tile(category.codes, many), category.categories),
            "region": _coded(np.tile(region.codes, many), region.categories),
            "value": np.concatenate(values),
            "unit": _coded(np.array([units.index(measure.unit) for measure in measures])[repeated], units),
            "rounding": steps[repeated],
        }
    )


def _coded(codes: np.ndarray, categories: Iterable[str]) -> pd.Categorical[str]:
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(categories)))
