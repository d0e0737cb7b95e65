"""Lines, areas, bars and marks of a Plotly figure as SVG elements, in the colours of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from charts.palette import LIGHT

_DASHES = {"dash": "8 5", "dot": "2 4", "dashdot": "8 4 2 4", "longdash": "12 5"}
_NAMES = {colour: name for name, colour in reversed(LIGHT.properties.items()) if not name.startswith("on-class")}
_CORNERS = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle-up": ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    "triangle-down": ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
}
_ARMS = {"x": ((-1, -1, 1, 1), (-1, 1, 1, -1)), "cross": ((-1, 0, 1, 0), (0, -1, 0, 1))}
Place = Callable[[Any, Any], tuple[float, float]]


def colour(value: str) -> str:
    """The custom property of a colour of the palette, so that it follows the theme of the page."""
    name = _NAMES.get(value)
    return f"var(--hg-{name})" if name else value


def of_point(value: Any, at: int) -> Any:  # noqa: ANN401 -- a value for all points, or one for each
    """The value of point ``at``."""
    return value[at] if isinstance(value, (list, tuple)) else value


def known(value: Any) -> bool:  # noqa: ANN401 -- what a trace of Plotly holds
    """Whether there is something to draw."""
    return not (value is None or (isinstance(value, float) and not isfinite(value)))


def stroke(line: Mapping[str, Any]) -> str:
    """Attributes of a line as Plotly describes it."""
    dash = _DASHES.get(str(line.get("dash", "solid")))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{colour(line["color"])}" stroke-width="{line.get("width", 2):g}"{dashed}'


def lines(trace: Mapping[str, Any], place: Place) -> str:
    """The line of a trace, or the area that it closes in."""
    if trace.get("fill") == "toself":
        body = "".join(_path(run, place, closed=True) for run in _runs(trace["x"], trace["y"]))
        return f'<path class="hg-area" d="{body}" fill="{colour(trace["fillcolor"])}" fill-opacity="{trace.get("opacity", 1):g}"/>'
    body = "".join(_path(run, place) for run in _runs(trace["x"], trace["y"]))
    return f'<path class="hg-line" d="{body}" fill="none" {stroke(trace["line"])}/>'


def bar(trace: Mapping[str, Any], at: int, *, left: float, top: float, width: float, height: float) -> str:
    """One bar of a trace; a second period is hatched."""
    tint = colour(of_point(trace["marker"]["color"], at))
    box = f'x="{left:.1f}" y="{top:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    body = f'<rect class="hg-bar" {box} fill="{tint}"/>'
    if not trace["marker"].get("pattern", {}).get("shape"):
        return body
    hatch = "".join(
        f"M{left + far:.1f},{top + height:.1f}L{min(left + far + height, left + width):.1f},{top + max(0, height - max(0, width - far)):.1f}"
        for far in range(0, int(width), 6)
    )
    return f'{body}<path d="{hatch}" stroke="var(--hg-paper)" stroke-width="1.5" fill="none"/>'


def mark(x: float, y: float, *, marker: Mapping[str, Any], at: int) -> str:
    """The mark of point ``at`` of a trace."""
    symbol = str(of_point(marker.get("symbol", "circle"), at))
    kind, opened = symbol.removesuffix("-open"), symbol.endswith("-open")
    tint = colour(of_point(marker["color"], at))
    reach = float(of_point(marker.get("size", 8), at)) / 2
    look = f'class="hg-mark" fill="{"var(--hg-paper)" if opened else tint}" stroke="{tint}" stroke-width="2"'
    if kind in _CORNERS:
        data = "M" + "L".join(f"{x + right * reach:.1f},{y + down * reach:.1f}" for right, down in _CORNERS[kind]) + "Z"
        return f'<path d="{data}" {look}/>'
    if kind in _ARMS:
        data = "".join(
            f"M{x + a * reach:.1f},{y + b * reach:.1f}L{x + c * reach:.1f},{y + d * reach:.1f}"
            for a, b, c, d in _ARMS[kind]
        )
        return f'<path d="{data}" {look}/>'
    if kind == "square":
        return f'<rect x="{x - reach:.1f}" y="{y - reach:.1f}" width="{2 * reach:g}" height="{2 * reach:g}" {look}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{reach:g}" {look}/>'


def _runs(xs: Sequence[Any], ys: Sequence[Any]) -> Iterator[list[tuple[Any, Any]]]:
    """Points between the gaps of a trace."""
    run: list[tuple[Any, Any]] = []
    for x, y in zip(xs, ys, strict=True):
        if known(x) and known(y):
            run.append((x, y))
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _path(points: Iterable[tuple[Any, Any]], place: Place, *, closed: bool = False) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points)) + ("Z" if closed else "")
