"""Every page before its app: whole, clean and in its place, whether it writes its first screen itself or its script is run ahead."""

import re
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

import site_map
from pages._parts import first_answer
from tests.audit import axe

RUN_AHEAD = [page.address for page in site_map.PAGES if page.path not in first_answer.PAGES]
WITH_CHOICES = [
    "/vergelijken?gemeente=GM0758&met=GM0855",
    "/ontwikkeling?gemeente=GM0855",
    "/gatenkaart?gemeente=GM0758",
]
WRITTEN = ["/", "/gemeente?gemeente=GM0758", "/gemeente?gemeente=NL01", "/gemeente?gemeente=GM0855"]
WIDTHS = (1280, 360)
LONGEST_S = 60


def get(address: str, **more) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, **more), timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def screen(server: str, path: str) -> str:
    """The first answer of a page, asked for until its first screen is ready."""
    until = time.monotonic() + LONGEST_S
    while True:
        status, html = get(server + path)
        assert status == 200
        if '<main class="hg-first"' in html:
            return html.partition('<main class="hg-first"')[2].partition("</main>")[0]
        assert time.monotonic() < until, f"{path} has no first screen"
        time.sleep(0.2)


@pytest.mark.parametrize("path", WITH_CHOICES)
def test_choices_in_the_address_are_in_the_first_screen(server, path):
    place = "Loon op Zand" if path.endswith("GM0809") else "Breda" if "GM0758" in path else "Tilburg"
    assert place in screen(server, path)


def test_a_page_speaks_of_the_site_by_its_own_address(server):
    html = screen(server, "/downloads")
    assert f"{server}/kaart" in html
    assert ".invalid" not in html


def test_a_run_ahead_leaves_no_door_open_for_files(server):
    screen(server, "/cijfercheck")
    assert get(f"{server}/_stcore/upload_file/test%20session%20id/1", method="PUT", data=b"x")[0] == 405


# texts that are read, and where headings and first paragraphs stand
_WORDS = """() => { const walker = document.createTreeWalker(document.querySelector('.hg-first'), NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) { const text = walker.currentNode.textContent.replace(/\\s+/g, ' ').trim();
    if (text && !walker.currentNode.parentElement.closest('[aria-hidden=true], noscript, form')) texts.push(text); }
  return texts; }"""
_MISSING = "texts => { const whole = document.querySelector('.stMain').textContent.replace(/\\s+/g, ' '); return texts.filter(text => !whole.includes(text)); }"
_PLACES = """box => [...document.querySelectorAll(`${box} :is(h1, h2, h3, .hg-answer, .hg-chart, .hg-tiles, summary, table)`)]
  .filter(each => each.checkVisibility() && !each.closest('noscript')).map(each => [each.localName, Math.round(each.getBoundingClientRect().x), each.getBoundingClientRect().y])"""
_TWICE = "() => [...document.querySelectorAll('[id]')].map(each => each.id).filter((id, number, all) => all.indexOf(id) !== number)"


def places(page, box: str) -> dict[int, list]:
    measured = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        measured[width] = page.evaluate(_PLACES, box)
    return measured


@pytest.mark.browser
@pytest.mark.parametrize("path", WRITTEN + RUN_AHEAD + WITH_CHOICES)
def test_a_page_is_whole_before_its_app_and_stays_where_it_is(server, without_app, path):
    page = without_app
    screen(server, path)
    page.goto(server + path, wait_until="commit")
    page.wait_for_selector(".hg-first h1")
    page.wait_for_function("document.fonts.status === 'loaded'")
    before, words = places(page, ".hg-first"), page.evaluate(_WORDS)
    assert axe(page) == ""
    assert (page.locator("h1").count(), page.evaluate(_TWICE)) == (1, [])
    page.go_on()
    expect(page.locator(".hg-first")).to_have_count(0, timeout=60_000)
    assert page.evaluate(_MISSING, words) == []
    assert page.evaluate(_TWICE) == []
    after = places(page, ".stMain")
    for width in WIDTHS:
        for (kind, left, top), (new_kind, new_left, new_top) in zip(before[width][:8], after[width], strict=False):
            assert (width, kind, left) == (width, new_kind, new_left)
            assert top == pytest.approx(new_top, abs=24)


@pytest.mark.browser
def test_a_page_whose_script_is_run_ahead_can_be_read_and_left_without_script(browser, server):
    screen(server, "/bronnen")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server}/bronnen")
    page.locator("main summary", has_text="Wat betekent elk cijfer?").click()
    assert page.locator("main table:visible tbody tr").count() > 3
    expect(page.locator(".hg-exit")).to_be_visible()
    expect(page.locator(".hg-first-control:visible, .hg-first-toggle:visible")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".hg-first a", has_text="Woordenlijst").click()
    expect(page).to_have_url(re.compile("#woorden$"))
    context.close()


@pytest.mark.browser
def test_a_fold_that_was_opened_before_the_app_stays_open_under_the_finger(browser, server):
    screen(server, "/bronnen")
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640}, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(f"{server}/bronnen")
    page.locator(".hg-first summary", has_text="Wat betekent elk cijfer?").tap()
    fold = page.locator("details[open] > summary", has_text="Wat betekent elk cijfer?")
    expect(fold).to_have_count(1)
    where = fold.bounding_box()["y"]
    expect(page.locator(".hg-first")).to_have_count(0, timeout=60_000)
    expect(fold).to_have_count(1)
    assert fold.bounding_box()["y"] == pytest.approx(where, abs=24)
    context.close()
