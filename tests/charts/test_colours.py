"""Colours stand in charts/palette.py; every style sheet takes them from there, and what cannot ask repeats them."""

import re
import tomllib

import pytest

from charts.palette import DARK, EITHER, LIGHT, PALETTES, Theme, root_css
from tests.conftest import ROOT

LITERAL = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?![\w-])|\b(?:rgba?|hsla?)\(\s*[\d.]")
PALETTE = ROOT / "charts" / "palette.py"
# files that are sent as they are and cannot ask the palette
REPEATING = [
    ROOT / ".streamlit" / "config.toml",
    ROOT / "web" / "shell" / "icon.svg",
    *sorted((ROOT / "deploy" / "nginx" / "beeld-html").glob("*.html")),
]
ROOMS = ("charts", "data_sources", "geo", "indicators", "pages", "web")
KINDS = {".py", ".css", ".js", ".html", ".typ", ".toml"}
SOURCES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in KINDS and path != PALETTE and not {"__pycache__", "built"} & set(path.parts)
]


def literals(text: str) -> list[str]:
    """Colours written out in a text."""
    return [found for found in LITERAL.findall(text) if not found[1:].isdigit() or len(found) == 7]


def known() -> set[str]:
    flat = [value for palette in PALETTES.values() for value in vars(palette).values()] + list(vars(EITHER).values())
    return {colour for value in flat for colour in ([value] if isinstance(value, str) else value)}


def test_no_colour_is_written_outside_the_palette():
    assert len(SOURCES) > 200
    wrong = {str(path.relative_to(ROOT)): found for path in SOURCES if (found := literals(path.read_text("utf-8")))}
    assert wrong == {}


@pytest.mark.parametrize("path", REPEATING, ids=lambda path: path.name)
def test_files_that_cannot_ask_repeat_colours_of_the_palette(path):
    there = literals(path.read_text(encoding="utf-8"))
    assert there
    assert {colour.replace("#fff", "#ffffff") if colour == "#fff" else colour for colour in there} <= known()


@pytest.mark.parametrize("theme", Theme)
def test_the_theme_of_streamlit_is_that_of_the_palette(theme):
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][str(theme)]
    palette = PALETTES[theme]
    assert settings == {
        "primaryColor": palette.accent,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.wash,
        "textColor": palette.ink,
        "linkColor": palette.accent,
        "borderColor": palette.line,
    }


def test_a_page_gets_every_token_that_a_style_sheet_asks_for():
    declared = set(re.findall(r"(--hg-[a-z0-9-]+):", root_css())) | {"--hg-font"}
    declared |= {"--hg-columns"}  # how wide the columns of an exported page are, set on each row of columns
    asked: set[str] = set()
    for path in SOURCES:
        if path.suffix in {".css", ".html", ".js", ".py"}:
            asked |= set(re.findall(r"var\((--hg-[a-z0-9-]+)\)", path.read_text(encoding="utf-8")))
    assert asked - declared == set()
    assert len(asked) > 20


def test_the_first_answer_and_the_sheet_hold_the_palette(server):
    import urllib.request

    for path, css in (("/", root_css()), ("/gemeenteblad/breda", LIGHT.css)):
        with urllib.request.urlopen(server + path, timeout=60) as answer:
            assert css in answer.read().decode()
    assert DARK.css in root_css()


def test_a_colour_in_a_style_sheet_is_seen():
    assert literals("a { color: #8d879c }") == ["#8d879c"]
    assert literals("a { color: rgba(0, 0, 0, .5) }")
    assert not literals("#d.title and #10 and issue #1234")
