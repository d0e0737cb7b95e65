"""Functions of the normal, gamma and beta distributions, from SciPy without the parts of NumPy that nobody uses here.

SciPy copies every name that NumPy lists, and asking NumPy for ``f2py`` and ``testing`` imports a reader of Fortran and the
tools of a test: 6 MB and a thirtieth of a start. While SciPy looks, these names are there and empty.
``scipy.stats`` has the same functions, and costs 60 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

_UNUSED = ("f2py", "testing")


@contextmanager
def _without_unused() -> Iterator[None]:
    names = vars(np)
    absent = [name for name in _UNUSED if name not in names]
    names.update(dict.fromkeys(absent))
    try:
        yield
    finally:
        for name in absent:
            del names[name]


with _without_unused():
    from scipy.special import betainc, betaincinv, gammaincinv, gammaln, ndtr, ndtri

__all__ = ["betainc", "betaincinv", "gammaincinv", "gammaln", "ndtr", "ndtri"]
