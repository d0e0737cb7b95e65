"""axe-core and our own checks on every page: on a desk and on a phone, light and dark, with other settings of the reader."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages._parts import site
from tests.browser import checks

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
PATHS = [page.address for page in site.existing()]
EVERYWHERE = (checks.HEADINGS, checks.CHARTS, checks.CHART_CONTRAST, checks.LIVE, checks.LANGUAGE, checks.TARGETS)


def axe(page, rules: dict | None = None) -> str:
    """What axe finds, as text; empty when nothing. Names on the map lie in a rim of paper that axe does not see."""
    found = Axe().run(page, context={"exclude": [[".hgk-names"]]}, options=rules or RULES).response["violations"]
    told = [{"rule": one["id"], "nodes": [node["html"][:160] for node in one["nodes"][:4]]} for one in found]
    return json.dumps(told, indent=1, ensure_ascii=False) if told else ""


def settle(page) -> None:
    page.wait_for_timeout(600)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_fit_for_every_reader(page, server, visit, path, scheme):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "//" in request.url else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, server + path)
    if page.locator(".stPlotlyChart").count():
        page.locator(".js-plotly-plot[aria-roledescription]").first.wait_for()
    settle(page)
    wrong = {"axe 1280": axe(page), "motion": checks.problems(page, checks.NO_MOTION)}
    wrong |= {check[:60]: checks.problems(page, check) for check in EVERYWHERE}

    page.set_viewport_size({"width": 320, "height": 800})
    settle(page)
    wrong |= {"axe 320": axe(page), "sideways 320": checks.problems(page, checks.NO_SIDEWAYS_SCROLL)}
    wrong |= {"targets 320": checks.problems(page, checks.TARGETS)}
    if scheme == "light":  # 400 % zoom of 1280 by 1024; then more room between letters; then letters twice as large
        page.set_viewport_size({"width": 320, "height": 256})
        wrong |= {"sideways 400 %": checks.problems(page, checks.NO_SIDEWAYS_SCROLL)}
        page.set_viewport_size({"width": 1280, "height": 900})
        page.add_style_tag(content=checks.SPACING)
        settle(page)
        wrong |= {
            "spacing": checks.problems(page, checks.TEXT_FITS),
            "sideways spacing": checks.problems(page, checks.NO_SIDEWAYS_SCROLL),
        }
    assert {what: found for what, found in wrong.items() if found} == {}
    assert hosts == {server.split("/")[2]}
    assert errors == []
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}


@pytest.fixture
def start_page(page, server, visit):
    page.emulate_media(reduced_motion="reduce")
    visit(page, server + "/?gemeente=GM0758")
    page.locator(".js-plotly-plot[aria-roledescription]").first.wait_for()
    settle(page)
    return page


def test_every_check_and_axe_see_the_mistake_they_are_there_for(start_page):
    page = start_page
    whole = page.evaluate("document.querySelector('.stMain').innerHTML")
    for name, check in checks.CHECKS.items():
        assert checks.problems(page, check.script) == [], name
        checks.broken(page, check)
        assert checks.problems(page, check.script) != [], name
        checks.mended(page, whole)
    page.evaluate(
        "document.querySelector('.stMain').insertAdjacentHTML('afterbegin', '<img src=\"/icon.png\"><p style=\"color:#ccc;background:#fff\">bleek</p>')"
    )
    assert "image-alt" in axe(page)
    assert "color-contrast" in axe(page)
