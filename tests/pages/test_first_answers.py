"""What the map page opens with, known without Streamlit, is what the page itself shows."""

import json
import zlib
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions import opening_view
from pages._parts import map_opening
from tests.pages.conftest import PAGES

ADDRESSES = [
    {},
    {"indicator": "meldingen"},
    {"indicator": "meldingen", "gemeente": "GM0758", "v": "1"},
    {"indicator": "meldingen", "niveau": "PV", "gemeente": "PV25"},
    {"indicator": "wb-meldingen", "periode": "2018", "gemeente": ""},
]


def shown_by_the_page(query):
    run = AppTest.from_file(str(PAGES / "map.py"), default_timeout=60)
    for key, value in query.items():
        run.query_params[key] = value
    run.run()
    assert not run.exception
    assert not run.warning
    return run


@pytest.mark.parametrize("query", ADDRESSES)
def test_words_and_choices_are_those_of_the_page(query):
    run, words = shown_by_the_page(query), map_opening.words(query)
    html = "".join(part.proto.body for part in run.get("html"))
    assert words["title"] == run.title[0].value
    for part in ("above", "head"):
        assert words[part] in html
    for piece in words["beside"].split("</p>"):
        assert piece.replace('<div class="hg-together">', "") in html
    labels = [box.label for box in run.selectbox]
    form = next(part.proto.body for part in run.get("html") if "hg-search" in part.proto.body)
    for label, value in words["choices"]:
        if label == map_opening.SEARCH_LABEL:
            assert f">{label}</label>" in form
            assert f'value="{escape(value)}"' in form or f'placeholder="{escape(value)}"' in form
        else:
            assert label == "Perioden" or label in labels
    view = json.loads(run.get("bidi_component")[0].proto.json)
    assert view == words["view"]


@pytest.mark.parametrize("query", ADDRESSES)
def test_figures_belong_to_the_words(query):
    identity, packed = map_opening.figures(query)
    payload = json.loads(zlib.decompress(packed, wbits=31))
    words = map_opening.words(query)
    assert payload["id"] == identity == words["view"]["show"]
    urls = {one["key"]: one["url"] for one in payload["periods"]}
    assert urls[words["view"]["period"]] == words["outline"]


@pytest.mark.parametrize(
    "query",
    [
        {"indicator": "bestaat-niet"},
        {"niveau": "XX"},
        {"periode": "1999"},
        {"gemeente": "GM9999"},
        {"v": "2"},
        {"versie": "2020-01-01"},
        {"figuur": "kaart"},
        {"indicator": "meldingen", "niveau": "LD", "gemeente": "GM0758"},
    ],
)
def test_what_the_page_must_say_something_about_is_left_to_the_page(query):
    assert map_opening.words(query) is None
    assert map_opening.figures(query) is None


def test_levels_without_figures_are_not_offered():
    run = shown_by_the_page({"indicator": "meldingen"})
    edition = map_opening.opening({}).edition
    offered = opening_view.levels(edition, "meldingen")
    assert list(opening_view.level_labels(edition, "meldingen").values()) == run.pills(key="pick-niveau").options
    assert set(offered) <= set(INDICATORS["meldingen"].levels)
    assert Level.MUNICIPALITY in offered
