"""Gemeente on a refreshed data version: what one reader made the next one gets, and no run goes through all cells again."""

from dataclasses import dataclass, replace

import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from editions import cells, compositions, place
from editions.edition import current_edition
from editions.place import periods_of_place
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService

TABLES = {"84849NED", "84851NED", "70072ned"}
FIRST, SECOND = "GM0014", "GM0037"


@dataclass(frozen=True)
class Untouchable:
    """Stands in for the cells of a data version and fails whoever looks at them."""

    def __getattr__(self, name):
        pytest.fail(f"the cells were read again: {name}")

    def __getitem__(self, key):
        pytest.fail(f"the cells were read again: {key!r}")


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refreshed")
    tables = [table for table in REFRESHED_TABLES if table.id in TABLES]
    with CbsService(full(years=(2023, 2024), only=8)) as service:
        assert refresh(folder, service=Service.at(service.url), listener=Console(), tables=tables).complete
    return folder


@pytest.fixture
def with_compositions(refreshed, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(refreshed))


FOLD = "Wie melden, en waarover?"


def visit(read_page, code):
    """The page, and what stands in its fold on who reports, which is made when a reader opens it."""
    page = read_page("municipality.py", gemeente=code)
    assert FOLD in [part.label for part in page.run.expander]
    edition = current_edition()
    period = periods_of_place(edition, code).start
    names = [chart.name for chart, _ in compositions.compositions(edition, code, period=period)]
    assert [name.split(",")[0] for name in names] == ["Wie deden de meldingen", "Soorten geweld in de meldingen"]
    return page


@pytest.mark.usefixtures("with_compositions")
def test_a_run_for_another_place_does_not_go_through_the_cells_again(read_page, monkeypatch):
    visit(read_page, FIRST)
    edition = current_edition()
    monkeypatch.setattr(edition, "snapshot", replace(edition.snapshot, observations=Untouchable()))
    assert visit(read_page, SECOND).run.title[0].value == "Stadskanaal"


@pytest.mark.usefixtures("with_compositions")
def test_the_same_page_again_is_the_same_and_draws_nothing_anew(read_page, monkeypatch):
    before = visit(read_page, SECOND).markup

    def again(*_args, **_named):
        pytest.fail("a figure was made again")

    for module, name in ((place, "dots_of_rows"), (place, "comparator_table"), (compositions, "bars")):
        monkeypatch.setattr(module, name, again)
    assert visit(read_page, SECOND).markup == before


@pytest.mark.usefixtures("with_compositions")
def test_what_is_found_in_one_scan_is_what_the_cells_say(read_page):
    visit(read_page, FIRST)
    edition = current_edition()
    everything = edition.observations
    for code in (FIRST, SECOND, "GM0758", "GM9999", "NL01", "PV30"):
        own = everything[everything["region"] == code]
        counts = own.loc[own["value"].notna(), "table"].astype("str").value_counts().to_dict()
        assert cells.cell_counts(edition, code=code) == counts
        for table in ("84849NED", "84851NED") if code.startswith("GM") else ():
            wanted = own[(own["table"] == table) & (own["measure"] == "reports")]
            found = cells.report_cells(edition, table=table, code=code)
            assert sorted(found["value"].dropna()) == sorted(wanted["value"].dropna())
            assert (
                found["category"].astype("str").value_counts().to_dict()
                == wanted["category"].astype("str").value_counts()[lambda n: n > 0].to_dict()
            )


@pytest.mark.usefixtures("with_compositions")
def test_another_data_version_is_another_answer(read_page, monkeypatch, tmp_path):
    visit(read_page, FIRST)
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    assert FOLD not in [part.label for part in read_page("municipality.py", gemeente=FIRST).run.expander]
