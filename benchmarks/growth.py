"""What happens when the figures grow: twice and four times the periods and indicators."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import apps, browser, made_up
from benchmarks.figure import Figure, ratio, told
from benchmarks.workbench import Workbench
from indicators import rates

NAMES = frozenset({"growth", "growth_first_view", "growth_step"})
_TIMES = (1, 2, 4)
_PERIODS = 14
_VIEWS = 10  # per round: first views differ by a quarter among themselves, and the bar asks for a tenth


def run(bench: Workbench) -> Iterator[Figure]:
    """First view, step, memory and the work of a refresh at 1, 2 and 4 times today's periods and indicators."""
    first: dict[int, list[float]] = {times: [] for times in _TIMES}
    steps: dict[int, list[float]] = {times: [] for times in _TIMES}
    memory: dict[int, float] = {}
    writing: dict[int, float] = {}
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-growth-")))
        servers = {}
        for times in _TIMES:
            start = time.perf_counter()
            data = made_up.write(root / str(times), periods=_PERIODS * times)
            writing[times] = time.perf_counter() - start
            servers[times] = stack.enter_context(apps.ours(data, variant=f"grown:{times}"))
        chromium = stack.enter_context(browser.chromium())
        apps.settle()
        addresses = {
            times: f"{server.address}/kaart?indicator=meldingen&periode={made_up.half_years(_PERIODS * times)[-1].key}"
            for times, server in servers.items()
        }
        for _ in range(bench.rounds):  # before the first views, and so the round that only warms the servers
            for times, address in addresses.items():
                with browser.visitor(chromium) as visitor:
                    page, _ = browser.opened(visitor, address)
                    browser.at_rest(page)
                    steps[times].extend([browser.change(page, browser.BACK) for _ in range(6)][1:])
        for _ in range(bench.rounds * _VIEWS):
            for times, address in addresses.items():
                with browser.visitor(chromium) as visitor:
                    first[times].append(browser.view(visitor, address).painted_ms)
            addresses = dict(reversed(addresses.items()))  # the page just closed costs the next one something
        memory = {times: server.memory_mb for times, server in servers.items()}
    yield ratio("growth_first_view", first[4], first[1], note="4 times the periods and indicators")
    yield ratio("growth_step", steps[4], steps[1], note="4 times the periods and indicators")
    for times in _TIMES:
        yield told(f"growth x{times}: first view", first[times], unit="ms")
        yield told(f"growth x{times}: step", steps[times], unit="ms")
        yield told(f"growth x{times}: memory", [memory[times]], unit="MB")
        yield told(f"growth x{times}: writing a data version", [writing[times]], unit="s")
    yield from _regions()


def _regions() -> Iterator[Figure]:
    """Places cannot be added to the map of the Netherlands; what more of them would cost is the work per place."""
    for times in _TIMES:
        places = 342 * times * _PERIODS
        count = pd.Series(np.arange(places) % 400 * 5.0)
        people = pd.Series(np.full(places, 50_000.0))
        took = []
        for _ in range(5):
            start = time.perf_counter()
            rates.rate_per_10_000(count, people, rounding=pd.Series(np.full(places, 5.0)))
            took.append((time.perf_counter() - start) * 1000)
        yield told(f"growth x{times}: rates and bands of all places", took, unit="ms")
