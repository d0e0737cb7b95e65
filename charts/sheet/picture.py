"""A picture on a municipality sheet: SVG with its caption and its description."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

FONTS = "'Beeld Sans','Source Sans 3','Source Sans',Arial,sans-serif"


@dataclass(frozen=True)
class Picture:
    """SVG, the line above it, and the picture in words for readers who do not see it."""

    svg: str
    caption: str
    description: str


def drawing(body: str, *, width: int, height: int, caption: str, description: str, prefix: str) -> Picture:
    """Wrap SVG content with name and description; ids start with ``prefix`` so that two pictures fit one page."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{prefix}-name {prefix}-words" font-family="{FONTS}" font-size="12">'
        f'<title id="{prefix}-name">{escape(caption)}</title><desc id="{prefix}-words">{escape(description)}</desc>'
        f"{body}</svg>"
    )
    return Picture(svg=svg, caption=caption, description=description)
