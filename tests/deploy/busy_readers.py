"""Readers at work in a load test: each chooses places now and then, and comes back by the same address when the line breaks."""

import asyncio
import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from websockets.exceptions import ConnectionClosed, InvalidStatus

from benchmarks.peers import figures
from benchmarks.reader import Reader

PLACES = ["GM0344", "GM0363", "GM0599", "GM0518", "GM0014", "GM0855", "GM0772", "GM0034", "GM0193", "GM0202"]
READERS = 16
NAMES = {code: entry[0] for code, entry in figures.boundary_file()["p"].items()}


@dataclass(frozen=True)
class Seen:
    """One complete page, as one reader had it."""

    wanted: str  # the place that this reader chose last and was shown
    query: str
    text: str
    shown: frozenset[str]  # which figures the map and the rows beside it showed


class Steady:
    """A reader who chooses a place now and then, and comes back by the same address when the line breaks."""

    def __init__(self, address: str, number: int) -> None:
        self.cookie = f"werker={'ab'[number % 2]}"
        self.address = address.replace("http", "ws")
        self.number = number
        self.wanted = PLACES[number % len(PLACES)]
        self.query = f"indicator=meldingen&periode=2025-H2&gemeente={self.wanted}"
        self.pages: list[Seen] = []
        self.returned = 0
        self.seen_one = asyncio.Event()

    async def stay(self, until: asyncio.Event) -> None:
        while not until.is_set():
            reader = Reader(self.address, query=self.query, cookie=self.cookie)
            try:
                await reader.open()
                self._note(reader)
                while not until.is_set():
                    await asyncio.sleep(0.3 + self.number % 5 / 10)
                    place = PLACES[(self.number + len(self.pages)) % len(PLACES)]
                    await reader.choose(place)
                    self.wanted = place
                    self._note(reader)
                await reader.close()
            except (ConnectionClosed, InvalidStatus, OSError, TimeoutError):
                self.returned += 1
                await asyncio.sleep(0.2)

    def _note(self, reader: Reader) -> None:
        self.query = reader.query
        self.pages.append(Seen(self.wanted, reader.query, reader.seen, reader.shown))
        self.seen_one.set()


def busy(site, during) -> list[Steady]:
    """Readers at work before something happens, while it does, and until each has seen a few pages more."""
    people = [Steady(site.address, number) for number in range(READERS)]

    async def evening() -> None:
        until = asyncio.Event()
        crowd = [asyncio.create_task(person.stay(until)) for person in people]
        await pages_more(people, count=2)
        await asyncio.to_thread(during)
        await asyncio.sleep(2)  # what was asked before it happened has been answered
        await pages_more(people, count=3)
        until.set()
        await asyncio.gather(*crowd)

    in_own_thread(evening())
    return people


async def pages_more(people: list[Steady], *, count: int) -> None:
    """Wait until everybody has seen so many pages more, however slow this machine is."""
    async with asyncio.timeout(120):
        for person, wanted in [(person, len(person.pages) + count) for person in people]:
            while len(person.pages) < wanted:
                await person.seen_one.wait()
                person.seen_one.clear()


def none_lost_the_choice(people: list[Steady]) -> None:
    for person in people:
        for page in person.pages:
            assert f"gemeente={page.wanted}" in page.query
            assert "indicator=meldingen&periode=2025-H2" in page.query
            assert is_about(page.wanted, page.text), f"{page.wanted} was chosen, the page was about another place"


def in_own_thread(work):
    """Run readers beside the browser, which keeps the main thread's loop for itself."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


def is_about(chosen: str, text: str) -> bool:
    return f'<h2 class="hg-h2">{html.escape(NAMES[chosen])}</h2>' in text


def rates(page: str) -> list[float]:
    """All rates that the card of a place tells, its own and what it is held against; bands reach far on made-up figures."""
    printed = re.findall(r"(?<![\d,.])(\d[\d.]*,\d)(?![\d%])", re.sub(r"tussen [\d.,]+ en [\d.,]+", "", page))
    return [float(rate.replace(".", "").replace(",", ".")) for rate in printed]
