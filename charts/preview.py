"""What a link says of the view behind it: title, description and a picture of 1200 by 630 px, as social media show them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape

from charts import svg as charts_svg
from charts.chart import Chart
from charts.files.drawing import on_paper
from charts.files.picture import FONTS, nested_svg, size
from charts.files.provenance import SITE
from charts.map import MapData, land_svg
from charts.palette import LIGHT
from indicators import notation

WIDTH_PX, HEIGHT_PX = 1200, 630
_MARGIN_PX, _GAP_PX, _FOOT_PX = 48, 18, 40
_TITLE_PX, _TEXT_PX, _ALONE_PX, _SMALL_PX = 44, 27, 34, 21
_PLOT_PX = 640  # width at which a chart is drawn: enlarged from there its words can be read on a phone
_TALL = 0.62  # of its width: a drawing higher than this stands beside the words, not under them
_BESIDE_PX = 540
_WIDEST_PLOT_PX = 1000
_EM_PER_LETTER = 0.47
_LINE_HEIGHT = 1.28
_ELLIPSIS = "…"


@dataclass(frozen=True, eq=False)
class Preview:
    """Title and description (Dutch) of a view; ``figure`` makes its figure when a picture is asked for, None without one.

    ``table`` is the name of the open data that it rests on and ``place`` the code of the place it is about; '' for none.
    """

    title: str
    description: str
    figure: Callable[[], Chart | None] = lambda: None
    table: str = ""
    place: str = ""


def svg(preview: Preview, *, day: date) -> str:
    """The picture of a view: title, description, figure, source, this site and the ``day`` of its figures."""
    chart = preview.figure()
    drawing = None if chart is None else _drawing(chart, width=_PLOT_PX)
    beside = drawing is not None and _is_tall(drawing)
    width = WIDTH_PX - 2 * _MARGIN_PX - (_BESIDE_PX + _GAP_PX if beside else 0)
    top, words = _words(preview.title, top=_MARGIN_PX, size=_TITLE_PX, width=width, most=4 if beside else 2, bold=True)
    room = 8 if chart is None else 6 if beside else 2
    text_px = _TEXT_PX if drawing is not None else _ALONE_PX
    top, about = _words(preview.description, top=top + 6, size=text_px, width=width, most=room)
    picture = ""
    if chart is not None and drawing is not None:
        wide = drawing if beside else _drawing(chart, width=_width_for(drawing, height=_lowest() - top - _GAP_PX))
        picture = _placed(wide or drawing, top=_MARGIN_PX if beside else top + _GAP_PX, beside=beside)
    legend = _legend(chart, top=top + _GAP_PX) if chart is not None and isinstance(chart.figure, MapData) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{WIDTH_PX}" '
        f'height="{HEIGHT_PX}" viewBox="0 0 {WIDTH_PX} {HEIGHT_PX}" lang="nl"><title>{escape(preview.title)}</title>'
        f"<desc>{escape(preview.description)}</desc>"
        f'<rect width="{WIDTH_PX}" height="{HEIGHT_PX}" fill="{LIGHT.paper}"/>'
        f'<rect width="{WIDTH_PX}" height="12" fill="{LIGHT.accent}"/>{picture}'
        f'<g font-family="{FONTS}">{words}{about}{legend}{_foot(chart, day=day)}</g></svg>'
    )


def _lowest() -> float:
    return HEIGHT_PX - _MARGIN_PX - _FOOT_PX


def _width_for(drawing: str, *, height: float) -> int:
    """Width at which a chart, whose height hardly depends on it, fills what is left under the words."""
    high = size(drawing)[1]
    return round(min(_WIDEST_PLOT_PX, max(_PLOT_PX, (WIDTH_PX - 2 * _MARGIN_PX) * high / height)))


def _drawing(chart: Chart, *, width: int) -> str | None:
    """The figure alone as SVG in the colours of paper; None for a table."""
    if isinstance(chart.figure, MapData):
        return land_svg(chart, width=_BESIDE_PX, height=HEIGHT_PX - 2 * _MARGIN_PX - _FOOT_PX)
    return on_paper(charts_svg.plot(chart, width_px=width)) if charts_svg.can_draw(chart) else None


def _is_tall(drawing: str) -> bool:
    width, height = size(drawing)
    return height > width * _TALL


def _placed(drawing: str, *, top: float, beside: bool) -> str:
    """The drawing as large as its place allows: right of the words, or under them in the middle."""
    wide, high = size(drawing)
    most_wide = _BESIDE_PX if beside else WIDTH_PX - 2 * _MARGIN_PX
    scale = min(most_wide / wide, (_lowest() - top) / high)
    left = WIDTH_PX - _MARGIN_PX - wide * scale if beside else (WIDTH_PX - wide * scale) / 2
    return nested_svg(drawing, left=left, top=top, width=wide * scale)[0]


def _legend(chart: Chart, *, top: float) -> str:
    """The classes of a map, from low to high, with their colour."""
    classes = list(zip(LIGHT.classes, chart.figure.payload["classes"], strict=True))
    step = min(34.0, (_lowest() - top) / max(1, len(classes)))
    if step < _SMALL_PX:
        return ""
    return "".join(
        f'<rect x="{_MARGIN_PX}" y="{top + number * step:.0f}" width="40" height="{step - 8:.0f}" fill="{colour}"/>'
        f'<text x="{_MARGIN_PX + 54}" y="{top + number * step + step - 12:.0f}" font-size="{_SMALL_PX}" '
        f'fill="{LIGHT.soft_ink}">{escape(text)}</text>'
        for number, (colour, text) in enumerate(classes)
    )


def _foot(chart: Chart | None, *, day: date) -> str:
    """Who published the figures, and where they stand."""
    owners = "; ".join(dict.fromkeys(source.owner for source in chart.sources)) if chart is not None else ""
    text = f"{f'Bron: {owners}. ' if owners else ''}{SITE}, cijfers van {notation.date(day)}"
    y = HEIGHT_PX - 22
    return f'<text x="{_MARGIN_PX}" y="{y}" font-size="{_SMALL_PX}" fill="{LIGHT.soft_ink}">{escape(text)}</text>'


def _words(text: str, *, top: float, size: int, width: float, most: int, bold: bool = False) -> tuple[float, str]:
    """Text in at most ``most`` lines, and where the next text begins."""
    letters = max(8, int(width / (size * _EM_PER_LETTER * (1.06 if bold else 1))))
    lines = textwrap.wrap(re.sub(r"\s+", " ", text), letters, max_lines=most, placeholder=f" {_ELLIPSIS}")
    look = f'font-size="{size}" font-weight="{700 if bold else 400}" fill="{LIGHT.ink if bold else LIGHT.soft_ink}"'
    step = size * _LINE_HEIGHT
    drawn = [
        f'<text x="{_MARGIN_PX}" y="{top + size + number * step:.1f}" {look}>{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return top + len(lines) * step, "".join(drawn)
