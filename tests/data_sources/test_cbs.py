"""What the refresh may rely on when it asks CBS something; cbsodata runs for real against the local service."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

import cbsodata
import pytest
from cbsodata import cbsodata3

from data_sources import cbs
from data_sources.cbs import Door
from data_sources.cbs.connection import USER_AGENT, Connection
from data_sources.cbs.odata_v3 import OdataV3
from data_sources.cbs.odata_v4 import OdataV4
from tests.cbs_service.made_up import full, small
from tests.cbs_service.server import PAGE, CbsService
from tests.cbs_service.tables import MadeUpTable

TABLE = "84849NED"
DOORS = {"v3": OdataV3, "v4": OdataV4}


@pytest.fixture(scope="module")
def running() -> Iterator[CbsService]:
    with CbsService(small()) as service:
        yield service


@pytest.fixture(scope="module")
def large() -> dict[str, MadeUpTable]:
    return {TABLE: full(years=(2023,))[TABLE]}


@pytest.fixture
def service(running: CbsService) -> CbsService:
    running.heal()
    return running


def at(service: CbsService, **patience: float) -> cbs.Service:
    return cbs.Service.at(service.url, **{"first_wait_s": 0.01, "longest_wait_s": 0.05, "read_timeout_s": 5} | patience)


def open_door(service: CbsService, name: str = "v3", **patience: float) -> Door:
    door = DOORS[name](Connection(at(service, **patience)))
    door.begin(TABLE)
    return door


def fields(door: Door) -> list[str]:
    return [row["Key"] for row in door.properties(TABLE) if row["Key"]]


@pytest.mark.parametrize("name", DOORS)
def test_rows_keep_the_codes_of_cbs_and_missing_stays_none(service: CbsService, name: str) -> None:
    door = open_door(service, name)
    *_, measure = fields(door)
    rows = door.rows(TABLE, select=fields(door), where=[("Perioden", "2023JJ00")])
    assert {row["Perioden"] for row in rows} == {"2023JJ00"}
    assert rows[0]["RegioS"].strip() == "NL01"
    assert isinstance(rows[0][measure], int | float)
    assert any(row[measure] is None for row in rows)


@pytest.mark.parametrize("name", DOORS)
def test_several_conditions_hold_at_once(service: CbsService, name: str) -> None:
    door = open_door(service, name)
    total = service.tables[TABLE].dimensions[0].members[0].key
    where = [("Perioden", "2023JJ00"), ("RegioS", "NL01  "), ("KenmerkenAdviezenMeldingen", total)]
    (row,) = door.rows(TABLE, select=fields(door), where=where)
    assert (row["Perioden"], row["RegioS"].strip()) == ("2023JJ00", "NL01")


def test_one_measure_of_many_is_asked_alone(service: CbsService) -> None:
    door = open_door(service, "v4")
    *dimensions, measure, _ = fields(door)
    rows = door.rows(TABLE, select=[*dimensions, measure], where=[("Perioden", "2023JJ00")])
    assert set(rows[0]) == {*dimensions, measure}
    assert any(f"Measure%20eq%20%27{measure}%27" in path for path in service.requests)


@pytest.mark.parametrize("name", DOORS)
def test_all_pages_of_a_long_answer_are_followed(large, name: str) -> None:
    with CbsService(large, page_v4=20_000) as service:
        door = open_door(service, name, attempts=30)
        rows = door.rows(TABLE, select=fields(door))
        data = "TypedDataSet" if name == "v3" else "Observations?"
        pages = [path for path in service.requests if data in path or path.endswith("Observations")]
    table = large[TABLE]
    assert len(rows) == len(table.positions[0]) > 4 * PAGE
    size = {"v3": len(rows) / PAGE, "v4": len(rows) * len(table.topics) / 20_000}
    assert len(pages) == math.ceil(size[name]) >= 5


@pytest.mark.parametrize("name", DOORS)
def test_a_break_on_a_later_page_asks_that_page_again_and_not_the_first(large, name: str) -> None:
    with CbsService(large, page_v4=20_000) as service:
        door = open_door(service, name)
        keys = fields(door)
        service.requests.clear()
        service.faults[TABLE] = []

        class Third:
            """Break the third page, twice."""

            kind = "truncated"
            asked = 0
            broken = 0

            def strikes(self, entity: str, *, door: str) -> bool:  # noqa: ARG002
                self.asked += 1
                if self.asked >= 3 and self.broken < 2:
                    self.broken += 1
                    return True
                return False

        service.faults[TABLE].append(Third())
        rows = door.rows(TABLE, select=keys)
        assert len(rows) == len(large[TABLE].positions[0])
        third = "skip=20000" if name == "v3" else "skip=40000"
        pages = [path for path in service.requests if "count" not in path]
        assert len([path for path in pages if third in path]) == 3, pages
        assert len([path for path in pages if "skip" not in path]) == 1, pages


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize(
    ("kind", "error", "words", "asked"),
    [
        ("truncated", cbs.CbsUnreachableError, "brak halverwege af", 3),
        ("half_json", cbs.CbsUnreachableError, "onvolledig", 3),
        ("503", cbs.CbsUnreachableError, "503", 3),
        ("429", cbs.CbsUnreachableError, "429", 3),
        ("reset", cbs.CbsUnreachableError, "geen verbinding", 3),
        ("html", cbs.CbsRefusedError, "HTML", 1),
        ("not_odata", cbs.CbsRefusedError, "geen OData", 1),
        ("404", cbs.CbsRefusedError, "404", 1),
        ("410", cbs.CbsRefusedError, "410", 1),
        ("403", cbs.CbsRefusedError, "403", 1),
    ],
)
def test_every_bad_answer_is_named_and_only_passing_ones_are_asked_again(
    service: CbsService, name: str, kind: str, error: type[Exception], words: str, asked: int
) -> None:
    service.fault(TABLE, kind)
    with pytest.raises(error, match=words):
        open_door(service, name, attempts=3).properties(TABLE)
    assert len(service.requests) == asked


def test_a_service_that_recovers_is_read_in_the_end(service: CbsService) -> None:
    service.fault(TABLE, "503", times=2)
    assert open_door(service).info(TABLE)["Identifier"] == TABLE
    assert len(service.requests) == 3


def test_a_service_that_says_when_to_come_back_is_obeyed(service: CbsService) -> None:
    service.fault(TABLE, "429", times=1, seconds=1)
    start = time.monotonic()
    open_door(service).info(TABLE)
    assert time.monotonic() - start >= 1


def test_what_is_waited_for_is_said_until_the_answer_comes(service: CbsService) -> None:
    heard: list[str] = []
    service.fault(TABLE, "503", times=1)
    OdataV3(Connection(at(service), waiting=heard.append)).info(TABLE)
    assert len(heard) == 2
    assert "kan nu geen antwoord geven (503); nieuwe poging over" in heard[0]
    assert heard[1] == ""


def test_a_service_that_does_not_answer_is_given_up(service: CbsService) -> None:
    service.fault(TABLE, "slow", seconds=1.5)
    with pytest.raises(cbs.CbsUnreachableError, match="geen antwoord binnen"):
        open_door(service, read_timeout_s=0.2, attempts=2).info(TABLE)


def test_nobody_at_the_address_is_a_clear_message() -> None:
    nobody = Connection(cbs.Service.at("http://127.0.0.1:9", first_wait_s=0.01, attempts=2))
    with pytest.raises(cbs.CbsUnreachableError, match=r"geen verbinding met http://127\.0\.0\.1:9"):
        OdataV3(nobody).info(TABLE)


def test_a_host_that_never_answered_gets_fewer_tries_than_the_budget(service: CbsService) -> None:
    service.fault(TABLE, "reset")
    with pytest.raises(cbs.CbsUnreachableError):
        open_door(service, longest_wait_s=0.01).info(TABLE)
    assert len(service.requests) == 8


def test_the_tries_of_a_table_are_one_budget_and_good_answers_give_them_back(service: CbsService) -> None:
    door = open_door(service, attempts=4)
    door.info(TABLE)
    for _ in range(10):  # ten times three failures is far more than four
        service.fault(TABLE, "503", times=3)
        door.info(TABLE)
        door.info(TABLE)
        door.info(TABLE)
    service.fault(TABLE, "503")
    with pytest.raises(cbs.CbsUnreachableError):
        door.info(TABLE)


@pytest.mark.parametrize("name", DOORS)
def test_one_connection_serves_all_requests_and_says_who_asks(service: CbsService, name: str) -> None:
    door = open_door(service, name)
    door.info(TABLE)
    door.rows(TABLE, select=fields(door), where=[("Perioden", "2023JJ00")])
    assert len(service.requests) >= 3
    assert service.connections == 1
    assert set(service.agents) == {USER_AGENT}


@pytest.mark.parametrize("url", ["", "opendata.cbs.nl", "ftp://opendata.cbs.nl", "http://"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="geen adres"):
        cbs.Service.at(url)


def test_the_public_service_has_two_hosts_and_another_one_has_one() -> None:
    assert cbs.Service.at().url_v4 == "https://datasets.cbs.nl"
    assert cbs.Service.at("http://127.0.0.1:9/").url_v4 == "http://127.0.0.1:9"


def test_what_is_changed_in_cbsodata_for_a_call_is_put_back(service: CbsService) -> None:
    before = cbsodata3.Session
    open_door(service).info(TABLE)
    assert cbsodata.options.use_https is True
    assert cbsodata3.Session is before


def test_an_answer_with_fewer_figures_than_the_service_counts_is_no_answer(service: CbsService, monkeypatch) -> None:
    monkeypatch.setattr("tests.cbs_service.v4.count", lambda *_, **__: 99_999_999)
    door = open_door(service, "v4")
    with pytest.raises(cbs.CbsUnreachableError, match="niet compleet"):
        door.rows(TABLE, select=fields(door), where=[("Perioden", "2023JJ00")])


def test_the_catalogue_of_cbs_says_how_many_rows_a_table_has(service: CbsService) -> None:
    assert open_door(service).stated_rows(TABLE) == len(service.tables[TABLE].positions[0])
    assert open_door(service, "v4").stated_rows(TABLE) is None


def test_v3_does_not_look_at_the_case_of_an_id_and_v4_does(service: CbsService) -> None:
    assert open_door(service, "v3").info(TABLE.casefold())["Identifier"] == TABLE
    with pytest.raises(cbs.CbsRefusedError, match="404"):
        open_door(service, "v4").info(TABLE.casefold())


def test_every_served_title_says_that_it_is_made_up(service: CbsService) -> None:
    for name in DOORS:
        for table_id in service.tables:
            assert open_door(service, name).info(table_id)["Title"].startswith("VERZONNEN TESTCIJFERS")
