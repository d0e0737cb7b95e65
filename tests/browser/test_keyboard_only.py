"""The main job without a mouse: choose a municipality, compare, read a value, download, share, leave at once.

Every step is reached with Tab and the arrows only, and at every stop the reader can see where the focus is.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.behaviour import MAP, POINTS, STYLE, Mistake
from tests.conftest import at_rest

pytestmark = pytest.mark.browser
OTHER_SITE = "https://www.knmi.nl/**"
MOST_TABS = 80
AT = """() => { const e = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
  return [e.tagName, e.className.baseVal ?? e.className, e.getAttribute('role') ?? '', (e.getAttribute('aria-label') ?? e.textContent ?? '').trim()].join(' | '); }"""

MISTAKES = (
    Mistake("no ring", STYLE, ":root {", "* { outline: none !important; box-shadow: none !important }\n:root {", "no ring on"),
    Mistake("the map is no stop", MAP, "tabindex: '0'", "tabindex: '-1'", "hgk-map was not reached|focus on nothing"),
    Mistake("the chart is no stop", POINTS, "plot.tabIndex = 0", "plot.tabIndex = -1", "hg-plots.*was not reached|focus on nothing"),
)  # fmt: skip


class Keyboard:
    """A reader with a keyboard; fails as soon as the focus cannot be seen."""

    def __init__(self, page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, pattern: str, *, key: str = "Tab") -> None:
        for _ in range(MOST_TABS):
            self.press(key)
            assert checks.problems(self.page, checks.FOCUS_SHOWS) == []
            if re.search(pattern, self.page.evaluate(AT)):
                return
        pytest.fail(f"{pattern} was not reached with {key}; now at {self.page.evaluate(AT)}")

    def wait_until_done(self) -> None:
        at_rest(self.page)
        self.page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def the_whole_job(page, server, visit, context) -> None:
    context.route(OTHER_SITE, lambda route: route.fulfill(body="Weer", content_type="text/html"))
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(reduced_motion="reduce")
    visit(page, server + "/kaart?indicator=wb-meldingen")
    page.locator("svg.hgk-map[data-ready]").wait_for()
    keys = Keyboard(page)

    # choose a municipality on the map
    keys.tab_to("Naar de inhoud")
    keys.press("Enter")
    keys.tab_to("hgk-map")
    page.keyboard.type("breda", delay=20)
    keys.press("Enter")
    page.wait_for_url(re.compile("gemeente=GM0758"))
    page.locator(".st-key-blok-plaats h2", has_text="Breda").wait_for()
    keys.wait_until_done()
    expect(page.locator(".hgk [role=status]")).to_contain_text("Breda gekozen", use_inner_text=True)

    # compare
    keys.tab_to("Vergelijk met andere")
    keys.press("Enter")
    page.locator("h1", has_text="Vergelijk").wait_for()
    page.locator("h1:focus").wait_for()
    assert "gemeente=GM0758" in page.url
    keys.wait_until_done()

    # read a value, in the chart and in the table
    page.locator(".hg-plots[aria-roledescription]").first.wait_for()
    keys.tab_to("hg-plots.*application")
    keys.press("ArrowDown", "ArrowDown")
    assert re.search(r"2018: \d.*Punt \d+ van \d+", page.locator(".hg-announce").inner_text())
    expect(page.locator(".hg-point-label")).to_be_visible()
    keys.tab_to(r"tab \| Grafiek", key="Shift+Tab")
    keys.press("ArrowRight", "Enter")
    keys.wait_until_done()
    expect(page.locator("table", has_text="Breda").first).to_be_visible()

    # download
    keys.tab_to("SUMMARY.*Gebruik deze figuur")
    keys.press("Enter")
    page.get_by_role("button", name="CSV", exact=True).wait_for()
    keys.wait_until_done()
    keys.tab_to(r"BUTTON.*\| CSV$")
    with page.expect_download() as waiting:
        keys.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")

    # share: copy the link
    keys.tab_to("BUTTON.*Kopiëren")
    keys.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('gemeente=GM0758'))")

    # leave
    keys.press("Shift", "Shift")
    expect(page.locator(".hg-shift")).to_contain_text("Nog 1 keer", use_inner_text=True)
    keys.press("Shift")
    page.get_by_text("Weer").wait_for()
    assert page.url.startswith("https://www.knmi.nl")


def test_the_heading_of_a_new_page_takes_focus_until_the_reader_goes_on(page, server, visit):
    visit(page, server + "/kaart?indicator=wb-meldingen")
    page.locator(".hg-footer a[href='/bronnen']").first.focus()
    page.keyboard.press("Enter")
    page.locator("h1:focus", has_text="Bronnen").wait_for()
    page.evaluate("document.activeElement.blur()")  # as when Streamlit draws the heading anew
    page.locator("h1:focus", has_text="Bronnen").wait_for()
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")  # as when the reader walks past the last stop
    page.wait_for_timeout(600)
    assert page.evaluate("document.activeElement === document.body")


def test_the_whole_job_is_done_without_a_mouse(page, server, visit, context):
    the_whole_job(page, server, visit, context)
    assert page.url.startswith("https://www.knmi.nl")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_that_stops_a_reader_without_a_mouse_is_seen(page, server, visit, context, mistake):
    edited = mistake.bring_into(page)
    with pytest.raises((AssertionError, pytest.fail.Exception), match=mistake.seen):
        the_whole_job(page, server, visit, context)
    assert edited
