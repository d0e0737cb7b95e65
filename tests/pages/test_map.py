"""The map page: what is shared by readers, and that the page needs no Plotly in the browser."""

from data_sources.level import Level
from data_sources.period import Period
from editions import maps
from editions.edition import current_edition
from tests.page_run import page_run

BREDA = "GM0758"


def test_the_map_page_draws_without_plotly_so_that_it_is_there_at_once():
    run = page_run("map.py")
    run.query_params["gemeente"] = BREDA
    run.run()
    assert not run.exception
    assert len(run.get("bidi_component")) == 2  # the map and its figures; the list comes when its tab is opened
    assert len(run.get("plotly_chart")) == 0


def test_the_tables_are_sent_to_who_opens_them(read_page):
    closed = page_run("map.py").run()
    assert not [part for part in closed.get("html") if "<table" in part.proto.body]
    assert "<table" in read_page("map.py").markup


def test_readers_share_one_map_and_none_sees_the_choice_of_another():
    edition = current_edition()
    wanted = {"level": Level.MUNICIPALITY, "period": Period.year(2018)}
    mine = maps.map_of(edition, "wb-meldingen", place=BREDA, **wanted)
    other = maps.map_of(edition, "wb-meldingen", place="GM0855", **wanted)
    assert mine.figure.packed is other.figure.packed
    assert mine.table is other.table
    assert (mine.figure.selected, other.figure.selected) == ((BREDA,), ("GM0855",))
