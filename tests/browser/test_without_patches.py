"""The main path of a reader on a server without any patch: slower, and nothing is missing."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.conftest import free_port, running, uvicorn_command

pytestmark = pytest.mark.browser
ASSEN = "GM0106"


@pytest.fixture(scope="module")
def plain_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app started with HGIB_PATCHES=off."""
    port, log = free_port(), tmp_path_factory.mktemp("plain") / "log.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HGIB_PATCHES", "off")
        with running(uvicorn_command(port), port=port, log=log) as address:
            yield address
    assert "Traceback" not in log.read_text()


def test_a_place_can_be_found_stepped_through_and_taken_along(page, plain_server, visit):
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{plain_server}/kaart?indicator=aandeel-adviezen&niveau=GM")
    assert page.evaluate("window.hgFirstMap === undefined && !window.WebSocket.toString().includes('handOver')")
    page.locator("svg.hgk-map[data-ready]").focus()
    page.keyboard.type("assen", delay=20)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"gemeente={ASSEN}"))
    card = page.locator(".st-key-blok-plaats")
    card.locator("h2", has_text="Assen").wait_for()
    assert card.locator(".hg-big-value").inner_text().strip().rstrip("%") == "66,0"
    page.locator(".st-key-figuur-kaart").get_by_role("tab", name="Tabel").click()
    page.locator("tr", has=page.locator('th[scope="row"]', has_text=re.compile("^Assen$"))).wait_for()
    page.locator(".st-key-figuur-kaart").get_by_role("tab", name="Kaart").click()
    page.get_by_role("button", name="Vorige periode").click()
    page.wait_for_function("document.querySelector('.hgk-period').innerText.startsWith('2020')")
    with page.expect_download() as download:
        page.locator("summary", has_text="Gebruik deze figuur").first.click()
        page.get_by_role("button", name="Alles (zip)").first.click()
    assert download.value.suggested_filename.endswith(".zip")
    page.locator(".hg-menu a", has_text="Impactmonitor").first.evaluate("link => link.click()")
    page.wait_for_url("**/impactmonitor*")
    page.locator("h1", has_text="Impactmonitor").wait_for()
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    assert errors == []


def test_the_quick_exit_and_the_dutch_first_answer_do_not_depend_on_patches(page, plain_server):
    first = page.request.get(f"{plain_server}/kaart")
    assert '<html lang="nl"' in first.text()
    assert "hg-exit" in first.text()
    assert first.headers["content-security-policy"]
    assert urlsplit(first.url).path == "/kaart"
