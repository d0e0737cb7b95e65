"""Rows as CBS sends them to rows of the observation table: codes stripped, periods and units parsed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_sources.catalogue.model import Table
from data_sources.cbs import Row
from data_sources.observation import KEY, Missing, Status
from data_sources.observation_schema import observations
from data_sources.period import Period, UnknownPeriodError
from data_sources.refresh.known_places import existed, is_known
from data_sources.refresh.shape import Shape, ShapeError, plain

TOTAL = "Totaal"
PERCENT_ROUNDING = 0.1


@dataclass(frozen=True)
class Labels:
    """What the keys of a table mean: period key → (code, status), per extra dimension member key → title."""

    periods: Mapping[str, tuple[str, Status]]
    categories: tuple[Mapping[str, str], ...]


@dataclass
class Oddities:
    """What was left out or looked strange, to be listed; counts are cells."""

    unknown_regions: Counter[str] = field(default_factory=Counter)
    out_of_time: Counter[str] = field(default_factory=Counter)  # a figure for a place that did not exist


def labels_of(periods: Sequence[Row], categories: Sequence[Sequence[Row]]) -> Labels:
    """Read the members of the dimensions; raises ShapeError for a period that is no year or half-year."""
    parsed = {}
    for row in periods:
        try:
            code = Period.from_code(str(row["Key"])).code
        except UnknownPeriodError as error:
            msg = f"onbekende periode '{plain(row['Key'])}' ({plain(row.get('Title', ''))}): geen jaar of halfjaar"
            raise ShapeError(msg) from error
        parsed[str(row["Key"]).strip()] = (code, _status(row))
    return Labels(parsed, tuple(_titles(rows) for rows in categories))


def _status(row: Row) -> Status:
    words = plain(row.get("Status") or "").casefold()
    if words.startswith("definitief"):
        return Status.FINAL
    if "voorlopig" in words or plain(row.get("Title", "")).endswith("*"):
        return Status.PROVISIONAL
    return Status.UNSTATED


def _titles(rows: Sequence[Row]) -> dict[str, str]:
    """Member titles; CBS may print one title twice in a list, and then the later ones are numbered."""
    seen: Counter[str] = Counter()
    titles = {}
    for row in rows:
        title = plain(row["Title"])
        seen[title] += 1
        titles[str(row["Key"]).strip()] = title if seen[title] == 1 else f"{title} ({seen[title]})"
    return titles


def tidy(
    rows: Sequence[Row], *, period_key: str, table: Table, shape: Shape, labels: Labels, oddities: Oddities
) -> pd.DataFrame:
    """Observations of one period (checked by the schema); a cell without a figure stays missing, with its reason.

    Places we do not know are left out and counted in ``oddities``. An answer without rows gives an empty frame.
    Raises ShapeError for a member, figure or row that contradicts the lists of the table.
    """
    raw = pd.DataFrame.from_records(list(rows), columns=list(shape.fields))
    raw = raw.assign(**{key: raw[key].str.strip() for key in (shape.region, shape.period, *dict(shape.extra))})
    codes = raw[shape.region].unique()
    strange = {code for code in codes if not is_known(code)}
    if strange:
        oddities.unknown_regions.update(raw.loc[raw[shape.region].isin(strange), shape.region].tolist())
        raw = raw[~raw[shape.region].isin(strange)]
    if not raw[shape.period].eq(period_key).all():
        msg = f"het antwoord bevat andere perioden dan de gevraagde ({period_key})"
        raise ShapeError(msg)
    if raw.empty:
        return raw
    period, status = labels.periods[period_key]
    frame = _long(raw, table=table, shape=shape, category=_category(raw, shape=shape, labels=labels))
    year = Period.from_code(period).calendar_year
    absent = {code for code in codes if code not in strange and not existed(code, year=year)}
    gone = frame["region"].isin(absent).to_numpy()
    empty = frame["value"].isna().to_numpy()
    oddities.out_of_time.update(frame.loc[gone & ~empty, "region"].tolist())
    reasons = np.select([~empty, gone], [0, 2], default=1)
    shaped = frame.assign(
        period=pd.Categorical([period] * len(frame)),
        status=pd.Categorical([status] * len(frame), categories=list(Status)),
        missing=_coded(reasons, [Missing.PRESENT, Missing.CBS_DOT, Missing.NO_SUCH_REGION]),
    )
    if shaped.duplicated(KEY).any():
        msg = "dezelfde cel staat er meer dan eens in"
        raise ShapeError(msg)
    return observations(shaped)


def _category(raw: pd.DataFrame, *, shape: Shape, labels: Labels) -> pd.Categorical[str]:
    """Printed member; with several dimensions 'Dimension: member | Dimension: member'."""
    parts = []
    for (key, title), members in zip(shape.extra, labels.categories, strict=True):
        named = raw[key].map(members)
        if named.isna().any():
            msg = f"onbekend onderdeel '{raw.loc[named.isna(), key].iloc[0]}' in de dimensie '{title}'"
            raise ShapeError(msg)
        parts.append(named if len(shape.extra) == 1 else title + ": " + named)
    if not parts:
        return pd.Categorical([TOTAL] * len(raw))
    text = parts[0]
    for part in parts[1:]:
        text = text + " | " + part
    return pd.Categorical(text)


def _long(raw: pd.DataFrame, *, table: Table, shape: Shape, category: pd.Categorical[str]) -> pd.DataFrame:
    """One row per measure: all rows of the first measure, then of the second, ..."""
    many, size = len(shape.measures), len(raw)
    region = pd.Categorical(raw[shape.region])
    repeated = np.repeat(np.arange(many), size)
    measures = [measure for _, measure in shape.measures]
    units = sorted({measure.unit for measure in measures})
    steps = np.array([PERCENT_ROUNDING if measure.unit == "%" else table.rounding for measure in measures])
    values = [pd.to_numeric(raw[key], errors="coerce").to_numpy("float64") for key, _ in shape.measures]
    for (key, measure), numbers in zip(shape.measures, values, strict=True):
        if (np.isnan(numbers) & raw[key].notna().to_numpy()).any():
            msg = f"een waarde van '{measure.title}' is geen getal"
            raise ShapeError(msg)
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
