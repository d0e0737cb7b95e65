"""The behaviours of the accessibility list hold, and each is seen to fail on a page with the mistake it is there for."""

import pytest
from playwright.sync_api import expect

from tests.browser import behaviour
from tests.browser.behaviour import MAP, MAP_STYLE, SHELL, STYLE, Mistake

pytestmark = pytest.mark.browser

BEHAVIOURS = {
    behaviour.focus_stays: (
        Mistake("focus is not brought back", SHELL, "    keepFocus();\n    clearTimeout(reporting);", "", "focus lost"),
    ),
    behaviour.changes_are_told: (
        Mistake("nothing is told", SHELL, "if (told !== null && news) tell(news);", "", "to have text"),
        Mistake("the region is no status", SHELL, "const tell = (words) => {", 'announce.removeAttribute("role"); const tell = (words) => {', "to have text"),
    ),
    behaviour.single_letters_do_nothing: (
        Mistake("letters reach Streamlit", SHELL, "if (!(at instanceof Element && at.closest(takesLetters))) event.stopPropagation();", "", "a letter "),
    ),
    behaviour.tab_goes_everywhere: (
        Mistake("no ring", STYLE, ":root {", "* { outline: none !important; box-shadow: none !important }\n:root {", "no ring on"),
        Mistake("the map keeps Tab", MAP, "key(event) {", "key(event) {\n    if (event.key === 'Tab') event.preventDefault();", "trapped on"),
        Mistake("the map is no stop", MAP, "tabindex: '0'", "tabindex: '-1'", "the map was passed by"),
    ),
    behaviour.own_colours_keep_everything: (
        Mistake("the exit has no edge", STYLE, ".hg-exit, .hg-chip, .hg-notice { border: 2px solid; }", "", "has no edge"),
        Mistake("classes take one colour", MAP_STYLE, ".hgk-stage, .hgk-legend { forced-color-adjust: none;", ".hgk-stage, .hgk-legend {", "look alike"),
        Mistake("bands take the ground", MAP_STYLE, ".hgk-band, .hgk-dot { forced-color-adjust: none; }", "", "lost in the ground"),
    ),
    behaviour.two_fingers_zoom_one_scrolls: (
        Mistake("no pinch", MAP, "event.touches.length === 2 ? pair(event) : null", "null", "three times as large"),
        Mistake("fingers apart make it smaller", MAP, "this.zoom(now.far / this.pinch.far", "this.zoom(this.pinch.far / now.far", "three times as large"),
        Mistake("fingers shift it the wrong way", MAP, "this.pan((this.pinch.x - now.x)", "this.pan((now.x - this.pinch.x)", "lies to the left"),
        Mistake("one finger is held", MAP_STYLE, "touch-action: pan-x pan-y", "touch-action: none", "did not scroll"),
    ),
}  # fmt: skip
PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 740}}
BROKEN = [(act, mistake) for act, mistakes in BEHAVIOURS.items() for mistake in mistakes]


def _window(act):
    """Marks of a test: what fingers do needs a touch screen, and so a window of its own."""
    on_a_phone = [pytest.mark.own_window, pytest.mark.browser_context_args(**PHONE)]
    return on_a_phone if act is behaviour.two_fingers_zoom_one_scrolls else []


@pytest.mark.parametrize("act", [pytest.param(act, marks=_window(act), id=act.__name__) for act in BEHAVIOURS])
def test_it_holds(page, server, visit, act):
    act(page, server, visit)
    expect(page.locator(".hg-exit"), "whatever a reader did, the way out is there").to_have_count(1)


@pytest.mark.parametrize(
    ("act", "mistake"), [pytest.param(act, mistake, marks=_window(act), id=mistake.name) for act, mistake in BROKEN]
)
def test_the_mistake_is_seen(page, server, visit, act, mistake):
    edited = mistake.bring_into(page)
    with pytest.raises(AssertionError, match=mistake.seen):
        act(page, server, visit)
    assert edited, "the file that the mistake is about reached the browser"
