"""Answer first: where the answer and the picture stand on a phone, and how long a page is with its folds closed."""

import pytest

from benchmarks import made_up
from tests.conftest import free_port, running, uvicorn_command

pytestmark = pytest.mark.browser

FIRST_SCREEN, SCREENS, SCREEN = 640, 5, 800
ENDS, STARTS = "bottom", "top"
# page, what must be there, and which side of it must lie in the first screen
PAGES = [
    ("/", ".hg-tiles", ENDS),
    ("/kaart", ".hgk-stage", STARTS),
    ("/kaart?gemeente=GM0758", ".hgk-stage", STARTS),
    ("/vergelijken", ".hg-doors", STARTS),
    ("/vergelijken?gemeente=GM0758", ".hg-verdict", ENDS),
    ("/ontwikkeling", ".st-key-figuur-ontwikkeling-meldingen h2", ENDS),
]


@pytest.fixture(scope="module")
def full_server(tmp_path_factory):
    """The app with made-up figures for every municipality."""
    folder = tmp_path_factory.mktemp("full")
    made_up.write(folder / "data", periods=10)
    port = free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HGIB_DATA", str(folder / "data"))
        with running(uvicorn_command(port), port=port, log=folder / "log.txt") as address:
            yield address


def opened(page, visit, address, wanted):
    visit(page, address)
    part = page.locator(f".stMain {wanted}").first
    part.wait_for(timeout=60_000)
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_timeout(500)
    box = part.bounding_box()
    return {STARTS: box["y"], ENDS: box["y"] + box["height"]}


def measured(page, visit, server, path, wanted, side):
    page.set_viewport_size({"width": 360, "height": FIRST_SCREEN})
    sides = opened(page, visit, server + path, wanted)
    main = page.locator(".stMain")
    assert sides[side] <= FIRST_SCREEN, sides
    assert main.evaluate("main => main.scrollHeight") <= SCREENS * SCREEN
    assert main.evaluate("main => main.scrollWidth") <= 360


@pytest.mark.parametrize(("path", "wanted", "side"), PAGES)
def test_the_answer_is_in_the_first_screen_of_a_phone_and_the_page_is_short(page, server, visit, path, wanted, side):
    measured(page, visit, server, path, wanted, side)


@pytest.mark.parametrize(("path", "wanted", "side"), PAGES)
def test_so_it_is_with_figures_of_every_municipality(page, full_server, visit, path, wanted, side):
    measured(page, visit, full_server, path, wanted, side)


def test_on_a_desk_the_map_begins_in_the_first_screen(page, server, visit):
    page.set_viewport_size({"width": 1280, "height": 800})
    assert opened(page, visit, f"{server}/kaart", ".hgk-stage")[STARTS] < 800 / 2 + 60


def test_on_a_phone_the_chosen_place_stands_directly_under_the_map(page, server, visit):
    page.set_viewport_size({"width": 360, "height": FIRST_SCREEN})
    opened(page, visit, f"{server}/kaart?gemeente=GM0758", ".hgk-stage")
    card, place, foot = (
        page.locator(f".stMain {each}").bounding_box()
        for each in (".st-key-figuur-kaart", ".st-key-blok-plaats", ".st-key-kaart-voet")
    )
    assert 0 <= place["y"] - (card["y"] + card["height"]) <= 40
    assert foot["y"] >= place["y"] + place["height"]
