"""Patterns of the map, one table for the browser, the static picture and the legend.

Each is (tile size in px, SVG content). ``{ink}`` is the colour of the marks. The tile lies on the ground of a missing
state, or on the colour of a class (``uncertain``: fewer than 20 reports).
"""

from __future__ import annotations

from indicators.value import State

PATTERNS: dict[str, tuple[int, str]] = {
    "hatch": (7, '<path d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" fill="none" stroke="{ink}" stroke-width=".7"/>'),
    "cross": (6, '<path d="M0 0L6 6M6 0L0 6" fill="none" stroke="{ink}" stroke-width="1"/>'),
    "dots": (6, '<circle cx="3" cy="3" r="1" fill="{ink}"/>'),
    "rings": (9, '<circle cx="4.5" cy="4.5" r="2.4" fill="none" stroke="{ink}" stroke-width="1"/>'),
    "bars": (5, '<path d="M2.5 0V5" stroke="{ink}" stroke-width="1"/>'),
    "dashes": (8, '<path d="M1 2H5M5 6H9M-3 6H1" fill="none" stroke="{ink}" stroke-width="1.4"/>'),
    "blank": (6, ""),
    "uncertain": (8, '<path d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7" stroke="{ink}" stroke-width=".9"/>'),
}

# One letter per state keeps the payload small; the order is that of the legend.
LETTERS = {
    State.ZERO: "z",
    State.ROUNDED_ZERO: "r",
    State.CBS_DOT: "c",
    State.COLUMN_UNCERTAIN: "k",
    State.COUNT_ONLY: "a",
    State.NOT_IN_SNAPSHOT: "n",
    State.NO_SUCH_PLACE: "g",
}


def definition(name: str, *, identifier: str, ground: str, ink: str, scale: float) -> str:
    """One ``<pattern>`` element; ``scale`` is user units per px."""
    size, marks = PATTERNS[name]
    return (
        f'<pattern id="{identifier}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({scale:g})"><rect width="{size}" height="{size}" fill="{ground}"/>'
        f"{marks.format(ink=ink)}</pattern>"
    )
