"""Cut the two weights of Source Sans that pictures and PDFs need out of the font that Streamlit carries.

Run by hand when Streamlit changes its font: ``python -m charts.files.build``. Typst draws no variable fonts, and a
machine without fonts must make the same picture as any other, so the cut weights travel with the code. The licence
(fonts/OFL.txt) reserves the name Source for the unchanged font, so the cut one is called Beeld Sans.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Beeld Sans"
WEIGHTS = {"Regular": 400, "Bold": 700}
# Latin with the letters of Dutch and Frisian place names, and the signs our texts use.
CHARACTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "–—‘’“”…•≥≤±×−→€φχ²☎ "


def build() -> None:
    """Write ``BeeldSans-Regular.ttf`` and ``BeeldSans-Bold.ttf``; raises FileNotFoundError without Streamlit's font."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    media = _folder_of("streamlit") / "static" / "static" / "media"
    fonts = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    if not fonts:
        msg = f"no SourceSansVF-Upright font in {media}"
        raise FileNotFoundError(msg)
    for name, weight in WEIGHTS.items():
        font = instancer.instantiateVariableFont(TTFont(fonts[0]), {"wght": weight}, updateFontNames=True)
        cutter = subset.Subsetter(
            subset.Options(layout_features=["kern", "liga", "tnum", "mark"], name_IDs=["*"], notdef_outline=True)
        )
        cutter.populate(text=CHARACTERS)
        cutter.subset(font)
        font.flavor = None
        _rename(font, name)
        font.save(FONTS / f"BeeldSans-{name}.ttf")


def _folder_of(package: str) -> Path:
    """Where a package is installed, without importing it: this room does not know Streamlit."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        msg = f"{package} is not installed"
        raise FileNotFoundError(msg)
    return Path(spec.origin).parent


def _rename(font: TTFont, weight: str) -> None:
    names = {1: FAMILY, 2: weight, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}", 6: f"BeeldSans-{weight}"}
    licence_records = {0, 5, 13, 14}  # copyright, version, licence
    font["name"].names = [record for record in font["name"].names if record.nameID in {*names, *licence_records}]
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


if __name__ == "__main__":
    build()
