"""The frame in a real browser: menu, moving between pages, keys and log; what every page must have: tests/browser."""

import sys

import pytest
from playwright.sync_api import expect

from tests.conftest import at_rest, free_port, running

pytestmark = pytest.mark.browser
FIRST, SECOND = "/wis-geschiedenis", "/toegankelijkheid"


@pytest.fixture
def watched(page):
    """A page whose requests, answers, errors and console are written down."""
    seen = {"requests": [], "errors": []}
    page.on("request", lambda request: seen["requests"].append(request.url))
    page.on("websocket", lambda socket: seen["requests"].append(socket.url))
    page.on("response", lambda answer: answer.status >= 400 and seen["errors"].append(f"{answer.status} {answer.url}"))
    page.on("console", lambda message: message.type == "error" and seen["errors"].append(message.text))
    page.on("pageerror", lambda error: seen["errors"].append(str(error)))
    return page, seen


def test_a_deep_link_on_a_cold_server_shows_the_right_page_and_menu(fresh_server, watched, visit):
    page, seen = watched
    visit(page, fresh_server + FIRST)
    expect(page.locator("h1")).to_have_text("Wis uw geschiedenis")
    assert page.title() == "Cijfers per gemeente - Wis uw geschiedenis"
    expect(page.locator(".hg-menu a[aria-current=page]")).to_have_attribute("href", FIRST)
    expect(page.locator("[data-testid=stSidebarNav]")).to_have_count(0)
    expect(page.locator("[role=dialog]")).to_have_count(0)
    assert seen["errors"] == []


def test_streamlit_run_serves_the_same_page(tmp_path, page, visit):
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    with running(command, port=port, log=tmp_path / "log.txt") as address:
        visit(page, address + FIRST)
        expect(page.locator("h1")).to_have_text("Wis uw geschiedenis")
        expect(page.locator(".hg-exit")).to_be_visible()


def test_the_first_tab_is_to_the_content_and_the_second_to_leave(server, page, visit):
    visit(page, server + FIRST)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Sluit deze site snel"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_a_link_in_the_menu_shows_the_page_without_loading_the_app_again(server, page, visit):
    visit(page, server + FIRST)
    page.evaluate("window.sameDocument = true")
    page.locator(".hg-menu summary", has_text="Uitleg").click()
    page.locator(f".hg-menu a[href='{SECOND}']").click()
    page.locator("h1", has_text="Toegankelijkheid").wait_for()
    assert page.evaluate("window.sameDocument")
    expect(page).to_have_url(server + SECOND)
    page.locator("h1:focus").wait_for()
    expect(page.locator(".hg-announce")).to_have_text("Pagina: Toegankelijkheid")
    expect(page.locator(".hg-menu a[aria-current=page]")).to_have_attribute("href", SECOND)
    page.go_back()
    page.locator("h1", has_text="Wis uw geschiedenis").wait_for()
    expect(page.locator(".hg-menu a[aria-current=page]")).to_have_attribute("href", FIRST)


def test_on_a_phone_the_menu_opens_by_keyboard_and_escape_closes_it(server, page, visit):
    page.set_viewport_size({"width": 320, "height": 568})
    visit(page, server + FIRST)
    expect(page.locator(".hg-menu")).not_to_be_visible()
    page.locator(".hg-menu-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hg-menu")).to_be_visible()
    expect(page.locator(".hg-menu-button")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".hg-menu")).not_to_be_visible()
    assert page.evaluate("document.activeElement.className") == "hg-menu-button"


def test_an_embedded_page_has_no_header_and_no_foot(server, page, visit):
    visit(page, f"{server}{FIRST}?embed=true")
    expect(page.locator(".hg-shell")).to_have_count(0)
    expect(page.locator(".hg-footer")).to_have_count(0)


def test_keys_without_a_modifier_do_nothing(server, page, visit):
    visit(page, server + FIRST)
    for key in "rcRC?":
        page.keyboard.press(key)
    at_rest(page)
    expect(page.locator("[role=dialog]")).to_have_count(0)
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")


def test_the_log_holds_no_place(tmp_path, page, visit):
    from tests.conftest import uvicorn_command

    port, log = free_port(), tmp_path / "log.txt"
    with running(uvicorn_command(port), port=port, log=log) as address:
        visit(page, f"{address}{FIRST}?gemeente=GM0758")
    assert "GM0758" not in log.read_text()
    assert "gemeente=" not in log.read_text()
