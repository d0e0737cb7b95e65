"""A chart that an office program draws and lets its user edit: bars or lines, bands as error bars, workbook inside."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from math import floor, log10
from typing import NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries, LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt
from xlsxwriter.utility import xl_range_abs

from charts.packs.contents import FigureKind, NativeFigure, Value
from charts.packs.typeface import LANGUAGE, TYPEFACE, Untyped, add_typeface
from charts.packs.workbook import SHEET, band_column, chart_workbook
from charts.palette import LIGHT

_NUMBER = "#,##0.0"
_TYPES = {FigureKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED, FigureKind.LINES: XL_CHART_TYPE.LINE_MARKERS}
_STROKES = (
    (LIGHT.accent, MSO_LINE_DASH_STYLE.SOLID, XL_MARKER_STYLE.CIRCLE),
    (LIGHT.second, MSO_LINE_DASH_STYLE.DASH, XL_MARKER_STYLE.SQUARE),
    (LIGHT.comparator, MSO_LINE_DASH_STYLE.DASH_DOT, XL_MARKER_STYLE.DIAMOND),
    (LIGHT.ink, MSO_LINE_DASH_STYLE.LONG_DASH, XL_MARKER_STYLE.TRIANGLE),
    (LIGHT.soft_ink, MSO_LINE_DASH_STYLE.ROUND_DOT, XL_MARKER_STYLE.PLUS),
)
_LEAST_POINTS = 7
_FEW_BARS = 4
_SMALLER = ((20, 4), (12, 2))  # more bars than this: so many points smaller
_A_CHART = Emu(6_000_000)  # any size: where it stands decides


class ChartParts(NamedTuple):
    """XML of a chart and its workbook; the XML names the workbook by ``workbook_relation``."""

    xml: bytes
    workbook: bytes
    workbook_relation: str


def add_chart(
    slide: Untyped, figure: NativeFigure, *, box: tuple[int, int, int, int], points: float, created: datetime
) -> Untyped:
    """Put a chart on a slide; ``box`` is left, top, width, height in EMU, ``points`` the size of its text."""
    data = CategoryChartData(number_format=_NUMBER)
    data.categories = figure.labels
    for series in figure.series:
        data.add_series(series.name, [value.value if value.known else None for value in series.values])
    frame = slide.shapes.add_chart(_TYPES[figure.kind], *box, data)
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(points), TYPEFACE
    chart.font.color.rgb = colour(LIGHT.ink)
    chart.has_title = True
    title = chart.chart_title.text_frame
    title.text = figure.title
    title.paragraphs[0].runs[0].font.size, title.paragraphs[0].runs[0].font.bold = Pt(points), True
    _axes(chart, figure, points=points)
    if figure.kind is FigureKind.BARS:
        _bars(chart, figure)
    else:
        _lines(chart, figure, points=points)
    for number, series in enumerate(chart.plots[0].series):
        _error_bars(series, figure, number=number)
    _in_dutch(chart)
    chart.part.chart_workbook.update_from_xlsx_blob(chart_workbook(figure, created=created))
    return frame


def chart_parts(figure: NativeFigure, *, points: float, created: datetime) -> ChartParts:
    """The same chart apart from any slide, to put into another document."""
    presentation = _empty_presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    part = add_chart(slide, figure, box=(0, 0, _A_CHART, _A_CHART), points=points, created=created).chart.part
    relation = part._element.find(qn("c:externalData")).get(qn("r:id"))  # noqa: SLF001 -- python-pptx has no name for it
    return ChartParts(part.blob, part.chart_workbook.xlsx_part.blob, relation)


def _empty_presentation() -> Untyped:
    return Presentation()


@lru_cache(maxsize=64)
def colour(text: str) -> RGBColor:
    """Colour of the palette as python-pptx wants it."""
    shade: RGBColor = RGBColor.from_string(text.removeprefix("#").upper())
    return shade


def _axes(chart: Chart, figure: NativeFigure, *, points: float) -> None:
    values, categories = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = 0, _top(figure)
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = colour(LIGHT.line)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "General", False
    categories.format.line.color.rgb = colour(LIGHT.edge)
    categories.has_major_gridlines = False
    less = next((less for most, less in _SMALLER if len(figure.categories) > most), 1)
    for axis, size in ((values, points - 1), (categories, max(points - less, _LEAST_POINTS))):
        axis.tick_labels.font.size = Pt(size)
        axis.tick_labels.font.color.rgb = colour(LIGHT.ink)
    if figure.kind is FigureKind.BARS:
        categories.reverse_order = True  # the first place on top, as in the workbook
        values.visible = False  # every bar carries its figure
        skip = etree.Element(qn("c:tickLblSkip"), val="1")  # no name is left out
        categories._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # noqa: SLF001 -- the order of the format


def _top(figure: NativeFigure) -> float:
    """End of the axis: a round number past every figure and band."""
    known = [value for series in figure.series for value in series.values if value.known]
    highest = max([value.high if value.banded else value.value for value in known], default=0.0) or 1.0
    step = 10.0 ** floor(log10(highest))
    return next(step * factor for factor in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * factor >= highest)


def _bars(chart: Chart, figure: NativeFigure) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 35 if len(figure.categories) > _FEW_BARS else 90, False
    chart.has_legend = False
    series: BarSeries = plot.series[0]
    _fill(series.format, LIGHT.classes[0], edge=LIGHT.classes[0])
    for at, category in enumerate(figure.categories):
        if category == figure.main:
            _fill(series.points[at].format, LIGHT.classes[1], edge=LIGHT.ink)
        elif category == figure.comparator:
            _fill(series.points[at].format, LIGHT.wash, edge=LIGHT.comparator)


def _fill(shape: Untyped, fill: str, *, edge: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(fill)
    shape.line.color.rgb = colour(edge)
    shape.line.width = Pt(1.25)


def _lines(chart: Chart, figure: NativeFigure, *, points: float) -> None:
    chart.has_legend = len(figure.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(points)
    series: LineSeries
    for series, (stroke, dash, mark) in zip(chart.plots[0].series, _STROKES, strict=False):
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour(stroke), Pt(2)
        series.format.line.dash_style = dash
        series.marker.style, series.marker.size = mark, 6
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(stroke)
        series.marker.format.line.color.rgb = colour(stroke)


def _error_bars(series: Untyped, figure: NativeFigure, *, number: int) -> None:
    """The band of each figure as an error bar with its own lengths, read from the workbook."""
    values = figure.series[number].values
    if not (figure.has_bars(number) and any(value.banded for value in values)):
        return
    stroke = LIGHT.ink if figure.kind is FigureKind.BARS else _STROKES[number][0]
    bars = etree.SubElement(series._element, qn("c:errBars"))  # noqa: SLF001 -- python-pptx has no error bars
    if figure.kind is FigureKind.BARS:
        _child(bars, "c:errBarType", "both")
    else:
        _child(bars, "c:errDir", "y")
        _child(bars, "c:errBarType", "both")
    _child(bars, "c:errValType", "cust")
    _child(bars, "c:noEndCap", "0")
    for name, part in (("c:plus", 3), ("c:minus", 2)):
        _lengths(etree.SubElement(bars, qn(name)), values, figure=figure, number=number, part=part)
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w=str(Pt(1)))
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=str(colour(stroke)))
    series._element.find(qn("c:cat")).addprevious(bars)  # noqa: SLF001 -- the order of the format


def _lengths(target: Untyped, values: tuple[Value, ...], *, figure: NativeFigure, number: int, part: int) -> None:
    column = band_column(figure, series=number, part=part)
    reference = etree.SubElement(target, qn("c:numRef"))
    etree.SubElement(reference, qn("c:f")).text = f"{SHEET}!{xl_range_abs(1, column, len(values), column)}"
    cache = etree.SubElement(reference, qn("c:numCache"))
    etree.SubElement(cache, qn("c:formatCode")).text = _NUMBER
    _child(cache, "c:ptCount", str(len(values)))
    for at, value in enumerate(values):
        if value.banded:
            length = value.high - value.value if part == 3 else value.value - value.low  # noqa: PLR2004 -- column of the workbook
            etree.SubElement(etree.SubElement(cache, qn("c:pt"), idx=str(at)), qn("c:v")).text = repr(float(length))


def _child(parent: Untyped, name: str, value: str) -> None:
    etree.SubElement(parent, qn(name), val=value)


def _in_dutch(chart: Chart) -> None:
    """Language, no frame, typeface with its fallback, gaps where a figure is missing, and the Dutch name of the sheet."""
    root = chart._chartSpace  # noqa: SLF001 -- python-pptx has no name for these
    language = etree.Element(qn("c:lang"), val=LANGUAGE)
    root.find(qn("c:date1904")).addnext(language)
    shape = etree.Element(qn("c:spPr"))  # no frame and no ground: the page or the slide has one
    etree.SubElement(shape, qn("a:noFill"))
    etree.SubElement(etree.SubElement(shape, qn("a:ln")), qn("a:noFill"))
    root.find(qn("c:chart")).addnext(shape)
    for reference in root.iter(qn("c:f")):
        reference.text = reference.text.replace("Sheet1!", f"{SHEET}!")
    for blanks in root.iter(qn("c:dispBlanksAs")):
        blanks.set("val", "gap")
    for tag in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for properties in root.iter(qn(tag)):
            properties.set("lang", LANGUAGE)
            if tag != "a:endParaRPr":
                add_typeface(properties)
