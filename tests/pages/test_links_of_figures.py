import re
from urllib.parse import parse_qs, urlsplit

import pytest

from data_sources.versions import EMBEDDED_VERSION
from pages._parts.sharing import links

PAGE = "http://127.0.0.1:8640/gemeente"
STATE = {"gemeente": "GM0758", "v": "1", "versie": "2026-01-01", "embed": "true", "leeg": ""}


def test_a_link_keeps_the_choice_and_drops_what_is_not_the_reader_s():
    assert links.view(PAGE, STATE) == f"{PAGE}?gemeente=GM0758&v=1"


def test_a_frozen_link_names_the_version_it_was_asked_for():
    parts = urlsplit(links.view(PAGE, STATE, version=EMBEDDED_VERSION))
    assert parse_qs(parts.query)["versie"] == [EMBEDDED_VERSION]


def test_embed_code_has_a_title_a_height_a_link_back_and_cannot_be_broken_out_of():
    address = links.bare(PAGE, STATE, figure="trend")
    assert parse_qs(urlsplit(address).query)["figuur"] == ["trend"]
    code = links.frame_code(address, title='"><script>', back=PAGE, sizes_itself=False)
    assert "<script>" not in code
    assert links.frame_code(address, title='"><script>', back=PAGE) == f"{code}\n{links.HEIGHT_SCRIPT}"
    assert re.search(r'<iframe src="[^"]*embed=true&amp;figuur=trend" title="[^"]+" width="100%" height="\d+"', code)
    assert f'<a href="{PAGE}">' in code


@pytest.mark.parametrize("hostile", ["", "a b", "x{}", "../x", "A", "a" * 61, "trend*", None])
def test_a_figure_key_that_could_be_anything_else_is_not_used(hostile):
    assert links.figure_key(hostile) is None


def test_a_link_that_names_a_place_is_known_as_such():
    assert links.names_a_place(STATE)
    assert not links.names_a_place({"indicator": "meldingen"})
