"""What a page shows is what its address says: its links open the same figure, and Back and Forward show the view of theirs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.controls import choose
from tests.browser.search_field import choose_place
from tests.conftest import at_rest
from tests.reused_page import FORGET

PLACE = "Zoek een plaats"
WITHIN_MS = 20_000
FIGURES = """() => [document.querySelector('.stMain h1')?.textContent,
  ...[...document.querySelectorAll('.stMain :is([class*="st-key-figuur-"], [class*="st-key-blok-"]) :is(h2, h3, .hg-sub, .hg-big-value)')].map(e => e.textContent)]"""
# every way of getting to a page with figures: steps are names of links, or (label of a control, choice)
WAYS = {
    "kaart, plaats, kaart": (
        "/kaart?indicator=adviezen&gemeente=GM0758",
        ["Alles over deze gemeente", "Bekijk op de kaart"],
    ),
    "menu": ("/kaart?indicator=adviezen&gemeente=GM0758", ["menu:/ontwikkeling"]),
    "menu naar een pagina die de keuze niet kent": (
        "/kaart?indicator=meldingen&niveau=LD",
        ["menu:/vergelijken", "Alle provincies"],
    ),
    "via een pagina zonder keuzes": ("/vergelijken?gemeente=GM0758", ["menu:/bronnen", "menu:/gemeente"]),
    "zoeken": ("/?gemeente=GM0855", ["menu:/west-brabant"]),
}


@pytest.fixture
def open_page(page: Page, server: str, visit: Callable) -> Callable[[str], Page]:
    """Opens an address of the site as somebody who was never there."""

    def _open(path: str) -> Page:
        if page.url.startswith(server):
            page.evaluate(FORGET)
            page.context.clear_cookies()
        visit(page, path if path.startswith("http") else server + path)
        at_rest(page)
        return page

    return _open


def go(page: Page, step: str) -> None:
    """Follow a link by its words, or ``menu:`` and its address."""
    if step.startswith("menu:"):
        page.evaluate(f"document.querySelector('.hg-menu a[href=\"{step[5:]}\"]').click()")
        page.wait_for_url(re.compile(re.escape(step[5:]) + r"($|\?)"))
    else:
        page.locator(".stMain a", has_text=step).first.click()
    page.wait_for_timeout(600)
    at_rest(page)


def links(page: Page) -> list[str]:
    """Every address under ‘Gebruik deze figuur’ of the first figure: two links, two frames, the citation."""
    in_the_open = ".stMain [data-testid=stExpander] summary:not(details:not([open]) details summary)"
    page.locator(in_the_open, has_text="Gebruik deze figuur").first.click()
    page.locator(".stMain [data-testid=stExpander] pre").nth(4).wait_for()
    codes = page.locator(".stMain [data-testid=stExpander] pre").all_inner_texts()
    addresses = [
        address.rstrip(".").replace("&amp;", "&")
        for code in codes
        for address in re.findall(r"https?://127[^\s\"<]+", code)
    ]
    assert len(addresses) >= 5, codes
    return addresses


@pytest.mark.parametrize(("start", "steps"), WAYS.values(), ids=WAYS)
def test_every_link_of_a_figure_opens_what_the_page_shows(open_page, start, steps):
    page = open_page(start)
    expect(page.locator(".stMain [data-testid=stAlert]")).to_have_count(0)
    for step in steps:
        go(page, step)
    shown = page.evaluate(FIGURES)
    assert page.locator(".stMain [data-testid=stAlert]").count() == 0, (
        "a choice that travelled is no mistake of the reader"
    )
    views = {re.sub(r"[?&](embed=true|figuur=[^&]*|versie=[^&]*)", "", address) for address in links(page)}
    assert len({view.partition("?")[2] for view in views}) == 1, views
    for address in {page.url, *list(views)[:1]}:
        assert open_page(address).evaluate(FIGURES) == shown, address


def test_an_address_with_one_choice_shows_no_other_choice_made_before(open_page):
    page = open_page("/kaart")
    before = page.evaluate(FIGURES)
    page.get_by_role("combobox", name="Cijfer").first.click()
    page.get_by_role("option", name=re.compile("^Adviezen")).first.click()
    page.wait_for_url(re.compile("indicator=(wb-)?adviezen"), timeout=WITHIN_MS)
    at_rest(page)
    chosen = page.evaluate(FIGURES)
    assert chosen != before
    page.go_back()
    page.wait_for_timeout(600)
    at_rest(page)
    assert page.url.endswith("/kaart")
    assert page.evaluate(FIGURES) == before, "Back shows the view of that address"
    page.go_forward()
    page.wait_for_timeout(600)
    at_rest(page)
    assert page.evaluate(FIGURES) == chosen


CONTROLS = {  # address, then choices: label of a control and words of a choice
    "/vergelijken?gemeente=GM0758": [("Niveau", "Provincie"), ("Cijfer", None)],
    "/ontwikkeling": [("Cijfer", "Adviezen"), ("radio", "Verbergen")],
    "/gemeente?gemeente=GM0758": [("Periode", None), (PLACE, "Tilburg")],
    "/west-brabant": [("radio", "Melders"), ("radio", "Gemeenten"), ("radio", "Adviezen")],
    "/downloads": [("radio", "API en code")],
    "/regioprogrammas": [("Kies een regio", "West-Brabant")],
}


@pytest.mark.parametrize(("start", "choices"), CONTROLS.items())
def test_back_and_forward_show_the_view_of_their_address_for_each_control(open_page, start, choices):
    page = open_page(start)
    seen = [(page.url, page.evaluate(FIGURES))]
    for label, words in choices:
        if label == "radio":
            options = page.get_by_role("radio")
            (
                options.filter(has_text=words).first
                if words
                else page.locator("[role=radio][aria-checked=false]").first
            ).click()
        elif label == PLACE:
            choose_place(page, words)
        else:
            choose(page, label, words)
        expect(page).not_to_have_url(seen[-1][0], timeout=WITHIN_MS)
        at_rest(page)
        seen.append((page.url, page.evaluate(FIGURES)))
    for step, views in ((page.go_back, seen[-2::-1]), (page.go_forward, seen[1:])):
        for address, figures in views:
            step()
            page.wait_for_url(address)
            page.wait_for_timeout(600)
            at_rest(page)
            assert page.evaluate(FIGURES) == figures, address
