"""The map before the app: there without a line to the app, taken over by it, and never in its way."""

import gzip
import json
import re
import urllib.request

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from web import prerendered_map

MAP = "/kaart?indicator=wb-meldingen&periode=2018"
BREDA = "GM0758"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def get(url: str, **headers: str):
    wanted = {"Accept-Encoding": "gzip, br", **{name.replace("_", "-"): value for name, value in headers.items()}}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=wanted), timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("address", [prerendered_map.WORDS, prerendered_map.FIGURES])
def test_both_answers_come_compressed_and_are_not_sent_twice(server, address):
    status, headers, body = get(server + address)
    assert (status, headers["content-encoding"], headers["cache-control"]) == (200, "gzip", "no-cache")
    plain = get(server + address, Accept_Encoding="identity")[2]
    assert json.loads(gzip.decompress(body)) == json.loads(plain)
    assert get(server + address, If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize("address", [prerendered_map.WORDS, prerendered_map.FIGURES])
def test_an_address_that_needs_words_first_gets_no_map_ahead(server, address):
    assert get(f"{server}{address}?gemeente=GM9999")[0] == 204


def test_only_the_page_of_the_map_waits_with_the_scripts_of_the_app(server):
    page, frame, other = (get(server + path)[2] for path in ("/kaart", "/kaart?embed=true", "/ontwikkeling"))
    page, frame, other = (brotli.decompress(body).decode() for body in (page, frame, other))
    waiting = re.search(r'<template id="hg-app">(.*?)</template>', page, re.DOTALL).group(1)
    assert '<script type="module" crossorigin src="/static/js/index.' in waiting
    assert "/static/js/" not in page.replace(waiting, "")
    assert "hg-app" not in frame + other


@pytest.fixture
def without_app(page):
    """A page whose app does not start until it is told to (`page.go_on()`)."""
    page.set_default_timeout(60_000)
    held, going = [], []
    page.route("**/static/js/index.*.js", lambda route: route.continue_() if going else held.append(route))

    def go_on() -> None:
        going.append(True)  # what is asked for from now on is not held
        for route in held:
            route.continue_()

    page.go_on = go_on
    return page


@pytest.mark.browser
def test_map_words_and_legend_are_there_before_the_app(server, without_app):
    page = without_app
    page.goto(f"{server}{MAP}&gemeente={BREDA}")
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    assert page.locator(".hg-first h1").inner_text() == "Cijfers op de kaart"
    assert page.locator(".hg-first .hgk-places path").count() == 380
    expect(page.locator(".hg-first .hgk-now strong")).to_have_text("Breda")
    expect(page.locator(".hg-first .hg-card h2").last).to_have_text("Breda")
    assert page.locator("#root").evaluate("root => root.inert")
    page.get_by_role("link", name="Naar de inhoud").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hg-first h1")).to_be_focused()


@pytest.mark.browser
def test_the_app_takes_over_the_map_itself_and_what_was_chosen_on_it(server, without_app):
    page = without_app
    page.goto(server + MAP)
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    page.evaluate("document.querySelector('.hgk-map').mine = true")
    page.locator(".hgk-map").focus()
    page.keyboard.type("breda")
    page.keyboard.press("Enter")
    expect(page).to_have_url(
        re.compile(f"gemeente={BREDA}")
    )  # so that nothing is lost when the app starts late or again
    page.evaluate("document.querySelector('.hg-first').scrollTo(0, 120)")
    page.go_on()
    page.wait_for_selector(".stMain .hgk-map[data-ready]")
    expect(page.locator(".hg-first")).to_have_count(0)
    assert page.evaluate("document.querySelector('.stMain .hgk-map').mine")
    expect(page).to_have_url(re.compile(f"gemeente={BREDA}"))
    expect(page.locator(".st-key-blok-plaats h2")).to_have_text("Breda")
    expect(page.locator(".stMain .hgk-map")).to_be_focused()
    assert page.locator(".stMain").evaluate("main => main.scrollTop") == pytest.approx(120, abs=20)
    assert not page.locator("#root").evaluate("root => root.inert")


@pytest.mark.browser
def test_the_map_is_drawn_once(server, page, visit):
    drawn = []
    page.on("request", lambda request: drawn.append(request.url))
    visit(page, server + MAP)
    page.wait_for_selector(".stMain .hgk-map[data-ready]")
    assert page.locator(".hgk-places").count() == 1
    assert page.locator(".hg-first").count() == 0
    assert len([url for url in drawn if "/boundaries/gm-2018" in url]) == 1


@pytest.mark.browser
def test_the_boundaries_do_not_wait_for_the_figures(server, page):
    page.route("**/eerste-kaart/cijfers*", lambda _route: None)  # never answered
    with page.expect_request("**/boundaries/gm-2018*"):
        page.goto(server + MAP, wait_until="commit")
    assert page.locator(".stApp").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("broken", ["**/first_answer.*.js", "**/eerste-kaart/cijfers*", "**/boundaries/*.json"])
def test_what_is_missing_ahead_does_not_hold_up_the_app(server, page, visit, broken):
    page.route(broken, lambda route: route.abort())
    visit(page, server + MAP)
    expect(page.locator(".stMain h1")).to_have_text("Cijfers op de kaart")
    expect(page.locator(".hg-first")).to_have_count(0)
    assert not page.locator("#root").evaluate("root => root.inert")


@pytest.mark.browser
def test_a_wrong_address_is_answered_by_the_page_alone(server, page, visit):
    visit(page, f"{server}/kaart?gemeente=GM9999")
    expect(page.locator(".stAlert")).to_contain_text("GM9999")
    expect(page.locator(".hg-first")).to_have_count(0)
    page.wait_for_selector(".stMain .hgk-map[data-ready]")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_the_app_takes_over(server, without_app, width):
    page = without_app
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}{MAP}&gemeente={BREDA}")
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    parts = ["h1", "h2", ".hgk-stage", *([".hg-big-value"] if width > 1000 else [])]
    where = """parts => parts.map(one => {
        const box = document.querySelector(`:is(.hg-first, .stMain) ${one}`).getBoundingClientRect();
        return [one, Math.round(box.x), Math.round(box.y), Math.round(box.width)];
    })"""
    ahead = page.evaluate(where, parts)
    page.go_on()
    page.wait_for_selector(".stMain .hgk-map[data-ready]")
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    page.wait_for_timeout(500)
    for before, after in zip(ahead, page.evaluate(where, parts), strict=True):
        assert before[0] == after[0]
        assert before[1:] == pytest.approx(after[1:], abs=3), before[0]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_map_before_the_app(server, without_app, scheme, width):
    page = without_app
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}{MAP}&gemeente={BREDA}")
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.querySelector('.hg-first').scrollWidth") <= width
