"""The document: two pages A4 with heads, lists, native charts and pictures that have alternative text."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from charts.files.picture import size
from charts.files.png import png
from charts.files.provenance import SITE
from charts.packs.contents import NativeFigure, Pack, PackPart
from charts.packs.native_chart import chart_parts
from charts.packs.package import rewritten, set_properties
from charts.packs.typeface import Untyped
from charts.packs.word_template import template
from charts.sheet.picture import Picture

_WIDE = 17.4
_GAP = 0.4
_PICTURE = 7.2
_CHART_POINTS = 8
_TEXT, _TIGHT_TEXT = 11, 10  # points; a line over time takes the room of the larger
_LINES_CM = 6.0
_BAR_CM, _LEAST_CM, _MOST_CM = 0.45, 9.5, 12.5
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def docx(pack: Pack) -> bytes:
    """Document of a pack; the same pack gives the same bytes."""
    document = Document(io.BytesIO(template()))
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


def _list(document: Untyped, part: PackPart, *, style: str) -> Untyped:
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
