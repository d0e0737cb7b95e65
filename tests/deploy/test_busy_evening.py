"""A worker dies, the figures change and the software is replaced, while readers are busy."""

import asyncio
import html
import os
import re
import signal
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Locator, Page, expect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from benchmarks import made_up
from benchmarks.peers import figures
from benchmarks.reader import Reader

pytestmark = pytest.mark.deploy
MAP = "/kaart?indicator=meldingen&periode=2025-H2"
PLACES = ["GM0344", "GM0363", "GM0599", "GM0518", "GM0014", "GM0855", "GM0772", "GM0034", "GM0193", "GM0202"]
READERS = 16
BETWEEN = 100  # every rate of the first version lies below, every rate of the second above
NAMES = {code: entry[0] for code, entry in figures.boundary_file()["p"].items()}


class Steady:
    """A reader who chooses a place now and then, and comes back by the same address when the line breaks."""

    def __init__(self, address: str, number: int) -> None:
        self.cookie = f"werker={'ab'[number % 2]}"
        self.address = address.replace("http", "ws")
        self.number = number
        self.query = f"indicator=meldingen&periode=2025-H2&gemeente={PLACES[number % len(PLACES)]}"
        self.pages: list[tuple[str, str]] = []  # the place in the address, the text of the page
        self.returned = 0

    @property
    def chosen(self) -> str:
        return re.search(r"gemeente=(GM\d{4})", self.query)[1]

    async def stay(self, until: asyncio.Event) -> None:
        while not until.is_set():
            reader = Reader(self.address, query=self.query, cookie=self.cookie)
            try:
                await reader.open()
                self._note(reader)
                while not until.is_set():
                    await asyncio.sleep(0.3 + self.number % 5 / 10)
                    await reader.choose(PLACES[(self.number + len(self.pages)) % len(PLACES)])
                    self._note(reader)
                await reader.close()
            except (ConnectionClosed, InvalidStatus, OSError, TimeoutError):
                self.returned += 1
                await asyncio.sleep(0.2)

    def _note(self, reader: Reader) -> None:
        self.query = reader.query
        self.pages.append((self.chosen, reader.seen))


def busy(site, during) -> list[Steady]:
    """Readers at work while something happens, and for a few seconds after."""
    people = [Steady(site.address, number) for number in range(READERS)]

    async def evening() -> None:
        until = asyncio.Event()
        crowd = [asyncio.create_task(person.stay(until)) for person in people]
        await asyncio.sleep(6)
        await asyncio.to_thread(during)
        await asyncio.sleep(6)
        until.set()
        await asyncio.gather(*crowd)

    in_own_thread(evening())
    return people


def in_own_thread(work):
    """Run readers beside the browser, which keeps the main thread's loop for itself."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


def heading(page: Page, name: str) -> Locator:
    """The head of the card of one place."""
    return page.get_by_role("heading", name=name, exact=True, level=2)


def is_about(chosen: str, text: str) -> bool:
    return f'<h2 class="hg-h2">{html.escape(NAMES[chosen])}</h2>' in text


def restart(worker) -> None:
    worker.process.wait(timeout=20)
    worker.__enter__()


def rates(page: str) -> list[float]:
    """All rates in the tables of a page."""
    cells = re.findall(r'<th scope="row">[^<]*</th><td[^>]*>(\d[\d.]*,\d)', page)
    return [float(cell.replace(".", "").replace(",", ".")) for cell in cells]


def test_a_reader_sees_a_complete_map_and_can_choose(site, page: Page):
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(site.address + MAP)
    expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
    assert page.locator(".hgk-places path[class^=k]").count() == 342
    page.locator('path[data-code="GM0344"]').first.click(force=True)
    expect(heading(page, "Utrecht")).to_be_visible(timeout=20_000)
    assert "gemeente=GM0344" in page.url
    assert errors == []


def test_a_browser_whose_worker_dies_shows_the_same_place_again(site, page: Page):
    page.goto(f"{site.address}{MAP}&gemeente=GM0344")
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    name = next(one["value"] for one in page.context.cookies() if one["name"] == "werker")
    os.killpg(site.workers[name].process.pid, signal.SIGKILL)
    site.workers[name].process.wait()
    try:
        page.locator('path[data-code="GM0363"]').first.wait_for()
        time.sleep(4)  # the browser finds out and comes back by itself
        expect(page.locator(".stApp")).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
        expect(heading(page, "Utrecht")).to_be_visible()
        page.locator('path[data-code="GM0363"]').first.click(force=True)
        expect(heading(page, "Amsterdam")).to_be_visible(timeout=20_000)
    finally:
        restart(site.workers[name])


def test_when_a_worker_dies_under_load_no_reader_loses_the_choice(site):
    def die() -> None:
        os.killpg(site.workers["a"].process.pid, signal.SIGKILL)
        time.sleep(4)
        restart(site.workers["a"])

    people = busy(site, die)
    assert sum(person.returned for person in people) >= READERS // 2, "the dead worker had half of the readers"
    for person in people:
        assert len(person.pages) > 4
        for chosen, text in person.pages:
            assert is_about(chosen, text), f"{chosen} stood in the address, the page was about another place"


def test_when_the_figures_change_under_load_no_page_mixes_two_versions(site):
    people = busy(site, lambda: made_up.write(site.data, version="2099-02-01T000000Z", times=10))
    old, new = 0, 0
    for person in people:
        for _, text in person.pages:
            seen = rates(text)
            assert len(seen) >= 10
            low, high = max(seen) < BETWEEN, min(seen) > BETWEEN
            assert low or high, f"one page shows {min(seen)} and {max(seen)}"
            old, new = old + low, new + high
        assert min(rates(person.pages[-1][1])) > BETWEEN, "this reader never got the new figures"
    assert old > READERS
    assert new > READERS


def test_an_upgrade_of_both_workers_and_nginx_is_not_noticed(site):
    wrong: list[int] = []

    def upgrade() -> None:
        for name in ("a", "b"):
            site.workers[name].process.send_signal(signal.SIGTERM)
            restart(site.workers[name])
            time.sleep(2.5)
        site.front.process.send_signal(signal.SIGHUP)

    async def look(until: asyncio.Event) -> None:
        while not until.is_set():
            for address in (MAP, "/gezond", "/"):
                status = await asyncio.to_thread(_status, site.address + address)
                if status != 200:
                    wrong.append(status)
            await asyncio.sleep(0.05)

    async def evening() -> list[Steady]:
        people = [Steady(site.address, number) for number in range(READERS)]
        until = asyncio.Event()
        tasks = [asyncio.create_task(person.stay(until)) for person in people]
        tasks.append(asyncio.create_task(look(until)))
        await asyncio.sleep(4)
        await asyncio.to_thread(upgrade)
        await asyncio.sleep(4)
        until.set()
        await asyncio.gather(*tasks)
        return people

    people = in_own_thread(evening())
    assert wrong == []
    for person in people:
        for chosen, text in person.pages:
            assert is_about(chosen, text)


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
