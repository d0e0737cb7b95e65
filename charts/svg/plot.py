"""A Plotly figure of ours as an SVG of a given width: lines, dots, bands and bars, axes, panels, shapes and words.

It knows what our own charts use (tests/charts/svg walks them all). Colours are the custom properties of the page, so one
picture follows light, dark, print and forced colours (docs/decisions/charts-without-plotly-in-the-browser.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from charts import template
from charts.chart import Chart
from charts.palette import FONT, LIGHT
from charts.svg import shapes, words
from charts.svg.panels import FOOT_PX, TITLE_PX, Panels, axes, axis_pairs, panels
from charts.svg.points import bar_of, points
from charts.svg.scales import marks

Body = Mapping[str, Any]
_BESIDE_PX = 5


WIDTHS = {"narrow": 300, "wide": 720}  # a phone, and half of a desk or more: the page shows what fits (style.css)


def drawings(chart: Chart) -> dict[str, str]:
    """The SVG of a chart for each of ``WIDTHS``; made once for a chart."""
    if "drawings" not in chart.extra:
        body = _body(chart)
        chart.extra["drawings"] = {place: _drawn(body, width_px=width) for place, width in WIDTHS.items()}
    return dict(chart.extra["drawings"])


def can_draw(chart: Chart) -> bool:
    """Whether the chart is a Plotly figure: lines, dots or bars on axes."""
    return isinstance(chart.drawn, dict) or hasattr(chart.drawn, "to_plotly_json")


def plot(chart: Chart, *, width_px: int) -> str:
    """SVG of the figure, without its title; raises AttributeError for a figure that ``can_draw`` refuses."""
    return _drawn(_body(chart), width_px=width_px)


def _body(chart: Chart) -> Body:
    drawn: Any = chart.drawn
    parts: Body = drawn if isinstance(drawn, dict) else drawn.to_plotly_json()
    return parts


def _drawn(body: Body, *, width_px: int) -> str:
    layout, traces = body["layout"], body["data"]
    area = panels(body, width=width_px)
    shown = layout.get("shapes", ())
    lined = [trace for trace in traces if "lines" in (trace.get("mode") or "")]
    marked = [trace for trace in traces if "markers" in (trace.get("mode") or "")]
    height = f"{area.height:g}"
    parts = [
        *(_shape(shape, area) for shape in shown if shape.get("layer") == "below"),
        *(_panel(layout, area, x, y) for x, y in axis_pairs(traces)),
        *(_lines(trace, area) for trace in lined),
        *(_bars(trace, area) for trace in traces if trace["type"] == "bar"),
        *(_shape(shape, area) for shape in shown if shape.get("layer") != "below"),
        *(_marks(trace, area) for trace in marked),
        *(_annotation(note, area) for note in layout.get("annotations", ())),
        area.legend.svg(y=area.bottom + FOOT_PX + TITLE_PX + 14 if area.legend.below else 14),
        points(traces, area),
    ]
    return (
        f'<svg class="hg-plot" viewBox="0 0 {width_px} {height}" width="{width_px}" height="{height}" aria-hidden="true" '
        f'data-order="{_order(traces, area)}" font-family="{FONT}" font-size="{template.SMALL_TEXT_PX}">{"".join(parts)}</svg>'
    )


def _order(traces: Sequence[Body], area: Panels) -> str:
    """Which way the eye goes along a series: ``down`` a list of names, else ``across``."""
    listed = any(area.scales[str(trace.get("yaxis") or "y")].rows for trace in traces)
    return "down" if listed or any(trace.get("orientation") == "h" for trace in traces) else "across"


def _lines(trace: Body, area: Panels) -> str:
    """The line or area of a trace, without what lies outside its panel."""
    x, y = (area.scales[str(trace.get(f"{way}axis") or way)] for way in "xy")
    box = f"{x.start - 2:.1f} {y.end - 2:.1f} {x.end - x.start + 4:.1f} {y.start - y.end + 4:.1f}"
    left, top, width, height = box.split()
    drawn = shapes.lines(trace, lambda across, upward: area.place(trace, across, upward))
    return (
        f'<svg class="hg-within" x="{left}" y="{top}" width="{width}" height="{height}" viewBox="{box}">{drawn}</svg>'
    )


def _panel(layout: Body, area: Panels, x_name: str, y_name: str) -> str:
    """Grid, axis lines, words and titles of one panel."""
    named = axes(layout)
    return _level(named[x_name], area, x_name, y_name) + _upright(named[y_name], area, x_name, y_name)


def _level(axis: Body, area: Panels, x_name: str, y_name: str) -> str:
    if axis.get("visible") is False:
        return ""
    across, upward = area.scales[x_name], area.scales[y_name]
    grid, ink, edge = (shapes.colour(tint) for tint in (LIGHT.line, LIGHT.soft_ink, LIGHT.edge))
    foot, parts, taken = upward.start, [], float("inf")
    named = marks(axis, names=tuple(across.rows))
    for value, text in reversed(named):  # the last one always has its words
        x, half = across.at(value), words.width(text, px=template.SMALL_TEXT_PX) / 2
        if axis.get("showgrid", not across.rows):
            parts.append(f'<path d="M{x:.1f},{upward.end:.1f}V{foot:.1f}" stroke="{grid}"/>')
        if axis.get("ticks") == "outside":
            parts.append(f'<path d="M{x:.1f},{foot:.1f}v5" stroke="{edge}"/>')
        if x + half + 3 <= taken:
            parts.append(_line(text, x=x, y=foot + 18, anchor="middle", colour=ink, kind="hg-tick"))
            taken = x - half
    if axis.get("showline"):
        parts.append(f'<path d="M{across.start:.1f},{foot:.1f}H{across.end:.1f}" stroke="{edge}"/>')
    title = (axis.get("title") or {}).get("text") or ""
    if title:
        half = words.width(title, px=template.SMALL_TEXT_PX) / 2
        middle = min((across.start + across.end) / 2, area.width - half)
        parts.append(
            _line(title, x=middle, y=foot + FOOT_PX + TITLE_PX - 6, anchor="middle", colour=ink, kind="hg-tick")
        )
    return "".join(parts)


def _upright(axis: Body, area: Panels, x_name: str, y_name: str) -> str:
    across, upward = area.scales[x_name], area.scales[y_name]
    grid = shapes.colour(LIGHT.line)
    names = shapes.colour((axis.get("tickfont") or {}).get("color", LIGHT.soft_ink))
    right = across.start - 6 - float(axis.get("ticklabelstandoff") or 0)
    parts = []
    for value, text in marks({**axis, "showticklabels": True}):
        y = upward.at(value)
        if axis.get("showgrid", True):
            parts.append(f'<path d="M{across.start:.1f},{y:.1f}H{across.end:.1f}" stroke="{grid}"/>')
        if axis.get("showticklabels") is not False:
            parts.append(_block(_fitted(text, right), x=right, y=y, anchor="end", colour=names, kind="hg-tick"))
    title = (axis.get("title") or {}).get("text") or ""
    if title:  # at the top of the picture, where it is read without turning the head
        parts.append(_line(title, x=0, y=14, anchor="start", colour=shapes.colour(LIGHT.soft_ink), kind="hg-tick"))
    return "".join(parts)


def _fitted(text: str, room: float) -> list[str]:
    """A name on as many lines as it has, each broken once more where it does not fit beside the plot."""
    lines = words.lines_of(text)
    if all(words.width(line, px=template.SMALL_TEXT_PX) <= room for line in lines):
        return lines
    letters = max(int(room / (template.SMALL_TEXT_PX * 0.56)), 8)
    broken = [part for line in lines for part in wrap(words.bare(line), letters)]
    return [f"<b>{part}</b>" for part in broken] if "<b>" in text else broken


def _line(text: str, *, x: float, y: float, anchor: str, colour: str, kind: str) -> str:
    """One line of text; ``kind`` is its class: hg-tick, hg-note or hg-value."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{words.spans(text)}</text>'


def _block(lines: Sequence[str], *, x: float, y: float, anchor: str, colour: str, kind: str) -> str:
    """Lines of text around a height: ``y`` is the middle of them."""
    first = y - (len(lines) - 1) * words.LINE_PX / 2 + 4
    return "".join(
        _line(line, x=x, y=first + number * words.LINE_PX, anchor=anchor, colour=colour, kind=kind)
        for number, line in enumerate(lines)
    )


def _shape(shape: Body, area: Panels) -> str:
    left, right = area.along(shape, "x0", way="x"), area.along(shape, "x1", way="x")
    start, end = area.along(shape, "y0", way="y"), area.along(shape, "y1", way="y")
    if shape["type"] == "rect":
        return (
            f'<rect x="{min(left, right):.1f}" y="{min(start, end):.1f}" width="{abs(right - left):.1f}" '
            f'height="{abs(end - start):.1f}" fill="{shapes.colour(shape["fillcolor"])}" '
            f'fill-opacity="{shape.get("opacity", 1):g}"/>'
        )
    return f'<path class="hg-rule" d="M{left:.1f},{start:.1f}L{right:.1f},{end:.1f}" {shapes.stroke(shape["line"])}/>'


def _annotation(note: Body, area: Panels) -> str:
    lines = words.lines_of(note["text"])
    x = area.along(note, "x", way="x") + float(note.get("xshift") or 0)
    y = area.along(note, "y", way="y") - float(note.get("yshift") or 0)
    tall = len(lines) * words.LINE_PX
    middle = {"bottom": y - tall / 2, "top": y + tall / 2}.get(note.get("yanchor", "auto"), y)
    anchor = {"left": "start", "right": "end"}.get(note.get("xanchor", "auto"), "middle")
    ground = ""
    if note.get("bgcolor"):
        wide = max(words.width(line, px=template.SMALL_TEXT_PX) for line in lines)
        tint = shapes.colour(note["bgcolor"])
        ground = (
            f'<rect x="{x - 2:.1f}" y="{middle - tall / 2:.1f}" width="{wide + 4:.1f}" height="{tall}" fill="{tint}"/>'
        )
    tint = shapes.colour((note.get("font") or {}).get("color", LIGHT.ink))
    kind = "hg-note hg-grounded" if ground else "hg-note"
    return ground + _block(lines, x=x, y=middle, anchor=anchor, colour=tint, kind=kind)


def _bars(trace: Body, area: Panels) -> str:
    parts, ink = [], shapes.colour(LIGHT.ink)
    for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if not (shapes.known(x) and shapes.known(y)):
            continue
        bar = bar_of(trace, at, panels=area)
        parts.append(shapes.bar(trace, at, left=bar.left, top=bar.top, width=bar.width, height=bar.height))
        if trace.get("textposition") == "outside":
            text = shapes.of_point(trace["text"], at)
            if trace.get("orientation") == "h":
                right, middle = bar.left + bar.width + _BESIDE_PX, bar.top + bar.height / 2 + 4
                parts.append(_line(text, x=right, y=middle, anchor="start", colour=ink, kind="hg-value"))
            else:
                parts.append(
                    _line(text, x=bar.left + bar.width / 2, y=bar.top - 6, anchor="middle", colour=ink, kind="hg-value")
                )
    return "".join(parts)


def _marks(trace: Body, area: Panels) -> str:
    return "".join(
        shapes.mark(*area.place(trace, x, y), marker=trace["marker"], at=at)
        for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True))
        if shapes.known(x) and shapes.known(y)
    )
