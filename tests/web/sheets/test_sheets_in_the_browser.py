import io

import pypdf
import pytest
from playwright.sync_api import expect

from data_sources.level import Level
from geo import registry
from tests.audit import axe

pytestmark = pytest.mark.browser
LONGEST = max(registry.regions(Level.MUNICIPALITY, year=2023), key=lambda one: len(one.name))
SHEETS = ["breda?jaar=2018", "amsterdam", f"{registry.slug(LONGEST.code)}?jaar=2023", "altena", ""]


@pytest.fixture
def plain(browser):
    """A reader without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_runs_off_a_narrow_screen(page, beside, sheet, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{beside}/gemeenteblad/{sheet}")
    assert axe(page, {"resultTypes": ["violations"]}) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("sheet", SHEETS[:-1])
def test_a_printed_sheet_is_exactly_one_a4(page, beside, sheet):
    page.goto(f"{beside}/gemeenteblad/{sheet}")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(pypdf.PdfReader(io.BytesIO(printed)).pages) == 1


def test_without_javascript_everything_is_there(plain, beside):
    plain.goto(f"{beside}/gemeenteblad/breda?jaar=2018")
    expect(plain.locator("h1")).to_have_text("Huiselijk geweld in Breda: cijfers over 2018")
    expect(plain.locator("svg")).to_have_count(2)
    expect(plain.get_by_role("table")).to_have_count(2)
    assert plain.get_by_role("link", name="Sluit deze site snel").get_attribute("href").startswith("https://")
    expect(plain.get_by_role("listitem").filter(has_text="adviezen. Wat doet de gemeente")).to_have_count(1)
