"""What each patch brings: the figures it serves with it and without it, in turn in one run.

Not bars but shares: a value of 1.20 says that without this patch the figure is a fifth larger. The bars themselves are
measured by the other groups, with all patches on; HGIB_PATCHES in the environment measures them without some.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from time import perf_counter

from benchmarks import apps, browser
from benchmarks.cost import cpu_per_choice, first_run
from benchmarks.figure import Figure, middle, spread
from benchmarks.load import crowd_p95_s
from benchmarks.processes import Server
from benchmarks.workbench import Workbench
from web import patches

NAMES = frozenset({"patches"})
ALL_ON, ALL_OFF = "", "off"
_Measure = Callable[[Server, browser.Browser, Workbench, int], float]


@dataclass(frozen=True)
class _Served:
    """A figure that a patch serves, and the bar it belongs to."""

    bar: str
    unit: str
    measure: _Measure


def _first_view(server: Server, chromium: browser.Browser, _bench: Workbench, _round: int) -> float:
    with browser.visitor(chromium) as visitor:
        return browser.view(visitor, server.address + apps.MAP_PAGE).painted_ms


def _whole_page_slow(server: Server, chromium: browser.Browser, _bench: Workbench, _round: int) -> float:
    with browser.visitor(chromium) as visitor:
        return browser.at_rest(browser.opened(visitor, server.address + apps.MAP_PAGE, slow=True)[0])


def _first_words(server: Server, chromium: browser.Browser, _bench: Workbench, _round: int) -> float:
    with browser.visitor(chromium) as visitor:
        page, start = visitor.new_page(), perf_counter()
        page.goto(server.address + "/bronnen", wait_until="commit")
        page.locator("h1:visible").wait_for()
        return (perf_counter() - start) * 1000


def _choice(server: Server, chromium: browser.Browser, bench: Workbench, round_number: int) -> float:
    with browser.visitor(chromium) as visitor:
        page = visitor.new_page()
        page.goto(server.address + apps.MAP_PAGE, wait_until="commit")
        browser.painted(page)
        browser.at_rest(page)
        return middle([browser.choose(page, code) for code in bench.places[round_number::50][:6]][1:])


def _beside_the_browser(work: Callable[[], float]) -> float:
    """In a thread of its own: the browser has the event loop of this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def _cpu(server: Server, _chromium: browser.Browser, bench: Workbench, _round: int) -> float:
    return _beside_the_browser(lambda: asyncio.run(cpu_per_choice(server, bench.places[:20])))


def _first_run(server: Server, _chromium: browser.Browser, _bench: Workbench, _round: int) -> float:
    return _beside_the_browser(lambda: asyncio.run(first_run(server))) * 1000


def _p95(server: Server, _chromium: browser.Browser, bench: Workbench, _round: int) -> float:
    return _beside_the_browser(lambda: crowd_p95_s(server.address, bench, readers=50)) * 1000


_FIRST_VIEW = _Served("first_view", "ms", _first_view)
_CHOICE = _Served("choose_place", "ms", _choice)
_LOAD = _Served("load_50", "ms", _p95)
SERVED: dict[str, tuple[_Served, ...]] = {
    "coalescing_transport": (_LOAD, _CHOICE),
    "event_loop_batching": (_LOAD, _Served("rerun_cpu", "ms", _cpu)),
    "message_batching": (_CHOICE,),
    "preload": (_Served("whole page, slow link", "ms", _whole_page_slow),),
    "first_answer": (_FIRST_VIEW,),
    "page_run": (_Served("first words of Bronnen", "ms", _first_words),),
    "prompt_check": (_Served("first_run", "ms", _first_run),),
    "script_run_buffer": (_CHOICE,),
}
# each needs a server that nobody has visited
_FRESH = {_first_run}


def run(bench: Workbench) -> Iterator[Figure]:
    """For each patch its figures without it ÷ with all of them, and all figures without any."""
    everything = tuple(dict.fromkeys(served for each in SERVED.values() for served in each))
    with browser.chromium() as chromium:
        for name in patches.NAMES:
            for served in SERVED[name]:
                yield _without(f"-{name}", name, served, bench, chromium)
        for served in everything:
            yield _without(ALL_OFF, "all patches", served, bench, chromium)


def _without(setting: str, name: str, served: _Served, bench: Workbench, chromium: browser.Browser) -> Figure:
    """The figure without ÷ with, from servers of both kinds that take turns in going first."""
    seen: dict[str, list[float]] = {ALL_ON: [], setting: []}
    with ExitStack() as stack:
        servers: dict[str, Server] = {}
        if served.measure not in _FRESH:
            servers = {each: stack.enter_context(apps.ours(bench.data, patches=each)) for each in seen}
            apps.settle()
        for number in range(bench.rounds + 1):
            for each in (ALL_ON, setting) if number % 2 else (setting, ALL_ON):
                value = _measured(served, servers.get(each), each, bench, chromium, number)
                if number:  # the round before the first only warms the servers
                    seen[each].append(value)
    ratios = [off / on for off, on in zip(seen[setting], seen[ALL_ON], strict=True)]
    note = f"{middle(seen[setting]):.1f} without, {middle(seen[ALL_ON]):.1f} {served.unit} with"
    return Figure(f"{served.bar} without {name}", middle(ratios), spread(ratios), "ratio", None, ok=True, note=note)


def _measured(
    served: _Served, server: Server | None, setting: str, bench: Workbench, chromium: browser.Browser, number: int
) -> float:
    if server is not None:
        return served.measure(server, chromium, bench, number)
    with apps.ours(bench.data, patches=setting) as fresh:
        return served.measure(fresh, chromium, bench, number)
