"""Classes of the map: breaks fixed per indicator over all periods (STATISTICS rule 13)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind
from indicators import notation
from language import _

NO_CLASS = -1


class NoClassBreaksError(KeyError):
    """The catalogue has no class breaks for this indicator and kind of period; the message names both."""


def breaks_of(spec: IndicatorSpec, *, kind: Kind) -> tuple[float, ...]:
    """Inner borders of the classes; raises NoClassBreaksError when the catalogue has none."""
    try:
        return tuple(spec.class_breaks[kind])
    except KeyError:
        msg = f"indicator {spec.id!r} has no class breaks for {kind}: add them to the catalogue"
        raise NoClassBreaksError(msg) from None


def class_of(values: pd.Series[float] | npt.NDArray[np.float64], *, breaks: Sequence[float]) -> npt.NDArray[np.int64]:
    """Class of each value, 0 for the lowest; a value on a border belongs to the upper class; NaN gives -1."""
    array = values if isinstance(values, np.ndarray) else values.to_numpy(dtype="float64", na_value=np.nan)
    return np.where(np.isnan(array), NO_CLASS, np.digitize(array, list(breaks))).astype("int64")


def labels_of(breaks: Sequence[float]) -> tuple[str, ...]:
    """Label per class, lowest first."""
    texts = [notation.number(edge, decimals=0 if float(edge).is_integer() else 1) for edge in breaks]
    between = [_("{low} tot {high}", low=low, high=high) for low, high in pairwise(texts)]
    return (_("minder dan {number}", number=texts[0]), *between, _("{number} of meer", number=texts[-1]))
