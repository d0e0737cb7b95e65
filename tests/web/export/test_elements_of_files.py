"""What a page shows as HTML: every element has a form, an unknown one stops the export, and each place has its figures."""

import html
import re
from collections import defaultdict

import pytest
from streamlit.testing.v1 import AppTest

from editions.edition import current_edition
from editions.place_answer import place_answer
from geo import registry
from pages._parts.place import documents, own_counts
from web.export import recording
from web.export.plan import Plan
from web.page_elements import UnknownElementError, html_of
from web.page_files import Assets

pytestmark = pytest.mark.slow

EDITION = current_edition()


def shown(script) -> str:
    return html_of(AppTest.from_function(script, default_timeout=30).run().main, assets=Assets())


def test_text_from_outside_is_escaped_and_boxes_become_plain_html():
    def script():
        import streamlit as st

        st.title("Een <titel>")
        st.code("a < b", language=None)
        with st.expander("Meer & minder"):
            st.html("<p>binnen</p>")
        left, right = st.columns([7, 5])
        left.html("<p>links</p>")
        right.html("<p>rechts</p>")

    page = shown(script)
    assert '<h1 tabindex="-1">Een &lt;titel&gt;</h1>' in page
    assert "<code>a &lt; b</code>" in page
    assert "<summary>Meer &amp; minder</summary>" in page
    assert page.index("binnen") < page.index("links") < page.index("rechts")
    assert "--columns:" in page


def test_an_element_without_a_form_stops_the_export():
    def script():
        import streamlit as st

        st.metric("Meldingen", 3)

    with pytest.raises(UnknownElementError, match="metric"):
        shown(script)


def test_a_choice_that_a_page_cannot_use_stops_the_export():
    with pytest.raises(recording.FailedPageError, match="Dat kennen we niet"):
        recording.record("/gemeente", {"gemeente": "GM9999"}, site="")


def test_a_small_picture_stays_in_the_page_and_a_large_one_is_a_file():
    assets = Assets()
    assert assets.picture("PHN2Zy8+").startswith("data:")
    assert not assets.files
    assert assets.picture("PHN2Zy8+" * 2000) in assets.files


def kind_of_place(code: str, periods) -> tuple[object, ...]:
    """What decides which parts the page of a place has."""
    place, answer = registry.region(code), place_answer(EDITION, code, period=periods[0]) if periods else None
    parts = (documents.has_any(code), own_counts.has_any(code), answer is not None and answer.has_figure)
    return place.level, place.last_year is None, min(len(periods), 2), answer and answer.indicator, *parts


def test_every_kind_of_place_says_in_its_file_what_the_edition_says():
    """Two places of each kind: pages of one kind have the same parts, with other figures in them."""
    kinds, compared = defaultdict[tuple[object, ...], list[str]](list), 0
    places = Plan(EDITION).places
    for code, periods in places.items():
        kinds[kind_of_place(code, periods)].append(code)
    for code in {code for codes in kinds.values() for code in (codes[0], codes[-1])}:
        periods = places[code]
        page = html_of(recording.record("/gemeente", {"gemeente": code}, site=""), assets=Assets())
        words = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))
        answer = place_answer(EDITION, code, period=periods[0]) if periods else None
        for part in answer.how_many if answer is not None else ():
            assert re.sub(r"\s+", " ", part) in words, (code, part)
            compared += 1
    assert compared > 10
