import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from charts.files import archive, picture
from charts.files.png import png

SVG = "{http://www.w3.org/2000/svg}"


def _texts(svg: str) -> str:
    return " ".join(node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text"))


def test_a_picture_alone_says_what_where_when_unit_source_caveat_and_version(chart, provenance):
    svg = archive.chart_svg(chart, provenance).decode()
    read = _texts(svg)
    for words in [chart.name, chart.subtitle, *chart.caveats, chart.sources[0].text, "2026-11-21", provenance.address]:
        assert words in read
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == chart.name
    assert root.findtext(f"{SVG}desc") == chart.description


def test_a_long_title_is_broken_into_lines_that_fit(chart, provenance):
    long = replace(chart, name="Meldingen van huiselijk geweld of kindermishandeling in de gemeente " * 4)
    root = ET.fromstring(archive.chart_svg(long, provenance))
    lines = [node for node in root.iter(f"{SVG}text") if node.get("font-weight") == "700"]
    assert len(lines) > 2
    assert max(len(line.text or "") for line in lines) * 26 * 0.46 <= picture.WIDTH_PX


def test_the_png_is_the_same_picture_at_twice_the_size(chart, provenance):
    svg = archive.chart_svg(chart, provenance).decode()
    image = Image.open(io.BytesIO(archive.chart_png(chart, provenance)))
    width, height = picture.size(svg)
    assert image.size == (pytest.approx(width * 2, abs=2), pytest.approx(height * 2, abs=2))
    assert len(image.convert("L").getcolors(maxcolors=10_000)) > 10  # letters were really drawn


def test_a_finding_is_the_title_of_the_picture_too_and_the_label_stands_under_it(chart, provenance):
    finding = "Breda en Oosterhout boven de rest van West-Brabant"
    svg = archive.chart_svg(chart.headed(finding), provenance).decode()
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == finding
    large = [node.text for node in root.iter(f"{SVG}text") if node.get("font-weight") == "700"]
    assert " ".join(text for text in large if text).startswith(finding)
    assert chart.name in _texts(svg)
    assert chart.headed("") is chart


def test_what_is_no_svg_is_refused():
    with pytest.raises(picture.NotAnSvgError):
        picture.size("<html></html>")


def test_text_from_outside_cannot_become_markup(chart, provenance):
    hostile = replace(chart, name="<script>alert(1)</script>", description='"><script>')
    assert "<script" not in archive.chart_svg(hostile, provenance).decode()


def test_a_table_has_no_picture_and_the_zip_says_so(chart, provenance):
    table = replace(chart, extra={}, drawing=None)
    with zipfile.ZipFile(io.BytesIO(archive.chart_zip(table, provenance))) as opened:
        assert not [name for name in opened.namelist() if name.endswith((".svg", ".png"))]
        assert "geen tekening" in opened.read("LEESMIJ.txt").decode()


def test_the_picture_of_a_chart_has_its_words_in_the_colours_of_paper(chart, provenance):
    svg = archive.chart_svg(replace(chart, extra={}), provenance).decode()
    assert "2019" in _texts(svg)
    assert "var(" not in svg
    assert png(svg).startswith(b"\x89PNG")
