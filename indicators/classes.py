"""Classes of the map: breaks fixed per indicator over all periods, counted per period (STATISTICS rule 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators import notation

NO_CLASS = -1


class NoClassBreaksError(KeyError):
    """The catalogue has no class breaks for this indicator and kind of period; the message names both."""


@dataclass(frozen=True)
class Classes:
    """The legend of one map: its classes, how many places each holds in this period, and the true ends."""

    breaks: tuple[float, ...]  # inner borders, the same in every period
    labels: tuple[str, ...]  # Dutch, lowest first
    counts: tuple[int, ...]  # places per class in this period
    minimum: float  # over all periods; NaN when no place has a figure
    maximum: float  # over all periods, printed on the top class
    edges: tuple[float, ...]  # of the histogram: from 0 to the maximum, the same in every period
    histogram: tuple[int, ...]  # places per histogram bar in this period
    crowded: str | None  # Dutch sentence when more than half of the places share a class in this period


def breaks_of(spec: IndicatorSpec, *, kind: Kind) -> tuple[float, ...]:
    """Inner borders of the classes; raises NoClassBreaksError when the catalogue has none."""
    try:
        return tuple(spec.class_breaks[kind])
    except KeyError:
        msg = f"indicator {spec.id!r} has no class breaks for {kind}: add them to the catalogue"
        raise NoClassBreaksError(msg) from None


def class_of(values: pd.Series[float], *, breaks: Sequence[float]) -> npt.NDArray[np.int64]:
    """Class of each value, 0 for the lowest; a value on a border belongs to the upper class; NaN gives -1."""
    array = values.to_numpy(dtype="float64", na_value=np.nan)
    return np.where(np.isnan(array), NO_CLASS, np.digitize(array, list(breaks))).astype("int64")


def labels_of(breaks: Sequence[float], *, maximum: float) -> tuple[str, ...]:
    """Dutch label per class; the top one carries the true maximum over all periods."""
    texts = [notation.number(edge, decimals=0 if float(edge).is_integer() else 1) for edge in breaks]
    top = f"{texts[-1]} of meer"
    if np.isfinite(maximum):
        top += f" (hoogste: {notation.number(maximum)})"
    between = [f"{low} tot {high}" for low, high in pairwise(texts)]
    return (f"minder dan {texts[0]}", *between, top)


def classes(values: pd.DataFrame, *, spec: IndicatorSpec, level: Level, period: Period, bars: int = 24) -> Classes:
    """Legend of one period, from IndicatorValue rows of all periods of one level; other kinds of period are left out.

    Unit of breaks, ends and edges: that of the indicator. Raises NoClassBreaksError.
    """
    breaks = breaks_of(spec, kind=period.kind)
    same_kind = values["period"].astype("str").str.slice(4, 6) == str(period.kind)
    everything = values.loc[same_kind, "value"].dropna()
    minimum, maximum = (float(everything.min()), float(everything.max())) if len(everything) else (np.nan, np.nan)
    now = values.loc[values["period"].astype("str") == period.code, "value"].dropna()
    counts = np.bincount(class_of(now, breaks=breaks), minlength=len(breaks) + 1)
    labels = labels_of(breaks, maximum=maximum)
    edges = np.linspace(0.0, maximum if maximum > 0 else 1.0, bars + 1)
    histogram, _ = np.histogram(now.to_numpy(dtype="float64"), bins=edges)
    return Classes(
        breaks=breaks,
        labels=labels,
        counts=tuple(int(n) for n in counts),
        minimum=minimum,
        maximum=maximum,
        edges=tuple(float(edge) for edge in edges),
        histogram=tuple(int(n) for n in histogram),
        crowded=_crowded(counts, labels=labels, level=level, period=period),
    )


def _crowded(counts: npt.NDArray[np.int64], *, labels: Sequence[str], level: Level, period: Period) -> str | None:
    total, fullest = int(counts.sum()), int(counts.argmax())
    if total == 0 or counts[fullest] * 2 <= total:
        return None
    return (
        f"In {period.in_words} valt meer dan de helft van de {level.plural} met een cijfer in één klasse: "
        f"{labels[fullest].split(' (')[0]} ({notation.count(counts[fullest])} van {notation.count(total)})."
    )
