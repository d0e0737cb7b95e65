"""The empty document a pack starts from: A4, Dutch, our styles, and our typeface inside with its fallback named."""

from __future__ import annotations

import io
import re
import uuid
from functools import lru_cache
from itertools import cycle

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from charts.files.png import FONT_FOLDER
from charts.packs.package import rewritten
from charts.packs.typeface import FALLBACK, LANGUAGE, TYPEFACE, Untyped, in_theme
from charts.palette import LIGHT

_OBFUSCATED = 32  # bytes at the start of an embedded font that are mixed with its key


@lru_cache(maxsize=1)
def template() -> bytes:
    """An empty A4 in Dutch, with our styles and our typeface inside."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.4)
    section.header_distance = section.footer_distance = Cm(0.7)
    _styles(document)
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)
    target = io.BytesIO()
    document.save(target)
    fonts = {f"word/fonts/font{number}.odttf": _obfuscated(name) for number, name in enumerate(_FONTS, start=1)}
    return rewritten(
        target.getvalue(),
        changed={
            "word/theme/theme1.xml": in_theme,
            "word/fontTable.xml": _with_our_font,
            "word/settings.xml": _settings,
            "[Content_Types].xml": _with_font_type,
        },
        added=fonts | {"word/_rels/fontTable.xml.rels": _font_relations()},
    )


def _styles(document: Untyped) -> None:
    ink, accent, soft = (
        RGBColor.from_string(each.removeprefix("#").upper()) for each in (LIGHT.ink, LIGHT.accent, LIGHT.soft_ink)
    )
    looks = (
        ("Normal", 10, False, ink, 0, 4), ("Heading 1", 19, True, accent, 0, 2), ("Heading 2", 12.5, True, accent, 8, 3),
        ("Subtitle", 11, False, soft, 0, 2), ("Quote", 14, True, ink, 2, 4), ("Caption", 8, False, soft, 0, 2),
        ("List Bullet", 10, False, ink, 0, 2), ("List Number", 10, False, ink, 0, 3),
    )  # fmt: skip
    for name, points, bold, colour, before, after in looks:
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(points), bold, False
        style.font.color.rgb = colour
        style.font.name = TYPEFACE
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(attribute), None)
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
        layout = style.paragraph_format
        layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.08
        layout.alignment = WD_ALIGN_PARAGRAPH.LEFT


_FONTS = ("Regular", "Bold")
_EMBEDDED = {"Regular": "w:embedRegular", "Bold": "w:embedBold"}


def _key(name: str) -> str:
    """Fixed key of an embedded font, as a GUID without braces."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{TYPEFACE} {name}")).upper()


def _obfuscated(name: str) -> bytes:
    """Font file as a document carries it: its first bytes mixed with its key (ECMA-376, part 4, 2.8.1)."""
    content = (FONT_FOLDER / f"BeeldSans-{name}.ttf").read_bytes()
    key = bytes.fromhex(_key(name).replace("-", ""))[::-1]
    start = bytes(byte ^ sign for byte, sign in zip(content[:_OBFUSCATED], cycle(key), strict=False))
    return start + content[_OBFUSCATED:]


def _with_our_font(table: bytes) -> bytes:
    """The font table with our typeface, its files, and the typeface that stands in for it."""
    files = "".join(
        f'<{_EMBEDDED[name]} r:id="rId{number}" w:fontKey="{{{_key(name)}}}"/>' for number, name in enumerate(_FONTS, 1)
    )
    entry = (
        f'<w:font w:name="{TYPEFACE}"><w:altName w:val="{FALLBACK}"/><w:panose1 w:val="020B0604020202020204"/>'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{files}</w:font>'
    )
    return re.sub(rb"(<w:fonts[^>]*>)", lambda start: start[1] + entry.encode(), table, count=1)


def _font_relations() -> bytes:
    font = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{font}" Target="fonts/font{number}.odttf"/>'
        for number in range(1, len(_FONTS) + 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'.encode()


def _with_font_type(types: bytes) -> bytes:
    kind = b'<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    return re.sub(rb"(<Types[^>]*>)", lambda start: start[1] + kind, types, count=1)


def _settings(settings: bytes) -> bytes:
    """Fonts travel along, and the language of the theme is Dutch."""
    settings = re.sub(rb"<w:themeFontLang [^>]*/>", f'<w:themeFontLang w:val="{LANGUAGE}"/>'.encode(), settings)
    return re.sub(rb"(<w:zoom [^>]*/>)", rb"\1<w:embedTrueTypeFonts/><w:saveSubsetFonts/>", settings, count=1)
