"""What a process costs: time to its first complete page, memory, processor time per rerun."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator

from benchmarks import apps
from benchmarks.figure import Figure, ratio, told
from benchmarks.processes import Server
from benchmarks.reader import Reader
from benchmarks.workbench import Workbench

NAMES = frozenset({"rerun_cpu", "first_run", "cold_start", "memory_idle", "memory_reader"})
_READERS = 60
_MB_TO_KB = 1000


def run(bench: Workbench) -> Iterator[Figure]:
    """Start each variant afresh in every round."""
    starts: dict[str, list[float]] = {"ours": [], "empty": []}
    first_runs: dict[str, list[float]] = {"warmed": [], "cold": []}
    idle: dict[str, list[float]] = {"ours": [], "empty": []}
    per_reader: dict[str, list[float]] = {"ours": [], "empty": []}
    for _ in range(bench.rounds * 2):  # starts differ by a fifth from one to the next
        for name, start in _apps(bench).items():
            with start() as server:
                first = asyncio.run(_first(server, page=_page(name)))
                starts[name].append(time.perf_counter() - server.started)
                idle[name].append(server.memory_mb)
                if name == "ours":
                    first_runs["warmed"].append(first)
                per_reader[name].append(asyncio.run(_memory_per_reader(server, page=_page(name))))
        with apps.ours(bench.data, variant="cold") as server:
            first_runs["cold"].append(asyncio.run(_first(server, page=_page("ours"))))
    yield ratio("cold_start", starts["ours"], starts["empty"], note="process start to the first complete page")
    yield ratio("first_run", first_runs["warmed"], first_runs["cold"])
    yield ratio("memory_idle", idle["ours"], idle["empty"])
    yield ratio("memory_reader", per_reader["ours"], per_reader["empty"])
    for name, values in starts.items():
        yield told(f"cold start, {name}", values, unit="s")
        yield told(f"memory after the first reader, {name}", idle[name], unit="MB")
        yield told(f"memory per connected reader, {name}", per_reader[name], unit="kB")
    for name, values in first_runs.items():
        yield told(f"first run, {name}", values, unit="s")
    yield from _cpu(bench)


def _apps(bench: Workbench) -> dict[str, Callable[[], Server]]:
    return {"ours": lambda: apps.ours(bench.data), "empty": apps.empty}


def _page(name: str) -> tuple[str, str]:
    return ("kaart", "indicator=meldingen&periode=2025-H2") if name == "ours" else ("", "")


def _reader(server: Server, *, page: tuple[str, str]) -> Reader:
    return Reader(server.address.replace("http", "ws", 1), page=page[0], query=page[1])


async def _first(server: Server, *, page: tuple[str, str]) -> float:
    reader = _reader(server, page=page)
    took = await reader.open()
    await reader.close()
    return took


async def _memory_per_reader(server: Server, *, page: tuple[str, str]) -> float:
    """Memory that each more connected reader takes, kB; the first few pay for what all share."""
    readers = [_reader(server, page=page) for _ in range(_READERS + 10)]
    for reader in readers[:10]:
        await reader.open()
    before = server.memory_mb
    for reader in readers[10:]:
        await reader.open()
    grown = server.memory_mb - before
    await asyncio.gather(*(reader.close() for reader in readers))
    return max(grown, 0.001) / _READERS * _MB_TO_KB


def _cpu(bench: Workbench) -> Iterator[Figure]:
    seen: dict[str, list[float]] = {"ours": [], "collect": []}
    for _ in range(bench.rounds):
        for name, values in seen.items():
            with apps.ours(bench.data, variant="" if name == "ours" else name) as server:
                values.append(asyncio.run(cpu_per_choice(server, bench.places[:20])))
    yield ratio("rerun_cpu", seen["ours"], seen["collect"], note="the same page with Streamlit's collection")
    yield told("processor time per choice, ours", seen["ours"], unit="ms")
    yield told("processor time per choice, with collection", seen["collect"], unit="ms")


async def cpu_per_choice(server: Server, places: list[str]) -> float:
    """Processor time of the server per choice of a place by one reader, ms."""
    reader = _reader(server, page=_page("ours"))
    await reader.open()
    for place in places:
        await reader.choose(place)
    before = server.cpu_s
    for place in places * 3:
        await reader.choose(place)
    used = server.cpu_s - before
    await reader.close()
    return used / (3 * len(places)) * 1000


async def first_run(server: Server) -> float:
    """Seconds that the run of a new reader takes."""
    return await _first(server, page=_page("ours"))
