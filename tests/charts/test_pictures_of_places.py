"""The small pictures of a place: what shows in a map, and words that a PDF sets itself."""

import re
from html import unescape

import pytest

from charts.sheet.picture import Label, Picture
from data_sources.period import Period
from editions.edition import current_edition
from editions.place_answer import default_answer
from editions.place_map import place_map
from geo import boundaries, registry
from web.sheets.facts import sheet

BREDA, VAALS, NETHERLANDS, ZUNDERT = "GM0758", "GM0981", "NL01", "GM0879"
Y2024 = Period.year(2024)
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>")
_PARTS = re.compile(r"<[^>]+>")


def map_of(code):
    return place_map(current_edition(), code, indicator="meldingen", period=Y2024).picture


def line_of(code):
    """The line on the sheet of a place, of the country when it has none."""
    answer = default_answer(current_edition(), code)
    return sheet(current_edition(), code, year=answer.period.calendar_year).line


def words_in(svg):
    """Every text of a picture, letter for letter."""
    return [unescape(_PARTS.sub("", text)) for text in _TEXT.findall(svg)]


@pytest.mark.parametrize("code", [BREDA, VAALS, NETHERLANDS])
def test_the_labels_of_a_map_are_all_of_its_words_inside_the_picture(code):
    picture = map_of(code)
    assert "".join(label.text for label in picture.labels) == "".join(words_in(picture.svg)) != ""
    assert words_in(picture.wordless) == []
    assert all(0 <= label.x <= picture.width and 0 < label.y <= picture.height for label in picture.labels)


def test_a_figure_stands_under_the_name_of_its_place_on_the_same_rim():
    svg = (
        '<svg><path/><text text-anchor="middle" font-weight="700" fill="#111111" stroke="#ffffff">'
        '<tspan x="5" y="7">A &amp; B</tspan><tspan x="5" dy="13">1,2</tspan></text></svg>'
    )
    picture = Picture(svg, caption="", description="", width=10, height=20)
    looks = {"anchor": "middle", "bold": True, "colour": "#111111", "rim": "#ffffff"}
    assert picture.labels == (Label("A & B", 5, 7, **looks), Label("1,2", 5, 20, **looks))
    assert picture.wordless == "<svg><path/></svg>"


def test_the_labels_of_a_line_are_all_of_its_words():
    picture = line_of(NETHERLANDS)
    assert "".join(label.text for label in picture.labels) == "".join(words_in(picture.svg)) != ""
    assert {label.anchor for label in picture.labels} == {"start", "middle", "end"}


@pytest.mark.parametrize("code", [BREDA, VAALS, ZUNDERT])
def test_a_map_draws_the_place_and_what_touches_it_and_few_others(code):
    svg, shapes = map_of(code).svg, boundaries.shapes(2024, level=registry.region(code).level).places
    drawn = {other for other, shape in shapes.items() if f'd="{shape.d}"' in svg}
    assert {code, *shapes[code].neighbours} <= drawn
    assert len(drawn) < 80


def test_a_map_defines_the_patterns_that_it_uses_and_no_others():
    for code in (BREDA, VAALS, NETHERLANDS):
        svg = map_of(code).svg
        defined = set(re.findall(r'<pattern id="([^"]+)"', svg))
        assert defined == set(re.findall(r"url\(#(om-(?!clip)[^)]+)\)", svg)), code
