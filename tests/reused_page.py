"""One window for many tests: a new one costs a second and a half of processor, most of what a short test takes.

After each test the window is as good as new: a page of one word, no cookies, nothing stored, no listeners, routes or
emulation. That page is of the same site, so that Chromium keeps its process and the scripts it compiled: half of the
processor time of a visit. A test that leaves something that cannot be taken back (a script for every page, a clock, a
broken line) is marked `own_window`. Every page counts how far its parts moved while it was drawn, in
`window.layoutShift`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page

ALMOST_EMPTY = "/_stcore/health"
_LONGEST_MS = 3_000  # a site that a test has stopped may never answer
VIEWPORT = {"width": 1280, "height": 720}
_PLAIN = {
    "media": "null",
    "color_scheme": "null",
    "reduced_motion": "null",
    "forced_colors": "null",
    "contrast": "null",
}
_COUNT_SHIFTS = """window.layoutShift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value; })
  .observe({ type: 'layout-shift', buffered: true });"""
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


def _of_the_page(listener: Callable[[ConsoleMessage], Any]) -> Callable[[ConsoleMessage], None]:
    """Without what is said of the icon that Chromium asks for at the almost empty page, after the next page has begun."""

    def heard(message: ConsoleMessage) -> None:
        if not message.location["url"].endswith("/favicon.ico"):
            listener(message)

    return heard


class ReusedPage:
    """Gives out the same page again and again; a page that cannot be cleaned is replaced."""

    def __init__(self, browser: Browser, context_args: dict[str, Any]) -> None:
        self._browser = browser
        self._context_args = context_args
        self._page: Page | None = None
        self._listeners: list[tuple[str, Callable[..., Any]]] = []

    def page(self) -> Page:
        """The page, empty."""
        if self._page is None or self._page.is_closed():
            context = self._browser.new_context(**self._context_args)
            context.add_init_script(_COUNT_SHIFTS)
            self._page = context.new_page()
            listen = self._page.on

            def on(event: str, listener: Callable[..., Any]) -> None:
                heard = _of_the_page(listener) if event == "console" else listener
                self._listeners.append((event, heard))
                listen(event, heard)

            self._page.on = on
        return self._page

    def clean(self) -> None:
        """Take back what a test did."""
        try:
            self._clean()
        except Error:
            self.close()

    def _clean(self) -> None:
        page = self._page
        for other in page.context.pages:
            if other is not page:
                other.close()
        for event, listener in self._listeners:
            page.remove_listener(event, listener)
        self._listeners.clear()
        page.unroute_all(behavior="ignoreErrors")
        page.context.unroute_all(behavior="ignoreErrors")
        self._leave(page)
        page.mouse.move(0, 0)
        page.context.clear_cookies()
        page.context.clear_permissions()
        page.emulate_media(**_PLAIN)
        page.set_viewport_size(VIEWPORT)
        page.set_default_timeout(30_000)

    def _leave(self, page: Page) -> None:
        """An almost empty page of the same site, or none at all when that site is no longer there."""
        site = urlsplit(page.url)
        if site.scheme == "http":
            page.evaluate(FORGET)
            with contextlib.suppress(Error):
                page.goto(f"{site.scheme}://{site.netloc}{ALMOST_EMPTY}", timeout=_LONGEST_MS)
                return
        page.goto("about:blank")

    def close(self) -> None:
        """Close the window."""
        self._listeners.clear()
        if self._page is not None:
            self._page.context.close()
            self._page = None
