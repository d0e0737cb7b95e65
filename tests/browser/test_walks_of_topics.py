"""Walks of readers through the topic pages, from the start page: how many taps and how many screens until the answer.

docs/reader-test.md has the counts. A screen is a height of the window scrolled to bring the next thing into sight.
"""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_frames import other_site  # noqa: F401 -- a fixture
from tests.conftest import at_rest

pytestmark = pytest.mark.browser
SIZES = {"phone": (360, 640), "desk": (1280, 800)}
# taps, screens: at most, per size
WALKS = {
    "tabel 1": {"phone": (3, 0), "desk": (2, 0)},
    "cel van tabel 2": {"phone": (5, 2), "desk": (4, 1)},
    "wie meldt": {"phone": (3, 0), "desk": (2, 0)},
    "wat hart van brabant beloofde": {"phone": (3, 1), "desk": (2, 1)},
    "figuur op een andere site": {"phone": (5, 3), "desk": (4, 2)},
}


class Reader:
    """A reader who taps and scrolls, and counts both."""

    def __init__(self, page, *, phone):
        self.page, self.phone, self.taps, self.screens = page, phone, 0, 0

    def menu(self, group, title):
        if self.phone:
            self.tap(self.page.locator(".hg-menu-button"))
        self.tap(self.page.locator(".hg-menu summary", has_text=group))
        self.tap(self.page.locator(".hg-menu a", has_text=re.compile(f"^{title}$")))
        self.page.locator("h1", has_text=title).wait_for()
        self.page.locator(".hg-footer").wait_for(state="attached")
        at_rest(self.page)

    def tap(self, target):
        self.see(target)
        target.click()
        self.taps += 1
        at_rest(self.page)

    def see(self, target):
        """Scroll until the target is in sight; whole screens count, a part of one as one."""
        target.wait_for()
        height = self.page.viewport_size["height"]
        below = target.evaluate(
            "e => { const b = e.getBoundingClientRect(); return Math.max(b.bottom - innerHeight, 0); }"
        )
        if below > 1:
            self.screens += math.ceil(below / height)
            target.evaluate("e => e.scrollIntoView({ block: 'nearest' })")
            at_rest(self.page)


@pytest.fixture(params=SIZES)
def reader(request, page, server, visit):
    width, height = SIZES[request.param]
    page.set_viewport_size({"width": width, "height": height})
    visit(page, server + "/")
    at_rest(page)
    return Reader(page, phone=request.param == "phone")


def within(reader, walk):
    most = WALKS[walk]["phone" if reader.phone else "desk"]
    assert (reader.taps, reader.screens) <= most
    assert reader.screens <= most[1]


def test_tabel_1_of_2015_to_2018_and_one_cell_of_tabel_2(reader):
    reader.menu("Regio's", "West-Brabant 2015-2018")
    reader.see(reader.page.locator("tr", has_text="Casusregie").first)
    within(reader, "tabel 1")
    reader.tap(reader.page.get_by_role("radio", name="Gemeenten"))
    reader.tap(reader.page.locator(".st-key-vouw-tabel-2 summary").first)
    row = reader.page.locator(".st-key-figuur-tabel-2 tr", has=reader.page.locator("th", has_text="Breda"))
    reader.see(row)
    assert row.locator("td").nth(2).inner_text() == "802"
    within(reader, "cel van tabel 2")


def test_who_reports_in_the_whole_country(reader):
    reader.menu("Onderwerpen", "Wie meldt")
    title = reader.page.locator("h2").first
    reader.see(title)
    expect(title).to_contain_text("derde van de meldingen kwam niet van politie of justitie", use_inner_text=True)
    within(reader, "wie meldt")


def test_what_hart_van_brabant_promised(reader):
    reader.menu("Regio's", "Regioprogramma's")
    reader.see(reader.page.locator("[class*='st-key-blok-programma'] ul"))
    goals = reader.page.locator("li", has_text="gewenst ‘stijgt’").first
    reader.see(goals)
    expect(goals).to_contain_text("Aandeel adviesvragen", use_inner_text=True)
    within(reader, "wat hart van brabant beloofde")


def test_a_figure_is_put_on_a_page_of_640_px(reader, browser, other_site):  # noqa: F811
    reader.menu("Onderwerpen", "Wie meldt")
    reader.tap(reader.page.locator(".st-key-uses-wie-meldt-landelijk summary"))
    code = reader.page.locator("[data-testid=stExpander] pre", has_text="<iframe").first
    reader.see(code)
    words = code.inner_text()
    reader.taps += 1  # the button that copies
    within(reader, "figuur op een andere site")
    other = browser.new_page(viewport={"width": 656, "height": 900})  # 8 px of margin on both sides
    other.goto(other_site(words))
    frame = other.frame_locator("iframe")
    frame.locator(".st-key-figuur-wie-meldt-landelijk .hg-source").wait_for(timeout=60_000)
    assert frame.locator("h1:visible").inner_text().startswith("Ongeveer een derde")
    assert other.evaluate("document.documentElement.scrollWidth") <= 656
    other.close()
