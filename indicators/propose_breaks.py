"""Proposes class borders for an indicator: python -m indicators.propose_breaks INDICATOR [--data DIR].

Borders are fixed by hand in the catalogue, over all periods together, so that a colour keeps its meaning (rule 13).
This only proposes: Fisher-Jenks classes of all values of municipalities (or of the smallest level with figures), rounded.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

from data_sources import versions
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from data_sources.snapshots import load
from indicators.compute import indicator_values_for

CLASSES = 5  # colours of the map
_MOST = 1_000


def propose(values: pd.Series[float], *, classes: int = CLASSES) -> tuple[float, ...]:
    """Inner borders of natural classes, rounded to whole steps, rising; fewer when values are few or close together."""
    from mapclassify import FisherJenks  # a build-time library

    known = np.sort(values.dropna().to_numpy("float64"))
    known = known[:: max(1, len(known) // _MOST)]  # natural classes take quadratic time
    if len(np.unique(known)) < classes:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it would rather have numba
        borders = FisherJenks(known, k=classes).bins[:-1]
    step = 5.0 if float(np.ptp(known)) > 50 else 1.0  # noqa: PLR2004 - wide ranges read better in fives
    return tuple(sorted({float(step * round(border / step)) for border in borders}))


def values_of(observations: pd.DataFrame, spec: IndicatorSpec, *, kind: Kind) -> pd.Series[float]:
    """Every value of the smallest level that has figures, over all periods of a kind."""
    for level in reversed(spec.levels):
        frame = indicator_values_for(observations, spec=spec, level=level)
        of_kind = frame["period"].astype("str").map(lambda code: Period.from_code(code).kind is kind)
        if frame.loc[of_kind.astype("bool"), "value"].notna().sum() > CLASSES:
            return frame.loc[of_kind.astype("bool"), "value"]
    return pd.Series(dtype="float64")


def main() -> None:
    """Print the borders in the catalogue beside the proposed ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("indicator", choices=list(INDICATORS))
    parser.add_argument("--data", type=Path, default=versions.default_data_dir())
    options = parser.parse_args()
    spec, observations = INDICATORS[options.indicator], load(options.data).observations
    for kind in Kind:
        values = values_of(observations, spec, kind=kind)
        sys.stdout.write(
            f"{kind}: now {spec.class_breaks.get(kind, ())}, proposed {propose(values)}, {values.count()} values\n"
        )


if __name__ == "__main__":
    main()
