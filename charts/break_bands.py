"""Bands that mark a break in a series, each named above the plot, where no line or mark covers the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from charts import template
from charts.palette import LIGHT
from charts.series import Line
from indicators.breaks import PROTOCOL
from language import _

_LINE_PX = 16
_NARROW_PX = 145.0  # of the plot on a phone
_NAME_PX = 84  # widest line of a name


@dataclass(frozen=True)
class Band:
    """One break: between which points of the axis it lies, the lines of its name, and how high above the plot that stands."""

    left: float
    right: float
    name: tuple[str, ...]
    above_px: int = 0

    @property
    def top_px(self) -> int:
        """Where its name ends, above the plot."""
        return self.above_px + _LINE_PX * len(self.name)


def bands(drawn: Sequence[Line], *, first: float, last: float) -> tuple[Band, ...]:
    """Breaks of all lines, oldest first, on an axis from ``first`` to ``last``; one before or after every figure is none."""
    xs = {point.x for line in drawn for point in line.points if point.known}
    years: dict[int, dict[str, None]] = {}
    for line in drawn:
        for dated in line.breaks:
            name = _("anders geteld") if dated.reason == _(PROTOCOL) else _("ander gebied")
            years.setdefault(dated.year, {})[name] = None
    placed: list[Band] = []
    for year in sorted(years, reverse=True):
        before = max((x for x in xs if x < year), default=None)
        after = min((x for x in xs if x >= year), default=None)
        if before is None or after is None:
            continue
        edge = (after - before) * 0.25
        band = Band(before + edge, after - edge, (_("vanaf {year}", year=year), *sorted(years[year], reverse=True)))
        if placed:  # a name runs to the right, so it goes above the next one unless it ends before that begins
            later = placed[-1]
            beside = (later.left - band.left) / (last - first) * _NARROW_PX >= _NAME_PX
            band = replace(band, above_px=later.above_px if beside else max(earlier.top_px for earlier in placed))
        placed.append(band)
    return tuple(reversed(placed))


def room_px(placed: Iterable[Band]) -> int:
    """Height that the names take above the plot."""
    return max((band.top_px for band in placed), default=0)


def draw(figure: go.Figure, placed: Iterable[Band]) -> None:
    """Put the bands behind the lines; the left edge of each goes on up to its name."""
    for band in placed:
        figure.add_vrect(x0=band.left, x1=band.right, fillcolor=LIGHT.wash, line={"width": 0}, layer="below")
        edge = {"color": LIGHT.edge, "width": 1, "dash": "dot"}
        for x in (band.left, band.right):
            figure.add_vline(x=x, line=edge, layer="below")
        figure.add_shape(
            type="line", x0=band.left, x1=band.left, yref="paper", ysizemode="pixel", yanchor=1, y0=0, y1=band.top_px,
            line=edge,
        )  # fmt: skip
        figure.add_annotation(
            x=band.left, xanchor="left", xshift=3, y=1, yref="paper", yanchor="bottom", yshift=band.above_px - 2,
            align="left", text="<br>".join(band.name), font={"color": LIGHT.soft_ink, "size": template.SMALL_TEXT_PX},
        )  # fmt: skip
