"""The main job, as a reader does it: arrive by a link, choose a place without a mouse, step through time, read."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.conftest import at_rest

pytestmark = pytest.mark.browser

DEEP_LINK = "/kaart?indicator=aandeel-adviezen&niveau=GM"  # an indicator with embedded figures of two years
ASSEN = "GM0106"  # has a figure over 2023, none over 2020


@pytest.fixture
def heard(page):
    """Everything the browser asks for and complains about, from the first request on."""
    log = {"hosts": set(), "errors": [], "frames": []}
    page.on("request", lambda request: log["hosts"].add(urlsplit(request.url).netloc))
    page.on("console", lambda message: log["errors"].append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: log["errors"].append(str(error)))
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: log["frames"].append(1)))
    return log


def state(page):
    """What the address says."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def choose_by_keyboard(page, letters):
    page.locator("svg.hgk-map[data-ready]").focus()
    page.keyboard.type(letters, delay=20)
    page.keyboard.press("Enter")


def test_a_deep_link_on_a_cold_server_leads_to_a_place_chosen_by_keyboard(page, fresh_server, visit, heard):
    visit(page, fresh_server + DEEP_LINK)
    expect(page.locator("h1")).to_have_text("Cijfers op de kaart")
    assert page.locator('.hg-menu [aria-current="page"]').inner_text() == "Kaart"
    choose_by_keyboard(page, "assen")
    page.wait_for_url(re.compile(f"gemeente={ASSEN}"))
    page.locator(".st-key-blok-plaats h2", has_text="Assen").wait_for()

    # its figure is of another period than the map stood on: the readout follows a frame after the card
    expect(page.locator(".hgk-now .hgk-value")).to_have_text("66,0", timeout=60_000)
    in_map = page.locator(".hgk-now .hgk-value").inner_text().strip()
    in_card = page.locator(".st-key-blok-plaats .hg-big-value").inner_text().strip()
    page.locator(".st-key-figuur-kaart").get_by_role("tab", name="Tabel").click()
    row = page.locator("tr", has=page.locator('th[scope="row"]', has_text=re.compile("^Assen$")))
    in_table = row.locator("td").first.inner_text().strip()
    assert in_map.rstrip("%") == in_card.rstrip("%") == in_table.rstrip("%") == "66,0"
    assert state(page)["indicator"] == "aandeel-adviezen"

    assert heard["hosts"] == {urlsplit(fresh_server).netloc}
    assert heard["errors"] == []


def test_stepping_the_period_changes_the_map_and_the_address_without_the_server(page, server, visit, heard):
    visit(page, f"{server}{DEEP_LINK}&gemeente={ASSEN}")
    page.locator("svg.hgk-map[data-ready]").wait_for()
    assert page.locator(".hgk-period").inner_text().startswith("2023")
    at_rest(page)
    sent = len(heard["frames"])
    page.get_by_role("button", name="Vorige periode").click()
    assert page.locator(".hgk-period").inner_text().startswith("2020")
    expect(page.locator(".hgk-now")).to_contain_text("nog geen cijfer op deze site", use_inner_text=True)
    assert state(page)["periode"] == "2020"
    at_rest(page, quiet_ms=600)
    assert len(heard["frames"]) == sent, "a step asks nothing of the server"


def test_a_wrong_value_in_the_link_is_ignored_and_named(page, server, visit):
    visit(page, f"{server}/kaart?indicator=bestaat-niet&periode=1812&gemeente=GM9999")
    said = " ".join(page.locator('[data-testid="stAlert"]').all_inner_texts())
    for wrong in ("bestaat-niet", "1812", "GM9999"):
        assert wrong in said
    page.locator("svg.hgk-map[data-ready]").wait_for()


def test_the_language_is_dutch_in_the_first_answer_and_after_rendering(page, server, visit):
    first = page.request.get(f"{server}/kaart").text()
    assert '<html lang="nl"' in first
    visit(page, f"{server}/kaart")
    assert page.evaluate("document.documentElement.lang") == "nl"


def test_breda_has_its_printed_figures_on_the_west_brabant_map(page, server, visit):
    visit(page, f"{server}/kaart?indicator=wb-meldingen&gemeente=GM0758")
    card = page.locator(".st-key-blok-plaats")
    card.locator("h2", has_text="Breda").wait_for()
    card.get_by_text("1.842 meldingen in Breda, op 184.069 inwoners").wait_for()
    expect(card).to_contain_text("100,1", use_inner_text=True)
    page.locator("svg.hgk-map[data-ready]").wait_for()
    expect(page.locator(".hgk-legend")).to_contain_text("19 van 380 gemeenten met een cijfer", use_inner_text=True)
