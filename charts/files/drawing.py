"""Drawing of a figure as SVG for a file: the static map, or a chart in the colours of paper."""

from __future__ import annotations

import re

from charts import svg as charts_svg
from charts.chart import Chart
from charts.map import MapData, static_svg
from charts.palette import LIGHT

WIDTH_PX = 896
_PROPERTY = re.compile(r"var\(--hg-([a-z0-9-]+)\)")
_SPOT = re.compile(r'<g class="hg-spot".*?</g>', re.DOTALL)


class NoDrawingError(RuntimeError):
    """The figure has no drawing; the message says why, in Dutch, for the reader."""


def svg(chart: Chart) -> str:
    """SVG of the figure alone, without title and source; raises NoDrawingError for a table."""
    if isinstance(chart.figure, MapData):
        return static_svg(chart, titled=False)
    if not charts_svg.can_draw(chart):
        msg = "Deze figuur is een tabel: er is geen tekening."
        raise NoDrawingError(msg)
    return on_paper(charts_svg.plot(chart, width_px=WIDTH_PX))


def on_paper(drawn: str) -> str:
    """A drawing of a page in the colours of paper, without what only a pointer finds."""
    colours = LIGHT.properties
    return _PROPERTY.sub(lambda name: colours[name[1]], _SPOT.sub("", drawn))


def can_draw(chart: Chart) -> bool:
    """Whether there is a picture of the figure; a table alone has none."""
    return isinstance(chart.figure, MapData) or charts_svg.can_draw(chart)
