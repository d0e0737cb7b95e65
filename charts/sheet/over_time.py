"""Line of one place over time with its band: gaps at breaks and missing periods, axis from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, isfinite, log10
from textwrap import wrap

import pandas as pd

from charts.palette import LIGHT
from charts.series import Line, Point, description, lines, runs
from charts.sheet.picture import Picture, drawing
from data_sources.catalogue.model import IndicatorSpec
from indicators import notation

WIDTH, HEIGHT = 340, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 76, 16, 26
_COLOURS = (LIGHT.accent, LIGHT.second)
_LABEL_GAP = 14.0
_LABEL_LETTERS, _ROW = 13, 12  # of a row of a name beside its line, and px from row to row


def over_time(values: pd.DataFrame, *, specs: Mapping[str, IndicatorSpec], code: str, name: str) -> Picture | None:
    """Lines of one or two indicators of a place, unit as in the first; None when there is no figure.

    ``values`` are IndicatorValue rows of one kind of period; raises MixedPeriodsError otherwise.
    """
    if not values["value"].notna().any():
        return None
    drawn = lines(values, specs=dict(specs), names={code: name})[: len(_COLOURS)]
    if not drawn:
        return None
    points = [point for line in drawn for point in line.points if point.known]
    highest = max(point.high if isfinite(point.high) else point.value for point in points)
    first, last = min(point.x for point in points), max(point.x for point in points)
    step, top = _steps(highest)
    scale = _Scale(first=first, last=last, top=top)
    body = [_axis(scale, step=step), *(_years(scale, points))]
    for line, colour in zip(drawn, _COLOURS, strict=False):
        body += [_run(run, scale, colour=colour, dashed=colour != _COLOURS[0]) for run in runs(line)]
    body += _labels(drawn, scale)
    first_spec = next(iter(specs.values()))
    unit = first_spec.unit
    # A line alone is labelled with its place, which already opens the caption.
    labels = [first_spec.short if line.label == name else line.label for line in drawn]
    caption = f"{name}: {notation.listing(labels)}, {unit}"
    words = description(drawn, unit=unit)
    return drawing("".join(body), width=WIDTH, height=HEIGHT, caption=caption, description=words, prefix="tijd")


class _Scale:
    """From year and value to px."""

    def __init__(self, *, first: float, last: float, top: float) -> None:
        self.first, self.last, self.top = first, last, top

    def x(self, year: float) -> float:
        span = self.last - self.first
        share = (year - self.first) / span if span else 0.5
        return _LEFT + 8 + share * (WIDTH - _LEFT - _RIGHT - 16)

    def y(self, value: float) -> float:
        return HEIGHT - _BOTTOM - value / self.top * (HEIGHT - _TOP - _BOTTOM)


def _steps(highest: float) -> tuple[float, float]:
    """Distance between the lines of the grid, and the top of the axis."""
    rough = max(highest, 1e-9) / 4
    size = 10 ** float(ceil(log10(rough)) - 1)
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= rough)
    return step, step * ceil(highest / step)


def _axis(scale: _Scale, *, step: float) -> str:
    parts = []
    for number in range(round(scale.top / step) + 1):
        value = number * step
        decimals = 0 if step >= 1 and float(step).is_integer() else 1
        y = scale.y(value)
        parts.append(
            f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="{LIGHT.line}"/>'
            f'<text x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end" fill="{LIGHT.soft_ink}">'
            f"{notation.number(value, decimals=decimals)}</text>"
        )
    return "".join(parts)


def _years(scale: _Scale, points: Sequence[Point]) -> list[str]:
    periods = sorted({point.period.key: point for point in points}.items())
    every = ceil(len(periods) / (3 if periods[0][1].period.number else 5))
    return [
        f'<text x="{scale.x(point.x):.1f}" y="{HEIGHT - 8}" text-anchor="middle" fill="{LIGHT.soft_ink}">{key}</text>'
        for number, (key, point) in enumerate(periods)
        if number % every == 0
    ]


def _run(run: Sequence[Point], scale: _Scale, *, colour: str, dashed: bool) -> str:
    band = [point for point in run if isfinite(point.low) and isfinite(point.high)]
    there = " ".join(f"{scale.x(point.x):.1f},{scale.y(point.high):.1f}" for point in band)
    back = " ".join(f"{scale.x(point.x):.1f},{scale.y(point.low):.1f}" for point in reversed(band))
    line = " ".join(f"{scale.x(point.x):.1f},{scale.y(point.value):.1f}" for point in run)
    marks = "".join(_mark(point, scale, colour=colour) for point in run)
    dash = ' stroke-dasharray="5 3"' if dashed else ""
    return (
        f'<polygon points="{there} {back}" fill="{colour}" fill-opacity=".15"/>'
        f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>{marks}'
    )


def _mark(point: Point, scale: _Scale, *, colour: str) -> str:
    """A whisker for the band, and a mark that is open when the figure is provisional."""
    x, y = scale.x(point.x), scale.y(point.value)
    whisker = ""
    if isfinite(point.low) and isfinite(point.high):
        whisker = f'<path d="M{x:.1f} {scale.y(point.high):.1f}V{scale.y(point.low):.1f}" stroke="{colour}"/>'
    fill = LIGHT.paper if point.provisional else colour
    return f'{whisker}<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'


def _labels(drawn: Sequence[Line], scale: _Scale) -> list[str]:
    """Name and last figure right of each line, apart from each other."""
    ends = [
        (scale.y(last.value), line.label, last.value_text, colour)
        for line, colour in zip(drawn, _COLOURS, strict=False)
        for last in [next(point for point in reversed(line.points) if point.known)]
    ]
    ends.sort()
    parts, lowest = [], -_LABEL_GAP * 2
    for wanted, name, value, colour in ends:
        y = max(wanted, lowest + _LABEL_GAP * 2, _TOP)
        rows = wrap(name, _LABEL_LETTERS)
        lowest = y + _ROW * (len(rows) - 1)
        x = WIDTH - _RIGHT + 4
        parts.append(f'<text x="{x}" y="{y:.1f}" fill="{colour}" font-weight="700">{value}</text>')
        parts += [
            f'<text x="{x}" y="{y + _ROW * number:.1f}" fill="{colour}">{escape(row)}</text>'
            for number, row in enumerate(rows, start=1)
        ]
    return parts
