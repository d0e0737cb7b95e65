"""A reader takes a figure along: as a file, on another site, and with the keyboard alone."""

import http.server
import threading
import time
from functools import partial
from html import escape

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def newspaper(tmp_path):
    """Another site: makes a page that shows an address in a frame, and gives the address of that page."""
    site = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    )
    threading.Thread(target=site.serve_forever, daemon=True).start()

    def _newspaper(address: str) -> str:
        body = f'<h1>Krant</h1><iframe title="figuur" src="{escape(address)}" width="800" height="720"></iframe>'
        (tmp_path / "krant.html").write_text(body, encoding="utf-8")
        return f"http://127.0.0.1:{site.server_port}/krant.html"

    yield _newspaper
    site.shutdown()


def test_the_row_of_uses_works_with_the_keyboard_alone(page, visit, server):
    visit(page, f"{server}/")
    page.locator("summary", has_text="Gebruik deze figuur").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="CSV", exact=True).wait_for(timeout=20_000)
    page.get_by_role("button", name="CSV", exact=True).focus()
    with page.expect_download(timeout=60_000) as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")


def test_an_embedded_figure_stands_alone_on_another_site_and_links_back(page, server, newspaper):
    page.goto(newspaper(f"{server}/?embed=true&figuur=landelijk"))
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Bekijk deze figuur met uitleg").wait_for(timeout=30_000)
    expect(frame.locator(".st-key-figuur-landelijk")).to_be_visible()
    expect(frame.locator("h1").first).not_to_be_visible()
    expect(frame.locator(".st-key-kleine-kaart")).not_to_be_visible()


def test_a_page_that_was_not_asked_for_as_embed_cannot_be_framed(page, server, newspaper):
    page.goto(newspaper(f"{server}/"))
    page.wait_for_load_state("networkidle")
    until = time.monotonic() + 30
    while not page.frames[1].url.startswith("chrome-error") and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert page.frames[1].url.startswith("chrome-error")
