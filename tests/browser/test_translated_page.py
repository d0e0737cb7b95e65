"""The browser translates the page: headings, figures and charts still follow what the reader chooses."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.controls import choose
from tests.browser.search_field import choose_place
from tests.conftest import at_rest

PLACE = "Zoek een plaats"
WITHIN_MS = 30_000
# as translators do: each text gives way to a <font> with a text of its own
COPIED = """() => { const walker = document.createTreeWalker(document.querySelector('.stMain'), NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) if (walker.currentNode.textContent.trim() && !walker.currentNode.parentElement.closest('font, svg, style, script, [translate=no]')) texts.push(walker.currentNode);
  for (const text of texts) { const font = document.createElement('font'); font.append(document.createElement('font')); font.firstChild.textContent = text.textContent; text.replaceWith(font); }
  return texts.length; }"""
# or the text itself moves into it
MOVED = COPIED.replace(
    "font.firstChild.textContent = text.textContent; text.replaceWith(font);",
    "text.replaceWith(font); font.firstChild.append(text);",
)
CHOICES = {
    "/gemeente?gemeente=GM0758": (PLACE, "Tilburg", r"gemeente=GM0855"),
    "/kaart?gemeente=GM0758": ("Cijfer", "Adviezen", r"indicator=(wb-)?adviezen"),
    "/vergelijken?gemeente=GM0758": ("Niveau", "Provincie", r"niveau=PV"),
}
SHOWN = """() => [...document.querySelectorAll('.stMain :is(h1, h2, h3, .hg-sub, .hg-big-value)')].map(e => e.textContent.trim())"""


@pytest.mark.parametrize("translator", [COPIED, MOVED], ids=["copied", "moved"])
@pytest.mark.parametrize("address", CHOICES)
def test_what_is_shown_follows_a_choice_on_a_translated_page(server, page, visit, address, translator):
    label, words, written = CHOICES[address]
    visit(page, server + address)
    at_rest(page)
    assert page.evaluate(translator) > 10
    page.wait_for_timeout(500)
    if label == PLACE:
        choose_place(page, words)
    else:
        choose(page, label, words)
    page.wait_for_url(re.compile(written), timeout=WITHIN_MS)
    page.wait_for_timeout(600)
    at_rest(page)
    after = page.evaluate(SHOWN)
    visit(page, page.url)
    at_rest(page)
    assert after == page.evaluate(SHOWN), "a page that was not translated shows the same"
    expect(page.locator(".stMain [data-testid=stErrorElementStack]")).to_have_count(0)


def test_names_of_places_are_not_translated(server, page, visit):
    visit(page, f"{server}/gemeente?gemeente=GM0758")
    at_rest(page)
    page.wait_for_timeout(500)
    expect(page.locator("h1[translate=no]")).to_have_text("Breda")
    expect(page.locator(".stMain .hg-chart:not([translate=no])")).to_have_count(0)
