"""No word of developers stands on a page of readers: every page, every part of it, its folds and popovers included."""

import html
import re

import pytest

import site_map
from data_sources.documents.method import GLOSSARY

PARTS = {
    "west_brabant.py": [{"onderwerp": part} for part in ("werk", "gemeenten", "melders", "leeftijd-geld", "controle")],
    "programmes.py": [{"regio": region} for region in ("VT15", "VT21", "VT27", "NL01", "VT19")],
    "downloads.py": [{"onderwerp": part} for part in ("bestanden", "api")],
    "municipality.py": [{"gemeente": code} for code in ("GM0758", "GM0855", "NL01", "PV30", "VT21")],
    "map.py": [{}, {"gemeente": "GM0758"}],
    "compare.py": [{}, {"gemeente": "GM0758"}],
    "trends.py": [{}, {"gemeente": "GM0758"}],
}
CASES = [(page.file, choices) for page in site_map.PAGES for choices in PARTS.get(page.file, [{}])]
FORBIDDEN = re.compile(
    r"momentopname|verversing|\bmake (?:\w+)|python -m|φ|wie deze site draait|(?<![\w,] )\bzonder adviezen\.",
    re.IGNORECASE,
)
PYTHON, OF_PROGRAMMERS = re.compile(r"\bpython\b", re.IGNORECASE), ("downloads.py", {"onderwerp": "api"})
FUNNEL, EXPLAINED = (
    re.compile(r"\btrechter", re.IGNORECASE),
    re.compile(
        r"trechter (?:is voor|laat zien|kijkt)|(?:De|Een) trechter zet|voor onderzoekers: de trechter", re.IGNORECASE
    ),
)


def said(page) -> str:
    """All words of a page in its HTML, without the pictures in it."""
    shown = re.sub(r'src="data:[^"]*"', "", page.markup)
    labels = " ".join(expander.label for expander in page.run.get("expander"))
    return f"{html.unescape(re.sub(r'<[^>]+>', ' ', shown))} {labels} {page.text}"


@pytest.mark.parametrize(("file", "choices"), CASES)
def test_no_page_says_a_word_of_developers(read_page, file, choices):
    text = said(read_page(file, **choices))
    assert sorted({match[0] for match in FORBIDDEN.finditer(text)}) == []
    if (file, choices) != OF_PROGRAMMERS:
        assert PYTHON.search(text) is None
    if FUNNEL.search(text):
        assert EXPLAINED.search(text), "a funnel is named but nothing says what it is"


@pytest.mark.parametrize(
    "sentence", ["Dit cijfer komt uit de momentopname.", "Zonder adviezen.", "Draai make refresh.", "φ is 1,55."]
)
def test_a_forbidden_word_is_seen(sentence):
    assert FORBIDDEN.search(sentence)


def test_no_word_of_the_glossary_is_one_of_them():
    assert not [word for word, meaning in GLOSSARY if FORBIDDEN.search(f"{word} {meaning}")]
