"""What the keys of a table mean: periods, members of dimensions, and which member counts everything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from data_sources.catalogue.model import Table
from data_sources.cbs import Row
from data_sources.observation import Status
from data_sources.period import Period, UnknownPeriodError
from data_sources.refresh.shape import Dimension, TableShape, listed
from data_sources.refresh.units import folded, plain

TOTAL = "Totaal"
_TOTAL_CODE = re.compile(r"T\d{6}")  # CBS writes A049508 for a member and T001019 for a total
_TOTAL_WORDS = re.compile(r"\b(?:totaal|total|alle|alles|samen)\b")


@dataclass(frozen=True)
class Labels:
    """Period key → (code, status); per dimension of the shape member key → title; what else was noticed.

    ``narrowed`` are dimensions the catalogue does not know with the key of their total: only those rows are read.
    """

    periods: Mapping[str, tuple[str, Status]]
    members: Mapping[str, Mapping[str, str]]
    narrowed: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def labels_of(
    periods: Sequence[Row],
    members: Mapping[str, Sequence[Row]],
    *,
    shape: TableShape,
    table: Table,
    by_sums: Callable[[Dimension], str | None] = lambda _: None,
) -> Labels:
    """Read the members of every dimension of the shape; ``members`` are their rows by key of the dimension.

    ``by_sums`` finds the total of a dimension from figures, and is asked when titles and codes do not tell.
    """
    known, remarks = _periods(periods)
    titles: dict[str, dict[str, str]] = {}
    narrowed: dict[str, str] = {}
    for dimension in shape.present:
        rows = members[dimension.key]
        titles[dimension.key] = _titles(rows)
        total = total_of(rows, printed=table.total) or by_sums(dimension)
        remarks += _total_remarks(dimension, rows, total=total, printed=table.total)
        if total is not None and dimension.listed and table.total not in titles[dimension.key].values():
            titles[dimension.key][total] = TOTAL
        if total is not None and not dimension.listed:
            narrowed[dimension.key] = total
    return Labels(known, titles, narrowed, tuple(remarks))


def total_of(rows: Sequence[Row], *, printed: str = TOTAL) -> str | None:
    """Key of the member that counts everything: by its title, its code, or its place and words; None when unclear."""
    members = [(str(row["Key"]).strip(), folded(row.get("Title") or row["Key"])) for row in rows]
    if len(members) == 1:
        return members[0][0]
    ways = (
        [key for key, title in members if title == folded(printed)],
        [key for key, title in members if title == folded(TOTAL)],
        [key for key, _ in members if _TOTAL_CODE.fullmatch(key)],
        [key for key, title in members if title.startswith("totaal ")],
        [key for key, title in members[:1] if _TOTAL_WORDS.search(title)],
    )
    return next((way[0] for way in ways if len(way) == 1), None)


def total_by_sums(rows: Sequence[Row], *, dimension: Dimension, shape: TableShape) -> str | None:
    """Key of the member whose counts are those of all others together, within rounding, for every measure.

    ``rows`` are those of one period. None when no member, or more than one, is such a sum.
    """
    raw = pd.DataFrame.from_records(list(rows), columns=list(shape.fields))
    counts = [key for key, measure in shape.measures if measure.unit == "aantal"]
    others = [
        key for key in (shape.region, *(present.key for present in shape.present)) if key and key != dimension.key
    ]
    candidates: Counter[str] = Counter()
    for key in counts:
        values = raw.assign(value=pd.to_numeric(raw[key], errors="coerce"))
        step = max(shape.steps[measure.id] for field_, measure in shape.measures if field_ == key)
        index = others or [shape.period]
        wide = values.pivot_table(index=index, columns=dimension.key, values="value", aggfunc="first").dropna()
        large = wide[
            wide.sum(axis=1) > step * wide.shape[1] * 2
        ]  # of small counts the rounding hides what they add up to
        rest = large.mul(-1).add(large.sum(axis=1), axis=0)
        fits = (large - rest).abs().le(step / 2 * wide.shape[1])
        candidates.update(str(code).strip() for code in large.columns if len(large) and fits[code].all())
    sure = [code for code, many in candidates.items() if many == len(counts)]
    return sure[0] if len(sure) == 1 else None


def _total_remarks(dimension: Dimension, rows: Sequence[Row], *, total: str | None, printed: str) -> list[str]:
    titles = {str(row["Key"]).strip(): plain(row.get("Title") or row["Key"]) for row in rows}
    name = dimension.title
    if not dimension.listed and total is None:
        return [f"onbekende dimensie '{name}' zonder herkenbaar totaal; elk onderdeel is apart ingelezen"]
    if not dimension.listed:
        return [f"onbekende dimensie '{name}'; alleen het totaal '{titles[total or '']}' is ingelezen"]
    if total is None:
        return [f"de dimensie '{name}' heeft geen herkenbaar totaal"]
    if folded(titles[total]) in {folded(printed), folded(TOTAL)}:
        return []
    return [f"het totaal van '{name}' heet nu '{titles[total]}'"]


def _periods(rows: Sequence[Row]) -> tuple[dict[str, tuple[str, Status]], list[str]]:
    parsed, strange = {}, []
    for row in rows:
        key = str(row["Key"])
        try:
            parsed[key.strip()] = (Period.from_code(key).code, _status(row))
        except UnknownPeriodError:
            strange.append(f"{plain(key)} ({plain(row.get('Title') or key)})")
    text = f"perioden die geen jaar of halfjaar zijn, niet ingelezen: {listed(strange)}"
    return parsed, [text] if strange else []


def _status(row: Row) -> Status:
    words = plain(row.get("Status") or "").casefold()
    if words.startswith("definitief"):
        return Status.FINAL
    if "voorlopig" in words or plain(row.get("Title") or "").endswith("*"):
        return Status.PROVISIONAL
    return Status.UNSTATED


def _titles(rows: Sequence[Row]) -> dict[str, str]:
    """Member titles; CBS may print one title twice in a list, and then the later ones are numbered."""
    seen: Counter[str] = Counter()
    titles = {}
    for row in rows:
        title = plain(row.get("Title") or row["Key"])
        seen[title] += 1
        titles[str(row["Key"]).strip()] = title if seen[title] == 1 else f"{title} ({seen[title]})"
    return titles
