"""Time and bytes to a complete national map: ours, the limit and the peers, interleaved in every round."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks import apps, browser
from benchmarks.figure import Figure, ratio, told
from benchmarks.workbench import Workbench

NAMES = frozenset({"first_view", "second_view", "first_bytes", "versus_plain", "versus_dash", "versus_panel"})
SLOW_NAMES = frozenset({"first_view_slow"})
LIMIT, OURS = "static plotly page", "ours"


def run(bench: Workbench) -> Iterator[Figure]:
    """First and second view of every page on an unthrottled link."""
    first: dict[str, list[float]] = {}
    second: dict[str, list[float]] = {}
    sizes: dict[str, list[float]] = {}
    whole: list[float] = []
    with ExitStack() as stack:
        static = stack.enter_context(apps.static(bench.pages))
        addresses = {
            OURS: stack.enter_context(apps.ours(bench.data)).address + apps.MAP_PAGE,
            LIMIT: f"{static.address}/plotly.html",
            "static svg page": f"{static.address}/svg.html",
            "plain": stack.enter_context(apps.plain(bench.data)).address,
            "dash": stack.enter_context(apps.dash(bench.data)).address,
            "panel": stack.enter_context(apps.panel(bench.data)).address,
        }
        chromium = stack.enter_context(browser.chromium())
        for round_number in range(bench.rounds + 1):
            for name, address in addresses.items():
                with browser.visitor(chromium) as visitor:
                    cold = browser.view(visitor, address)
                    warm = browser.view(visitor, address)
                if round_number:  # the round before the first only warms the servers
                    first.setdefault(name, []).append(cold.painted_ms)
                    second.setdefault(name, []).append(warm.painted_ms)
                    sizes.setdefault(name, []).append(cold.http_bytes)
            if round_number:
                with browser.visitor(chromium) as visitor:
                    whole.append(browser.at_rest(browser.opened(visitor, addresses[OURS])[0]))
    yield ratio("first_view", first[OURS], first[LIMIT])
    yield ratio("second_view", second[OURS], second[LIMIT])
    yield ratio("first_bytes", sizes[OURS], sizes[LIMIT], note="HTTP bytes received when the map was painted")
    for peer in ("plain", "dash", "panel"):
        yield ratio(f"versus_{peer}", first[peer], first[OURS])
    for name, values in first.items():
        yield told(f"first view, {name}", values, unit="ms")
        yield told(f"second view, {name}", second[name], unit="ms")
        yield told(f"first view bytes, {name}", [size / 1000 for size in sizes[name]], unit="kB")
    yield told("whole page of ours, controls and all", whole, unit="ms", note="the map is there and works before that")


def run_slow(bench: Workbench) -> Iterator[Figure]:
    """First view on 10 Mbit/s with 40 ms latency."""
    seen: dict[str, list[float]] = {OURS: [], LIMIT: []}
    with apps.ours(bench.data) as app, apps.static(bench.pages) as static, browser.chromium() as chromium:
        addresses = {OURS: app.address + apps.MAP_PAGE, LIMIT: f"{static.address}/plotly.html"}
        for address in addresses.values():
            with browser.visitor(chromium) as visitor:
                browser.view(visitor, address)
        for _ in range(bench.rounds):
            for name, address in addresses.items():
                with browser.visitor(chromium) as visitor:
                    seen[name].append(browser.view(visitor, address, slow=True).painted_ms)
    yield ratio("first_view_slow", seen[OURS], seen[LIMIT], note="10 Mbit/s, 40 ms")
    for name, values in seen.items():
        yield told(f"first view slow, {name}", values, unit="ms")
