"""The first screen that the server writes says what the page itself shows: for places of every kind, and for the map."""

import json
import re
import zlib
from html import unescape

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions import opening_view
from pages._parts import map_opening
from pages._parts.first_answer import first_answer
from tests.page_run import page_run

PLACES = [
    "", "GM0758", "GM0855", "GM0363", "GM0518", "GM0599", "GM0796", "GM0080", "GM1680", "GM0141", "GM1959", "GM0826", "GM0840",
    "GM0716", "GM0037", "GM0381", "GM0738", "GM0870", "GM0788", "GM0457",  # four of which ended
    "VT21", "VT01", "VT05", "PV20", "PV30", "PV25", "LD01", "LD02", "LD04", "NL01",
]  # fmt: skip
MAPS = [
    {},
    {"indicator": "meldingen"},
    {"indicator": "meldingen", "gemeente": "GM0758", "v": "1"},
    {"indicator": "meldingen", "niveau": "PV", "gemeente": "PV25"},
    {"indicator": "wb-meldingen", "periode": "2018", "gemeente": ""},
]


def texts(markup: str) -> list[str]:
    """Texts between tags, without pictures and without what is for who has no script, or for the eye alone."""
    plain = re.sub(r"<(svg|noscript|form)\b.*?</\1>", "", markup, flags=re.DOTALL)
    plain = re.sub(r'<(div|p)[^>]*aria-hidden="true".*?</\1>', "", plain, flags=re.DOTALL)
    found = (re.sub(r"\s+", " ", unescape(text)).replace("\u00a0", " ").strip() for text in re.split(r"<[^>]+>", plain))
    return [text for text in found if text]


def points(markup: str) -> set[str]:
    """Words of the points of the charts."""
    return set(re.findall(r"data-words=[\"'](.*?)[\"']", markup.replace("&amp;", "&")))


@pytest.mark.parametrize("code", PLACES)
def test_the_first_screen_of_a_place_is_that_of_its_page(read_page, code):
    query = {"gemeente": code} if code else {}
    answer, page = first_answer("gemeente", query), read_page("municipality.py", **query)
    whole = re.sub(r"\s+", " ", page.text)
    assert answer is not None
    assert [text for text in texts(answer.html) if text not in whole] == []
    assert points(answer.html) <= points(page.markup)
    assert re.search(r"\d|[Zz]oek", "".join(texts(answer.html)))


@pytest.mark.parametrize("code", ["", "GM0758", "GM0855", "VT21", "PV30"])
def test_the_first_screen_of_overzicht_is_that_of_the_page(read_page, code):
    query = {"gemeente": code} if code else {}
    answer, page = first_answer("", query), read_page("overview.py", **query)
    whole = re.sub(r"\s+", " ", page.text)
    assert [text for text in texts(answer.html) if text not in whole] == []
    assert points(answer.html) == points(page.markup)
    assert "66.270" in answer.html


def shown_by_the_page(query):
    run = page_run("map.py")
    for key, value in query.items():
        run.query_params[key] = value
    run.run()
    assert not run.exception
    assert not run.warning
    return run


@pytest.mark.parametrize("query", MAPS)
def test_words_and_map_are_those_of_the_page(query):
    run, answer = shown_by_the_page(query), first_answer("kaart", query)
    html = "".join(part.proto.body for part in run.get("html"))
    whole = " ".join([run.title[0].value, *texts(html)])
    assert [text for text in texts(answer.html) if text not in whole] == []
    drawn = json.loads(answer.map)
    outline = drawn.pop("outline")
    assert json.loads(run.get("bidi_component")[0].proto.json) == drawn
    identity, packed = map_opening.figures(query)
    payload = json.loads(zlib.decompress(packed, wbits=31))
    assert payload["id"] == identity == drawn["show"]
    assert {period["key"]: period["url"] for period in payload["periods"]}[drawn["period"]] == outline


@pytest.mark.parametrize("query", MAPS)
def test_without_script_the_map_is_a_picture_with_a_table(query):
    answer = first_answer("kaart", query)
    inside = re.search(r"<noscript>(.*?)</noscript>", answer.html, re.DOTALL)[1]
    assert "/eerste-kaart/kaart.svg" in inside
    assert inside.count("<tr") > 3
    assert map_opening.picture(query).startswith("<svg")


WRONG = [
    ("kaart", {"indicator": "bestaat-niet"}),
    ("kaart", {"niveau": "XX"}),
    ("kaart", {"periode": "1999"}),
    ("kaart", {"gemeente": "GM9999"}),
    ("kaart", {"v": "2"}),
    ("kaart", {"versie": "2020-01-01"}),
    ("kaart", {"figuur": "kaart"}),
    ("kaart", {"indicator": "meldingen", "niveau": "LD", "gemeente": "GM0758"}),
    ("gemeente", {"gemeente": "GM9999"}),
    ("gemeente", {"gemeente": "GM0758", "periode": "1999"}),
    ("gemeente", {"gemeente": "GM0758", "kleur": "rood"}),
    ("gemeente", {"gemeente": "GM0758", "versie": "2020-01-01"}),
    ("gemeente", {"v": "2"}),
    ("", {"gemeente": "LD01"}),
    ("", {"wat": "x"}),
]


@pytest.mark.parametrize(("path", "query"), WRONG)
def test_what_the_page_must_say_something_about_is_left_to_the_page(path, query):
    assert first_answer(path, query) is None


def test_what_others_add_to_an_address_changes_nothing():
    assert first_answer("gemeente", {"gemeente": "GM0758", "fbclid": "x"}) == first_answer(
        "gemeente", {"gemeente": "GM0758"}
    )


def test_levels_without_figures_are_not_offered():
    run = shown_by_the_page({"indicator": "meldingen"})
    edition = map_opening.opening({}).edition
    offered = opening_view.levels(edition, "meldingen")
    assert list(opening_view.level_labels(edition, "meldingen").values()) == run.pills(key="pick-niveau").options
    assert set(offered) <= set(INDICATORS["meldingen"].levels)
    assert Level.MUNICIPALITY in offered
