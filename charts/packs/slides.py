"""The slides: five, each with a title, text that can be changed, and a native chart or a picture with alternative text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from charts.files.picture import size
from charts.files.png import png
from charts.files.provenance import SITE
from charts.packs.contents import Pack, PackPart
from charts.packs.fitting import fitting
from charts.packs.native_chart import add_chart, colour
from charts.packs.package import rewritten, set_properties
from charts.packs.typeface import LANGUAGE, Untyped, add_typeface, in_theme
from charts.palette import LIGHT
from charts.sheet.picture import Picture

_WIDE, _HIGH = 13.333, 7.5
_LEFT, _TOP, _ROOM, _BOTTOM = 0.6, 1.55, 12.1, 6.75
_CHART_ROOM = 7.7
_TITLE_ONLY = 5


def pptx(pack: Pack) -> bytes:
    """Presentation of a pack; the same pack gives the same bytes."""
    presentation = Presentation(io.BytesIO(_template()))
    _answer(presentation, pack)
    _with_figure(presentation, pack, pack.comparison, most=1)
    _with_figure(presentation, pack, pack.change, most=2)
    _texts(_slide(presentation, pack, pack.limits.head), pack.limits.texts, signs="bullets", box=_full(), largest=20)
    _questions(presentation, pack)
    for slide in presentation.slides:
        _in_dutch(slide)
    set_properties(presentation.core_properties, title=pack.title, created=pack.created)
    target = io.BytesIO()
    presentation.save(target)
    return rewritten(target.getvalue())


@lru_cache(maxsize=1)
def _template() -> bytes:
    """An empty wide presentation with one layout: a title on the left, in our typeface."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(_WIDE), Inches(_HIGH)
    layouts = presentation.slide_layouts
    for layout in [each for number, each in enumerate(layouts) if number != _TITLE_ONLY]:
        layouts.remove(layout)
    for relation in [key for key, each in presentation.part.rels.items() if each.reltype.endswith("/printerSettings")]:
        presentation.part.drop_rel(relation)
    for holder in (presentation.slide_master, layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type.name in {"DATE", "FOOTER", "SLIDE_NUMBER"}:
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 -- the slides have a foot of their own
            elif shape.placeholder_format.type.name == "TITLE":
                shape.left, shape.top = Inches(_LEFT), Inches(0.4)
                shape.width, shape.height = Inches(_ROOM), Inches(1.0)
                shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    style = presentation.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")  # noqa: SLF001
    style.set("algn", "l")
    style.find(qn("a:defRPr")).attrib.update({"sz": "2800", "b": "1", "lang": LANGUAGE})
    target = io.BytesIO()
    presentation.save(target)
    return rewritten(target.getvalue(), changed={"ppt/theme/theme1.xml": in_theme})


def _slide(presentation: Untyped, pack: Pack, title: str) -> Untyped:
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = title
    slide.shapes.title.text_frame.margin_left = Emu(0)
    paragraph = slide.shapes.title.text_frame.paragraphs[0]
    paragraph.runs[0].font.color.rgb = colour(LIGHT.accent)
    paragraph.runs[0].font.size = Pt(fitting([title], width=_ROOM, height=0.95, largest=28, smallest=20))
    number = len(presentation.slides)
    foot = f"{SITE}  ·  {pack.about}  ·  {pack.address}  ·  {number}"
    _texts(slide, [foot], box=(_LEFT, 6.95, _ROOM, 0.35), largest=11, ink=LIGHT.soft_ink)
    return slide


def _answer(presentation: Untyped, pack: Pack) -> None:
    slide = _slide(presentation, pack, pack.title)
    wide = 7.3 if pack.picture else _ROOM
    top = _TOP
    if pack.ended:
        _texts(slide, [pack.ended], box=(_LEFT, top, wide, 0.45), largest=16)
        top += 0.5
    _texts(slide, [pack.about], box=(_LEFT, top, wide, 0.4), largest=16, ink=LIGHT.soft_ink)
    top += 0.45
    if pack.big:
        _texts(slide, pack.big[:1], box=(_LEFT, top, wide, 0.95), largest=40, bold=True, ink=LIGHT.accent)
        top += 1.0
        if pack.big[1:]:
            _texts(slide, [" · ".join(pack.big[1:])], box=(_LEFT, top, wide, 0.75), largest=20, bold=True)
            top += 0.8
    height = _BOTTOM - top
    share = 0.28 if pack.nearest else 1.0
    _texts(slide, pack.answer, box=(_LEFT, top, wide, height * share), largest=20)
    if pack.nearest:
        box = (_LEFT, top + height * share, wide, height * (1 - share))
        _texts(slide, pack.nearest, signs="bullets", box=box, largest=18)
    if pack.picture:
        left = _LEFT + wide + 0.3
        _texts(slide, [pack.picture_head], box=(left, _TOP, _ROOM - wide - 0.3, 0.45), largest=14, bold=True)
        _picture(slide, pack.picture, box=(left, _TOP + 0.5, _ROOM - wide - 0.3, 4.1))
        _texts(slide, [pack.picture.caption], box=(left, 6.2, _ROOM - wide - 0.3, 0.55), largest=12, ink=LIGHT.soft_ink)


def _picture(slide: Untyped, picture: Picture, *, box: tuple[float, float, float, float]) -> None:
    left, top, width, height = box
    wide, high = size(picture.svg)
    scale = min(width / wide, height / high)
    shape = slide.shapes.add_picture(
        io.BytesIO(png(picture.svg)), Inches(left), Inches(top), Inches(wide * scale), Inches(high * scale)
    )
    _describe(shape, name=picture.caption, words=picture.description)


def _describe(shape: Untyped, *, name: str, words: str) -> None:
    properties = next(shape._element.iter(qn("p:cNvPr")))  # noqa: SLF001 -- python-pptx has no alternative text
    properties.set("name", name)
    properties.set("descr", words)


def _with_figure(presentation: Untyped, pack: Pack, part: PackPart, *, most: int) -> None:
    """Chart left and at most so many of the sentences beside it, or the sentences alone; the document has all."""
    slide = _slide(presentation, pack, part.head)
    if part.figure is None:
        _texts(slide, part.texts, box=_full(), largest=24)
        return
    box = (Inches(_LEFT), Inches(_TOP), Inches(_CHART_ROOM), Inches(_BOTTOM - _TOP - 0.4))
    frame = add_chart(slide, part.figure, box=box, points=12, created=pack.created)
    _describe(frame, name=part.figure.title, words=part.figure.description)
    _texts(slide, [part.figure.note], box=(_LEFT, _BOTTOM - 0.4, _CHART_ROOM, 0.4), largest=12, ink=LIGHT.soft_ink)
    left = _LEFT + _CHART_ROOM + 0.3
    _texts(slide, part.texts[:most], box=(left, _TOP, _ROOM - _CHART_ROOM - 0.3, _BOTTOM - _TOP), largest=18)


def _questions(presentation: Untyped, pack: Pack) -> None:
    slide = _slide(presentation, pack, pack.questions.head)
    _texts(slide, pack.questions.texts, signs="numbers", box=(_LEFT, _TOP, _ROOM, 3.3), largest=20)
    _texts(slide, ["Bronnen"], box=(_LEFT, 4.95, _ROOM, 0.35), largest=14, bold=True)
    _texts(slide, pack.sources, box=(_LEFT, 5.3, _ROOM, 1.45), largest=12)


def _full() -> tuple[float, float, float, float]:
    return _LEFT, _TOP, _ROOM, _BOTTOM - _TOP


def _texts(
    slide: Untyped,
    texts: Sequence[str],
    *,
    box: tuple[float, float, float, float],
    largest: float,
    signs: str = "",
    bold: bool = False,
    ink: str = LIGHT.ink,
) -> None:
    """Paragraphs in a box, as large as fits; ``box`` is left, top, width, height in inches."""
    texts = [text for text in texts if text]
    if not texts:
        return
    points = fitting(texts, width=box[2] - (0.35 if signs else 0.0), height=box[3], largest=largest, smallest=9)
    frame = slide.shapes.add_textbox(*(Inches(each) for each in box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, 1.05
        paragraph.space_after = Pt(points * 0.4)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(points), bold
        run.font.color.rgb = colour(ink)
        if signs:
            _sign(paragraph, numbers=signs == "numbers", points=points)


def _sign(paragraph: Untyped, *, numbers: bool, points: float) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-pptx has no lists
    indent = str(Pt(points * 1.4))
    properties.attrib.update({"marL": indent, "indent": f"-{indent}"})
    sign = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"})
    properties.append(sign if numbers else properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _in_dutch(slide: Untyped) -> None:
    """Language and typeface of every run of a slide."""
    for tag in ("a:rPr", "a:endParaRPr"):
        for properties in slide._element.iter(qn(tag)):  # noqa: SLF001 -- python-pptx has its own list of languages
            properties.set("lang", LANGUAGE)
            add_typeface(properties)
