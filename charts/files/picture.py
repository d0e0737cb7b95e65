"""Picture of a figure that can travel alone: title, unit, caveats, source, date and data version inside the SVG."""

from __future__ import annotations

import re
import textwrap
from html import escape

from charts.chart import Chart
from charts.files.provenance import SITE, Provenance
from charts.palette import LIGHT

WIDTH_PX = 960
MARGIN_PX = 32
TITLE_PX, TEXT_PX, SMALL_PX = 26, 17, 14
FONTS = "'Beeld Sans','Source Sans 3','Source Sans','Source Sans Pro',Arial,sans-serif"
_EM_PER_LETTER = 0.46  # Source Sans takes 0.41 em per letter of Dutch text, so lines never run out
_LINE_HEIGHT = 1.35
_ROOT = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_SIZE = re.compile(r'\b(width|height)="([\d.]+)(?:px)?"')
_VIEW = re.compile(r'\bviewBox="([-\d.eE\s,]+)"')
_PROLOGUE = re.compile(r"^\s*(?:<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->)\s*", re.DOTALL)


class NotAnSvgError(ValueError):
    """The drawing of a figure is no SVG with a size; the message shows how it begins."""


def framed(chart: Chart, provenance: Provenance, *, drawing: str) -> str:
    """SVG of a figure with everything a reader needs: ``<title>``, ``<desc>``, heading, drawing, caveats, source.

    ``drawing`` is the SVG of the figure alone; it keeps its proportions. Raises NotAnSvgError when it has no size.
    """
    inner_width = WIDTH_PX - 2 * MARGIN_PX
    top, head = _lines(chart.name, top=MARGIN_PX, size=TITLE_PX, weight=700, colour=LIGHT.ink)
    top, under = _lines(chart.subtitle, top=top + 4, size=TEXT_PX, colour=LIGHT.soft_ink)
    drawn, height = nested_svg(drawing, left=MARGIN_PX, top=top + 12, width=inner_width)
    top += 12 + height + 16
    notes = []
    for text in _foot(chart, provenance):
        top, lines = _lines(text, top=top, size=SMALL_PX, colour=LIGHT.soft_ink)
        notes.append(lines)
    total = round(top + MARGIN_PX - 8)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{WIDTH_PX}" '
        f'height="{total}" viewBox="0 0 {WIDTH_PX} {total}" role="img" lang="nl" aria-labelledby="hg-name hg-words">'
        f'<title id="hg-name">{escape(chart.name)}</title><desc id="hg-words">{escape(chart.description)}</desc>'
        f'<rect width="{WIDTH_PX}" height="{total}" fill="{LIGHT.paper}"/>'
        f'<g font-family="{FONTS}">{head}{under}</g>{drawn}<g font-family="{FONTS}">{"".join(notes)}</g></svg>'
    )


def size(drawing: str) -> tuple[float, float]:
    """Width and height of an SVG, from its viewBox or its attributes; raises NotAnSvgError."""
    root = _ROOT.search(drawing)
    if root:
        view = _VIEW.search(root[0])
        numbers = [float(number) for number in re.split(r"[\s,]+", view[1].strip())] if view else []
        if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0:  # noqa: PLR2004 -- x, y, width, height
            return numbers[2], numbers[3]
        sizes = {name: float(number) for name, number in _SIZE.findall(root[0])}
        if sizes.keys() == {"width", "height"} and min(sizes.values()) > 0:
            return sizes["width"], sizes["height"]
    msg = f"a drawing needs an <svg> with a size, not {drawing[:60]!r}"
    raise NotAnSvgError(msg)


def nested_svg(drawing: str, *, left: float, top: float, width: float) -> tuple[str, float]:
    """Drawing as a nested SVG across the given width, and its height there; raises NotAnSvgError."""
    wide, high = size(drawing)
    height = round(high * width / wide, 1)
    bare = _PROLOGUE.sub("", drawing)
    root = _ROOT.search(bare)
    if root is None:
        raise NotAnSvgError(drawing[:60])
    view = _VIEW.search(root[0])
    box = view[1] if view else f"0 0 {wide:g} {high:g}"
    attributes = " ".join(re.findall(r'(?:xmlns(?::\w+)?|class|style|fill|font-family|font-size)="[^"]*"', root[0]))
    opened = f'<svg x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" viewBox="{box}" {attributes}>'
    return bare[: root.start()] + opened + bare[root.end() :], height


def _foot(chart: Chart, provenance: Provenance) -> list[str]:
    """Caveats, sources, and where the figure stands."""
    link = f"{SITE}, gegevensversie {provenance.version}. {provenance.address}"
    return [*chart.caveats, *(source.text for source in chart.sources), link]


def _lines(text: str, *, top: float, size: int, colour: str, weight: int = 400) -> tuple[float, str]:
    """Text broken into lines that fit the width, and where the next text begins."""
    if not text:
        return top, ""
    letters = int((WIDTH_PX - 2 * MARGIN_PX) / (size * _EM_PER_LETTER))
    step = size * _LINE_HEIGHT
    written = []
    for line in textwrap.wrap(text, letters, break_long_words=True):
        written.append(
            f'<text x="{MARGIN_PX}" y="{top + size:g}" font-size="{size}" font-weight="{weight}" '
            f'fill="{colour}">{escape(line)}</text>'
        )
        top += step
    return top, "".join(written)
