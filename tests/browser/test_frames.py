"""A figure on another site: a frame that takes its height, the source in its first screen, words where the frame forbids too much."""

import http.server
import re
import threading
from functools import partial

import pytest
from playwright.sync_api import expect

from pages._parts.sharing import links

FIGURES = [("/", "landelijk"), ("/kaart?gemeente=GM0758", "kaart"), ("/kaart?gemeente=GM0758", "verschil"), ("/west-brabant", "volgorde"),
           ("/impactmonitor", "impactmonitor"), ("/impactmonitor", "prevalentie"), ("/wie-meldt", "wie-meldt-landelijk"), ("/west-brabant", "politie"), ("/ontwikkeling", "ontwikkeling-meldingen")]  # fmt: skip
WITHIN_MS = 60_000


@pytest.fixture
def other_site(tmp_path):
    """Another site that shows this HTML; gives the address of its page."""
    site = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    )
    threading.Thread(target=site.serve_forever, daemon=True).start()

    def _page(body: str) -> str:
        (tmp_path / "krant.html").write_text(
            f"<meta charset=utf-8><h1>Krant</h1><div style='width:640px'>{body}</div>", encoding="utf-8"
        )
        return f"http://127.0.0.1:{site.server_port}/krant.html"

    yield _page
    site.shutdown()
    site.server_close()


@pytest.mark.parametrize(("path", "figure"), FIGURES)
def test_a_frame_takes_the_height_of_its_figure(page, server, other_site, path, figure):
    address, _, query = path.partition("?")
    state = dict(pair.split("=") for pair in query.split("&") if pair)
    there = links.bare(server + address, state, figure=figure)
    page.goto(other_site(links.frame_code(there, title="figuur", back=server + path)))
    frame = page.frame_locator("iframe")
    frame.locator(f".st-key-figuur-{figure} .hg-source").wait_for(timeout=WITHIN_MS)
    page.wait_for_timeout(1500)
    inner = page.frames[1]
    room = inner.evaluate("() => [document.querySelector('.stMain').scrollHeight, innerHeight]")
    assert room[0] <= room[1] + 2, "nothing to scroll"
    assert (
        inner.evaluate(
            "() => [...document.querySelectorAll('.stMain :is([role=tab], [role=combobox])')].filter(e => e.offsetParent).map(e => e.textContent)"
        )
        == []
    )
    expect(frame.get_by_role("link", name=re.compile("Bekijk deze figuur"))).to_have_count(1)


def test_a_frame_that_forbids_what_is_needed_says_so(page, server, other_site):
    there = links.bare(f"{server}/kaart", {"gemeente": "GM0758"}, figure="kaart")
    page.goto(other_site(f'<iframe src="{there}" sandbox="allow-scripts" width="640" height="400"></iframe>'))
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("Deze figuur kan hier niet worden getoond.")).to_be_visible(timeout=WITHIN_MS)
    expect(frame.get_by_role("link")).to_have_attribute("href", f"{server}/kaart?gemeente=GM0758")
