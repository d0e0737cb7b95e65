"""West-Brabant, the topics, Regioprogramma's, Cijfercheck, Downloads and Bronnen on a phone: what they say first, how long, and nothing twice."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks, first_screen, page_words
from tests.browser.test_accessible import drawn, settle

pytestmark = pytest.mark.browser
TITLE = "[class*='st-key-figuur-'] :is(h2, h3)"
# address, and the element that must end within the first screen
PAGES = {
    "/west-brabant": ".st-key-smal-tabel-1 table",
    "/west-brabant?onderwerp=gemeenten": ".st-key-pick-gemeente",
    "/west-brabant?onderwerp=melders": TITLE,
    "/west-brabant?onderwerp=leeftijd-geld": TITLE,
    "/west-brabant?onderwerp=controle": "p.hg-text",
    "/wie-meldt": TITLE,
    "/hoe-veilig": TITLE,
    "/herhaling": TITLE,
    "/onderzoek": TITLE,
    "/kinderbescherming": TITLE,
    "/impactmonitor": "p.hg-lead",
    "/impactmonitor?onderwerp=wie&plaats=GM0080": "p.hg-lead",
    "/gatenkaart?gemeente=GM0758": "p.hg-lead",
    "/regioprogrammas": "[class*='st-key-blok-programma'] ul",
    "/regioprogrammas?regio=VT21": "[class*='st-key-blok-programma'] ul",
    "/regioprogrammas?regio=NL01": "[class*='st-key-blok-programma'] ul",
    "/regioprogrammas?regio=VT27": "[class*='st-key-blok-programma'] ul",
    "/regioprogrammas?regio=VT19": "p.hg-text",
    "/cijfercheck": "textarea",
    "/downloads": ".st-key-zoek-tabel",
    "/downloads?onderwerp=api": "a.hg-button",
    "/bronnen": "ul.hg-index",
}
FOLDED = {"/west-brabant?onderwerp=gemeenten": "vouw-tabel-2", "/west-brabant?onderwerp=melders": "vouw-bijlage-4"}


def opened(page, visit, address):
    page.set_viewport_size(first_screen.PHONE)
    visit(page, address)
    page.locator(".hg-footer").wait_for(state="attached")
    drawn(page)
    settle(page)
    return page


def wrong(page, answer):
    cut = [f"cut: {each}" for each in checks.problems(page, checks.TEXT_FITS)]
    measured = first_screen.measured(page, answer=answer)
    return measured.problems + page_words.problems(page) + checks.problems(page, checks.HEADINGS) + cut


@pytest.mark.parametrize(("path", "answer"), PAGES.items())
def test_a_page_answers_first_is_short_and_says_nothing_twice(page, server, visit, path, answer):
    assert wrong(opened(page, visit, server + path), answer) == []


@pytest.mark.parametrize(("path", "answer"), PAGES.items())
def test_so_it_does_with_figures_of_every_municipality(page, full_server, visit, path, answer):
    assert wrong(opened(page, visit, full_server + path), answer) == []


@pytest.mark.parametrize(("path", "fold"), FOLDED.items())
def test_a_wide_table_in_a_fold_says_that_it_scrolls(page, server, visit, path, fold):
    opened(page, visit, server + path).locator(f".st-key-{fold} summary").first.click()
    settle(page)
    expect(page.locator(f".st-key-{fold} .hg-scroll-hint")).to_be_visible()
    assert page_words.problems(page) == []


BREAKS = {
    "said twice": "p.after(p.cloneNode(true))",
    "named more than once": "source.after(source.cloneNode(true))",
    "scrolls without a hint": "document.querySelector('.stMain .hg-scroll').style.width = '120px'",
    "sideways": "p.style.cssText = 'white-space: nowrap; width: 2000px; max-width: none'",
}


def test_a_page_that_breaks_the_rules_is_seen(page, server, visit):
    opened(page, visit, server + "/west-brabant")
    whole = page.evaluate("document.querySelector('.stMain').innerHTML")
    for seen, script in BREAKS.items():
        page.evaluate(
            "script => { const main = document.querySelector('.stMain'), p = main.querySelector('p.hg-small'), "
            "source = main.querySelector('.hg-source'); new Function('p', 'source', script)(p, source); }",
            script,
        )
        assert seen in " ".join(wrong(page, PAGES["/west-brabant"]))
        checks.mended(page, whole)
        assert wrong(page, PAGES["/west-brabant"]) == []


def test_labels_of_a_chart_that_overprint_are_seen(page, server, visit):
    opened(page, visit, server + "/herhaling")
    page.evaluate(
        "() => { const text = document.querySelector('.hg-wide .hg-plot text, .hg-narrow .hg-plot text'); text.after(text.cloneNode(true)); }"
    )
    assert any(each.startswith("in a chart") for each in page_words.problems(page))


@pytest.mark.parametrize("anchor", ["tekens", "fouten", "tabellen"])
def test_a_link_to_a_folded_part_opens_it(page, server, visit, anchor):
    opened(page, visit, f"{server}/bronnen#{anchor}")
    fold = page.locator(f"[data-testid=stElementContainer]:has(#{anchor}) ~ * details").first
    fold.locator("table").first.wait_for(state="visible")
    assert fold.get_attribute("open") is not None


def test_the_part_that_shows_stands_in_the_address_and_back_returns(page, server, visit):
    opened(page, visit, server + "/west-brabant")
    for words, part in (("Melders", "melders"), ("Controle", "controle")):
        page.get_by_role("radio", name=words, exact=True).click()
        page.wait_for_url(f"**onderwerp={part}*")
        settle(page)
    page.go_back()
    page.wait_for_url("**onderwerp=melders*")
    settle(page)
    expect(page.get_by_role("radio", name="Melders")).to_have_attribute("aria-checked", "true")
    expect(page.locator(".st-key-figuur-politie")).to_be_visible()


@pytest.mark.parametrize(
    "figure", ["wie-vraagt-advies", "prevalentie", "ondertoezichtstellingen-halfjaar", "impactmonitor"]
)
def test_a_frame_of_the_older_address_shows_its_figure(page, server, figure):
    page.goto(f"{server}/impactmonitor?embed=true&figuur={figure}")
    page.locator(f".st-key-figuur-{figure}").wait_for()
    settle(page)
    expect(page.locator(f".st-key-figuur-{figure} .hg-source").first).to_be_visible()
    expect(page.locator("[class*='st-key-figuur-']:visible")).to_have_count(1)


@pytest.mark.parametrize("figure", ["tabel-2", "bijlage-4", "uitspraken", "losse-getallen"])
def test_a_frame_finds_a_figure_in_any_part_of_a_page(page, server, figure):
    page.goto(f"{server}/west-brabant?embed=true&figuur={figure}")
    page.locator(f".st-key-figuur-{figure} table").wait_for()
    settle(page)
    expect(page.locator("[class*='st-key-figuur-']:visible")).to_have_count(1)
