"""What a finger, a mouse and the keyboard find in a picture: each point or bar, with its label in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from charts.svg import words
from charts.svg.panels import Panels
from charts.svg.shapes import known, of_point

_REACH_PX = 12
_DEFAULT_BAR = 0.8
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Bar:
    """A bar in px."""

    left: float
    top: float
    width: float
    height: float


def bar_of(trace: Body, at: int, *, panels: Panels) -> Bar:
    """Where a bar of a trace lies."""
    x_scale, y_scale = (panels.scales[str(trace.get(f"{way}axis") or way)] for way in "xy")
    base = float(of_point(trace.get("base", 0), at) or 0)
    thick = float(of_point(trace.get("width", _DEFAULT_BAR), at))
    x, y = trace["x"][at], trace["y"][at]
    if trace.get("orientation") == "h":
        start, end, tall = x_scale.at(base), x_scale.at(base + float(x)), y_scale.length(thick)
        return Bar(start, y_scale.at(y) - tall / 2, end - start, tall)
    foot, head, wide = y_scale.at(base), y_scale.at(base + float(y)), x_scale.length(thick)
    return Bar(x_scale.at(x) - wide / 2, head, wide, foot - head)


def points(traces: Sequence[Body], panels: Panels) -> str:
    """A spot of at least 24 px for each point with a label: series, place and words (web/shell/points.js shows them)."""
    return "".join(_spots(traces, panels))


def _spots(traces: Sequence[Body], panels: Panels) -> Iterator[str]:
    for series, trace in enumerate(traces):
        if trace.get("hoverinfo") == "skip" or not trace.get("hovertemplate"):
            continue
        for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
            if not (known(x) and known(y)):
                continue
            if trace["type"] == "bar":
                bar = bar_of(trace, at, panels=panels)
                wide, tall = max(bar.width, 2 * _REACH_PX), max(bar.height, 2 * _REACH_PX)
                area = f'<rect x="{bar.left:.1f}" y="{bar.top:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'
                across = bar.left + (bar.width if trace.get("orientation") == "h" else bar.width / 2)
                down = bar.top + (bar.height / 2 if trace.get("orientation") == "h" else 0)
            else:
                across, down = panels.place(trace, x, y)
                area = f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{_REACH_PX}"/>'
            label = words.hover(trace, at)
            sentence = ": ".join(part for part in (label[0], "; ".join(label[1:])) if part)
            yield (
                f'<g class="hg-spot" data-series="{series}" data-x="{across:.0f}" data-y="{down:.0f}" '
                f'data-words="{escape(sentence)}" fill="none" pointer-events="all">{area}</g>'
            )
