"""The document: two pages A4 with heads, lists, native charts and pictures that have alternative text."""

from __future__ import annotations

import io
import re
import uuid
from functools import lru_cache
from itertools import cycle

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from charts.files.picture import size
from charts.files.png import FONT_FOLDER, png
from charts.files.provenance import SITE
from charts.packs.contents import NativeFigure, Pack, Part
from charts.packs.native_chart import chart_parts
from charts.packs.package import rewritten, set_properties
from charts.packs.typeface import FALLBACK, LANGUAGE, TYPEFACE, Untyped, in_theme
from charts.palette import LIGHT
from charts.sheet.picture import Picture

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WIDE = 17.4
_GAP = 0.4
_PICTURE = 7.2
_CHART_POINTS = 8
_TEXT, _TIGHT_TEXT = 11, 10  # points; a line over time takes the room of the larger
_LINES_CM = 6.0
_BAR_CM, _LEAST_CM, _MOST_CM = 0.45, 9.5, 12.5
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OBFUSCATED = 32  # bytes at the start of an embedded font that are mixed with its key


def docx(pack: Pack) -> bytes:
    """Document of a pack; the same pack gives the same bytes."""
    document = Document(io.BytesIO(_template()))
    size_of_text = Pt(_TEXT if pack.change.figure is None else _TIGHT_TEXT)
    for style in ("Normal", "List Bullet", "List Number"):
        document.styles[style].font.size = size_of_text
    document.add_heading(pack.title, level=1)
    _answer(document, pack)
    _heading(document, pack.comparison.head)
    _picture_and_comparison(document, pack)
    for text in pack.comparison.texts:
        document.add_paragraph(text)
    drawn = (pack.comparison.figure, pack.picture, pack.change.figure)
    # without a chart of places the first page has room for the change, unless a map and a chart stand there
    short = pack.comparison.figure is None and sum(each is not None for each in drawn) <= 1
    _heading(document, pack.change.head).paragraph_format.page_break_before = not short
    _change(document, pack)
    _list(document, pack.limits, style="List Bullet").paragraph_format.page_break_before = short
    _list(document, pack.questions, style="List Number")
    _heading(document, "Bronnen")
    for text in (*pack.sources, f"{SITE}: {pack.address}"):
        document.add_paragraph(text, style="Caption")
    set_properties(document.core_properties, title=pack.title, created=pack.created)
    target = io.BytesIO()
    document.save(target)
    return rewritten(target.getvalue())


def _answer(document: Untyped, pack: Pack) -> None:
    if pack.ended:
        document.add_paragraph(pack.ended)
    document.add_paragraph(pack.about, style="Subtitle")
    if pack.big:
        document.add_paragraph(" · ".join(pack.big), style="Quote")
    for text in pack.answer:
        document.add_paragraph(text)
    for text in pack.nearest:
        document.add_paragraph(text, style="List Bullet")
    if pack.picture is not None and pack.comparison.figure is None:
        _map(document.add_paragraph(), pack.picture, head=pack.picture_head, width=_PICTURE + 3)


def _heading(document: Untyped, text: str) -> Untyped:
    return document.add_heading(text, level=2)


def _list(document: Untyped, part: Part, *, style: str) -> Untyped:
    """A head with a list under it; returns the head."""
    head = _heading(document, part.head)
    for text in part.texts:
        document.add_paragraph(text, style=style)
    return head


def _picture_and_comparison(document: Untyped, pack: Pack) -> None:
    """Map and chart beside each other, or the chart alone; a map alone stands with the answer."""
    figure, picture = pack.comparison.figure, pack.picture
    if figure is not None and picture is None:
        _chart(document.add_paragraph(), figure, pack=pack, width=_WIDE, height=_height(figure), number=1)
        document.add_paragraph(figure.note, style="Caption")
    if figure is None or picture is None:
        return
    table = document.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    widths = (_PICTURE + _GAP, _WIDE - _PICTURE - _GAP)
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Cm(width)
    left, right = table.rows[0].cells
    _map(left.paragraphs[0], picture, head=pack.picture_head, width=_PICTURE)
    _chart(right.paragraphs[0], figure, pack=pack, width=widths[1] - _GAP, height=_height(figure), number=1)
    right.add_paragraph(figure.note, style="Caption")


def _height(figure: NativeFigure) -> float:
    """Height of a chart of bars in cm."""
    bars = len(figure.categories)
    return min(max(_LEAST_CM, 1.2 + _BAR_CM * bars), 3 + 2 * _BAR_CM * bars, _MOST_CM)


def _change(document: Untyped, pack: Pack) -> None:
    for text in pack.change.texts:
        document.add_paragraph(text)
    if pack.change.figure is not None:
        _chart(document.add_paragraph(), pack.change.figure, pack=pack, width=_WIDE, height=_LINES_CM, number=2)
        document.add_paragraph(pack.change.figure.note, style="Caption")


def _map(paragraph: Untyped, picture: Picture, *, head: str, width: float) -> None:
    paragraph.add_run(head).bold = True
    paragraph.add_run().add_break()
    wide, high = size(picture.svg)
    width = min(width, 8.0 * wide / high)
    inline = paragraph.add_run().add_picture(io.BytesIO(png(picture.svg)), width=Cm(width))._inline  # noqa: SLF001
    inline.docPr.set("name", picture.caption)
    inline.docPr.set("descr", picture.description)
    paragraph.add_run().add_break()
    paragraph.add_run(picture.caption).font.size = Pt(8)


def _chart(paragraph: Untyped, figure: NativeFigure, *, pack: Pack, width: float, height: float, number: int) -> None:
    """A native chart in a line of text: its part, its workbook, and the frame with the alternative text."""
    parts = chart_parts(figure, points=_CHART_POINTS, created=pack.created)
    package = paragraph.part.package
    workbook = PackagePart(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), _WORKBOOK, parts.workbook, package
    )
    chart = PackagePart(PackURI(f"/word/charts/chart{number}.xml"), _CHART, parts.xml, package)
    chart.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, parts.workbook_relation)
    relation = paragraph.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    frame = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}><wp:inline distT='0' distB='0' distL='0' distR='0'>"
        f"<wp:extent cx='{Cm(width)}' cy='{Cm(height)}'/><wp:docPr id='{100 + number}' name='Grafiek {number}'/>"
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/chart'>"
        f"<c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' r:id='{relation}'/>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    properties = frame.find(f".//{qn('wp:docPr')}")
    properties.set("title", figure.title)
    properties.set("descr", figure.description)
    paragraph.add_run()._r.append(frame)  # noqa: SLF001 -- python-docx has no charts


@lru_cache(maxsize=1)
def _template() -> bytes:
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
