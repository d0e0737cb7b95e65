"""What the one who runs the server can rely on: /gezond for a watcher, /metrics for this machine only."""

import asyncio
import json
import time
import urllib.error
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families
from websockets.asyncio.client import connect

from tests.conftest import run_async

pytestmark = pytest.mark.slow


def ask(address: str, **headers: str) -> tuple[int, str, bytes]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers["content-type"], answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["content-type"], error.read()


def test_a_watcher_learns_status_version_age_and_last_refresh(server):
    _, kind, body = ask(f"{server}/gezond")
    told = json.loads(body)
    assert kind == "application/json"
    assert told["status"] in {"ok", "let op"}
    assert told["versie"]
    assert told["leeftijd_dagen"] >= 0
    assert "verversing" in told
    assert "python -m data_sources import" in told["zonder_open_lijn"]
    assert isinstance(told["deuren"], dict)
    assert {"app", "streamlit", "python"} <= set(told["software"])


def test_health_is_never_kept_by_a_proxy(server):
    with urllib.request.urlopen(f"{server}/gezond", timeout=30) as answer:
        assert answer.headers["cache-control"] == "no-store"


def readers(server: str) -> float:
    families = {one.name: one for one in text_string_to_metric_families(ask(f"{server}/metrics")[2].decode())}
    assert families["process_resident_memory_bytes"].samples[0].value > 50e6
    assert families["beeld_data_info"].samples[0].labels["version"]
    return families["beeld_readers"].samples[0].value


def test_this_machine_learns_memory_and_connected_readers_in_prometheus_text(fresh_server):
    assert readers(fresh_server) == 0

    async def while_connected() -> float:
        address = f"{fresh_server.replace('http', 'ws')}/_stcore/stream"
        async with connect(address, subprotocols=["streamlit"], origin=fresh_server):
            await asyncio.sleep(0.3)
            return await asyncio.to_thread(readers, fresh_server)

    assert run_async(while_connected()) == 1


def test_an_operator_learns_when_a_worker_has_finished_its_start(fresh_server):
    assert b"beeld_settled 0.0" in ask(f"{fresh_server}/metrics")[2]
    until = time.monotonic() + 90
    while b"beeld_settled 1.0" not in ask(f"{fresh_server}/metrics")[2]:
        assert time.monotonic() < until
        time.sleep(0.5)


@pytest.mark.parametrize("header", ["X_Forwarded_For", "X_Forwarded_Proto", "Forwarded", "X_Real_IP", "Via"])
def test_metrics_that_are_asked_through_a_proxy_are_not_found(server, header):
    status, _, body = ask(f"{server}/metrics", **{header: "127.0.0.1"})
    assert status == 404
    assert b"process_" not in body


def test_metrics_name_no_reader_and_no_place(server):
    body = ask(f"{server}/metrics")[2].decode()
    assert "GM0" not in body
    assert "127.0.0.1" not in body
