"""Answer first: where answer and picture stand on a phone, how long a page is, and what its narrow screen does to words."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks, first_screen
from tests.browser.pages_that_answer import PAGES
from tests.browser.test_accessible import drawn, settle

pytestmark = pytest.mark.browser


def opened(page, visit, address):
    page.set_viewport_size(first_screen.PHONE)
    visit(page, address)


def measured(page, row):
    """A row of the page that stands open."""
    if row.tab:
        page.get_by_role("tab", name=row.tab, exact=True).first.click()
    page.locator(f".stMain {row.answer}").first.wait_for(timeout=60_000)
    page.locator(".hg-footer").wait_for()
    drawn(page)
    settle(page)
    return first_screen.measured(page, answer=row.answer, side=row.side)


def wrong(page, visit, server, rows) -> dict[str, list[str]]:
    """Problems of the rows of one page, in one visit; those without a tab are measured first."""
    opened(page, visit, server + rows[0].path)
    return {str(row): problems for row in rows if (problems := measured(page, row).problems)}


ROWS = {path: [row for row in PAGES if row.path == path] for path in dict.fromkeys(row.path for row in PAGES)}


@pytest.mark.parametrize("path", ROWS)
def test_the_answer_is_in_the_first_screen_of_a_phone_and_the_page_is_short(page, server, visit, path):
    assert wrong(page, visit, server, ROWS[path]) == {}


@pytest.mark.parametrize("path", ROWS)
def test_so_it_is_with_figures_of_every_municipality(page, full_server, visit, path):
    assert wrong(page, visit, full_server, ROWS[path]) == {}


BREAK = {
    "the answer ends at": "document.querySelector('.hg-tiles').style.paddingTop = '700px'",
    "px long": "document.querySelector('.hg-footer').style.marginTop = '4000px'",
    "px sideways": "document.querySelector('.hg-tiles').style.width = '900px'",
    "text over text": "document.querySelector('.hg-tile-unit').style.marginTop = '-24px'",
    "cut off": """const e = document.querySelector('.stMain .hg-small'); e.style.cssText = 'width: 60px; overflow: hidden; white-space: nowrap'""",
    "scrolls without a hint": """document.querySelector('.hg-tiles').insertAdjacentHTML('afterend',
      '<div style="overflow-x: auto; width: 100px"><p style="width: 300px">een brede tabel zonder schaduw</p></div>')""",
}


def test_a_page_that_breaks_a_rule_is_seen(page, server, visit):
    row = PAGES[0]
    opened(page, visit, server + row.path)
    assert measured(page, row).problems == []
    whole = page.evaluate("document.querySelector('.stMain').innerHTML")
    for problem, change in BREAK.items():
        page.evaluate(f"() => {{ {change} }}")
        assert problem in " ".join(first_screen.measured(page, answer=row.answer, side=row.side).problems)
        checks.mended(page, whole)
        assert first_screen.measured(page, answer=row.answer, side=row.side).problems == []


def test_a_label_over_a_label_in_a_drawing_is_seen(page, server, visit):
    row = next(each for each in PAGES if each.path == "/vergelijken?gemeente=GM0758")
    opened(page, visit, server + row.path)
    assert measured(page, row).problems == []
    page.evaluate("""() => { const [one, other] = document.querySelectorAll('.stMain .hg-narrow .hg-tick');
      one.setAttribute('transform', ''); other.replaceWith(one.cloneNode(true)); }""")
    assert "text over text" in " ".join(first_screen.measured(page, answer=row.answer).problems)


def test_on_a_desk_the_map_begins_in_the_first_screen(page, server, visit):
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, f"{server}/kaart")
    stage = page.locator(".stMain .hgk-stage")
    stage.wait_for()
    settle(page)
    assert stage.bounding_box()["y"] < 510


def test_on_a_phone_the_chosen_place_stands_directly_under_the_map(page, server, visit):
    page.set_viewport_size(first_screen.PHONE)
    visit(page, f"{server}/kaart?gemeente=GM0758")
    page.locator(".stMain .hgk-stage").wait_for()
    settle(page)
    card, place, foot = (
        page.locator(f".stMain {each}").bounding_box()
        for each in (".st-key-figuur-kaart", ".st-key-blok-plaats", ".st-key-kaart-voet")
    )
    assert 0 <= place["y"] - (card["y"] + card["height"]) <= 40
    assert foot["y"] >= place["y"] + place["height"]


def test_choosing_a_place_on_overzicht_shows_its_answer_there(page, server, visit):
    page.set_viewport_size(first_screen.PHONE)
    visit(page, server)
    field = page.locator(".stMain form.hg-search input[name=q]")
    field.fill("Prinsenbeek")
    page.locator(".stMain .hg-answers [role=option]").first.wait_for()
    field.press("Enter")
    answer = page.locator(".stMain .hg-answer-first")
    answer.wait_for()
    expect(answer).to_contain_text("1.842 meldingen", use_inner_text=True)
    assert page.url.split("?")[0] == f"{server}/"
    assert answer.bounding_box()["y"] < first_screen.PHONE["height"]


def test_a_place_without_a_series_is_named_and_cannot_be_chosen(page, server, visit):
    visit(page, f"{server}/ontwikkeling")
    before = page.url
    field = page.locator(".stMain form.hg-search input[name=q]")
    field.fill("Tilburg")
    option = page.locator(".stMain .hg-answers [role=option]").first
    option.wait_for()
    expect(option).to_have_attribute("aria-disabled", "true")
    field.press("Enter")
    page.get_by_text("Van Tilburg staan er nog geen cijfers over meer jaren op deze site.").wait_for()
    assert page.url == before


def test_further_columns_of_a_table_open_on_a_tap(page, server, visit):
    page.set_viewport_size(first_screen.PHONE)
    visit(page, f"{server}/vergelijken?gemeente=GM0758")
    table = page.locator(".stMain .st-key-figuur-alles")
    heads = table.locator("thead th")
    heads.first.wait_for()
    visible = [head.inner_text() for head in heads.all() if head.is_visible()]
    assert [visible[0], visible[2]] == ["plaats", "vergelijking"]
    assert len(visible) == 3
    table.get_by_text("Meer kolommen").click()
    assert len([head for head in heads.all() if head.is_visible()]) == heads.count() > len(visible)
