import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette

import site_map
from editions.edition import current_edition
from web.english.routes import ROUTES as ENGLISH
from web.english.routes import english_addresses
from web.feeds.routes import ROUTES as FEEDS
from web.open_data.routes import ROUTES as OPEN_DATA
from web.packs.routes import ROUTES as PACKS
from web.routes import routes
from web.sheets.routes import ROUTES as SHEETS
from web.sheets.routes import addresses


@pytest.fixture(scope="session")
def beside() -> Iterator[str]:
    """Address of a real server with what stands beside the app; the app itself adds only headers."""
    small = routes(
        site_map.PAGES, more=lambda: [*addresses(), *english_addresses()], changed=lambda: current_edition().created
    )
    every = [*small, *OPEN_DATA, *SHEETS, *ENGLISH, *PACKS, *FEEDS]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=every), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def data(beside: str) -> str:
    """Address of the open data."""
    return f"{beside}/data/v1"


@pytest.fixture
def without_app(page):
    """A page whose app does not start until it is told to (`page.go_on()`); it is not loaded before: do not wait for that."""
    page.set_default_timeout(60_000)
    held, going = [], []
    page.route("**/static/js/index.*.js", lambda route: route.continue_() if going else held.append(route))

    def go_on() -> None:
        going.append(True)  # what is asked for from now on is not held
        for route in held:
            route.continue_()

    page.go_on = go_on
    return page
