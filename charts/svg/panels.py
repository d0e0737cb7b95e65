"""Where the panels of a Plotly figure lie: margins, scales per axis, and the px of what refers to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts import template
from charts.svg import words
from charts.svg.legend import ROW_PX, Legend, legend
from charts.svg.scales import Scale, marks, scale

FOOT_PX, TITLE_PX, GAP_PX = 22, 20, 8
_LABELS_SHARE = 0.46  # most that the names of rows take of the width
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Panels:
    """The drawing area in px, and the scale of each axis by its short name: x, x2, y, y2."""

    left: float
    right: float
    top: float
    bottom: float
    width: float  # of the whole picture
    height: float
    scales: Mapping[str, Scale]
    legend: Legend

    def place(self, trace: Body, x: Any, y: Any) -> tuple[float, float]:  # noqa: ANN401 -- numbers or names of rows
        """Px of a point of a trace."""
        return self.scales[trace.get("xaxis") or "x"].at(x), self.scales[trace.get("yaxis") or "y"].at(y)

    def along(self, part: Body, key: str, *, way: str) -> float:
        """Px of the coordinate ``key`` of a shape or annotation; ``way`` is x or y."""
        reference, value = str(part.get(f"{way}ref") or way), part[key]
        start, end = (self.left, self.right) if way == "x" else (self.bottom, self.top)
        name = reference.removesuffix(" domain")
        if part.get(f"{way}sizemode") == "pixel":
            anchor = float(part.get(f"{way}anchor") or 0)
            origin = start + anchor * (end - start) if reference == "paper" else self.scales[name].at(anchor)
            return origin + (float(value) if way == "x" else -float(value))
        if reference == "paper":
            return start + float(value) * (end - start)
        return self.scales[name].part(float(value)) if reference.endswith(" domain") else self.scales[name].at(value)


def axes(layout: Body) -> dict[str, Body]:
    """Every axis of a figure by its short name."""
    return {key.replace("axis", ""): layout[key] for key in layout if key[1:].startswith("axis") and key[0] in "xy"}


def panels(body: Body, *, width: float) -> Panels:
    """Lay out a figure in a width; its height and margins are its own, the room for names of rows is measured."""
    layout, traces = body["layout"], body["data"]
    named, margin = axes(layout), layout.get("margin", {})
    upright = [axis for name, axis in named.items() if name[0] == "y"]
    texts = [line for axis in upright for _, text in marks(axis) for line in words.lines_of(text)]
    widest = max((words.width(text, px=template.SMALL_TEXT_PX) for text in texts), default=0.0)
    standoff = max((float(axis.get("ticklabelstandoff") or 0) for axis in upright), default=0.0)
    left = min(widest, width * _LABELS_SHARE) + GAP_PX + standoff if texts else float(margin.get("l", GAP_PX))
    level = [axis for name, axis in named.items() if name[0] == "x" and axis.get("visible") is not False]
    titled = any(axis.get("title", {}).get("text") for axis in level)
    foot = (FOOT_PX if level else float(margin.get("b", GAP_PX))) + (TITLE_PX if titled else 0)
    right = width - (_beside(layout) or max(float(margin.get("r", GAP_PX)), GAP_PX))
    key = legend(layout, traces, width=width)
    named_above = TITLE_PX if any((axis.get("title") or {}).get("text") for axis in upright) else 0
    height = float(layout["height"]) + key.extra_px + named_above
    top = float(margin.get("t", 12)) + (0 if key.below else key.extra_px) + named_above
    bottom = height - foot - (ROW_PX * len(key.rows) if key.below else 0)
    scales = {}
    for name, axis in named.items():
        low, high = axis.get("domain") or (0.0, 1.0)
        start, end = (left, right) if name[0] == "x" else (bottom, top)
        values = [value for trace in traces if _axis_of(trace, name[0]) == name for value in trace.get(name[0]) or ()]
        scales[name] = scale(axis, values=values, start=start + low * (end - start), end=start + high * (end - start))
    return Panels(left, right, top, bottom, width, height, scales, key)


def _beside(layout: Body) -> float:
    """Room that the names at the ends of lines take beside the plot; 0 without them."""
    ends = [note for note in layout.get("annotations", ()) if note.get("xref") == "paper" and note["x"] == 1]
    return max(
        (
            float(note.get("xshift") or 0) + words.width(line, px=template.SMALL_TEXT_PX) + 2
            for note in ends
            if note.get("xanchor") == "left"
            for line in words.lines_of(note["text"])
        ),
        default=0.0,
    )


def _axis_of(trace: Body, way: str) -> str:
    return str(trace.get(f"{way}axis") or way)


def axis_pairs(traces: Sequence[Body]) -> list[tuple[str, str]]:
    """Panels of a figure, each by its two axes."""
    axes = [(_axis_of(trace, "x"), _axis_of(trace, "y")) for trace in traces]
    return list(dict.fromkeys(axes)) or [("x", "y")]
