"""From published cells to indicator values: one row for every place that existed, with its band and its state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Missing, Status
from data_sources.period import Kind, Period, calendar_years
from geo import registry
from geo.population import known_inhabitants
from indicators import rates
from indicators.dispersion import FEWEST_CHANGES, UNKNOWN, Dispersion, dispersion, measured_before
from indicators.value import BANDS, State, indicator_values

PLACE = ["region", "period"]
_STATES = {
    Missing.CBS_DOT: State.CBS_DOT,
    Missing.NOT_DELIVERED: State.NOT_IN_SNAPSHOT,
    Missing.NO_SUCH_REGION: State.NO_SUCH_PLACE,
    Missing.COLUMN_UNCERTAIN: State.COLUMN_UNCERTAIN,
}
_SAYS_NOTHING = [str(Missing.NOT_DELIVERED), str(Missing.NO_SUCH_REGION)]


def indicator_values_for(
    observations: pd.DataFrame, *, spec: IndicatorSpec, level: Level, periods: Iterable[Period] | None = None
) -> pd.DataFrame:
    """IndicatorValue rows of one indicator and level: one per period and place that existed in the period's year.

    ``periods`` defaults to every period in which the level has a numerator cell. A place takes the first table of the
    spec that has a cell for it, dots included: a figure that one table hides is not looked up in another (rule 14).
    Divides by the inhabitants on 1 January of the year of the period, or by the denominator of the spec (the printed
    inhabitants of a document; the total of a share). Unit: that of the indicator.
    """
    phi = dispersion_of(observations, spec=spec).phi
    rows = _figures(observations, spec=spec, level=level, periods=periods)
    count = rows["count"]
    bands = _bands(spec, rows, dispersion=phi)
    as_published = spec.share_as_published
    state = _state(rows, bands["value"], needs_base=not as_published)
    return indicator_values(
        pd.DataFrame(
            {
                "indicator": spec.id,
                "region": rows["region"],
                "level": str(level),
                "period": rows["period"],
                "count": count,
                "base": rows["base"],
                **{column: bands[column] for column in ["value", *BANDS]},
                "rounding": rows["count_rounding"],
                "dispersion": phi,
                "state": state,
                "status": rows["status"].fillna(str(Status.UNSTATED)),
                "uncertain": count < rates.UNCERTAIN_BELOW,
                "source": rows["source"].fillna(""),
                "table": rows["table"].fillna(""),
            }
        )
    )


def dispersion_of(observations: pd.DataFrame, *, spec: IndicatorSpec) -> Dispersion:
    """Phi of an indicator in a data version, from the half-years of its municipalities; measured once."""
    known = measured_before(observations)
    if spec.id not in known:
        known[spec.id] = _measured(observations, spec=spec)
    return known[spec.id]


def _measured(observations: pd.DataFrame, *, spec: IndicatorSpec) -> Dispersion:
    if Level.MUNICIPALITY not in spec.levels:
        return UNKNOWN
    cells = best_cells(observations, spec.numerator, level=Level.MUNICIPALITY)
    codes = cells.loc[cells["value"].notna() & cells["period"].str.contains(Kind.HALF_YEAR), "period"]
    if len(codes) < FEWEST_CHANGES:
        return UNKNOWN
    periods = [Period.from_code(code) for code in sorted(set(codes))]
    rows = _figures(observations, spec=spec, level=Level.MUNICIPALITY, periods=periods)
    return dispersion(rows, share=not spec.is_rate)


def _figures(
    observations: pd.DataFrame, *, spec: IndicatorSpec, level: Level, periods: Iterable[Period] | None
) -> pd.DataFrame:
    """Cells of each place and period with their count and what it is divided by.

    ``value`` is what the source prints, ``count`` the count behind it: the same, unless the source prints the share.
    """
    cells = best_cells(observations, spec.numerator, level=level)
    wanted = sorted(set(cells["period"])) if periods is None else [period.code for period in periods]
    cells = cells[cells["period"].isin(wanted)]
    rows = _places(level, wanted, cells).merge(cells, how="left", on=PLACE)
    if spec.share_as_published:
        return _behind_printed(observations, rows, spec=spec, level=level)
    rows = rows.merge(_base(observations, rows, spec=spec, level=level), how="left", on=PLACE)
    return rows.assign(count=rows["value"], count_rounding=rows["rounding"])


def _behind_printed(
    observations: pd.DataFrame, rows: pd.DataFrame, *, spec: IndicatorSpec, level: Level
) -> pd.DataFrame:
    """The count behind a printed share and what it is a share of, as far as its own table prints them.

    One of the two gives the other: 30 reports that are 31.6 % are 30 of about 95.
    """
    merged = rows
    for name, cells in (("count", spec.printed_count), ("base", spec.printed_total)):
        known = best_cells(observations, [cells] if cells else [], level=level)[[*PLACE, "value", "rounding"]]
        merged = merged.merge(
            known.rename(columns={"value": name, "rounding": f"{name}_rounding"}), how="left", on=PLACE
        )
    part = (merged["value"] / rates.PER_100).where(merged["value"] > 0)
    count, base = merged["count"], merged["base"]
    return merged.assign(
        count=count.fillna(base * part),
        base=base.fillna(count / part),
        count_rounding=merged["count_rounding"].fillna(merged["base_rounding"]),
        base_missing=str(Missing.PRESENT),
    )


def best_cells(observations: pd.DataFrame, choices: Sequence[Cells], *, level: Level) -> pd.DataFrame:
    """One cell per place and period: that of the first table in ``choices`` that has one.

    Returns region, period, value, missing, rounding, status, source, table as plain text and numbers. A table that
    says "not delivered" or "no such region" gives way to the next.
    """
    columns = [*PLACE, "value", "missing", "rounding", "status", "source", "table"]
    texts = [column for column in columns if column not in {"value", "rounding"}]
    cells = observations[columns].take(best_rows(observations, choices, level=level))
    return cells.astype(dict.fromkeys(texts, "str")).reset_index(drop=True)


def best_rows(observations: pd.DataFrame, choices: Sequence[Cells], *, level: Level) -> npt.NDArray[np.int64]:
    """Row numbers of ``best_cells`` among the observations."""
    positions, orders = _positions(observations, choices, level=level)
    silent = observations["missing"].isin(_SAYS_NOTHING).to_numpy()[positions]
    best = positions[np.lexsort((orders, silent))]
    region, period = (observations[column].cat.codes.to_numpy()[best].astype("int64") for column in PLACE)
    _, first = np.unique(region * (period.max(initial=0) + 1) + period, return_index=True)
    return best[np.sort(first)]


def _positions(
    observations: pd.DataFrame, choices: Sequence[Cells], *, level: Level
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where the cells of a level stand that one of the choices names, choice by choice, and the number of the choice.

    Texts are compared once per category, not once per row: with seven choices that is most of the work.
    """
    columns = {name: observations[name].cat for name in ("table", "measure", "category")}
    tables = [choice.table for choice in choices]
    near = np.flatnonzero(
        (observations["level"] == str(level)).to_numpy() & observations["table"].isin(tables).to_numpy()
    )
    codes = {name: column.codes.to_numpy()[near] for name, column in columns.items()}
    known = {name: {text: code for code, text in enumerate(column.categories)} for name, column in columns.items()}
    parts = []
    for choice in choices:
        wanted = {name: known[name].get(getattr(choice, name)) for name in columns}
        here = np.logical_and.reduce([codes[name] == code for name, code in wanted.items()])
        parts.append(near[here] if None not in wanted.values() else near[:0])
    orders = [np.full(len(part), order) for order, part in enumerate(parts)]
    nothing = np.empty(0, dtype="int64")
    return np.concatenate([nothing, *parts]), np.concatenate([nothing, *orders])


def _places(level: Level, periods: Sequence[str], cells: pd.DataFrame) -> pd.DataFrame:
    """Every place that existed in the year of each period; areas of documents exist where they are printed."""
    if level is Level.DOCUMENT_AREA:
        return cells[PLACE].sort_values(PLACE)
    rows = [
        (place.code, code)
        for code in periods
        for place in registry.regions(level, year=Period.from_code(code).calendar_year)
    ]
    return pd.DataFrame(rows, columns=PLACE, dtype="str")


def _base(observations: pd.DataFrame, rows: pd.DataFrame, *, spec: IndicatorSpec, level: Level) -> pd.DataFrame:
    """What to divide by, per place and period: region, period, base, base_missing (a Missing, PRESENT, or NaN)."""
    if spec.complement is not None:
        rest = _of_same_table(observations, rows, spec.complement, level=level)
        subtracted = rows[[*PLACE, "value"]].rename(columns={"value": "own"})
        rest = rest.merge(subtracted, how="left", on=PLACE)
        return rest.assign(base=rest["base"] + rest["own"])[[*PLACE, "base", "base_missing"]]
    if spec.denominator is None:
        years = calendar_years(rows["period"]).tolist()
        people = known_inhabitants(observations, level=level, years=years)
        base = np.array([people.get(place, np.nan) for place in zip(rows["region"].tolist(), years, strict=True)])
        reason = np.where(np.isfinite(base), str(Missing.PRESENT), str(Missing.NOT_DELIVERED))
        return rows[PLACE].assign(base=base, base_missing=reason)
    return _of_same_table(observations, rows, spec.denominator, level=level)


def _of_same_table(
    observations: pd.DataFrame, rows: pd.DataFrame, choices: Sequence[Cells], *, level: Level
) -> pd.DataFrame:
    """What to divide by from the table of the numerator where it can be had: totals of two tables differ."""
    tables = rows[[*PLACE, "table"]]
    parts = [best_cells(observations, [choice], level=level) for choice in choices]
    totals = pd.concat([cells.assign(order=order) for order, cells in enumerate(parts)])
    totals = totals.merge(tables, how="inner", on=PLACE, suffixes=("", "_wanted"))
    totals = totals.assign(elsewhere=totals["table"] != totals["table_wanted"])
    totals = totals.sort_values(["elsewhere", "order"], kind="stable").drop_duplicates(PLACE)
    return totals.rename(columns={"value": "base", "missing": "base_missing"})[[*PLACE, "base", "base_missing"]]


def _bands(spec: IndicatorSpec, rows: pd.DataFrame, *, dispersion: float) -> pd.DataFrame:
    count, base, step = rows["count"], rows["base"], rows["rounding"]
    if spec.share_as_published:
        return rates.published_share(rows["value"], rounding=step, counted=rows, dispersion=dispersion)
    return rates.of_counts(count, base, spec=spec, rounding=step, dispersion=dispersion)


def _state(rows: pd.DataFrame, value: pd.Series[float], *, needs_base: bool) -> pd.Series[str]:
    """State of each row (rule 12): the reason of the numerator goes first; a count that cannot be divided stays a count."""
    reasons = {str(missing): str(state) for missing, state in _STATES.items()}
    state = rows["missing"].map(reasons)
    if needs_base:
        state = state.mask(rows["value"].notna() & value.isna(), str(State.COUNT_ONLY))
    zero = rows["value"] == 0
    exact = rows["rounding"] == 0
    present = np.where(zero & exact, str(State.ZERO), np.where(zero, str(State.ROUNDED_ZERO), str(State.VALUE)))
    reason = pd.Series(present, index=rows.index, dtype="str").where(value.notna(), str(State.NOT_IN_SNAPSHOT))
    return state.fillna(reason)
