"""Figures of Huiselijk geweld in beeld as pandas frames, with band, state and breaks; comparisons that hold."""

from .comparison import Comparison, NotComparableError, compare
from .site import RefusedError, Site, row

__all__ = ["Comparison", "NotComparableError", "RefusedError", "Site", "compare", "row"]
