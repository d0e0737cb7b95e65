"""The names of the series of a figure with their marks, in rows above the plot or under the words of its axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts import template
from charts.palette import LIGHT
from charts.svg import shapes, words

ROW_PX = 22
_MARK_PX, _APART_PX, _LARGEST = 20, 12, 11.0
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Legend:
    """Entries by row; ``below`` says that they stand under the plot."""

    rows: tuple[tuple[tuple[float, Body], ...], ...] = ()
    below: bool = False

    @property
    def extra_px(self) -> float:
        """Height that the rows take on top of what the figure keeps for the first."""
        return ROW_PX * max(len(self.rows) - 1, 0)

    def svg(self, *, y: float) -> str:
        """The entries, with the letters of the first row at ``y``."""
        return "".join(
            _entry(trace, x=x, y=y + number * ROW_PX) for number, row in enumerate(self.rows) for x, trace in row
        )


def legend(layout: Body, traces: Sequence[Body], *, width: float) -> Legend:
    """Lay the names of the series out in a width; no rows for a figure without a legend."""
    if not layout.get("showlegend"):
        return Legend()
    rows: list[list[tuple[float, Body]]] = [[]]
    x = 0.0
    for trace in traces:
        if trace.get("showlegend") is False or "markers" not in (trace.get("mode") or ""):
            continue
        wide = _MARK_PX + words.width(str(trace["name"]), px=template.SMALL_TEXT_PX) + _APART_PX
        if x and x + wide - _APART_PX > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, trace))
        x += wide
    return Legend(tuple(map(tuple, rows)), below=float(layout.get("legend", {}).get("y", 1)) < 0)


def _entry(trace: Body, *, x: float, y: float) -> str:
    marker = {key: shapes.of_point(value, 0) for key, value in trace["marker"].items() if key != "line"}
    size = min(float(marker.get("size", _LARGEST)), _LARGEST)
    name = words.spans(str(trace["name"]))
    return (
        shapes.mark(x + 8, y - 4, marker={**marker, "size": size}, at=0)
        + f'<text class="hg-tick" x="{x + _MARK_PX:.1f}" y="{y:.1f}" fill="{shapes.colour(LIGHT.ink)}">{name}</text>'
    )
