"""What readers come for, walked on a phone and on a desk: how many taps, and how many screens down what they want stands.

The counts stand in docs/reader-test.md; a walk may become shorter, not longer.
"""

import math
import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

from tests.conftest import at_rest

pytestmark = pytest.mark.browser
PHONE, DESK = (360, 640), (1280, 800)
FIELD = ".stMain form.hg-search input[name=q]"
SUGGESTION = ".stMain .hg-answers [role=option]"
EVERYDAY_NAMES = {
    "Den Haag": "'s-Gravenhage",
    "Den Bosch": "'s-Hertogenbosch",
    "Kaatsheuvel": "Loon op Zand",
    "5171": "Loon op Zand",
}
USES = ".st-key-uses-{} summary"


@dataclass(frozen=True)
class Walk:
    """Steps from a page to what a reader wants; a step is a selector to tap, or words to type and choose.

    ``wanted`` is a selector and ``words`` what it must say there, on the carried figures. ``taps`` and ``screens`` are the
    most they may take: a tap in the search field, on a suggestion, a link, a button or a fold, and screens of the window
    from the top of the page to the end of the line that is wanted.
    """

    start: str
    steps: tuple[str, ...]
    wanted: str
    words: str
    taps: int
    screens: dict[tuple[int, int], int] = field(default_factory=lambda: {PHONE: 1, DESK: 1})


def typed(name: str) -> str:
    return f"type:{name}"


WALKS = {
    "Breda: hoeveel": Walk("/", (typed("Breda"),), ".hg-answer-first", "1.842 meldingen", 2),
    "Breda: stijgt het": Walk("/", (typed("Breda"),), ".hg-answer .hg-text >> nth=1", "nog niet te zeggen", 2),
    "Tilburg: wat weet ik": Walk("/", (typed("Tilburg"),), ".hg-lines li >> nth=0", "Noord-Brabant", 2),
    "Nederland: hoeveel": Walk("/", (), ".hg-tile-value >> nth=0", "66.270", 0),
    "Breda op de kaart": Walk(
        "/kaart", (typed("Breda"),), ".hgk-now", "Breda", 2, screens={PHONE: 2, DESK: 2}
    ),
    "Breda naast de buren": Walk("/vergelijken", (typed("Breda"),), ".hg-verdict", "hoger dan", 2),
    "Breda naast de buren, met een voorbeeld": Walk("/vergelijken", (".hg-door >> nth=0",), ".hg-verdict", "hoger dan", 1),
    "een zin over Breda om over te nemen": Walk(
        "/vergelijken", (typed("Breda"), ".st-key-zinnen summary"), ".st-key-zinnen pre >> nth=0", "Breda", 3,
        screens={PHONE: 2, DESK: 1},
    ),
    "een PNG met de waarde van Breda": Walk(
        "/vergelijken", (typed("Breda"), USES.format("naast-elkaar")),
        ".st-key-uses-naast-elkaar :is(button, a):has-text('PNG')", "PNG", 3, screens={PHONE: 4, DESK: 3},
    ),
    "code voor een andere site": Walk(
        "/ontwikkeling", (USES.format("ontwikkeling-meldingen"),),
        ".st-key-uses-ontwikkeling-meldingen pre:has-text('<iframe') >> nth=0", "figuur=ontwikkeling-meldingen", 1,
        screens={PHONE: 4, DESK: 3},
    ),
    "stijgt het in Nederland": Walk("/ontwikkeling", (), ".st-key-figuur-ontwikkeling-meldingen h2", "geen duidelijke", 0),
}  # fmt: skip


def walk(page, visit, server, row):
    """Taps and the bottom of what is wanted, in px from the top of the page."""
    visit(page, server + row.start)
    at_rest(page)
    taps = 0
    for step in row.steps:
        if step.startswith("type:"):
            page.locator(FIELD).first.click()
            page.locator(FIELD).first.fill(step.removeprefix("type:"))
            page.locator(SUGGESTION).first.click()
            taps += 2
        else:
            page.locator(f".stMain {step}").first.click()
            taps += 1
        page.wait_for_timeout(400)
        at_rest(page)
    wanted = page.locator(f".stMain {row.wanted}").first
    wanted.wait_for()
    expect(wanted).to_contain_text(row.words, use_inner_text=True)
    page.locator(".hg-footer").wait_for()
    bottom = wanted.evaluate("e => e.getBoundingClientRect().bottom + document.querySelector('.stMain').scrollTop")
    return taps, bottom


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", WALKS)
def test_a_reader_gets_there_in_few_taps_and_screens(page, server, visit, name, size):
    row = WALKS[name]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    taps, bottom = walk(page, visit, server, row)
    screens = math.ceil(bottom / size[1])
    assert taps <= row.taps
    assert screens <= row.screens[size], f"{bottom:.0f} px"


@pytest.mark.parametrize(
    "path", ["/", "/kaart?indicator=meldingen&niveau=GM", "/vergelijken", "/ontwikkeling?indicator=meldingen"]
)
def test_everyday_names_are_found_from_every_page(page, server, visit, path):
    visit(page, server + path)
    field_of_page = page.locator(FIELD).first
    field_of_page.click()
    for typed_words, name in EVERYDAY_NAMES.items():
        field_of_page.fill(typed_words)
        expect(page.locator(SUGGESTION).first).to_contain_text(re.compile(f"{name}|{typed_words}"))
