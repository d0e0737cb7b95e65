"""What a reader may rely on when the map is on the screen; a real Chromium, made-up figures."""

import pytest
from playwright.sync_api import expect

from data_sources.period import Period
from tests.audit import axe
from tests.charts.map import figures

pytestmark = pytest.mark.browser

FILLS = (
    "[...document.querySelectorAll('.hgk-places path')].map(p => [p.dataset.code, p.getAttribute('class')].join(' '))"
)
LIVE = ".hgk > .hgk-live"


def names(code: str) -> str:
    return (
        figures.kaart.outlines([Period.year(2022)], level=figures.Level.MUNICIPALITY)[Period.year(2022)]
        .shapes.places[code]
        .name
    )


def settled(page) -> None:
    page.wait_for_timeout(400)  # frames of a connection that is still talking would blur the count


def test_it_runs_under_a_policy_without_inline_eval_or_blob_scripts(strict_page):
    strict_page.visit()
    expect(strict_page.locator(".hgk-places path")).to_have_count(345)
    assert strict_page.problems == []


def test_stepping_paints_another_period_without_a_word_to_the_server(strict_page):
    strict_page.visit("?periode=2022")
    settled(strict_page)
    before, out, back = strict_page.evaluate(FILLS), len(strict_page.frames_out), len(strict_page.frames_in)
    strict_page.get_by_role("button", name="Volgende periode").click()
    strict_page.locator(".hgk-period", has_text="2023").wait_for()
    after = strict_page.evaluate(FILLS)
    settled(strict_page)
    assert before != after
    assert len(after) == 342  # the boundaries of 2023, no longer the 345 of 2022
    assert (len(strict_page.frames_out), len(strict_page.frames_in)) == (out, back)
    assert "periode=2023" in strict_page.url


def test_a_change_of_size_while_other_figures_come_is_no_error(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.evaluate("() => { document.querySelector('.hgk').view.box = null; }")  # as while they come
    strict_page.set_viewport_size({"width": 700, "height": 800})
    settled(strict_page)
    assert strict_page.problems == []


def test_a_reload_keeps_the_period_that_was_stepped_to(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.get_by_role("button", name="Vorige periode").click()
    strict_page.reload()
    strict_page.wait_for_selector(".hgk-map[data-ready]")
    assert strict_page.locator(".hgk-period").inner_text() == "2018"


def test_the_table_can_be_asked_to_follow_a_step(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.get_by_role("button", name="Volgende periode").click()
    strict_page.get_by_role("button", name="Toon tabel en tekst voor 2023").click()
    strict_page.get_by_text("Gekozen: None; periode: 2023").wait_for()
    expect(strict_page.get_by_role("button", name="Toon tabel en tekst"), "nothing is left to follow").to_have_count(0)


def test_typing_a_name_and_enter_chooses_a_place_and_tells_the_server(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.focus(".hgk-map")
    strict_page.keyboard.type("bred")
    said = strict_page.locator(LIVE).inner_text()
    row = figures.chart().printed.set_index("Gemeente").loc["Breda"]
    band = row["band"].replace("\xa0", " ").replace(" – ", " tot ")
    assert said.startswith(f"Breda: {row[figures.SPEC.unit]} per 10.000 inwoners, band {band}, klasse ")
    assert "Nederland (proef)" in said
    strict_page.keyboard.press("Enter")
    strict_page.get_by_text("Gekozen: GM0758").wait_for()
    expect(strict_page.locator('[aria-selected="true"]')).to_have_attribute("data-code", "GM0758")
    assert strict_page.evaluate("document.activeElement.classList.contains('hgk-map')"), "focus stays on the map"


def test_arrows_go_to_a_touching_neighbour_in_that_direction(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.focus(".hgk-map")
    strict_page.keyboard.type("breda")
    places = figures.kaart.outlines([Period.year(2022)], level=figures.Level.MUNICIPALITY)[
        Period.year(2022)
    ].shapes.places
    for key, ahead in (
        ("ArrowLeft", lambda a, b: b.cx < a.cx),
        ("ArrowUp", lambda a, b: b.cy < a.cy),
        ("ArrowRight", lambda a, b: b.cx > a.cx),
    ):
        here = places[strict_page.locator(".hgk-map").get_attribute("aria-activedescendant").split("-")[1]]
        strict_page.keyboard.press(key)
        there = places[strict_page.locator(".hgk-map").get_attribute("aria-activedescendant").split("-")[1]]
        assert there.code in here.neighbours
        assert ahead(here, there)


def test_the_map_is_one_tab_stop_and_escape_leaves_it(strict_page):
    strict_page.visit()
    expect(strict_page.locator(".hgk-map [tabindex]")).to_have_count(0)
    strict_page.focus(".hgk-map")
    strict_page.keyboard.press("Escape")
    assert not strict_page.evaluate("document.activeElement.classList.contains('hgk-map')")
    strict_page.focus(".hgk-map")
    strict_page.keyboard.press("Tab")
    assert strict_page.evaluate("document.activeElement.tagName") == "BUTTON"


def test_home_and_end_go_to_the_first_and_last_name(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.focus(".hgk-map")
    strict_page.keyboard.press("End")
    assert strict_page.locator(LIVE).inner_text().startswith("Zwolle")
    strict_page.keyboard.press("Home")
    assert strict_page.locator(LIVE).inner_text().startswith(("'s-", "Aa"))


def test_a_place_without_a_figure_says_why(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.focus(".hgk-map")
    for code, words in (("GM0050", "geheim (CBS)"), ("GM0037", "nul na afronding"), ("GM0034", "nul")):
        strict_page.wait_for_timeout(1300)  # the reader pauses, so the next letters start a new name
        strict_page.keyboard.type(names(code).lower())
        said = strict_page.locator(LIVE).inner_text()
        assert said.startswith(f"{names(code)}: ")
        assert words in said


def test_the_browser_prints_every_figure_as_the_table_does(strict_page):
    strict_page.visit("?periode=2022")
    shown = strict_page.evaluate(
        "(() => { const v = document.querySelector('.hgk[data-theme]').view; return Object.fromEntries([...v.layer.paths.keys()].map("
        "c => [v.nameOf(c), [v.parts(c).value ?? v.parts(c).state, (v.parts(c).band ?? '')]])); })()"
    )
    printed = figures.chart().printed
    for place, value, band in zip(printed["Gemeente"], printed[figures.SPEC.unit], printed["band"], strict=True):
        text, interval = shown[place]
        assert text in value
        assert interval == band.replace("\xa0", " ")


def test_a_tooltip_can_be_sent_away_with_escape(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.locator('[data-code="GM0307"]').hover()
    tip = strict_page.locator(".hgk-tip")
    expect(tip).to_contain_text("Amersfoort", use_inner_text=True)
    strict_page.keyboard.press("Escape")
    expect(tip).not_to_be_visible()


def test_a_choice_costs_little_because_the_figures_are_sent_once(strict_page):
    strict_page.visit("?periode=2022")
    settled(strict_page)
    strict_page.frames_in.clear()
    strict_page.locator('[data-code="GM0307"]').click()
    strict_page.get_by_text("Gekozen: GM0307").wait_for()
    settled(strict_page)
    assert sum(len(frame) for frame in strict_page.frames_in) < 12_000


def test_few_figures_zoom_to_where_they_are_with_a_way_to_the_whole_country(strict_page):
    strict_page.visit("?deel=1&periode=2022")
    box = strict_page.locator(".hgk-map").get_attribute("viewBox")
    expect(strict_page.locator(".hgk-overview:not(.hgk-off)")).to_have_count(1)
    strict_page.get_by_role("button", name="Heel Nederland").click()
    assert strict_page.locator(".hgk-map").get_attribute("viewBox") != box
    expect(strict_page.locator(".hgk-overview:not(.hgk-off)")).to_have_count(0)


def test_keys_plus_minus_and_zero_zoom(strict_page):
    strict_page.visit("?periode=2022")
    strict_page.focus(".hgk-map")
    box = strict_page.locator(".hgk-map").get_attribute("viewBox")
    strict_page.keyboard.press("+")
    assert strict_page.locator(".hgk-map").get_attribute("viewBox") != box
    strict_page.keyboard.press("0")
    expect(strict_page.locator(".hgk-map")).to_have_attribute("viewBox", box)


def test_the_legend_counts_every_place_once(strict_page):
    strict_page.visit("?periode=2022")
    classes = [int(text) for text in strict_page.locator(".hgk-count").all_inner_texts()]
    states = [
        int(text.rsplit(": ", 1)[1])
        for text in strict_page.locator(".hgk-states li").all_inner_texts()
        if "onzeker, minder" not in text
    ]
    assert sum(classes) + sum(states) == 345


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser, map_server, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )  # axe is an inline script
    page = context.new_page()
    page.goto(f"{map_server}/?deel=1&periode=2018&gemeente=GM0758")
    page.wait_for_selector(".hgk-map[data-ready]", timeout=30_000)
    page.focus(".hgk-map")
    assert axe(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
