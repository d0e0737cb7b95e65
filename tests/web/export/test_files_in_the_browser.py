"""The exported site in a real Chromium, under its own policy: the map, the search, and what every reader needs."""

import re

import pytest
from playwright.sync_api import expect

from data_sources.level import Level
from geo import registry, search
from tests.browser import checks
from tests.browser.test_accessible import EVERYWHERE, axe
from tests.browser.test_keyboard_only import OTHER_SITE, Keyboard
from tests.conftest import at_rest

pytestmark = pytest.mark.browser
FIT = ("/", "/kaart/", "/gemeente/GM0758/", "/wie-meldt/", "/regioprogrammas/", "/bronnen/", "/zoek/", "/404.html")
"""One page of each kind; the sheets are those of the app (tests/web/sheets)."""
TYPED = (
    "breda", "Breda gemeente", "utrecht", "utrecht provincie", "den haag", "'s-gravenhage", "s hertogenbosch", "bergen nh", "bergen",
    "hengelo o", "amstrdam", "rotterdm", "kaatsheuvel", "haaren", "west brabant", "4811", "4811 ab", "5076", "GM0758", "758", "VT21",
    "pv30", "brabant", "nl", "holland", "ee", "e", "x", "zuid", "noord-holland", "súdwest", "sudwest fryslan", "loon op", "veere", "oss",
    "nuenen c.a.", "bleiswijk", "middelharnis", "zzzzzz", "", "  ", "groningn", "maastrict", "valkenburg", "beek", "haren gn",
)  # fmt: skip


def opened(page, address: str) -> list[str]:
    """Open a page; gives the list to which requests to other sites and messages of the console are added."""
    wrong: list[str] = []
    here = "/".join(address.split("/")[:3])
    page.on(
        "request",
        lambda request: wrong.append(request.url) if not request.url.startswith((here, "data:", "blob:")) else None,
    )
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    return wrong


def test_the_map_is_stepped_through_and_chosen_on_without_a_server(page, site_of_files):
    wrong = opened(page, f"{site_of_files}/kaart/")
    map_ = page.locator(".hgk svg.hgk-map[data-ready]")
    map_.wait_for()
    first = page.locator(".hgk-period").first.text_content()
    steps = page.get_by_role("button", name="Vorige periode")
    if steps.is_visible() and steps.is_enabled():
        steps.click()
        page.wait_for_function("first => document.querySelector('.hgk-period').textContent !== first", arg=first)
        assert "periode=" in page.url
    code = map_.locator("path[data-code]").first.get_attribute("data-code")
    page.evaluate("code => document.querySelector('.hgk').view.choose(code)", code)
    page.wait_for_function("code => location.search.includes(code)", arg=code)
    card = page.locator(".st-key-blok-plaats")
    card.get_by_role("link").first.wait_for()
    expect(card.get_by_role("link").first).to_have_attribute("href", f"/gemeente/{code}/")
    page.reload()
    page.locator(".hgk-now:visible strong").first.wait_for()
    chosen = page.locator(".hgk-now strong").first.text_content()
    card.get_by_role("heading", name=chosen, exact=True).wait_for()
    assert wrong == []


def test_the_search_in_the_browser_gives_the_answers_of_the_server(page, site_of_files):
    wrong = opened(page, f"{site_of_files}/zoek/")
    names = [place.name for place in registry.regions(Level.MUNICIPALITY, year=registry.last_year())][::9]
    typed = [*TYPED, *names, *(name[:4] for name in names), *(name[:2] + name[3:] for name in names)]
    script = """async typed => {
        const about = document.querySelector('script[data-index]').dataset;
        const { load, answers, nearest } = await import(about.answers);
        const index = await load(about.index);
        const short = list => list.map(each => [each.code, each.naam, each.soort, each.slug]);
        return typed.map(text => { const { zeker, antwoorden } = answers(index, text); return [zeker, short(antwoorden), short(nearest(index, text))]; });
    }"""
    for text, (sure, answers_of_script, near) in zip(typed, page.evaluate(script, typed), strict=True):
        answers = search.answers(text)
        meant = search.sure(answers)
        assert sure == (meant.code if meant else None), text
        assert answers_of_script == [[each.code, each.label, each.kind.dutch, each.slug] for each in answers], text
        assert near == [[each.code, each.label, each.kind.dutch, each.slug] for each in search.nearest_names(text)], (
            text
        )
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("Breda")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gemeente/GM0758/")
    assert wrong == []


def test_pages_of_files_are_fit_for_every_reader(page, site_of_files):
    for path in FIT:
        page.set_viewport_size({"width": 1280, "height": 900})
        wrong = opened(page, f"{site_of_files}{path}")
        at_rest(page)
        assert "gratis, dag en nacht. Direct gevaar: 112" in page.locator(".hg-help").inner_text(), path
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert checks.problems(page, checks.NO_SIDEWAYS_SCROLL) == [], (path, width)
        assert axe(page) == "", path
        assert [problem for check in EVERYWHERE for problem in checks.problems(page, check)] == [], path
        assert wrong == [], path


def test_a_reader_without_a_mouse_finds_menu_search_map_and_exit(page, site_of_files):
    page.route(OTHER_SITE, lambda route: route.fulfill(body="Weer", content_type="text/html"))
    wrong = opened(page, f"{site_of_files}/")
    keys = Keyboard(page)
    keys.tab_to("SUMMARY.*Onderwerpen")
    keys.press("Enter")
    keys.tab_to("A .*Wie meldt")
    keys.press("Enter")
    page.wait_for_url("**/wie-meldt/")
    page.goto(f"{site_of_files}/zoek/")
    keys.tab_to("INPUT")
    page.keyboard.type("Breda", delay=20)
    keys.press("Enter")
    page.wait_for_url("**/gemeente/GM0758/")
    page.goto(f"{site_of_files}/kaart/?gemeente=GM0758")
    page.locator("svg.hgk-map[data-ready]").wait_for()
    keys.tab_to("Naar de inhoud")
    keys.press("Enter")
    keys.tab_to("hgk-map")
    page.keyboard.type("overijssel", delay=20)
    keys.press("Enter")
    page.wait_for_url(re.compile("gemeente=PV23"))
    assert wrong == []
    keys.press("Shift", "Shift", "Shift")
    page.get_by_text("Weer").wait_for()


def test_without_script_everything_but_choosing_works(browser, site_of_files):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_of_files}/")
    assert page.get_by_role("link", name="Sluit deze site snel").get_attribute("href").startswith("https://")
    page.locator(".hg-menu a", has_text="Kaart").first.click()
    page.wait_for_url("**/kaart/")
    assert page.locator("table tbody tr").count() > 3
    page.goto(f"{site_of_files}/zoek/")
    page.get_by_role("link", name="Breda", exact=True).click()
    page.wait_for_url("**/gemeente/GM0758/")
    assert page.locator(".hg-chart svg:visible").count() > 0
    fold = page.locator("details.hg-tab", has=page.locator("table")).first
    fold.locator("summary").first.click()
    assert fold.locator("table").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_words_of_a_sentence_to_copy_never_run_under_its_button(page, site_of_files, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, f"{site_of_files}/gemeente/GM0758/")
    box = page.locator(".hg-copy:visible").first
    box.get_by_role("button", name="Kopieer").wait_for()
    ends = box.evaluate("box => box.querySelector('code').getBoundingClientRect().right")
    assert ends <= box.evaluate("box => box.querySelector('button').getBoundingClientRect().left")
