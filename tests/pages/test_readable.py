"""Every text a reader sees is plain Dutch: the readability formula Flesch-Douma, paragraph by paragraph.

206.84 - 77 * syllables per word - 0.93 * words per sentence (W.H. Douma, 1960: Flesch for Dutch). 60 to 70 is plain, what
B1 readers follow; below 45 is hard. Names of tables and sources are quoted as their owner wrote them and do not count.
"""

import html
import re

import pytest

import site_map
from pages._parts.ui import failure
from web import shell_html

LEAST_PARAGRAPH, LEAST_PAGE = 45, 60
FEWEST_WORDS, LONGEST_SENTENCE = 12, 28
_BLOCK = re.compile(r"<(p|li|summary|figcaption|td|dd)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oo|uu|eu|ui|ou|au|ei|ij|oe|[aeiouyáéíóúàèëïöüê]", re.IGNORECASE)
_QUOTED = re.compile(r"\(bron: [^)]*\)|‘[^’]*’|\b\d{5}NED\b")
_OF_SOURCES = ("Let op bij ", "Vergeleken met: ", "Bron: ", "Tabellen, de beste eerst: ")
_CHOICES = {
    "map.py": {"gemeente": "GM0758"},
    "municipality.py": {"gemeente": "GM0758"},
    "compare.py": {"gemeente": "GM0758"},
    "trends.py": {"gemeente": "GM0758", "met": "NL01"},
}


def words_of(text: str) -> list[str]:
    return re.findall(r"[A-Za-zÀ-ÿ'-]+", text)


def sentences_of(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?:;])\s+", text) if words_of(one)]


def flesch_douma(text: str) -> float:
    words = words_of(text)
    syllables = sum(max(1, len(_VOWELS.findall(word))) for word in words)
    return 206.84 - 77 * syllables / len(words) - 0.93 * len(words) / len(sentences_of(text))


def paragraphs(markup: str) -> list[str]:
    """Running text of at least twelve words, without what is quoted from a source."""
    found = []
    for block in _BLOCK.finditer(markup):
        if "hg-source" in block[2] or 'class="bron"' in block[2]:
            continue
        text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", block[3])).split())
        text = _QUOTED.sub("", text)
        words = words_of(text)
        names = sum(word[0].isupper() for word in words) > len(words) / 2  # a list of municipalities is no sentence
        if len(words) >= FEWEST_WORDS and not names and not text.startswith(_OF_SOURCES):
            found.append(text)
    return found


def hard(texts: list[str]) -> list[str]:
    too_hard = [f"{flesch_douma(text):.0f}: {text}" for text in texts if flesch_douma(text) < LEAST_PARAGRAPH]
    too_long = [one for text in texts for one in sentences_of(text) if len(words_of(one)) > LONGEST_SENTENCE]
    return too_hard + too_long


def test_the_formula_tells_plain_words_from_officialese():
    plain = "Een melding is geen slachtoffer. Over één gezin kunnen meer meldingen komen."
    officialese = (
        "De multidisciplinaire ketensamenwerking faciliteert implementatie van beleidsinstrumentarium ten behoeve van "
        "geprioriteerde doelgroepen binnen de jeugdgezondheidszorg."
    )
    assert flesch_douma(plain) > LEAST_PAGE
    assert hard([officialese]) != []
    assert hard([" ".join(["Wij doen dit"] * 12) + "."]) != [], "a sentence without end"


@pytest.mark.parametrize("file", [page.file for page in site_map.PAGES])
def test_every_paragraph_of_a_page_is_plain_dutch(read_page, file):
    page = read_page(file, **_CHOICES.get(file, {}))
    said = [
        text
        for kind in (page.run.markdown, page.run.caption, page.run.warning, page.run.info)
        for text in (e.value for e in kind)
    ]
    texts = paragraphs(page.markup) + [text for text in said if len(words_of(text)) >= FEWEST_WORDS]
    assert texts
    assert hard(texts) == []
    assert flesch_douma(" ".join(texts)) >= LEAST_PAGE


def test_the_frame_is_plain_dutch():
    pages = site_map.PAGES
    frame = [*paragraphs(shell_html.header(pages, current="") + shell_html.without_script(pages)), failure.WORDS]
    assert hard(frame) == []
