"""PNG of an SVG, drawn by typst with our own typeface: the same picture on every machine, without a browser."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from charts.files.picture import FONTS, size

FONT_FOLDER = Path(__file__).parent / "fonts"
PIXELS_PER_POINT = 2.0
_POINTS_PER_INCH = 72
_PAGE = (
    b"#set page(width: float(sys.inputs.w) * 1pt, height: float(sys.inputs.h) * 1pt, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
)
_FAMILY = re.compile(r"""font-family\s*[=:]\s*(?:"[^"]*"|'[^']*'|[^;"']+)""")


@lru_cache(maxsize=1)
def fonts() -> Any:  # noqa: ANN401 -- typst ships no types
    """Our typeface and nothing of the machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])


@lru_cache(maxsize=32)
def png(svg: str, *, pixels_per_point: float = PIXELS_PER_POINT) -> bytes:
    """PNG at twice the size of the SVG, or ``pixels_per_point`` times; all text in our typeface."""
    import typst

    width, height = size(svg)
    inputs = {"svg": _in_our_typeface(svg), "w": str(width), "h": str(height)}
    drawn: bytes = typst.compile(
        _PAGE, format="png", ppi=_POINTS_PER_INCH * pixels_per_point, font_paths=fonts(), sys_inputs=inputs
    )
    return drawn


def _in_our_typeface(svg: str) -> str:
    """Name our typeface wherever a font is named; the drawing may ask for one that this machine lacks."""

    def ours(match: re.Match[str]) -> str:
        attribute = "=" in match[0].split(":")[0] and match[0].rstrip()[-1] in "\"'"
        return f'font-family="{FONTS}"' if attribute else "font-family:'Beeld Sans'"

    return _FAMILY.sub(ours, svg)
