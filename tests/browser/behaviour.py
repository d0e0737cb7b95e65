"""What a page does for a reader who listens, types, touches or sets own colours; and mistakes that take each away.

A behaviour acts on a page as a reader would and raises AssertionError where the page falls short. A `Mistake` is an edit
of one file of ours, as a careless release could bring it; the browser gets the edited file. test_behaviour proves that
each behaviour holds, and that it sees the mistakes it is there for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, Route, expect

from tests.browser import checks
from tests.browser.test_accessible import drawn, settle

WITHIN_MS = 10_000
MOST_STOPS = 150
SHELL, STYLE, POINTS = r"/huisstijl/shell\.", r"/huisstijl/style\.", r"/huisstijl/points\."
MAP, MAP_STYLE = r"bidi-components/.*/index\.", r"bidi-components/.*/style\."
MAP_PAGE = "/kaart?gemeente=GM0758"
SERIES_PAGE = "/ontwikkeling?gemeente=GM0758&met=NL01"
WHERE = "(() => { const e = document.activeElement; return e === document.body ? 'body' : (e.id || '') + e.outerHTML.slice(0, 120); })()"
FOCUSED = "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || document.activeElement.tagName).trim()"


@dataclass(frozen=True)
class Mistake:
    """`was` becomes `becomes` in the file whose address matches `file`; `seen` is in what the behaviour then complains of."""

    name: str
    file: str
    was: str
    becomes: str
    seen: str

    def bring_into(self, page: Page) -> list[str]:
        """Serve the edited file to this page; the list returned tells which files were edited."""
        edited: list[str] = []

        def edit(route: Route) -> None:
            answer = route.fetch()
            whole = answer.text()
            if self.was in whole:
                edited.append(route.request.url)
            route.fulfill(response=answer, body=whole.replace(self.was, self.becomes))

        page.route(re.compile(self.file), edit)
        return edited


def run_is_over(page: Page) -> None:
    settle(page)
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def focus_shows(page: Page) -> None:
    wrong = checks.problems(page, checks.FOCUS_SHOWS)
    assert not wrong, wrong


def focus_stays(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """Focus stays on the control that was used, also when a run draws that control anew."""
    visit(page, server + SERIES_PAGE)
    for control in (
        page.get_by_role("radio", name="Verbergen").or_(page.get_by_role("button", name="Verbergen")).first,
        page.get_by_role("tab", name="Tabel").first,
    ):
        words = control.inner_text().strip()
        control.focus()
        page.keyboard.press("Enter")
        run_is_over(page)
        assert page.evaluate(FOCUSED) == words, "focus lost"
    page.evaluate("""() => { const old = document.activeElement, copy = old.cloneNode(true); old.replaceWith(copy);
      document.querySelector('.stApp').setAttribute('data-test-script-state', 'running'); document.querySelector('.stApp').setAttribute('data-test-script-state', 'notRunning'); }""")
    settle(page)
    assert page.evaluate(FOCUSED) == "Tabel", "focus lost"


def changes_are_told(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """What a choice changed is said in the live region."""
    visit(page, server + SERIES_PAGE)
    settle(page)
    page.get_by_role("button", name="Nederland weghalen").click()
    expect(page.locator(".hg-announce[role=status]")).to_have_text(re.compile("1 plaats gekozen"), timeout=WITHIN_MS)


def single_letters_do_nothing(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """A letter outside a field asks nothing of the server and opens nothing."""
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: sent.append(1)))
    visit(page, server + MAP_PAGE)
    drawn(page)
    page.locator(".stMain h1").click()
    settle(page)
    before = len(sent)
    for key in "rcszaRC?/":
        page.keyboard.press(key)
    settle(page)
    expect(page.locator("[role=dialog]"), "a letter opened a dialog").to_have_count(0)
    assert len(sent) == before, "a letter asked something of the server"


def tab_goes_everywhere(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """Tab passes every stop once and leaves the page, back again too, and every stop can be seen."""
    visit(page, server + MAP_PAGE)
    drawn(page)
    page.locator(".hg-skip").focus()
    stops: list[str] = []
    while True:
        page.keyboard.press("Tab")
        at = page.evaluate(WHERE)
        if at == "body" or "hg-skip" in at:
            break
        assert stops[-2:] != [at, at], f"trapped on {at}"
        stops.append(at)
        assert len(stops) < MOST_STOPS, "Tab never left the page"
        focus_shows(page)
    assert any("hgk-map" in stop for stop in stops), "the map was passed by"
    assert any("Gebruik deze figuur" in stop or "summary" in stop for stop in stops), "the uses were passed by"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(WHERE) == stops[-1], "the way back is another"


def own_colours_keep_everything(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """With the colours of the reader (forced colours): edges instead of grounds, map colours and patterns kept, focus seen."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit(page, server + MAP_PAGE)
    drawn(page)
    look = "(e, part) => getComputedStyle(e)[part]"
    for part in (".hg-exit", ".hg-chip"):
        assert page.locator(part).first.evaluate(look, "borderTopStyle") != "none", f"{part} has no edge"
    fills = page.eval_on_selector_all(".hgk-barfill", "all => all.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(fills)) == 5, "the classes look alike"
    drawn_fills = page.eval_on_selector_all(
        ".hgk-places path[class^=k]", "all => all.map(e => getComputedStyle(e).fill)"
    )
    assert len(set(drawn_fills)) >= 4, "places of different classes look alike"
    assert checks.problems(page, checks.MAP_NAMES) == [], "names on the map"
    page.locator(".st-key-figuur-kaart").get_by_role("tab", name="Lijst").click()
    page.locator(".hgk-rows .hgk-dot").first.wait_for()
    grounds = page.eval_on_selector_all(
        ".hgk-rows .hgk-band, .hgk-rows .hgk-dot", "all => all.map(e => getComputedStyle(e).backgroundColor)"
    )
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds, "no rows beside the map"
    assert canvas not in grounds, "bands and dots are lost in the ground"
    page.locator(".hg-skip").focus()
    for _ in range(14):
        page.keyboard.press("Tab")
        focus_shows(page)


def two_fingers_zoom_one_scrolls(page: Page, server: str, visit: Callable[[Page, str], None]) -> None:
    """On a touch screen two fingers enlarge and shift the map and nothing else; one finger scrolls the page past it."""
    visit(page, server + MAP_PAGE)
    drawn(page)
    fingers = page.context.new_cdp_session(page)
    map_ = page.locator("svg.hgk-map")
    map_.evaluate("e => e.scrollIntoView({block: 'center'})")
    settle(page)
    box = map_.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": px, "y": py, "id": number} for number, (px, py) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def seen() -> tuple[list[float], float, float]:
        frame = [float(part) for part in map_.get_attribute("viewBox").split()]
        return frame, page.locator(".stMain").evaluate("e => e.scrollTop"), page.evaluate("visualViewport.scale")

    frame, scrolled, zoomed = seen()
    touch("touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 11):
        touch("touchMove", (x - 20 - 4 * step, y), (x + 20 + 4 * step, y))
    touch("touchEnd")
    settle(page)
    larger, *rest = seen()
    assert abs(frame[2] / larger[2] - 3) < 0.2, (
        f"from 40 to 120 px apart is three times as large, not {frame[2]} to {larger[2]}"
    )
    assert rest == [scrolled, zoomed], "two fingers moved the page itself"

    touch("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 11):
        touch("touchMove", (x - 30 + 3 * step, y), (x + 30 + 3 * step, y))
    touch("touchEnd")
    settle(page)
    shifted, *rest = seen()
    assert shifted[0] < larger[0], "two fingers to the right show what lies to the left"
    assert abs(shifted[2] / larger[2] - 1) < 0.05, "two fingers side by side enlarge nothing"
    assert rest == [scrolled, zoomed], "two fingers moved the page itself"

    touch("touchStart", (x, y))
    for step in range(1, 13):
        touch("touchMove", (x, y - 10 * step))
        page.wait_for_timeout(16)
    touch("touchEnd")
    settle(page)
    same, below, _ = seen()
    assert below > scrolled + 60, f"one finger did not scroll the page: {scrolled} to {below}"
    assert same == shifted, "one finger moved the map"
