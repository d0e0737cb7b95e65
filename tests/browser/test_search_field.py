"""The search field of every page by keyboard, at 360 px: the same words lead to the same place."""

import re

import pytest
from playwright.sync_api import Page, expect

PAGES = ["/", "/kaart", "/gemeente", "/vergelijken"]
WORDS = {
    "Kaatsheuvel": ("GM0809", "Loon op Zand"),
    "den bosch": ("GM0796", "'s-Hertogenbosch"),
    "5171": ("GM0809", "Loon op Zand"),
}
SEVERAL = {"/vergelijken"}
WIDTH = 360
WITHIN_MS = 30_000  # a run of a page on a busy machine


def field(page: Page):
    return page.locator("form.hg-search input[name=q]")


def typed(page: Page, words: str) -> None:
    """Go to the field, type, and wait for the suggestions."""
    field(page).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(words)
    page.locator("[role=option]").first.wait_for()


@pytest.fixture
def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": WIDTH, "height": 640})
    return page


@pytest.mark.parametrize("address", PAGES)
def test_a_place_is_chosen_by_keyboard_on_every_page(narrow, server, visit, address):
    visit(narrow, server + address)
    for words, (code, name) in WORDS.items():
        typed(narrow, words)
        expect(field(narrow)).to_have_attribute("aria-expanded", "true")
        expect(narrow.locator("[role=option]").first).to_have_attribute("aria-selected", "true")
        expect(narrow.locator("form.hg-search [role=status]")).to_contain_text("gevonden")
        active = field(narrow).get_attribute("aria-activedescendant")
        expect(narrow.locator(f"[id='{active}']")).to_be_visible()
        box = narrow.locator("[role=option]").first.bounding_box()
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= WIDTH
        assert field(narrow).bounding_box()["height"] >= 44
        narrow.keyboard.press("Enter")
        expect(narrow).to_have_url(re.compile(code))
        if address not in SEVERAL:
            expect(field(narrow)).to_have_value(name, timeout=WITHIN_MS)
            expect(field(narrow)).to_be_focused()
        else:
            chips = narrow.locator(".hg-chosen button")
            expect(chips.last).to_be_visible()
            chips.last.press("Enter")
            expect(narrow).not_to_have_url(re.compile(code))
            expect(narrow.locator(f".hg-chosen [data-remove={code}]")).to_have_count(0)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= WIDTH


def test_a_place_without_a_series_is_named_and_not_chosen(narrow, server, visit):
    visit(narrow, server + "/ontwikkeling")
    typed(narrow, "Kaatsheuvel")
    expect(narrow.locator("[role=option]").first).to_have_attribute("aria-disabled", "true")
    before = narrow.url
    narrow.keyboard.press("Enter")
    narrow.wait_for_timeout(1_000)
    assert narrow.url == before
    assert narrow.locator("form.hg-search [role=status]").inner_text()


def test_arrows_go_through_the_answers_and_escape_closes_them(narrow, server, visit):
    visit(narrow, server + "/gemeente")
    typed(narrow, "utrecht")
    narrow.keyboard.press("ArrowDown")
    expect(narrow.locator("[role=option]").nth(1)).to_have_attribute("aria-selected", "true")
    narrow.keyboard.press("Escape")
    expect(narrow.locator("[role=listbox]")).to_be_hidden()
    expect(field(narrow)).to_be_focused()
    typed(narrow, "utrecht")
    narrow.keyboard.press("ArrowDown")
    narrow.keyboard.press("Enter")
    expect(narrow).to_have_url(re.compile("gemeente=PV26"))


def test_nothing_found_is_said_and_the_page_stays(narrow, server, visit):
    visit(narrow, server + "/gemeente")
    field(narrow).focus()
    narrow.keyboard.type("qqqqqq")
    expect(narrow.locator("form.hg-search [role=status]")).to_contain_text("Geen plaats gevonden")
    narrow.keyboard.press("Enter")
    assert narrow.url.endswith("/gemeente")


def test_a_chosen_place_is_taken_away_and_back_brings_it_again(narrow, server, visit):
    visit(narrow, server + "/kaart?gemeente=GM0758")
    expect(field(narrow)).to_have_value("Breda")
    narrow.get_by_role("button", name="Keuze wissen").press("Enter")
    expect(field(narrow)).to_have_value("")
    narrow.go_back()
    expect(field(narrow)).to_have_value("Breda")


def test_a_place_of_another_level_takes_the_map_along(narrow, server, visit):
    visit(narrow, server + "/kaart?indicator=meldingen")
    typed(narrow, "provincie utrecht")
    narrow.keyboard.press("Enter")
    expect(narrow).to_have_url(re.compile("niveau=PV"))
    expect(field(narrow)).to_have_value("Utrecht")
    expect(narrow.locator("[data-testid=stAlert]")).to_have_count(0)


def test_the_page_that_does_not_exist_suggests_too(narrow, server):
    narrow.goto(server + "/bestaat-niet")
    typed(narrow, "den bosch")
    narrow.keyboard.press("Enter")
    expect(narrow).to_have_url(re.compile(r"/gemeente\?gemeente=GM0796"))


def test_without_script_the_form_asks_for_a_page(browser, server):
    context = browser.new_context(java_script_enabled=False, viewport={"width": WIDTH, "height": 640})
    page = context.new_page()
    for address in ("/bestaat-niet", "/gemeenteblad/"):
        page.goto(server + address)
        page.locator("input[name=q]").fill("Utrecht")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Zoek een plaats")
        expect(page.get_by_role("link", name="Provincie Utrecht")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    context.close()
