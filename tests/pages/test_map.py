"""The map page: what is shared by readers, what comes after the map, and how a choice on the map arrives."""

import pytest
from streamlit.testing.v1 import AppTest

from data_sources.level import Level
from data_sources.period import Period
from pages._parts import load, map_charts, municipal_map
from tests.pages.conftest import PAGES

BREDA = "GM0758"


@pytest.fixture
def opened():
    run = AppTest.from_file(str(PAGES / "map.py"), default_timeout=60)
    run.query_params["gemeente"] = BREDA
    return run


def charts_drawn(run) -> int:
    assert not run.exception
    return len(run.get("plotly_chart"))


def test_charts_wait_for_the_map_and_come_when_it_has_been_painted(opened):
    assert charts_drawn(opened.run()) == 0
    opened.session_state["_map_painted"] = True
    assert charts_drawn(opened.run()) == 1


def test_charts_come_all_the_same_when_the_map_never_says_so(opened, monkeypatch):
    assert charts_drawn(opened.run()) == 0
    monkeypatch.setattr(municipal_map, "_PATIENCE_S", 0.0)
    assert charts_drawn(opened.run()) == 1


def test_readers_share_one_map_and_none_sees_the_choice_of_another(monkeypatch):
    monkeypatch.setattr(load, "edition", lambda: ("", load.snapshots.current_version()))
    wanted = {"level": Level.MUNICIPALITY, "period": Period.year(2018)}
    mine = map_charts.map_of("wb-meldingen", place=BREDA, **wanted)
    other = map_charts.map_of("wb-meldingen", place="GM0855", **wanted)
    assert mine.figure.packed is other.figure.packed
    assert mine.table is other.table
    assert (mine.figure.selected, other.figure.selected) == ((BREDA,), ("GM0855",))
