"""The site works for who blocks storage, blocks advertising, loses the line, opens it in a tab behind, or reads at 400 %."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import at_rest

pytestmark = [pytest.mark.browser, pytest.mark.own_window]
WITHIN_MS = 60_000
NO_STORAGE = """for (const kind of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, kind, { get() { throw new DOMException('blocked', 'SecurityError'); } });
Object.defineProperty(document, 'cookie', { get() { return ''; }, set() {} });"""
HIDDEN = """Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });"""
# what the usual lists hide or refuse: names of advertising, counting and sharing
BLOCKED = re.compile(
    r"(^|[/._-])(ads?|advert\w*|banner|analytics|metrics|track(er|ing)?|pixel|beacon|share|social|popup)([/._-]|$)",
    re.IGNORECASE,
)


def assert_whole(page) -> None:
    """The page of a place is whole."""
    expect(page.locator(".stMain h1")).to_have_text("Breda", timeout=WITHIN_MS)
    at_rest(page)
    assert page.locator(".stMain .hg-big-value").count() > 0
    expect(page.locator(".hg-exit")).to_be_visible()


@pytest.mark.parametrize("hindrance", [NO_STORAGE, HIDDEN], ids=["no storage", "hidden tab"])
def test_the_page_of_a_place_opens(server, page, hindrance):
    page.add_init_script(hindrance)
    page.goto(f"{server}/gemeente?gemeente=GM0758&periode=2018")
    assert_whole(page)


def test_no_address_or_class_of_ours_is_on_a_list_of_a_blocker(server, page, visit):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    visit(page, f"{server}/gemeente?gemeente=GM0758&periode=2018")
    assert_whole(page)
    assert [address for address in asked if BLOCKED.search(address.partition("?")[0])] == []
    classes = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('[class*=hg-], [id]')].flatMap(e => [...e.classList, e.id]))].filter(Boolean)"
    )
    assert [name for name in classes if name.startswith("hg") and BLOCKED.search(name)] == []


def test_a_line_cut_for_eight_seconds_loses_nothing(server, page, visit):
    sockets = []
    page.route_web_socket(
        re.compile("/_stcore/stream"), lambda socket: sockets.append((socket, socket.connect_to_server()))
    )
    visit(page, f"{server}/gemeente?gemeente=GM0758&periode=2018")
    assert_whole(page)
    before = page.locator(".stMain h1, .stMain h2").all_inner_texts()
    page.context.set_offline(True)
    sockets[-1][0].close()
    expect(page.locator(".hg-offline")).to_contain_text("Geen verbinding", timeout=WITHIN_MS)
    page.wait_for_timeout(5_000)
    page.context.set_offline(False)
    expect(page.locator(".hg-offline")).to_have_text("", timeout=WITHIN_MS)
    assert_whole(page)
    assert page.locator(".stMain h1, .stMain h2").all_inner_texts() == before


CHARTS = ["/", "/kaart", "/gemeente?gemeente=GM0758", "/ontwikkeling", "/vergelijken?gemeente=GM0758", "/west-brabant"]
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "nl-NL"}


@pytest.mark.parametrize("address", CHARTS)
def test_a_finger_on_a_chart_scrolls_the_page(browser, server, visit, address):
    context = browser.new_context(**PHONE)
    page = context.new_page()
    visit(page, server + address)
    at_rest(page)
    chart = page.locator(".hg-plots:visible, .hgk-map:visible").first
    chart.evaluate("e => e.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(500)
    box = chart.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    scrolled = "document.querySelector('.stMain').scrollTop"
    before, line = page.evaluate(scrolled), context.new_cdp_session(page)
    up = 150 if before + 640 >= page.evaluate("document.querySelector('.stMain').scrollHeight") - 200 else -150
    line.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        line.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y + up * step / 10}]})
        page.wait_for_timeout(20)
    line.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)
    assert abs(page.evaluate(scrolled) - before) > 100
    context.close()
