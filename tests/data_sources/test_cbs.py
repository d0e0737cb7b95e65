"""What the refresh may rely on when it asks CBS something; cbsodata runs for real against the local service."""

from __future__ import annotations

import time
from collections.abc import Iterator

import cbsodata
import pytest

from data_sources import cbs
from tests.cbs_service.made_up import full, small
from tests.cbs_service.server import PAGE, CbsService

TABLE = "84849NED"


@pytest.fixture(scope="module")
def running() -> Iterator[CbsService]:
    with CbsService(small()) as service:
        yield service


@pytest.fixture
def service(running: CbsService) -> CbsService:
    running.heal()
    return running


def at(service: CbsService, **patience: float) -> cbs.Service:
    return cbs.Service.at(service.url, **{"first_wait_s": 0.01, "read_timeout_s": 5} | patience)


def test_rows_keep_the_codes_of_cbs_and_missing_stays_none(service: CbsService) -> None:
    fields = ["RegioS", "Perioden", "OntvangenMeldingen_2"]
    rows = cbs.fetch_rows(TABLE, service=at(service), select=fields, where=(("Perioden", "2023JJ00"),))
    assert {row["Perioden"] for row in rows} == {"2023JJ00"}
    assert rows[0]["RegioS"] == "NL01  "
    assert isinstance(rows[0]["OntvangenMeldingen_2"], int | float)
    assert any(row["OntvangenMeldingen_2"] is None for row in rows)


def test_all_pages_of_a_long_answer_are_followed() -> None:
    with CbsService({"84849NED": full(years=(2023,), half=None)["84849NED"]}) as service:
        rows = cbs.fetch_rows(TABLE, service=at(service), select=["RegioS"])
        pages = [path for path in service.requests if "TypedDataSet" in path]
    assert len(rows) == 36 * 404 * 3 > 4 * PAGE
    assert len(pages) == 5


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
        ("403", cbs.CbsRefusedError, "403", 1),
    ],
)
def test_every_bad_answer_is_named_and_only_passing_ones_are_asked_again(
    service: CbsService, kind: str, error: type[Exception], words: str, asked: int
) -> None:
    service.fault(TABLE, kind)
    with pytest.raises(error, match=words):
        cbs.fetch_properties(TABLE, service=at(service, attempts=3))
    assert len(service.requests) == asked


def test_a_service_that_recovers_is_read_in_the_end(service: CbsService) -> None:
    service.fault(TABLE, "503", times=2)
    assert cbs.fetch_info(TABLE, service=at(service))["Identifier"] == TABLE
    assert len(service.requests) == 3


def test_a_service_that_says_when_to_come_back_is_obeyed(service: CbsService) -> None:
    service.fault(TABLE, "429", times=1, seconds=1)
    start = time.monotonic()
    cbs.fetch_info(TABLE, service=at(service))
    assert time.monotonic() - start >= 1


def test_a_service_that_does_not_answer_is_given_up(service: CbsService) -> None:
    service.fault(TABLE, "slow", seconds=1.5)
    with pytest.raises(cbs.CbsUnreachableError, match="geen antwoord binnen"):
        cbs.fetch_info(TABLE, service=at(service, read_timeout_s=0.2, attempts=2))


def test_nobody_at_the_address_is_a_clear_message() -> None:
    with pytest.raises(cbs.CbsUnreachableError, match=r"geen verbinding met http://127\.0\.0\.1:9"):
        cbs.fetch_info(TABLE, service=cbs.Service.at("http://127.0.0.1:9", first_wait_s=0.01, attempts=2))


@pytest.mark.parametrize("url", ["", "opendata.cbs.nl", "ftp://opendata.cbs.nl", "http://"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="geen adres"):
        cbs.Service.at(url)


def test_the_switch_of_cbsodata_is_put_back(service: CbsService) -> None:
    cbs.fetch_info(TABLE, service=at(service))
    assert cbsodata.options.use_https is True


def test_every_served_title_says_that_it_is_made_up(service: CbsService) -> None:
    for table_id in service.tables:
        info = cbs.fetch_info(table_id, service=at(service))
        assert info["Title"].startswith("VERZONNEN TESTCIJFERS")
        assert info["ShortTitle"].startswith("VERZONNEN TESTCIJFERS")
