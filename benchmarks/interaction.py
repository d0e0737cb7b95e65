"""What a reader does on the map: step through periods, choose a place, switch indicator; and Vergelijken with ten places."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from playwright.sync_api import Page

from benchmarks import apps, browser
from benchmarks.figure import Figure, judged, middle, ratio, told
from benchmarks.reader import Reader
from benchmarks.workbench import Workbench

NAMES = frozenset({"step", "step_socket_bytes", "choose_place", "choose_bytes", "switch_indicator", "compare_ten"})
_SIX_STEPS = (browser.BACK,) * 3 + (browser.ON,) * 3


def run(bench: Workbench) -> Iterator[Figure]:
    """Time to the painted result, and bytes over the socket."""
    steps: list[float] = []
    limit: list[float] = []
    choices: list[float] = []
    stepping_bytes: list[float] = []
    others: dict[str, list[float]] = {"by_hand": [], "switch_indicator": [], "compare_ten": []}
    with apps.ours(bench.data) as app, apps.static(bench.pages) as static, browser.chromium() as chromium:
        for round_number in range(bench.rounds + 1):
            updates = _updates(chromium, f"{static.address}/plotly.html")
            by_hand = _updates(chromium, f"{static.address}/svg.html")
            with browser.visitor(chromium) as visitor:
                page = visitor.new_page()
                sizes: list[int] = []
                page.on("websocket", lambda socket, into=sizes: _count(socket, into))
                page.goto(app.address + apps.MAP_PAGE, wait_until="commit")
                browser.painted(page)
                browser.at_rest(page)
                sizes.clear()
                stepped = [browser.change(page, selector) for selector in _SIX_STEPS][1:]
                page.wait_for_timeout(300)
                over_socket = sum(sizes)
                chosen = [browser.choose(page, code) for code in bench.places[round_number::60][:5]]
            if round_number:
                limit.extend(updates)
                steps.extend(stepped)
                others["by_hand"].extend(by_hand)
                choices.extend(chosen[1:])
                stepping_bytes.append(over_socket)
                others["switch_indicator"].append(_opening(chromium, app.address, indicator="adviezen"))
                others["compare_ten"].append(_compare(chromium, app.address, bench.places[:10]))
    with apps.ours(bench.data) as app:
        wire = asyncio.run(_choice_bytes(app.address, bench.places[20:30]))
    yield ratio("step", steps, limit, note=f"the hand-made SVG page: {middle(others['by_hand']) / middle(limit):.2f}")
    yield judged("step_socket_bytes", middle(stepping_bytes), unit="bytes")
    yield ratio("choose_place", choices, limit, note="last change on the page")
    yield judged(
        "choose_bytes", middle(wire) / bench.bare_values_bytes, unit="ratio", note="from the wire, after compression"
    )
    yield told("update of the static plotly page", limit, unit="ms")
    yield told("step of our map", steps, unit="ms")
    yield told("step of the hand-made SVG page, the physical limit", others["by_hand"], unit="ms")
    yield told("choice of a place", choices, unit="ms")
    yield told("bytes of a choice on the wire", wire, unit="bytes")
    yield told("switch of the indicator, new address to painted map", others["switch_indicator"], unit="ms")
    yield told("Vergelijken with ten places, new address to rest", others["compare_ten"], unit="ms")


def _updates(chromium: browser.Browser, address: str) -> list[float]:
    """Steps of a static page."""
    with browser.visitor(chromium) as visitor:
        page, _ = browser.opened(visitor, address)
        page.wait_for_timeout(800)
        return [browser.change(page, "#next") for _ in range(6)][1:]


def _count(socket: object, into: list[int]) -> None:
    for event in ("framereceived", "framesent"):
        socket.on(event, lambda payload: into.append(len(payload)))  # type: ignore[attr-defined]


async def _choice_bytes(address: str, places: list[str]) -> list[float]:
    reader = Reader(address.replace("http", "ws", 1))
    await reader.open()
    await reader.choose(places[0])
    sizes = []
    for place in places[1:]:
        before = reader.wire_bytes
        await reader.choose(place)
        sizes.append(float(reader.wire_bytes - before))
    await reader.close()
    return sizes


def _opening(chromium: browser.Browser, address: str, *, indicator: str) -> float:
    """A reader with a warm cache who goes to another indicator."""
    with browser.visitor(chromium) as visitor:
        browser.view(visitor, address + apps.MAP_PAGE)
        return browser.view(visitor, address + apps.MAP_PAGE.replace("meldingen", indicator)).painted_ms


def _compare(chromium: browser.Browser, address: str, places: list[str]) -> float:
    with browser.visitor(chromium) as visitor:
        browser.view(visitor, address + apps.MAP_PAGE)
        page: Page = visitor.new_page()
        page.goto(f"{address}/vergelijken?gemeente={places[0]}&met={','.join(places[1:])}", wait_until="commit")
        return browser.at_rest(page)
