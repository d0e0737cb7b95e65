"""A change of a choice is told to who does not see it: what is shown now, once, briefly."""

import pytest

from tests.browser.controls import choose
from tests.browser.search_field import choose_place
from tests.conftest import at_rest

PLACE = "Zoek een plaats"
WITHIN_MS = 30_000
LONGEST = 160
CHANGES = [
    ("/kaart", "Cijfer", "Adviezen", "Cijfer: Adviezen"),
    ("/kaart?indicator=meldingen", "Niveau", "Provincie", "Niveau: Provincie"),
    ("/gemeente?gemeente=GM0758", PLACE, "Tilburg", "Tilburg."),
    ("/gemeente?gemeente=GM0758", "Periode", None, "Periode: "),
]


@pytest.mark.parametrize(("address", "label", "words", "told"), CHANGES)
def test_a_change_is_told_once(server, page, visit, address, label, words, told):
    visit(page, server + address)
    at_rest(page)
    page.wait_for_timeout(500)
    page.evaluate("""() => { window.heard = []; const region = document.querySelector('.hg-announce');
      new MutationObserver(() => { if (region.textContent) heard.push(region.textContent); }).observe(region, { childList: true, characterData: true, subtree: true }); }""")
    if label == PLACE:
        choose_place(page, words)
    else:
        choose(page, label, words)
    page.wait_for_function("() => heard.length > 0", timeout=WITHIN_MS)
    page.wait_for_timeout(800)
    heard = page.evaluate("heard")
    assert len(heard) == 1, heard
    assert told in heard[0]
    assert len(heard[0]) < LONGEST
