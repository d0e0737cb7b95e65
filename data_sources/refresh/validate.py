"""Judges a fetched table: what makes its figures wrong refuses it, everything else is published with a remark.

Refused: no figure at all, counts below zero, sums of which more than half are off, more than 5 % of the rows gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_sources.catalogue.model import Cells, Table
from data_sources.level import Level
from data_sources.marks import Mark
from data_sources.period import Period
from data_sources.refresh.known_places import expected
from data_sources.refresh.shape import listed
from data_sources.refresh.sum_checks import checked_sums

SHRINK_LIMIT = 0.05
_NONSENSE = 0.5  # part of the sums of one kind that may be off before the table is refused
_FULL_PERCENT = 100.0
_FIVES = 5.0
_PERIODS_NAMED = 8
_NAMED = 5  # places written out in a remark

Pair = tuple[str, str]  # measure, category


class InvalidError(Exception):
    """The figures of a table cannot be right; the Dutch message names the rule and an example."""


@dataclass(frozen=True)
class Findings:
    """What is odd about a table that may be published.

    ``notes`` are Dutch sentences for people, ``marks`` belong beside single cells, ``gone`` are the measures and
    categories of the version in use that CBS gives no more and whose old figures have to stay.
    """

    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    gone: frozenset[Pair] = field(default_factory=frozenset)


def validate(
    fresh: pd.DataFrame,
    *,
    table: Table,
    previous: pd.DataFrame,
    needed: Iterable[Cells] = (),
    old_marks: Sequence[Mark] = (),
    complete: bool = True,
    accept_shrink: bool = False,
) -> Findings:
    """Check one table; raises InvalidError when its figures cannot be right.

    ``previous`` are its rows in the version in use (may be empty) with their marks; ``complete`` says that they came
    from a refresh, so that a member they lack is new. ``needed`` are the cells that indicators point at.
    """
    if fresh.empty or fresh["value"].isna().all():
        msg = "de tabel bevat geen enkel cijfer"
        raise InvalidError(msg)
    here = _pairs(fresh)
    before = _pairs(previous)
    stale = {(mark.measure, category) for mark in old_marks if mark.since for category in mark.categories}
    if not accept_shrink:
        _shrunk(fresh, previous=previous, before=before - stale)
    wanted = {(cells.measure, cells.category) for cells in needed if cells.table == table.id}
    gone = _gone(here, before=before, wanted=wanted)
    of_numbers = list(_numbers(fresh, table=table))
    sums = checked_sums(fresh[fresh["unit"] == "aantal"])
    for check in sums:
        if check.share_off > _NONSENSE:
            raise InvalidError(check.sentence)
    off = [check for check in sums if len(check.off)]
    return Findings(
        notes=(
            *_lost_or_new(here, before=before - stale, complete=complete),
            *_never_there(here, before=before, wanted=wanted),
            *(text for text, _ in of_numbers),
            *(check.sentence for check in off),
            *_lost_periods(fresh, previous=previous[_in(previous, here)]),
            *_absent_places(fresh, table=table),
        ),
        marks=(*(mark for _, mark in of_numbers), *(mark for check in off for mark in check.marks())),
        gone=frozenset(gone),
    )


def rows_of(frame: pd.DataFrame, pairs: Iterable[Pair]) -> pd.DataFrame:
    """Rows of these measures and categories."""
    return frame[_in(frame, set(pairs))]


def _pairs(frame: pd.DataFrame) -> set[Pair]:
    pairs = frame[["measure", "category"]].drop_duplicates().astype("str")
    return set(zip(pairs["measure"], pairs["category"], strict=True))


def _in(frame: pd.DataFrame, pairs: set[Pair]) -> np.ndarray:
    """Whether each row is of one of the pairs; texts are compared once per pair, not once per row."""
    there = frame[["measure", "category"]].drop_duplicates().astype("str")
    chosen = [pair for pair in there.itertuples(index=False, name=None) if pair in pairs]
    mask = np.zeros(len(frame), dtype=bool)
    for measure in {name for name, _ in chosen}:
        categories = [category for name, category in chosen if name == measure]
        mask |= (frame["measure"] == measure).to_numpy() & frame["category"].isin(categories).to_numpy()
    return mask


def _shrunk(fresh: pd.DataFrame, *, previous: pd.DataFrame, before: set[Pair]) -> None:
    """Refuse a table that lost rows of measures it still has; a measure that is gone altogether is named elsewhere."""
    measures = {str(measure) for measure in fresh["measure"].unique()}
    lasting = {pair for pair in before if pair[0] in measures}
    now = int(fresh["measure"].isin([measure for measure, _ in lasting]).sum())
    then = int(_in(previous, lasting).sum())
    if now < (1 - SHRINK_LIMIT) * then:
        msg = (
            f"de tabel heeft {now} rijen, de vorige versie had er {then}: meer dan "
            f"{SHRINK_LIMIT:.0%} minder. Klopt dat, gebruik dan --accept-shrink"
        )
        raise InvalidError(msg)


def _gone(here: set[Pair], *, before: set[Pair], wanted: set[Pair]) -> set[Pair]:
    """Pairs whose old figures stay: of measures that vanished, and the categories that indicators point at."""
    measures = {measure for measure, _ in here}
    return {pair for pair in before - here if pair[0] not in measures or pair in wanted}


def _lost_or_new(here: set[Pair], *, before: set[Pair], complete: bool) -> Iterator[str]:
    measures, measures_before = {measure for measure, _ in here}, {measure for measure, _ in before}
    if lost := sorted(measures_before - measures):
        yield f"maten die er niet meer in staan; de oude cijfers blijven, met hun datum: {listed(lost)}"
    shared = measures & measures_before
    lost_categories = {c for m, c in before - here if m in shared} - {c for _, c in here}
    new_categories = {c for m, c in here - before if m in shared} - {c for _, c in before}
    if lost_categories:
        yield f"onderdelen die er niet meer in staan: {listed(sorted(lost_categories))}"
    if complete and new_categories:
        yield f"nieuwe onderdelen: {listed(sorted(new_categories))}"


def _never_there(here: set[Pair], *, before: set[Pair], wanted: set[Pair]) -> Iterator[str]:
    """Cells that indicators look for and that neither this edition nor the one in use has."""
    for measure, category in sorted(wanted - here - before):
        yield f"een indicator zoekt '{category}' ({measure}); dat staat niet in de tabel"


def _numbers(fresh: pd.DataFrame, *, table: Table) -> Iterator[tuple[str, Mark]]:
    """Remarks on figures of an unlikely form; raises InvalidError for counts below zero."""
    values = fresh["value"]
    counts = fresh["unit"] == "aantal"
    steps = fresh["rounding"].to_numpy()
    below = values < 0
    if (below & counts).any():
        msg = f"{int((below & counts).sum())} aantallen zijn onder nul, bijvoorbeeld {_example(fresh[below & counts])}"
        raise InvalidError(msg)
    filled = values.fillna(0)
    odd = {
        "onder nul": below,
        "boven 100 procent": (fresh["unit"] == "%") & (values > _FULL_PERCENT) & bool(table.measures),
        "geen veelvoud van vijf": counts & (steps == _FIVES) & (np.mod(filled, _FIVES) != 0),
        "geen geheel getal": counts & (steps == 0) & (np.mod(filled, 1) != 0),
    }
    for what, rows in odd.items():
        for measure, cells in fresh[rows].groupby("measure", observed=True, sort=True):
            yield (
                f"{len(cells)} cijfers van '{measure}' zijn {what}, bijvoorbeeld {_example(cells)}",
                Mark(
                    f"Let op: dit cijfer hoort bij cijfers die in de tabel van het CBS {what} zijn. Dat verwachten wij niet.",
                    measure=str(measure),
                    categories=_few(cells["category"]),
                    places=_few(cells["region"]),
                    periods=_few(cells["period"]),
                ),
            )


def _few(values: pd.Series) -> tuple[str, ...]:
    """Different values, or nothing (which means all) when they are too many to list."""
    different = sorted(values.astype("str").unique())
    return tuple(different) if len(different) <= 10 * _NAMED else ()


def _lost_periods(fresh: pd.DataFrame, *, previous: pd.DataFrame) -> tuple[str, ...]:
    lost = sorted(set(previous["period"].unique()) - set(fresh["period"].unique()))
    return (f"perioden die er niet meer in staan: {_labels(lost)}",) if lost else ()


def _absent_places(fresh: pd.DataFrame, *, table: Table) -> tuple[str, ...]:
    """Places that exist in a year and have no row at all in the table."""
    pairs = fresh[["region", "period"]].drop_duplicates().astype("str")
    gaps: dict[tuple[Level, tuple[str, ...], int], list[str]] = {}
    there = {str(level) for level in fresh["level"].unique()}
    for level in sorted(table.levels & {Level.MUNICIPALITY, Level.VT_REGION}):
        if not table.measures and level not in there:
            continue  # a table nobody has seen may well be about larger places alone
        for period, regions in pairs.groupby("period")["region"]:
            wanted = expected(level, year=Period.from_code(str(period)).calendar_year)
            absent = tuple(sorted(wanted - set(regions)))
            if absent:
                gaps.setdefault((level, absent, len(wanted)), []).append(str(period))
    return tuple(
        f"{_labels(periods)}: {len(absent)} van de {wanted} {level.plural} {'staat' if len(absent) == 1 else 'staan'} "
        f"niet in de tabel "
        f"({', '.join(absent[:_NAMED])}{' ...' if len(absent) > _NAMED else ''})"
        for (level, absent, wanted), periods in gaps.items()
    )


def _labels(codes: Iterable[str]) -> str:
    """Periods as people say them, the first few of them."""
    labels = [Period.from_code(code).label for code in codes]
    return ", ".join(labels[:_PERIODS_NAMED]) + (
        f" en nog {len(labels) - _PERIODS_NAMED}" if len(labels) > _PERIODS_NAMED else ""
    )


def _example(rows: pd.DataFrame) -> str:
    row = rows.iloc[0]
    return f"{row['region']} {row['period']} {row['measure']} {row['category']}: {row['value']:g}"
