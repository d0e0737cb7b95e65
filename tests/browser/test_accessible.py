"""axe-core and our own checks on every page: on a desk and on a phone, light and dark, with other settings of the reader."""

import pytest

import site_map
from tests.audit import OF_COLOUR, axe
from tests.browser import checks
from tests.conftest import at_rest

pytestmark = pytest.mark.browser

PATHS = [page.address for page in site_map.PAGES]
BESIDE = ["/bestaat-niet", "/gemeenteblad/", "/gemeenteblad/breda?jaar=2018", "/gemeenteblad/atlantis"]
WIDTHS = (320, 1280)
MOST_SHIFT = 0.1  # layout shift of a page that is called good: docs/decisions/answer-before-the-app.md
EVERYWHERE = (
    checks.HEADINGS,
    checks.CHARTS,
    checks.CHART_CONTRAST,
    checks.MAP_NAMES,
    checks.LIVE,
    checks.LANGUAGE,
    checks.TARGETS,
)


def in_the_dark(page) -> str:
    """What is wrong with colours when the reader's machine turns dark, which a page follows as it stands; light again after."""
    page.emulate_media(color_scheme="dark")
    at_rest(page)
    of_charts = checks.problems(page, checks.CHART_CONTRAST) if page.locator(".stMain").count() else []
    problems = [*of_charts, axe(page, OF_COLOUR)]
    page.emulate_media(color_scheme="light")
    at_rest(page)
    return "\n".join(filter(None, problems))


def settle(page) -> None:
    at_rest(page)


def drawn(page) -> None:
    """Wait until charts and maps are there."""
    if page.locator(".hg-plots:visible").count():
        page.locator(".hg-plots[aria-roledescription]").first.wait_for()
        page.wait_for_function("() => !document.querySelector('.hg-plots:not([aria-roledescription])')")
    for box in page.locator(".hgk:visible").all():
        box.locator("svg.hgk-map[data-ready], .hgk-rows").first.wait_for()
    settle(page)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_fit_for_every_reader(page, server, visit, path):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "//" in request.url else None)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, server + path)
    drawn(page)
    assert round(page.evaluate("window.layoutShift"), 2) <= MOST_SHIFT
    wrong = {"axe 1280": axe(page), "motion": checks.problems(page, checks.NO_MOTION)}
    wrong |= {check[:60]: checks.problems(page, check) for check in EVERYWHERE}
    wrong |= {"dark 1280": in_the_dark(page)}

    page.set_viewport_size({"width": 320, "height": 800})
    settle(page)
    wrong |= {"dark 320": in_the_dark(page)}
    wrong |= {"axe 320": axe(page), "sideways 320": checks.problems(page, checks.NO_SIDEWAYS_SCROLL)}
    wrong |= {"targets 320": checks.problems(page, checks.TARGETS)}
    page.set_viewport_size({"width": 320, "height": 256})  # 400 % zoom of 1280 by 1024
    wrong |= {"sideways 400 %": checks.problems(page, checks.NO_SIDEWAYS_SCROLL)}
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_style_tag(content=checks.SPACING)  # more room between letters
    settle(page)
    wrong |= {
        "spacing": checks.problems(page, checks.TEXT_FITS),
        "sideways spacing": checks.problems(page, checks.NO_SIDEWAYS_SCROLL),
    }
    assert {what: found for what, found in wrong.items() if found} == {}
    assert hosts == {server.split("/")[2]}
    assert errors == []
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}


@pytest.mark.parametrize("path", BESIDE)
def test_a_page_beside_the_app_is_clean(page, server, path):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(server + path)
    wrong = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wrong[width] = axe(page)
        wrong[f"{width} in the dark"] = in_the_dark(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {what: problems for what, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize("where", checks.PROVED_ON)
def test_every_check_and_axe_see_the_mistake_they_are_there_for(page, server, visit, where):
    page.emulate_media(reduced_motion="reduce")
    visit(page, server + checks.PROVED_ON[where])
    drawn(page)
    whole = page.evaluate("document.querySelector('.stMain').innerHTML")
    for name, check in checks.CHECKS.items():
        if check.on != where:
            continue
        assert checks.problems(page, check.script) == [], name
        checks.broken(page, check)
        assert checks.problems(page, check.script) != [], name
        checks.mended(page, whole)
    page.evaluate(
        "document.querySelector('.stMain').insertAdjacentHTML('afterbegin', '<img src=\"/icon.png\"><p style=\"color:#ccc;background:#fff\">bleek</p>')"
    )
    assert "image-alt" in axe(page)
    assert "color-contrast" in axe(page)
