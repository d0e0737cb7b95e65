"""The sheet of a municipality: first paint without JavaScript, against a hand-made static SVG page."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import apps, browser
from benchmarks.figure import Figure, ratio, told
from benchmarks.workbench import Workbench
from geo import registry

NAMES = frozenset({"sheet"})
SHEET = f"/gemeenteblad/{registry.slug('GM0758')}"


def run(bench: Workbench) -> Iterator[Figure]:
    """Interleaved rounds; JavaScript is off for both."""
    seen: dict[str, list[float]] = {"sheet": [], "static svg page": []}
    with apps.ours(bench.data) as app, apps.static(bench.pages) as static, browser.chromium() as chromium:
        addresses = {"sheet": app.address + SHEET, "static svg page": f"{static.address}/svg.html"}
        apps.settle()
        for round_number in range(bench.rounds * 2 + 1):
            for name, address in addresses.items():
                took = browser.first_paint(chromium, address)
                if round_number:
                    seen[name].append(took)
    yield ratio("sheet", seen["sheet"], seen["static svg page"])
    for name, values in seen.items():
        yield told(f"first paint, {name}", values, unit="ms")
