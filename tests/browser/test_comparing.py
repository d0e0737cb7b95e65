"""Ten places side by side in a real browser: nothing overlaps, nothing is cut, on a phone and on a desk."""

import itertools

import pytest

pytestmark = pytest.mark.browser

TEN = "GM0758&met=GM0855,GM0748,GM0826,GM0777,GM1674,GM0779,GM0840,GM0851,GM0873"
WB = "GM0758&met=GM0826,GM0779,GM0748,GM1674,GM0777,GM1655,GM0840,GM1709,GM0744"
_TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => ({
  box: plot.getBoundingClientRect().toJSON(),
  texts: [...plot.querySelectorAll('.ytick text, .xtick text, .annotation-text, .legendtext')]
    .map(text => ({ words: text.textContent, ...text.getBoundingClientRect().toJSON() })).filter(text => text.width),
}))"""


def _overlap(one, other):
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return wide > 1 and high > 3  # line boxes are taller than their letters


@pytest.mark.parametrize("width", [360, 1280])
def test_names_and_numbers_of_ten_places_do_not_overlap_and_are_not_cut(page, server, visit, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, f"{server}/vergelijken?gemeente={WB}&indicator=wb-meldingen")
    page.locator(".js-plotly-plot .main-svg").nth(7).wait_for(state="attached")
    plots = page.evaluate(_TEXTS)
    assert len(plots) == 4, "reports, advice, ranges and funnel"
    for plot in plots:
        assert len(plot["texts"]) > 10
        for text in plot["texts"]:
            assert text["left"] >= plot["box"]["left"] - 1, text
            assert text["right"] <= plot["box"]["right"] + 1, text
        for one, other in itertools.combinations(plot["texts"], 2):
            assert not _overlap(one, other), (one["words"], other["words"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_ten_names_stand_in_the_field_where_they_were_chosen(page, server, visit):
    page.set_viewport_size({"width": 360, "height": 900})
    visit(page, f"{server}/vergelijken?gemeente={TEN}")
    field = page.locator(".stMultiSelect").bounding_box()
    for name in ("Breda", "Tilburg", "Woensdrecht"):
        box = page.locator(f'.stMultiSelect [data-tag][aria-label="{name}"]').bounding_box()
        assert box["x"] >= field["x"]
        assert box["x"] + box["width"] <= field["x"] + field["width"]
        assert box["y"] + box["height"] <= field["y"] + field["height"]


def test_a_sentence_can_be_copied_with_a_dutch_button(page, server, visit):
    visit(page, f"{server}/gemeente?gemeente=GM0758")
    first = page.locator(".st-key-blok-zeggen-gemeente [data-testid='stCode']").first
    button = first.locator('button[aria-label="Kopiëren"]')
    button.wait_for(state="visible", timeout=10_000)
    assert (
        button.evaluate(
            "one => { let o = 1; for (let e = one; e; e = e.parentElement) o *= +getComputedStyle(e).opacity; return o; }"
        )
        == 1
    )
    assert "1.842 meldingen" in first.inner_text()
