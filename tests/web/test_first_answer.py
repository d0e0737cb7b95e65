"""The first screen before the app: there without a line to it, taken over by it, and never in its way."""

import gzip
import re
import urllib.request

import brotli
import pytest
from playwright.sync_api import expect

from tests.audit import axe
from web import first_answer

MAP = "/kaart?indicator=wb-meldingen&periode=2018"
BREDA = "GM0758"


def get(url: str, **headers: str):
    wanted = {"Accept-Encoding": "gzip, br", **{name.replace("_", "-"): value for name, value in headers.items()}}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=wanted), timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    "address", [first_answer.FIGURES, first_answer.PICTURE, "/", "/gemeente?gemeente=GM0758", "/kaart"]
)
def test_the_answers_come_compressed_and_are_not_sent_twice(server, address):
    status, headers, body = get(server + address, Accept_Encoding="gzip")
    assert (status, headers["content-encoding"], headers["cache-control"]) == (200, "gzip", "no-cache")
    plain = get(server + address, Accept_Encoding="identity")[2]
    assert gzip.decompress(body) == plain
    assert get(server + address, Accept_Encoding="gzip", If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize("address", [first_answer.FIGURES, first_answer.PICTURE])
def test_an_address_that_needs_words_first_gets_no_map_ahead(server, address):
    assert get(f"{server}{address}?gemeente=GM9999")[0] == 204


@pytest.mark.parametrize("path", ["/", "/kaart", "/gemeente", "/gemeente?gemeente=GM0758"])
def test_a_page_with_a_first_screen_waits_with_the_scripts_of_the_app(server, path):
    page = brotli.decompress(get(server + path)[2]).decode()
    waiting = re.search(r'<template id="hg-app">(.*?)</template>', page, re.DOTALL).group(1)
    assert '<script type="module" crossorigin src="/static/js/index.' in waiting
    assert "/static/js/" not in page.replace(waiting, "")
    assert '<main class="hg-first"' in page


@pytest.mark.parametrize(
    "path", ["/kaart?embed=true", "/gemeente?gemeente=GM9999", "/kaart?periode=1999", "/ontwikkeling?gemeente=GM9999"]
)
def test_no_other_page_waits(server, path):
    page = brotli.decompress(get(server + path)[2]).decode()
    assert "hg-app" not in page
    assert "hg-first" not in page


@pytest.mark.browser
def test_map_words_and_legend_are_there_before_the_app(server, without_app):
    page = without_app
    page.goto(f"{server}{MAP}&gemeente={BREDA}", wait_until="commit")
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    expect(page.locator(".hg-first h1")).to_have_text("Cijfers op de kaart")
    expect(page.locator(".hg-first .hgk-places path")).to_have_count(380)
    expect(page.locator(".hg-first .hgk-now strong")).to_have_text("Breda")
    expect(page.locator(".hg-first .hg-card h2").last).to_have_text("Breda")
    assert page.locator("#root").evaluate("root => root.inert")
    page.get_by_role("link", name="Naar de inhoud").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hg-first h1")).to_be_focused()


@pytest.mark.browser
def test_the_app_takes_over_the_map_itself_and_what_was_chosen_on_it(server, without_app):
    page = without_app
    page.goto(server + MAP, wait_until="commit")
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
    expect(page.locator(".hgk-places")).to_have_count(1)
    expect(page.locator(".hg-first")).to_have_count(0)
    assert len([url for url in drawn if "/boundaries/gm-2018" in url]) == 1


@pytest.mark.browser
def test_the_boundaries_do_not_wait_for_the_figures(server, page):
    page.route("**/eerste-kaart/cijfers*", lambda _route: None)  # never answered
    with page.expect_request("**/boundaries/gm-2018*"):
        page.goto(server + MAP, wait_until="commit")
    expect(page.locator(".stApp")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize("broken", ["**/eerste-kaart/cijfers*", "**/boundaries/*.json"])
def test_what_is_missing_ahead_does_not_hold_up_the_app(server, page, visit, broken):
    page.route(broken, lambda route: route.abort())
    visit(page, server + MAP)
    expect(page.locator(".stMain h1")).to_have_text("Cijfers op de kaart")
    expect(page.locator(".hg-first")).to_have_count(0)
    assert not page.locator("#root").evaluate("root => root.inert")


@pytest.mark.browser
def test_without_script_there_is_an_answer_a_picture_a_table_and_a_search(browser, server):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for address, words in (
        ("/", "66.270"),
        ("/gemeente?gemeente=GM0758", "1.842 meldingen"),
        ("/kaart", "Cijfers op de kaart"),
    ):
        page.goto(server + address)
        expect(page.locator("main.hg-first")).to_contain_text(words, use_inner_text=True)
        expect(page.locator("main.hg-first :is(svg.hg-plot, img)").first).to_be_visible()
        assert page.locator("main.hg-first table tbody tr").count() > 3
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        expect(page.locator(".hg-exit")).to_be_visible()
        assert page.locator(".hg-loading").is_hidden()
    page.locator("main.hg-first input[name=q]").fill("Kaatsheuvel")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("zoek|GM0809"), timeout=60_000)
    page.goto(f"{server}/gemeente?gemeente=GM0758")
    page.locator("main.hg-first a", has_text="Noord-Brabant").click()
    expect(page.locator("main.hg-first h1")).to_have_text("Provincie Noord-Brabant")
    context.close()


@pytest.mark.browser
def test_under_a_finger_the_app_comes_at_the_first_touch(browser, server):
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640}, locale="nl-NL"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/gemeente?gemeente=GM0758")
    page.wait_for_timeout(3_000)
    assert [url for url in asked if "/static/js/" in url] == []
    page.locator(".hg-first h2").first.tap()
    page.wait_for_selector(".stMain h1", timeout=60_000)
    expect(page.locator(".hg-first")).to_have_count(0)
    context.close()


@pytest.mark.browser
def test_what_a_reader_types_before_the_app_is_there_is_not_lost(server, without_app):
    page = without_app
    page.goto(f"{server}/gemeente", wait_until="commit")
    page.locator(".hg-first input[name=q]").click()
    page.locator(".hg-first input[name=q]").press_sequentially("Kaatsheuvel")
    page.get_by_role("option").first.wait_for()
    page.go_on()
    page.wait_for_timeout(4_000)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("GM0809"), timeout=60_000)


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
    page.goto(f"{server}{MAP}&gemeente={BREDA}", wait_until="commit")
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
    page.goto(f"{server}{MAP}&gemeente={BREDA}", wait_until="commit")
    page.wait_for_selector(".hg-first .hgk-map[data-ready]")
    assert axe(page) == ""
    assert page.evaluate("document.querySelector('.hg-first').scrollWidth") <= width
