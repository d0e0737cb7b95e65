"""Ten places side by side in a real browser: nothing overlaps, nothing is cut, on a phone and on a desk."""

import pytest
from playwright.sync_api import expect

from tests.browser import drawn

pytestmark = pytest.mark.browser

TEN = "GM0758&met=GM0855,GM0748,GM0826,GM0777,GM1674,GM0779,GM0840,GM0851,GM0873"
WB = "GM0758&met=GM0748,GM0826,GM1674,GM0777,GM1655,GM1709,GM0840,GM0851,GM0879&indicator=wb-meldingen&vergelijk=eigen"


def _charts(page, visit, address, *, width, number):
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, address)
    page.locator(".hg-chart svg").nth(2 * number - 1).wait_for(state="attached")
    page.evaluate("document.querySelectorAll('.stMain details:not([open]) > summary').forEach(fold => fold.click())")
    page.wait_for_timeout(500)
    charts = drawn.read(page)
    assert len([chart for chart in charts if chart["words"] and chart["marks"]]) == len(charts)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return charts


@pytest.mark.parametrize("width", [360, 1280])
def test_labels_of_ten_places_are_whole_and_cover_no_mark_and_no_other_label(page, server, visit, width):
    charts = _charts(page, visit, f"{server}/vergelijken?gemeente={WB}", width=width, number=2)
    assert [len(chart["marks"]) for chart in charts] == [10, 10], "dots and ranges; nineteen places have no funnel"
    assert "19 gemeenten samen 81,8" in [text["words"] for text in charts[0]["words"]]
    assert drawn.problems(charts) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("line", ["vergelijk=eigen", "vergelijk=grootte&lijn=groep"])
def test_so_they_are_with_a_series_per_place_and_with_a_line_of_a_long_name(page, full_server, visit, width, line):
    address = f"{full_server}/vergelijken?gemeente={TEN}&indicator=meldingen&{line}"
    charts = _charts(page, visit, address, width=width, number=4)
    assert len(charts) == 4, "dots, ranges, funnel and small panels"
    assert charts[3]["areas"] >= 10
    assert drawn.problems(charts) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_breaks_of_five_places_are_named_where_no_line_runs(page, full_server, visit, width):
    address = f"{full_server}/ontwikkeling?gemeente=GM0758&met=GM1723,GM0744,GM0855,GM0363&indicator=meldingen"
    charts = _charts(page, visit, address, width=width, number=2)
    for chart in charts:
        words = " ".join(text["words"] for text in chart["words"])
        assert "vanaf 2021 ander gebied" in words
        assert "vanaf 2023 ander gebied" in words
    assert drawn.problems(charts) == []


_MOVED = """t => { const plot = t.closest('svg'), scale = plot.getScreenCTM().a, b = t.getBoundingClientRect(), m = plot.querySelector('%s').getBoundingClientRect();
  t.style.transform = `translate(${(m.x - b.x) / scale}px, ${(m.y - b.y %s) / scale}px)`; }"""
_FLAWS = {
    "over a mark": _MOVED % (".hg-mark", ""),
    "cut": "t => { t.style.transform = 'translate(0, -300px)'; }",
    "a line through": _MOVED.replace("m.x - b.x", "m.x - b.x - b.width / 2") % (".hg-rule", "+ 30"),
    "over each other": _MOVED % (".hg-tick", ""),
}


@pytest.mark.parametrize("flaw", _FLAWS)
def test_a_label_that_is_moved_to_a_wrong_place_is_seen(page, server, visit, flaw):
    _charts(page, visit, f"{server}/vergelijken?gemeente={WB}", width=1280, number=2)
    page.locator(".hg-wide .hg-note", has_text="19 gemeenten").first.evaluate(_FLAWS[flaw])
    assert [problem for problem in drawn.problems(drawn.read(page)) if flaw in problem and "19 gemeenten" in problem]


def test_all_ten_names_stand_in_the_field_where_they_were_chosen(page, server, visit):
    page.set_viewport_size({"width": 360, "height": 900})
    visit(page, f"{server}/vergelijken?gemeente={TEN}")
    field = page.locator(".hg-chosen").bounding_box()
    for name in ("Breda", "Tilburg", "Woensdrecht"):
        box = page.locator(f'.hg-chosen [aria-label="{name} weghalen"]').bounding_box()
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
    expect(first).to_contain_text("1.842 meldingen", use_inner_text=True)
