"""axe-core on every page, on a desk and on a phone, light and dark; and what axe cannot see."""

import itertools
import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages._parts import site

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
PATHS = [page.address for page in site.existing()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(page, server, visit, path, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server + path)
    page.wait_for_timeout(700)
    found = Axe().run(page, options=RULES).response["violations"]
    told = [{"rule": one["id"], "nodes": [node["html"][:160] for node in one["nodes"][:4]]} for one in found]
    assert told == [], json.dumps(told, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_one_h1_no_skipped_heading_and_fits_320_px(page, server, visit, path):
    page.set_viewport_size({"width": 320, "height": 800})
    visit(page, server + path)
    levels = page.eval_on_selector_all(
        ".stMain :is(h1,h2,h3,h4,h5,h6)", "all => all.filter(h => h.offsetParent).map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), levels
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.evaluate(
        "(() => { const m = document.querySelector('.stMain'); return m.scrollWidth - m.clientWidth; })()"
    )
    assert main <= 1, "the page scrolls sideways"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_speaks_dutch_and_asks_nothing_of_another_host(page, server, visit, path):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "//" in request.url else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    visit(page, server + path)
    page.wait_for_timeout(500)
    assert hosts == {server.split("/")[2]}
    assert errors == []
    assert page.evaluate("document.documentElement.lang") == "nl"
    shown = page.locator("body").inner_text()
    for english in ("Fullscreen", "Loading", "Running...", "Choose an option", "No results", "error"):
        assert english not in shown
