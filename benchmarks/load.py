"""Many readers at once, over real websockets, each choosing another place every few seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks import apps
from benchmarks.figure import Figure, judged, middle, percentile, told
from benchmarks.processes import Server
from benchmarks.proxy import nginx
from benchmarks.reader import Load, Reader, crowd
from benchmarks.workbench import Workbench

NAMES = frozenset({"load_50", "load_200", "load_200_failed", "load_versus_plain", "leak"})
_EVERY_S = 3.0
_LASTING_S = 20.0
_FIFTY_EACH_S = 165.0  # so that each of fifty readers chooses more than fifty times
_PLAIN_SETTLES_S = 100.0  # until a hundred first runs of an unprepared page are over
_CHOICES_ALONE = 60


def run(bench: Workbench) -> Iterator[Figure]:
    """One worker with 1, 50 and 100 readers; two behind nginx with 1 and 200; the same page run plainly with 100."""
    with apps.ours(bench.data) as server:
        alone = _alone(server.address, bench)
        fifty = _crowd(server.address, bench, readers=50, lasting_s=_FIFTY_EACH_S)
        hundred = _crowd(server.address, bench, readers=100)
    yield _against("load_50", fifty, alone)
    with apps.ours_plain(bench.data) as server:
        plain = _crowd(server.address, bench, readers=100, settle_s=_PLAIN_SETTLES_S)
    yield judged(
        "load_versus_plain",
        percentile(plain.seconds, 95) / percentile(hundred.seconds, 95),
        unit="ratio",
        note=f"{plain.failed} failed plainly, {hundred.failed} of ours",
    )
    with ExitStack() as stack:
        workers = [stack.enter_context(apps.ours(bench.data)) for _ in range(2)]
        front = stack.enter_context(nginx(workers))
        alone_there = _alone(front.address, bench)
        before = _memory(workers)
        crowded = _crowd(front.address, bench, readers=200)
        after = _memory(workers)
    yield _against("load_200", crowded, alone_there)
    yield judged("load_200_failed", crowded.failed, unit="failures", note="; ".join(crowded.errors[:3]))
    yield told("memory of two workers before and after 200 readers", [before, after], unit="MB")
    for name, load in (
        ("1", alone),
        ("50", fifty),
        ("100", hundred),
        ("100, plain", plain),
        ("200, two workers", crowded),
    ):
        yield told(
            f"p50 with {name}", [percentile(load.seconds, 50) * 1000], unit="ms", note=f"{len(load.seconds)} samples"
        )
        yield told(f"p95 with {name}", [percentile(load.seconds, 95) * 1000], unit="ms")


def run_leak(bench: Workbench) -> Iterator[Figure]:
    """2,000 readers who come, look and go."""
    with apps.ours(bench.data) as server:
        sizes = asyncio.run(_come_and_go(server, visits=2000, batch=bench.some(100)))
    yield judged("leak", sizes[-1] / middle(sizes[9:11]), unit="ratio", note="memory after 2,000 visits / after 1,000")
    yield told(
        "memory after every 100 of 2,000 visits", sizes, unit="MB", note=" ".join(f"{size:.0f}" for size in sizes)
    )


def _memory(workers: list[Server]) -> float:
    return sum(worker.memory_mb for worker in workers)


def _against(name: str, load: Load, alone: Load) -> Figure:
    value = percentile(load.seconds, 95) / percentile(alone.seconds, 95)
    return judged(name, value, unit="ratio", note=f"{len(load.seconds)} and {len(alone.seconds)} samples")


def _alone(address: str, bench: Workbench) -> Load:
    async def choose() -> Load:
        reader = Reader(address.replace("http", "ws", 1))
        await reader.open()
        for place in bench.places[:20]:
            await reader.choose(place)
        seconds = []
        for number in range(_CHOICES_ALONE):
            seconds.append(await reader.choose(bench.places[number * 5 % len(bench.places)]))
            await asyncio.sleep(0.05)
        await reader.close()
        return Load(seconds)

    return asyncio.run(choose())


def _crowd(address: str, bench: Workbench, *, readers: int, lasting_s: float = _LASTING_S, settle_s: float = 3) -> Load:
    people = [Reader(address.replace("http", "ws", 1)) for _ in range(bench.some(readers))]
    measured_s = max(8, lasting_s * bench.part)
    return asyncio.run(
        crowd(people, places=bench.places, every_s=_EVERY_S, lasting_s=measured_s, settle_s=settle_s * bench.part)
    )


def crowd_p95_s(address: str, bench: Workbench, *, readers: int) -> float:
    """Slowest 5% of the choices of so many readers of one worker, seconds."""
    return percentile(_crowd(address, bench, readers=readers).seconds, 95)


async def _come_and_go(server: Server, *, visits: int, batch: int) -> list[float]:
    """Memory after every hundredth visit; a smaller ``batch`` makes each hundred that small."""
    sizes = []
    for _ in range(visits // 100):
        for _ in range(max(1, batch // 10)):
            readers = [Reader(server.address.replace("http", "ws", 1)) for _ in range(min(10, batch))]
            await asyncio.gather(*(reader.open() for reader in readers))
            await asyncio.gather(*(reader.close() for reader in readers))
        sizes.append(server.memory_mb)
    return sizes
