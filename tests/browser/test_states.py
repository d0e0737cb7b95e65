"""The site in the states a reader can bring it in: a list open, a page that fails, a figure in a frame, other colours."""

import re
import sys

import pytest

from tests.browser import checks
from tests.browser.test_accessible import RULES, axe, settle
from tests.conftest import free_port, running

pytestmark = pytest.mark.browser
ONTWIKKELING = "/ontwikkeling?gemeente=GM0758&met=NL01"


def focused(page) -> str:
    return page.evaluate(
        "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || document.activeElement.tagName).trim()"
    )


def test_open_lists_menus_and_tooltips_are_dutch_and_clean(page, server, visit):
    visit(page, server + ONTWIKKELING)
    page.locator("summary", has_text="Gebruik deze figuur").first.click()
    page.get_by_role("button", name="Alles (zip)").wait_for()
    page.locator(".hg-menu summary").first.click()
    settle(page)
    assert axe(page) == ""
    assert checks.problems(page, checks.LANGUAGE) == []
    page.get_by_role("combobox").first.click()
    settle(page)
    # an open list hides what lies outside it, which Tab cannot reach before the list closes; the shell stays
    assert page.locator(".hg-shell[aria-hidden]").count() == 0
    outside = ("aria-hidden-focus", "page-has-heading-one", "region")
    in_list = {"rules": {rule: {"enabled": False} for rule in outside}, **RULES}
    assert axe(page, in_list) == ""
    assert checks.problems(page, checks.LANGUAGE) == []
    page.keyboard.press("Escape")
    page.get_by_role("combobox").nth(1).press_sequentially("qqqq")
    page.get_by_text("Niets gevonden").first.wait_for()
    assert axe(page, in_list) == ""
    assert checks.problems(page, checks.LANGUAGE) == []
    page.keyboard.press("Escape")
    page.locator("button[aria-label^='Uitleg']").first.hover()
    page.get_by_role("tooltip").wait_for()
    assert axe(page, in_list) == ""
    page.set_viewport_size({"width": 320, "height": 800})
    page.locator(".hg-menu-button").click()
    settle(page)
    assert axe(page) == ""


def test_a_page_that_fails_says_so_in_dutch_and_tells_nothing_more(tmp_path, page, visit):
    port, log = free_port(), tmp_path / "log.txt"
    command = [sys.executable, "-m", "uvicorn", "tests.web.app_that_fails:app", "--host", "127.0.0.1", "--port", str(port),
               "--ws", "websockets-sansio", "--no-access-log", "--log-level", "warning"]  # fmt: skip
    with running(command, port=port, log=log) as address:
        visit(page, address + "/kapot")
        page.get_by_text("Hier ging iets mis.").wait_for()
        shown = page.locator("body").inner_text()
        assert "GM0758" not in shown
        assert "RuntimeError" not in shown
        assert page.locator("a[href='tel:08002000']").first.is_visible()
        assert page.locator("[role=alert]").count() >= 1
        assert axe(page) == ""
        page.get_by_role("button", name="Ook kapot").click()
        page.get_by_text("Hier ging iets mis. Laad").wait_for()  # Streamlit's own words, in Dutch
        assert checks.problems(page, checks.LANGUAGE) == []
        assert axe(page) == ""
    logged = log.read_text()
    assert "A page failed: RuntimeError in" in logged
    assert not re.search(r"GM0758|Breda|kapot\?", logged)


@pytest.mark.parametrize("address", ["/?embed=true&figuur=landelijk", "/kaart?embed=true&figuur=kaart&gemeente=GM0758"])
def test_a_figure_in_a_frame_is_clean(page, server, address):
    page.goto(server + address)
    page.wait_for_selector(".stMain [class*='st-key-figuur-']")
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    settle(page)
    rules = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": {"page-has-heading-one": {"enabled": False}},
    }
    assert axe(page, rules) == ""
    assert checks.problems(page, checks.LANGUAGE) == []


def test_with_the_colours_of_the_reader_everything_is_still_there(page, server, visit):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit(page, server + "/kaart?gemeente=GM0758")
    page.locator("svg.hgk-map[data-ready]").wait_for()
    settle(page)
    style = "(e, part) => getComputedStyle(e)[part]"
    assert page.locator(".hg-exit").evaluate(f"e => ({style})(e, 'borderStyle')") != "none"
    fills = page.eval_on_selector_all(".hgk-barfill", "all => all.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(fills)) == 5, "the classes keep their own colours"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert checks.problems(page, checks.FOCUS_SHOWS) == []


def test_focus_stays_on_the_control_that_was_used(page, server, visit):
    visit(page, server + ONTWIKKELING)

    def used(control, key: str) -> None:
        control.focus()
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
        settle(page)

    bands = page.get_by_role("radio", name="Verbergen").or_(page.get_by_role("button", name="Verbergen"))
    used(bands.first, "Enter")
    assert focused(page) == "Verbergen"
    used(page.get_by_role("tab", name="Tabel").first, "Enter")
    assert focused(page) == "Tabel"
    # a run that draws the control anew takes focus away; the shell brings it back
    page.evaluate("""() => { const old = document.activeElement, copy = old.cloneNode(true); old.replaceWith(copy);
      document.querySelector('.stApp').setAttribute('data-test-script-state', 'running'); document.querySelector('.stApp').setAttribute('data-test-script-state', 'notRunning'); }""")
    settle(page)
    assert focused(page) == "Tabel"


def test_what_changed_is_told(page, server, visit):
    visit(page, server + ONTWIKKELING)
    settle(page)
    page.get_by_role("combobox").nth(1).press_sequentially("utrecht")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".hg-announce", has_text="3 plaatsen gekozen.").wait_for()


def test_single_letters_do_nothing_and_no_key_is_a_trap(page, server, visit):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: sent.append(1)))
    visit(page, server + "/kaart?gemeente=GM0758")
    page.locator("svg.hgk-map[data-ready]").wait_for()
    page.locator(".stMain h1").click()
    page.wait_for_timeout(1500)
    before = len(sent)
    for key in "rcszaRC?/":
        page.keyboard.press(key)
    settle(page)
    assert page.locator("[role=dialog]").count() == 0
    assert len(sent) == before, "a letter asks nothing of the server"
    where, stops = (
        "(() => { const e = document.activeElement; return e === document.body ? 'body' : (e.id || '') + e.outerHTML.slice(0, 120); })()",
        [],
    )
    page.locator(".hg-skip").focus()
    for _ in range(150):
        page.keyboard.press("Tab")
        at = page.evaluate(where)
        if at == "body" or "hg-skip" in at:
            break
        assert stops[-2:] != [at, at], f"trapped on {at}"
        stops.append(at)
        assert checks.problems(page, checks.FOCUS_SHOWS) == []
    else:
        pytest.fail("Tab never left the page")
    assert any("hgk-map" in stop for stop in stops)
    assert any("Gebruik deze figuur" in stop or "summary" in stop for stop in stops)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(where) == stops[-1]


def test_a_term_is_explained_where_it_is_first_used(page, server, visit):
    visit(page, server + "/")
    term = page.locator("a.hg-term[data-term='melding']")
    term.wait_for()
    assert term.count() == 1, "once per page"
    term.click()
    page.wait_for_url("**/bronnen#woorden")
    page.locator("h2:focus", has_text="Woordenlijst").wait_for()
    assert page.locator("tr", has_text="Een melding is geen slachtoffer").first.is_visible()
