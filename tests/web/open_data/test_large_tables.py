"""Tables of more rows than one answer holds: whole as CSV, in pieces; another format says how to ask for less."""

from __future__ import annotations

import gzip

import pytest
import requests

from editions import cells
from web.open_data import tables

TABLE = "tabel-84851ned"


@pytest.fixture
def _few(monkeypatch):
    monkeypatch.setattr(cells, "MOST_ROWS", 20)
    monkeypatch.setattr(tables, "_PIECE", 7)


@pytest.mark.parametrize("notation", ["", "&notatie=excel-nl"])
@pytest.mark.usefixtures("_few")
def test_a_large_table_comes_whole_as_csv_in_pieces(data, monkeypatch, notation):
    ask = f"{data}/{TABLE}.csv?van=2015{notation}"
    pieces = requests.get(ask, timeout=60)
    assert pieces.status_code == 200, pieces.text
    assert "content-length" not in pieces.headers
    assert pieces.headers["content-type"].startswith("text/csv")
    monkeypatch.setattr(cells, "MOST_ROWS", 200_000)
    once = requests.get(f"{data}/{TABLE}.csv?van=2014{notation}", timeout=60)  # another question: nothing is kept of it
    assert "content-length" in once.headers
    assert len(once.content.splitlines()) > 21
    assert pieces.content == once.content


@pytest.mark.usefixtures("_few")
def test_a_large_table_is_packed_and_not_sent_again_to_who_has_it(data):
    ask = f"{data}/{TABLE}.csv?van=2016"
    with requests.get(ask, headers={"Accept-Encoding": "gzip"}, stream=True, timeout=60) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        assert (
            gzip.decompress(packed.raw.read())
            == requests.get(ask, headers={"Accept-Encoding": "identity"}, timeout=60).content
        )
        etag = packed.headers["etag"]
    assert requests.get(ask, headers={"If-None-Match": etag}, timeout=60).status_code == 304


@pytest.mark.parametrize("ending", ["json", "xlsx"])
@pytest.mark.usefixtures("_few")
def test_another_format_is_refused_with_the_address_of_the_whole_table(data, ending):
    answer = requests.get(f"{data}/{TABLE}.{ending}?van=2017", timeout=60)
    assert answer.status_code == 400
    assert f"/data/v1/{TABLE}.csv" in answer.json()["fout"]
    assert "hooguit 20 rijen" in answer.json()["fout"]
