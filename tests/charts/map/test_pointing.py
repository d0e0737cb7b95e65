"""What a mouse and a finger do on the map; a real Chromium, made-up figures."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MIDDLES = """codes => codes.map(code => { const { view } = document.querySelector('.hgk[data-theme]'), [, , x, y] = view.layer.p[code];
  const spot = new DOMPoint(x, y).matrixTransform(view.svg.getScreenCTM()); return [spot.x, spot.y] })"""


def test_quick_clicks_choose_the_last_place_and_leave_the_map_where_it_is(strict_page):
    strict_page.visit("?periode=2022")
    box = strict_page.locator(".hgk-map").get_attribute("viewBox")
    codes = ["GM0546", "GM0344", "GM0758", "GM0855", "GM0772", "GM0518", "GM0758", "GM0505"]
    for x, y in strict_page.evaluate(MIDDLES, codes):
        strict_page.mouse.click(x, y)
    strict_page.get_by_text(f"Gekozen: {codes[-1]}").wait_for()
    expect(strict_page.locator('[aria-selected="true"]')).to_have_attribute("data-code", codes[-1])
    expect(strict_page.locator(".hgk-map")).to_have_attribute("viewBox", box)


def test_a_mouse_drags_the_map_until_its_button_is_up_and_chooses_nothing(strict_page):
    strict_page.visit("?periode=2022")
    view = strict_page.locator(".hgk-map")
    strict_page.get_by_role("button", name="Vergroten").click()
    boxes = [view.get_attribute("viewBox")]
    ((x, y),) = strict_page.evaluate(MIDDLES, ["GM0344"])
    strict_page.mouse.move(x, y)
    strict_page.mouse.down()
    strict_page.mouse.move(x + 30, y + 20, steps=3)
    boxes.append(view.get_attribute("viewBox"))
    strict_page.mouse.up()
    strict_page.mouse.move(x, y, steps=3)
    boxes.append(view.get_attribute("viewBox"))
    assert boxes[0] != boxes[1] == boxes[2]
    expect(strict_page.locator('[aria-selected="true"]')).to_have_count(0)


def test_a_finger_chooses_a_small_place_by_coming_near(browser, map_server):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{map_server}/?periode=2022")
    page.wait_for_selector(".hgk-map[data-ready]")
    ((x, y),) = page.evaluate(MIDDLES, ["GM0597"])
    page.touchscreen.tap(x + 3, y + 3)
    chosen = page.locator('[aria-selected="true"]')
    chosen.wait_for(state="attached")
    size = chosen.bounding_box()
    assert max(size["width"], size["height"]) < 40, "a small place, not the big one beside it"
    context.close()
