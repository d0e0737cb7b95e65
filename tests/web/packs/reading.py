"""Packs read back with the libraries that made them, and charts with the workbook inside them."""

import io
from dataclasses import dataclass

import openpyxl
from docx import Document
from lxml import etree
from pptx import Presentation
from pptx.util import Pt

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class ReadChart:
    """A native chart: its XML, its alternative text and the cells of its workbook."""

    xml: etree._Element
    words: str
    cells: list[list[object]]

    @property
    def categories(self) -> list[str]:
        """Categories as the chart keeps them."""
        series = self.xml.find(f".//{{{CHART}}}ser/{{{CHART}}}cat")
        return [each.text or "" for each in series.iter(f"{{{CHART}}}v")]

    def numbers(self, name: str) -> list[dict[int, float]]:
        """Numbers by place of every series: of the values (``val``) or of the error bars (``plus``, ``minus``)."""
        return [
            {
                int(point.get("idx")): float(point.find(f"{{{CHART}}}v").text)
                for point in series.find(f".//{{{CHART}}}{name}").iter(f"{{{CHART}}}pt")
            }
            for series in self.xml.iter(f"{{{CHART}}}ser")
            if series.find(f".//{{{CHART}}}{name}") is not None
        ]

    def references(self, name: str) -> list[str]:
        """Cells that the chart reads for values or error bars."""
        return [each.find(f".//{{{CHART}}}f").text for each in self.xml.iter(f"{{{CHART}}}{name}")]


@dataclass(frozen=True)
class ReadPack:
    """All texts of a pack in order, its charts, the alternative texts of its pictures, its languages and typefaces."""

    texts: list[str]
    charts: list[ReadChart]
    pictures: list[str]
    languages: set[str]
    properties: object


def _cells(blob: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(blob), data_only=True).active
    assert sheet.title == "Cijfers"
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def read_docx(body: bytes) -> ReadPack:
    """Read a document."""
    document = Document(io.BytesIO(body))
    main = document.element
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    texts = ["".join(run.text or "" for run in each.iter(f"{{{space}}}t")) for each in main.iter(f"{{{space}}}p")]
    charts, pictures = [], []
    for inline in main.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"):
        words = inline.docPr.get("descr", "")
        chart = inline.find(f".//{{{CHART}}}chart")
        if chart is None:
            pictures.append(words)
            continue
        relation = chart.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        part = document.part.related_parts[relation]
        xml = etree.fromstring(part.blob)
        data = xml.find(f"{{{CHART}}}externalData")
        workbook = part.related_parts[
            data.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        ]
        charts.append(ReadChart(xml, words, _cells(workbook.blob)))
    languages = {each.get(f"{{{space}}}val") for each in document.styles.element.iter(f"{{{space}}}lang")} | {
        each.get("lang") for chart in charts for each in chart.xml.iter() if each.get("lang")
    }
    return ReadPack([text for text in texts if text], charts, pictures, languages, document.core_properties)


def read_pptx(body: bytes) -> ReadPack:
    """Read slides."""
    presentation = Presentation(io.BytesIO(body))
    texts, charts, pictures, languages = [], [], [], set()
    for slide in presentation.slides:
        for shape in slide.shapes:
            words = shape._element.xpath(".//p:cNvPr/@descr")
            if shape.has_text_frame:
                texts += [paragraph.text for paragraph in shape.text_frame.paragraphs if paragraph.text]
                languages |= {each.get("lang") for each in shape._element.iter(f"{{{DRAWING}}}rPr")}
            elif shape.has_chart:
                part = shape.chart.part
                xml = etree.fromstring(part.blob)
                languages |= {each.get("lang") for each in xml.iter() if each.get("lang")}
                charts.append(ReadChart(xml, words[0], _cells(part.chart_workbook.xlsx_part.blob)))
            else:
                pictures.append(words[0])
    return ReadPack(texts, charts, pictures, languages, presentation.core_properties)


def smallest_text(body: bytes) -> float:
    """Size in points of the smallest text on a slide above its foot and sources."""
    presentation = Presentation(io.BytesIO(body))
    return min(
        run.font.size / Pt(1)
        for number, slide in enumerate(presentation.slides, start=1)
        for shape in slide.shapes
        if shape.has_text_frame and shape.top < presentation.slide_height * 0.7
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    )


READ = {"docx": read_docx, "pptx": read_pptx}
