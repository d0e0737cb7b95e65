"""A reader moves to the other worker: the workers share no secret, because nothing that a reader carries is signed."""

import http.client
import re
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
import streamlit.config
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string

from benchmarks.peers import figures
from tests.deploy.conftest import heading

MAP = "/kaart?indicator=meldingen&periode=2025-H2&gemeente=GM0344"
HEALTH = "/_stcore/health"  # the one address at which Streamlit hands out the token
TOKEN = "_streamlit_xsrf"
NAMES = {code: entry[0] for code, entry in figures.boundary_file()["p"].items()}
ROOT = Path(__file__).resolve().parents[2]


def ask(address: str, path: str, *, method: str = "GET", **cookies: str) -> tuple[int, dict[str, str]]:
    """Status and the cookies that the answer sets."""
    link = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    link.request(method, path, headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})
    answer = link.getresponse()
    answer.read()
    link.close()
    jar = SimpleCookie()
    for line in answer.headers.get_all("Set-Cookie") or []:
        jar.load(line)
    return answer.status, {name: morsel.value for name, morsel in jar.items()}


@pytest.mark.deploy
def test_the_other_worker_knows_the_token_against_forged_requests(site):
    first, given = ask(site.address, HEALTH, werker="a")
    second, again = ask(site.address, HEALTH, werker="b", **{TOKEN: given[TOKEN]})
    _, stranger = ask(site.address, HEALTH, werker="b")
    assert (first, second) == (200, 200)
    assert decode_xsrf_token_string(again[TOKEN])[0] == decode_xsrf_token_string(given[TOKEN])[0]
    assert decode_xsrf_token_string(stranger[TOKEN])[0] != decode_xsrf_token_string(given[TOKEN])[0]


@pytest.mark.deploy
@pytest.mark.parametrize("worker", ["a", "b"])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_worker_takes_an_upload_that_no_page_asks_for(site, worker, method):
    assert ask(site.address, "/_stcore/upload_file/session/file", method=method, werker=worker)[0] == 405


@pytest.mark.deploy
def test_a_browser_that_is_sent_to_the_other_worker_goes_on_where_it_was(site, page: Page):
    page.goto(site.address + MAP)
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    before = cookies(page)
    assert set(before) == {"werker", TOKEN}, "a signed cookie would need a secret that all workers share"
    other = {"a": "b", "b": "a"}[before["werker"]]
    page.context.add_cookies([{"name": "werker", "value": other, "url": site.address}])
    page.reload()
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    page.locator('path[data-code="GM0363"]').first.click(force=True)
    expect(heading(page, "Amsterdam")).to_be_visible(timeout=20_000)
    assert cookies(page)["werker"] == other
    assert decode_xsrf_token_string(cookies(page)[TOKEN])[0] == decode_xsrf_token_string(before[TOKEN])[0]


def test_no_page_asks_a_reader_to_sign_in():
    """Signing in is the one thing in Streamlit that signs a cookie; then deploy/README.md asks for a shared secret."""
    asked = re.compile(r"\bst\.(login|logout|user)\b|\[auth\]")
    files = [path for room in ("pages", "web", ".streamlit") for path in (ROOT / room).rglob("*") if path.is_file()]
    assert [path for path in files if path.suffix in {".py", ".toml"} and asked.search(path.read_text("utf-8"))] == []


def test_every_worker_reads_the_same_file_in_which_a_shared_secret_would_stand():
    unit = (ROOT / "deploy" / "systemd" / "beeld@.service").read_text(encoding="utf-8")
    page = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    assert "EnvironmentFile=-/etc/beeld/environment" in unit
    name = re.search(r"(STREAMLIT_\w+)=%s", page)[1]
    assert name == streamlit.config.get_config_options()["server.cookieSecret"].env_var


def cookies(page: Page) -> dict[str, str]:
    return {one["name"]: one["value"] for one in page.context.cookies()}
