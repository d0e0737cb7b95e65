"""The pack of a place and of a comparison is two taps away, by keyboard too, and comes from the running app with its headers."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessible import drawn, settle

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640}


@pytest.mark.parametrize(
    ("address", "ending", "name"),
    [
        ("/gemeente?gemeente=GM0758", "docx", "raadspakket_breda_2018_"),
        ("/gemeente?gemeente=NL01", "pptx", "raadspakket_nederland_2025-H1_"),
        ("/vergelijken?gemeente=GM0758&met=GM0826", "pptx", "raadspakket_vergelijking-breda-wb-meldingen_2018_"),
    ],
)
def test_a_reader_takes_the_pack_along(page, server, visit, address, ending, name):
    page.set_viewport_size(PHONE)
    visit(page, f"{server}{address}")
    opens = page.locator(".hg-opens")
    opens.wait_for()
    drawn(page)
    settle(page)
    link = opens.locator(f'a[href*=".{ending}"]')
    assert link.is_hidden()
    opens.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    assert link.bounding_box()["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename.startswith(name)
    assert download.value.suggested_filename.endswith(f".{ending}")
    answer = page.request.get(f"{server}{link.get_attribute('href')}")
    assert answer.status == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.body()) > 10_000


@pytest.mark.parametrize("address", ["/raadspakket/atlantis.docx", "/raadspakket/breda.odt"])
def test_a_refusal_is_a_page_in_dutch(page, server, address):
    answer = page.goto(f"{server}{address}")
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Dit raadspakket is er niet")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
