"""A real Chromium that tells when a map is painted and how long a change took, the same way for every page.

"Painted" is the first frame in which all municipalities have a path with a shape and a colour. "Changed" is the first
frame in which those colours differ, counted from the click as the page itself received it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.peers import figures

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
PLACES = 342
BACK, ON = '[aria-label="Vorige periode"]', '[aria-label="Volgende periode"]'  # buttons of our map
# Where a reader comes from: from an empty tab only pages without an opener policy would be spared a new process.
_ELSEWHERE = "data:text/html,<title>zoekresultaten</title><p>zoekresultaten"
SLOW_BYTES_PER_S, SLOW_LATENCY_MS = 10e6 / 8, 40

# Panel draws inside shadow roots, so the search goes through them.
_WATCH = """
(() => {
  const all = root => [...root.querySelectorAll('#map path, .hgk-places path, .choroplethlayer path, .hg-sheet-map path'),
    ...[...root.querySelectorAll('*')].flatMap(one => one.shadowRoot ? all(one.shadowRoot) : [])];
  const look = path => path.getAttribute('class') + '|' + path.getAttribute('fill') + '|' + path.style.fill;
  const filled = path => path.getAttribute('d') && (path.getAttribute('class') || path.style.fill);
  const print = () => all(document).map(look).join();
  const watch = () => {
    const now = performance.now(), paths = all(document).filter(filled);
    if (paths.length >= (window.benchWanted || 342)) { window.benchPainted = now; return; }
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  let touched = 0;
  new MutationObserver(() => { touched = performance.now(); }).observe(document, {subtree: true, childList: true, characterData: true});
  window.benchRest = () => {
    const app = document.querySelector('.stApp'), quiet = performance.now() - touched > 700;
    return quiet && document.querySelector('.stMain h1') && app?.dataset.testScriptState === 'notRunning' ? touched : null;
  };
  window.benchArm = () => {
    const before = print();
    window.benchChanged = null;
    document.addEventListener('click', event => {
      const start = event.timeStamp;
      const look = () => {
        const now = performance.now(); // before print, which takes milliseconds of its own and more on a larger page
        if (print() !== before) window.benchChanged = now - start; else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, {capture: true, once: true});
  };
  window.benchSettle = code => {
    window.benchSettled = null;
    document.addEventListener('click', event => {
      const start = event.timeStamp;
      let last = start;
      const seen = new MutationObserver(() => { last = performance.now(); });
      seen.observe(document.querySelector('.stMain'), {subtree: true, childList: true, characterData: true, attributes: true});
      const look = () => { // the address comes with the answer of the server
        const idle = document.querySelector('.stApp').dataset.testScriptState === 'notRunning' && performance.now() - last > 400;
        if (!idle || !location.search.includes('gemeente=' + code)) { setTimeout(look, 20); return; }
        seen.disconnect();
        window.benchSettled = last - start;
      };
      setTimeout(look, 20);
    }, {capture: true, once: true});
  };
})();
"""


class NeverHappenedError(TimeoutError):
    """The page did not come to what was awaited."""


@dataclass(frozen=True)
class View:
    """One visit: milliseconds until the map was painted, and the bytes that had come in over HTTP by then."""

    painted_ms: float
    http_bytes: int
    requests: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser process for a whole benchmark."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.add_init_script(_WATCH)
    try:
        yield context
    finally:
        context.close()


def view(context: BrowserContext, address: str, *, slow: bool = False, places: int = PLACES) -> View:
    """Open a page in a new tab, wait for the painted map, close the tab."""
    page, seen = opened(context, address, slow=slow, places=places)
    page.close()
    return seen


def opened(context: BrowserContext, address: str, *, slow: bool = False, places: int = PLACES) -> tuple[Page, View]:
    """The same, but the tab stays open."""
    page = context.new_page()
    if places != PLACES:
        page.add_init_script(f"window.benchWanted = {places}")
    link = context.new_cdp_session(page)
    link.send("Network.enable")
    if slow:
        link.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": SLOW_LATENCY_MS,
                "downloadThroughput": SLOW_BYTES_PER_S,
                "uploadThroughput": SLOW_BYTES_PER_S,
            },
        )
    chunks: dict[str, list[tuple[float, int]]] = {}
    whole: dict[str, tuple[float, int]] = {}
    link.on(
        "Network.dataReceived",
        lambda event: chunks.setdefault(event["requestId"], []).append(
            (event["timestamp"], event["encodedDataLength"])
        ),
    )
    link.on(
        "Network.loadingFinished",
        lambda event: whole.update({event["requestId"]: (event["timestamp"], event["encodedDataLength"])}),
    )
    started: list[float] = []
    link.on("Network.requestWillBeSent", lambda event: started.append(event["timestamp"]))
    page.goto(address, wait_until="commit")
    at = painted(page)
    page.wait_for_timeout(50)  # events of the last bytes come a little later
    until = started[0] + at / 1000
    finished = {key: size for key, (when, size) in whole.items() if when <= until}
    under_way = sum(
        size for key, parts in chunks.items() if key not in finished for when, size in parts if when <= until
    )
    return page, View(at, int(sum(finished.values()) + under_way), len(finished))


def painted(page: Page) -> float:
    """Wait for the painted map; milliseconds from the start of the navigation."""
    return float(_awaited(page, "window.benchPainted"))


def change(page: Page, selector: str) -> float:
    """Click something; milliseconds from that click to the frame in which the map has other colours."""
    page.evaluate("benchArm()")
    page.locator(selector).first.click()
    return float(_awaited(page, "window.benchChanged"))


def choose(page: Page, code: str) -> float:
    """Click a place on our map; milliseconds to the last change on the page before it came to rest."""
    x, y = figures.boundary_file()["p"][code][2:4]  # the label point lies inside the place, its middle need not
    page.locator(f'path[data-code="{code}"]').scroll_into_view_if_needed()
    page.evaluate("code => benchSettle(code)", code)
    at = page.evaluate(
        """([code, x, y]) => {
          const point = new DOMPoint(x, y).matrixTransform(document.querySelector(`path[data-code="${code}"]`).getScreenCTM());
          return [point.x, point.y];
        }""",
        [code, x, y],
    )
    page.mouse.move(5, 5)  # the words at the place before would lie over its neighbour
    page.mouse.click(*at)
    return float(_awaited(page, "window.benchSettled"))


def first_paint(browser: Browser, address: str) -> float:
    """Come from another site with an empty cache and without JavaScript; milliseconds to the first painted content."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(_ELSEWHERE)
        page.goto(address, wait_until="load")
        return float(_awaited(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"))
    finally:
        context.close()


def at_rest(page: Page) -> float:
    """Wait until a Streamlit page has run and nothing changed for 0.7 s; milliseconds to the last change."""
    return float(_awaited(page, "window.benchRest && window.benchRest()"))


def _awaited(page: Page, expression: str, *, seconds: float = 90) -> Any:  # noqa: ANN401 -- what JavaScript gives
    """Ask until the answer is true; not Playwright's own wait, which our content security policy stops."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if answer := page.evaluate(expression):
            return answer
        time.sleep(0.03)
    raise NeverHappenedError(expression)
