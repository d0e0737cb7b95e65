"""A line that drops requests, a certificate nobody trusts, a proxy: the refresh gets through, or says what to do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data_sources.__main__ import main
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import CbsCertificateError, Service
from data_sources.cbs.certificates import VARIABLES
from data_sources.cbs.connection import Connection
from data_sources.cbs.odata_v3 import OdataV3
from data_sources.refresh import progress
from data_sources.refresh.doors import DoorChoice
from data_sources.refresh.run import refresh
from tests.cbs_service.made_up import small
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import BY_ID, OTHER, TABLE, Listening

pytestmark = pytest.mark.slow

CERTIFICATE = Path(__file__).parents[2] / "cbs_service" / "self_signed.pem"


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch) -> None:
    for name in (*VARIABLES, "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.casefold(), raising=False)


@pytest.fixture(scope="module")
def over_tls() -> Iterator[CbsService]:
    with CbsService({OTHER: small()[OTHER]}, certificate=CERTIFICATE) as service:
        yield service


@pytest.fixture(scope="module")
def of_whole_years() -> Iterator[CbsService]:
    with CbsService(small(halves=False)) as service:
        yield service


@pytest.mark.parametrize("run", range(10))
def test_one_request_in_three_dropped_costs_no_table_in_ten_runs_of_ten(of_whole_years, tmp_path, run) -> None:
    service = of_whole_years
    service.heal()
    for number, table in enumerate(REFRESHED_TABLES):
        service.fault(table.id, "drop", chance=1 / 3, seed=100 * run + number)
    listening = Listening()
    outcome = refresh(
        tmp_path,
        service=Service.at(service.url, first_wait_s=0.001, longest_wait_s=0.002),
        listener=listening,
        tables=[table for table in REFRESHED_TABLES if not table.stands_in_for],
        door=DoorChoice.V3 if run % 2 else DoorChoice.V4,
    )
    assert outcome.complete, outcome.refused
    assert set(outcome.doors) == {table.id for table in REFRESHED_TABLES if not table.stands_in_for}
    assert len([text for text in listening.waited if text]) > len(REFRESHED_TABLES)  # requests were dropped indeed


def test_a_line_that_drops_nine_in_ten_is_given_up_in_the_end(service, tmp_path) -> None:
    service.fault(OTHER, "drop", chance=0.9, seed=1)
    outcome = refresh(
        tmp_path,
        service=Service.at(service.url, first_wait_s=0.001, longest_wait_s=0.002),
        listener=Listening(),
        tables=[BY_ID[OTHER]],
    )
    assert "geen verbinding" in outcome.refused[OTHER]


def test_what_a_refresh_waits_for_stands_in_the_progress_file(again, tmp_path, service, monkeypatch) -> None:
    written = []
    monkeypatch.setattr(progress, "write", lambda _, state: written.append(state.waiting))
    service.fault(OTHER, "503", times=1)
    again(tmp_path, OTHER)
    assert any("(503); nieuwe poging over" in text for text in written)
    assert written[-1] == ""


def test_a_refresh_makes_one_connection(again, tmp_path, service) -> None:
    again(tmp_path, TABLE, OTHER)
    assert len(service.requests) > 15
    assert service.connections == 1


def test_a_certificate_that_is_not_trusted_is_named_within_two_seconds_and_not_tried_again(
    over_tls, tmp_path, capsys
) -> None:
    over_tls.heal()
    start = time.monotonic()
    assert main(["refresh", "--service", over_tls.url, "--data", str(tmp_path), "--table", OTHER]) == 1
    assert time.monotonic() - start < 2
    printed = capsys.readouterr().out
    assert "wordt niet vertrouwd (self-signed certificate" in printed
    assert "SSL_CERT_FILE" in printed
    assert over_tls.requests == []
    assert over_tls.connections == 2  # one per door


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_certificate_in_the_environment_is_trusted(over_tls, tmp_path, monkeypatch, variable) -> None:
    over_tls.heal()
    monkeypatch.setenv(variable, str(CERTIFICATE))
    outcome = refresh(tmp_path, service=Service.at(over_tls.url), listener=Listening(), tables=[BY_ID[OTHER]])
    assert outcome.complete
    assert outcome.doors == {OTHER: "v3"}
    assert over_tls.connections == 1


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_file_with_certificates_that_is_not_there_is_named(over_tls, monkeypatch, variable) -> None:
    monkeypatch.setenv(variable, "/nergens/ca.pem")
    with pytest.raises(CbsCertificateError, match=f"in {variable} staat, bestaat niet: /nergens/ca.pem"):
        OdataV3(Connection(Service.at(over_tls.url))).info(OTHER)


def test_a_proxy_of_the_environment_is_used(service, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", service.url)  # it answers whatever host is asked for
    outcome = refresh(
        tmp_path, service=Service.at("http://cbs.example"), listener=Listening(), tables=[BY_ID[OTHER]], reread=True
    )
    assert outcome.complete
    assert all(path.startswith("http://cbs.example/") for path in service.requests)


def test_a_proxy_that_is_not_there_is_named_without_its_password(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://jansen:geheim@127.0.0.1:9")
    outcome = refresh(
        tmp_path,
        service=Service.at("http://cbs.example", attempts=1),
        listener=Listening(),
        tables=[BY_ID[OTHER]],
    )
    assert outcome.refused[OTHER] == "de proxy van dit netwerk geeft geen verbinding met cbs.example"
