"""The site in the states a reader can bring it in: a list open, a page that fails, a figure in a frame."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.test_accessible import WIDTHS, axe, drawn, in_the_dark, settle
from tests.conftest import free_port, running, uvicorn_command

pytestmark = pytest.mark.browser
ONTWIKKELING = "/ontwikkeling?gemeente=GM0758&met=NL01"
EMBEDS = [
    "/?embed=true&figuur=landelijk",
    "/kaart?embed=true&figuur=kaart&gemeente=GM0758",
    "/west-brabant?embed=true&figuur=volgorde",
    "/impactmonitor?embed=true&figuur=impactmonitor",
    "/impactmonitor?embed=true&figuur=prevalentie",
    "/wie-meldt?embed=true&figuur=wie-meldt-landelijk",
    "/kaart?embed=true&gemeente=GM0758",  # no figure named: the whole page
]


def clean(page, *widths: int, dark: bool = False) -> None:
    """The page as it stands is Dutch and axe finds nothing, at each of these widths, and in the dark if asked."""
    for width in widths or (None,):
        if width:
            page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert axe(page) == "", width
        assert checks.problems(page, checks.LANGUAGE) == []
        if dark:
            assert in_the_dark(page) == "", width


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_open_lists_menus_and_tooltips_are_dutch_and_clean(page, server, visit, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server + ONTWIKKELING)
    drawn(page)
    page.locator("summary", has_text="Gebruik deze figuur").first.click()
    page.get_by_role("button", name="Alles (zip)").wait_for()
    if width == 320:
        page.locator(".hg-menu-button").click()
    page.locator(".hg-menu summary").first.click()
    clean(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("combobox").first.scroll_into_view_if_needed()
    settle(page)  # a list closes when the page scrolls under it
    lists = page.get_by_role("combobox").count()
    assert lists
    for number in range(lists):
        page.get_by_role("combobox").nth(number).click()
        page.get_by_role("region", name="Keuzelijst").get_by_role("listbox").wait_for()
        expect(page.locator(".hg-shell[aria-hidden]"), "an open list never hides the way out").to_have_count(0)
        clean(page)
        page.keyboard.press("Escape")
        page.get_by_role("region", name="Keuzelijst").wait_for(state="detached")
    search = page.locator("form.hg-search input[name=q]")
    search.press_sequentially("den")
    page.get_by_role("option", name="Den Haag").wait_for()
    clean(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")  # empties the field
    search.press_sequentially("qqqqqq")
    page.get_by_text("Geen plaats gevonden").wait_for()
    clean(page)
    page.keyboard.press("Escape")
    page.locator(".stMain .stCode").first.hover()
    page.locator(".stMain .stCode button:visible").first.hover()
    page.get_by_role("region", name="Uitleg").get_by_role("tooltip").wait_for()
    clean(page)
    page.mouse.move(0, 0)
    page.get_by_role("tooltip").wait_for(state="detached")
    expect(page.get_by_role("region", name="Uitleg"), "no empty part is left behind").to_have_count(0)


@pytest.fixture(scope="module")
def failing_server(tmp_path_factory):
    """Address and log of the app with one page more, whose script fails."""
    port, log = free_port(), tmp_path_factory.mktemp("failing") / "log.txt"
    command = uvicorn_command(port, app="tests.web.app_that_fails:app")
    with running(command, port=port, log=log) as address:
        yield address, log


def test_a_page_that_fails_says_so_in_dutch_and_tells_nothing_more(failing_server, page, visit):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    address, log = failing_server
    visit(page, address + "/kapot")
    page.get_by_text("Hier ging iets mis.").wait_for()
    shown = page.locator("body").inner_text()
    assert "GM0758" not in shown
    assert "RuntimeError" not in shown
    expect(page.locator("a[href='tel:08002000']").first).to_be_visible()
    assert page.locator("[role=alert]").count() >= 1
    clean(page, *WIDTHS, dark=True)
    page.get_by_role("button", name="Ook kapot").click()
    page.get_by_role("button", name="Ook kapot").wait_for(state="detached")  # a callback fails before the page runs
    page.get_by_text("Hier ging iets mis.").wait_for()
    expect(page.get_by_text("Laad de pagina opnieuw")).to_have_count(1)
    expect(page.locator(".hg-footer")).to_be_visible()
    clean(page, *WIDTHS, dark=True)
    logged = log.read_text()
    assert "A page failed: RuntimeError in" in logged
    assert not re.search(r"GM0758|Breda|kapot\?", logged)


@pytest.mark.parametrize("address", EMBEDS)
def test_a_figure_in_a_frame_is_clean(page, server, address):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(server + address)
    page.locator(".stMain [class*='st-key-figuur-']:visible").first.wait_for()
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    drawn(page)
    clean(page, *WIDTHS, dark=True)
    for check in (checks.HEADINGS, checks.CHARTS, checks.CHART_CONTRAST, checks.MAP_NAMES, checks.TARGETS):
        assert checks.problems(page, check) == []
    if "figuur=" in address:
        expect(page.get_by_role("tab"), "no control that was not asked for").to_have_count(0)
        expect(page.locator("h1:visible")).to_have_count(1)
        for caption in page.locator(".stMain caption").all_text_contents():  # some figures are a table only
            assert caption == page.locator("h1:visible").inner_text()
    for number in range(page.locator("[role=combobox]:visible").count()):
        page.locator("[role=combobox]:visible").nth(number).click()
        page.get_by_role("region", name="Keuzelijst").wait_for()
        clean(page)
        page.keyboard.press("Escape")
        page.get_by_role("region", name="Keuzelijst").wait_for(state="detached")


def test_a_term_is_explained_where_it_is_first_used(page, server, visit):
    visit(page, server + "/")
    term = page.locator("button.hg-term[data-term='melding']")
    term.wait_for()
    expect(term, "once per page").to_have_count(1)
    meaning = page.locator(".hg-meaning")
    term.click()
    expect(meaning).to_contain_text("Een melding is geen slachtoffer", use_inner_text=True)
    assert page.url.rstrip("/") == server, "in place, not on another page"
    page.keyboard.press("Escape")
    meaning.wait_for(state="hidden")
    term.focus()
    page.keyboard.press("Enter")
    meaning.wait_for(state="visible")
    expect(term).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Alle woorden"
    page.keyboard.press("Enter")
    page.wait_for_url("**/bronnen#woorden")
    page.locator("h2:focus", has_text="Woordenlijst").wait_for()
    expect(page.locator("dd", has_text="Een melding is geen slachtoffer").first).to_be_visible()


def test_an_opened_question_has_a_letter_that_can_be_copied(page, server, visit):
    page.set_viewport_size({"width": 320, "height": 900})
    visit(page, f"{server}/gatenkaart?gemeente=GM0758&stand=opvraagbaar")
    page.locator("summary", has_text="huisverbod").click()
    letter = page.locator(".stCode", has_text="Aan de burgemeester van de gemeente Breda")
    letter.wait_for()
    expect(letter.get_by_role("button", name="Kopiëren")).to_have_count(1)
    clean(page)
