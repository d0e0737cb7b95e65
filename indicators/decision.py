"""The numbers and the test behind every comparison, as arrays: of one place a table costs more than the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from indicators.comparator import Comparator, Row
from indicators.difference import Counts, rate_difference, share_difference
from indicators.rates import Array
from indicators.value import Position

LEVELS_OF_DOUBT = (0.05, 0.002)  # two-sided: the first gives the word, the second stands in files
SURE = (95.0, 99.8)


@dataclass(frozen=True)
class PlaceNumbers:
    """What the test needs of some figures: the code of the place, value, counts, and phi of the indicator."""

    regions: Sequence[str]
    value: Array
    counts: Counts
    dispersion: Array

    @classmethod
    def of(cls, values: pd.DataFrame) -> PlaceNumbers:
        """Of IndicatorValue rows."""
        value, dispersion = (values[name].to_numpy(dtype="float64") for name in ("value", "dispersion"))
        return cls([str(code) for code in values["region"].tolist()], value, counts_of_rows(values), dispersion)

    @classmethod
    def of_row(cls, row: Row, *, times: int = 1) -> PlaceNumbers:
        """Of one IndicatorValue row, so many times."""
        names = ("value", "count", "base", "rounding", "dispersion")
        numbers = {name: np.array([float(row[name])] * times) for name in names}
        counts = Counts(numbers["count"], numbers["base"], numbers["rounding"])
        return cls([str(row["region"])] * times, numbers["value"], counts, numbers["dispersion"])


def difference(
    mine: Counts, theirs: Counts, *, phi: Array, part: Array | bool, spec: IndicatorSpec
) -> tuple[Array, Array]:
    """P of the difference between mine and theirs, and its sign; ``part`` says where mine is a part of theirs."""
    with np.errstate(divide="ignore", invalid="ignore"):
        if spec.is_rate:
            return rate_difference(mine, theirs, dispersion=phi, part=part)
        two = spec.complement is not None
        return share_difference(mine, theirs, dispersion=phi, part=part, of_two_counts=two)


def words_of(p: Array, sign: Array) -> tuple[Array, Array]:
    """Position and how sure, from p and the sign of the difference."""
    apart = p < LEVELS_OF_DOUBT[0]
    words = np.array([str(Position.LOWER), str(Position.SIMILAR), str(Position.HIGHER)], dtype=object)
    position = words[np.where(apart, sign, 0).astype("int64") + 1]
    return position, np.where(apart, np.where(p < LEVELS_OF_DOUBT[1], SURE[1], SURE[0]), np.nan)


def counts_of_rows(values: pd.DataFrame) -> Counts:
    """Counts of IndicatorValue rows."""
    return Counts(*(values[name].to_numpy(dtype="float64") for name in ("count", "base", "rounding")))


def counts_of_comparators(comparators: Sequence[Comparator]) -> Counts:
    """Counts of comparators, one after the other."""
    columns = ([getattr(each, name) for each in comparators] for name in ("count", "base", "rounding"))
    return Counts(*(np.array(numbers, dtype="float64") for numbers in columns))
