"""Pages on paper: every column, light whatever the screen is, no controls, address and day in the foot."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from tests.conftest import at_rest

A4_PX = {"width": 700, "height": 1000}  # what is left of A4 between the margins
PAGES = ["/", "/kaart?gemeente=GM0758", "/gemeente?gemeente=GM0758", "/vergelijken?gemeente=GM0758&indicator=wb-meldingen", "/ontwikkeling?gemeente=GM0758",
         "/west-brabant", "/west-brabant?onderwerp=gemeenten", "/wie-meldt", "/impactmonitor", "/gatenkaart?gemeente=GM0855", "/regioprogrammas", "/downloads", "/bronnen"]  # fmt: skip
CUT = """() => [...document.querySelectorAll('.stMain table')].filter(t => t.getBoundingClientRect().width)
  .flatMap(t => [...t.querySelectorAll('th, td')].filter(c => !c.closest('.hg-stack thead')).filter(c => { const b = c.getBoundingClientRect(); return b.width && (b.right > innerWidth + 1 || c.scrollWidth > c.clientWidth + 1); }))
  .map(c => c.textContent.slice(0, 40))"""
CONTROLS = """() => [...document.querySelectorAll('.hg-shell, .stMain :is(input, select, button, [role=combobox], [role=tablist], .hg-button)')]
  .filter(e => { const b = e.getBoundingClientRect(); return b.width > 1 && b.height > 1 && getComputedStyle(e).visibility !== 'hidden' && !e.closest('details:not([open])'); }).map(e => e.outerHTML.slice(0, 120))"""
DARK = """() => [...document.querySelectorAll('body, .stApp, .stMain, .hg-card, .hg-notice, .stMain [class*=st-key-figuur-], .stMain [class*=st-key-blok-]')]
  .map(e => [e.className || e.tagName, getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number)]).filter(([, c]) => c[3] !== 0 && Math.max(...c.slice(0, 3)) < 128).map(([name]) => name)"""
PALE = """() => { const turned = e => { const drawn = e.closest('.hgk'); return drawn && getComputedStyle(drawn).filter.startsWith('invert'); };
  return [...document.querySelectorAll('.stMain :is(p, h1, h2, h3, td, th, li)')].filter(e => e.getBoundingClientRect().width && e.textContent.trim() && !turned(e))
  .filter(e => Math.min(...getComputedStyle(e).color.match(/[\\d.]+/g).slice(0, 3).map(Number)) > 150).map(e => e.outerHTML.slice(0, 100)); }"""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_and_light_on_paper(server, page, visit, address):
    page.emulate_media(color_scheme="dark")
    visit(page, server + address)
    at_rest(page)
    for tab in page.get_by_role("tab", name="Tabel", exact=True).all()[:1]:
        tab.click()
        at_rest(page)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(A4_PX)
    page.wait_for_timeout(300)
    assert page.evaluate(CUT) == []
    assert page.evaluate(CONTROLS) == []
    assert page.evaluate(DARK) == []
    assert page.evaluate(PALE) == []
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    words = "".join("".join(sheet.extract_text() for sheet in printed.pages).split())
    questions = page.locator('[class*="st-key-vraag-"] summary').all_text_contents()
    assert [text for text in questions if "".join(text.split())[-20:] not in words] == [], (
        "each question, with its answer"
    )
    assert ("/gatenkaart" in address) == bool(questions)
    assert page.url in words
    assert str(datetime.now(ZoneInfo("Europe/Amsterdam")).year) in words.rpartition(page.url)[2]
