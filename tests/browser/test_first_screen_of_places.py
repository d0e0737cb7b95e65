"""On a phone the page of a place answers within its first screen and stays within five, for places of every kind."""

import pytest
from playwright.sync_api import expect

from tests.browser import first_screen
from tests.browser.test_accessible import drawn, settle

pytestmark = pytest.mark.browser
PLACES = {"Breda": "GM0758", "Nederland": "NL01", "West-Brabant": "VT21", "Tilburg": "GM0855"}


@pytest.fixture
def on_a_phone(page, server, visit):
    def _open(code: str):
        page.set_viewport_size(first_screen.PHONE)
        visit(page, f"{server}/gemeente?gemeente={code}")
        page.locator(".hg-answer").first.wait_for()
        page.locator(".hg-footer").wait_for()
        drawn(page)
        settle(page)
        return page

    return _open


@pytest.mark.parametrize("name", PLACES)
def test_the_answer_is_on_the_first_screen_and_the_page_is_short(on_a_phone, name):
    page = on_a_phone(PLACES[name])
    assert first_screen.measured(page).problems == []


def test_a_page_that_breaks_the_rules_is_seen(on_a_phone):
    page = on_a_phone(PLACES["Tilburg"])
    page.evaluate(
        "document.querySelector('.hg-answer').style.paddingTop = '900px';"
        "document.querySelector('.hg-footer').style.marginTop = '4000px'"
    )
    problems = " ".join(first_screen.measured(page).problems)
    assert "the answer ends at" in problems
    assert "px long" in problems


def test_a_warning_opens_in_place_by_keyboard(on_a_phone):
    page = on_a_phone(PLACES["Breda"])
    warning = page.locator(".hg-warning")
    assert warning.locator("p").is_hidden()
    warning.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(warning.locator("p")).to_contain_text("1 januari 2019", use_inner_text=True)
