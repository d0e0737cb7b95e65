"""The distribution functions of scipy.special, without the part of numpy that importing them would load and nobody uses.

SciPy copies every name that numpy lists, and asking numpy for ``f2py`` imports a reader of Fortran: 5 MB, and a tenth of
what a start takes to import the rest of the app. While SciPy looks, the name is there and empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np


@contextmanager
def _without_fortran() -> Iterator[None]:
    names = vars(np)
    there = "f2py" in names
    names.setdefault("f2py", None)
    try:
        yield
    finally:
        if not there:
            del names["f2py"]


with _without_fortran():
    # scipy.stats has the same, and costs 60 MB
    from scipy.special import betainc, betaincinv, gammaincinv, gammaln, ndtr, ndtri

__all__ = ["betainc", "betaincinv", "gammaincinv", "gammaln", "ndtr", "ndtri"]
