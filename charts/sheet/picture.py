"""A picture on a municipality sheet: SVG with its caption and its description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

FONTS = "'Beeld Sans','Source Sans 3','Source Sans',Arial,sans-serif"


_TEXT = re.compile(r"<text\b(?P<looks>[^>]*)>(?P<words>.*?)</text>")
_LINE = re.compile(r"<tspan\b(?P<place>[^>]*)>(?P<words>.*?)</tspan>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True)
class Label:
    """Words in a picture: where their line starts, stands in the middle or ends (in px), colour, and colour of a rim or ''."""

    text: str
    x: float
    y: float
    anchor: str  # start, middle or end
    bold: bool
    colour: str
    rim: str


@dataclass(frozen=True)
class Picture:
    """SVG of ``width`` by ``height`` px, the line above it, and the picture in words for readers who do not see it."""

    svg: str
    caption: str
    description: str
    width: int
    height: int

    @property
    def wordless(self) -> str:
        """The SVG without its words, for who sets ``labels`` as text of its own."""
        return _TEXT.sub("", self.svg)

    @property
    def labels(self) -> tuple[Label, ...]:
        """The words in the SVG."""
        return tuple(label for match in _TEXT.finditer(self.svg) for label in _labels(match))


def _labels(match: re.Match[str]) -> Iterator[Label]:
    """The lines of one text: each has a place of its own, or stands so far under the one before."""
    looks = dict(_ATTRIBUTE.findall(match["looks"]))
    lines = [(dict(_ATTRIBUTE.findall(line["place"])), line["words"]) for line in _LINE.finditer(match["words"])]
    y = 0.0
    for place, words in lines or [(looks, match["words"])]:
        y = float(place["y"]) if "y" in place else y + float(place["dy"])
        if words:
            yield Label(
                text=unescape(words),
                x=float(place["x"]),
                y=y,
                anchor=looks.get("text-anchor", "start"),
                bold=looks.get("font-weight") == "700",
                colour=looks["fill"],
                rim=looks.get("stroke", ""),
            )


def drawing(body: str, *, width: int, height: int, caption: str, description: str, prefix: str) -> Picture:
    """Wrap SVG content with name and description; ids start with ``prefix`` so that two pictures fit one page."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{prefix}-name {prefix}-words" font-family="{FONTS}" font-size="12">'
        f'<title id="{prefix}-name">{escape(caption)}</title><desc id="{prefix}-words">{escape(description)}</desc>'
        f"{body}</svg>"
    )
    return Picture(svg=svg, caption=caption, description=description, width=width, height=height)
