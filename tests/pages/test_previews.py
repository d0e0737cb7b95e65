"""The preview of a link says what its page shows: the same place, period, figure and words, and the same points drawn."""

import gc
import re
import struct
import time
import weakref
from html import unescape

import pytest

from charts import preview as charts_preview
from charts import svg as charts_svg
from charts.files.png import png
from charts.map import MapData
from editions.edition import Edition, current_edition
from pages._parts.preview import _view, preview
from site_map import PAGES

LINKS = [
    ("", {}),
    ("", {"gemeente": "GM0758"}),
    ("", {"gemeente": "PV30"}),
    ("gemeente", {}),
    ("gemeente", {"gemeente": "GM0758"}),
    ("gemeente", {"gemeente": "GM0855"}),
    ("gemeente", {"gemeente": "GM0870"}),
    ("gemeente", {"gemeente": "VT21"}),
    ("gemeente", {"gemeente": "NL01"}),
    ("gemeente", {"gemeente": "GM0363", "periode": "2023"}),
    ("kaart", {}),
    ("kaart", {"indicator": "wb-meldingen", "periode": "2018", "gemeente": "GM0758"}),
    ("kaart", {"indicator": "meldingen", "niveau": "PV", "gemeente": "PV25"}),
    ("vergelijken", {"gemeente": "GM0758"}),
    ("vergelijken", {"gemeente": "GM0758", "met": "GM0826,GM0840"}),
    ("vergelijken", {"niveau": "PV"}),
    ("ontwikkeling", {}),
    ("ontwikkeling", {"gemeente": "GM0363"}),
    ("ontwikkeling", {"gemeente": "NL01", "soort": "halfjaar"}),
    ("wie-meldt", {}),
    ("hoe-veilig", {}),
    ("herhaling", {}),
    ("onderzoek", {}),
    ("kinderbescherming", {}),
]
WRONG = [
    ("gemeente", {"gemeente": "GM9999"}),
    ("gemeente", {"gemeente": "GM0758", "periode": "1999"}),
    ("gemeente", {"gemeente": "GM0758", "x": "<script>"}),
    ("kaart", {"indicator": "bestaat-niet"}),
    ("vergelijken", {"gemeente": "GM9999"}),
    ("vergelijken", {"gemeente": "GM0758", "vergelijk": "x"}),
    ("ontwikkeling", {"gemeente": "NL01", "grenzen": "x"}),
    ("ontwikkeling", {"indicator": "bestaat-niet"}),
    ("wie-meldt", {"x": "1"}),
    ("downloads", {"x": "<script>"}),
]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def pieces(text: str) -> list[str]:
    """The parts of a title or description, which a page has in places of their own."""
    return [part for part in re.split(r" · |: |; |\. |, (?=\d)", plain(text).rstrip(".")) if part]


def file_of(path: str) -> str:
    return next(page.file for page in PAGES if page.path == path)


@pytest.mark.parametrize(("path", "query"), LINKS)
def test_a_preview_says_what_the_page_says(read_page, path, query):
    link, page = preview(path, query), read_page(file_of(path), **query)
    whole = plain(f"{page.text} {page.markup}")
    for part in (*pieces(link.shown.title), *pieces(link.shown.description)):
        assert part in whole, part
    assert link.choices == query
    titled = re.fullmatch(r"(.+), ([^,]+): (.+)", plain(link.shown.title))
    if path in {"", "gemeente"} and titled and link.shown.place:  # period and number stand together in the answer
        answer = re.search(
            r'<p class="hg-sub">[^<]*, ([^<,]+)</p><p class="hg-answer-first"><strong>([^<]*?)(?: ·)?</strong>',
            page.markup,
        )
        assert titled.groups()[1:] == tuple(map(plain, answer.groups()))
    chart = link.shown.figure()
    if chart is None or (path == "" and query):  # the card of a place on Overzicht has no picture
        return
    if isinstance(chart.figure, MapData):
        assert all([plain(cell) for cell in row] in page.rows for row in chart.printed.head(3).to_numpy())
    elif charts_svg.can_draw(chart):
        drawn = points(charts_svg.plot(chart, width_px=720))
        assert drawn
        assert drawn <= points(page.markup)


def points(markup: str) -> set[str]:
    """What the points of a chart say."""
    return {plain(unescape(unescape(words))) for words in re.findall(r"data-words=[\"'](.*?)[\"']", markup)}


@pytest.mark.parametrize(("path", "query"), WRONG)
def test_a_link_with_a_wrong_value_has_the_preview_of_the_page(path, query):
    link = preview(path, query)
    assert link.choices == {}
    assert (link.shown.title, link.shown.description) == (
        preview(path, {}).shown.title,
        preview(path, {}).shown.description,
    )


@pytest.mark.parametrize(
    ("path", "query"), [("regioprogrammas", {"regio": "VT21"}), ("downloads", {"onderdeel": "api"})]
)
def test_a_link_to_a_part_of_a_page_leads_there_from_its_preview(path, query):
    """A site that makes a preview sends its readers to the address that the preview names."""
    assert preview(path, query).choices == query


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_every_page_has_a_preview_in_dutch_that_can_be_drawn(path):
    link = preview(path, {})
    assert 3 < len(link.shown.title) < 120
    assert 20 < len(link.shown.description) < 400
    svg = charts_preview.svg(link.shown, day=link.edition.created.date())
    assert f'width="{charts_preview.WIDTH_PX}" height="{charts_preview.HEIGHT_PX}"' in svg
    assert "var(--" not in svg
    assert "cijfers van 28 november 2026" in svg


def test_a_version_in_the_link_is_that_of_the_preview():
    version = current_edition().version
    assert preview("gemeente", {"gemeente": "GM0758", "versie": version}).choices == {
        "gemeente": "GM0758",
        "versie": version,
    }
    assert preview("gemeente", {"gemeente": "GM0758", "versie": "2001-01-01"}).choices == {"gemeente": "GM0758"}


def test_what_others_add_and_how_a_page_looks_changes_nothing():
    link = preview("kaart", {"gemeente": "GM0758", "v": "1", "fbclid": "x", "embed": "true", "figuur": "kaart"})
    assert link.choices == {"gemeente": "GM0758"}


@pytest.mark.parametrize(
    ("path", "query"), [("kaart", {}), ("gemeente", {"gemeente": "NL01"}), ("vergelijken", {"niveau": "PV"})]
)
def test_a_picture_is_made_within_a_second(path, query):
    link = preview(path, query)
    png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')  # the first one also reads the typeface
    spent = time.process_time()
    drawn = png(charts_preview.svg(link.shown, day=link.edition.created.date()), pixels_per_point=1.0)
    assert time.process_time() - spent < 1
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)
    assert len(drawn) < 400_000


def test_what_is_remembered_of_a_preview_does_not_hold_its_edition():
    edition = Edition(current_edition().snapshot, published="")
    for path, query in [
        ("gemeente", {"gemeente": "GM0758"}),
        ("vergelijken", {"niveau": "PV"}),
        ("kaart", {}),
        ("", {}),
    ]:
        shown = _view(edition, path, tuple(query.items()))
        assert shown.figure() is not None
    del shown
    gone = weakref.ref(edition)
    gc.disable()  # a start freezes what it made: circles in it would stay for ever
    try:
        del edition
        assert gone() is None
    finally:
        gc.enable()
