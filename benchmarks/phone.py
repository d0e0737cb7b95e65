"""A real phone: every page under Lighthouse's mobile preset, beside the sheet and the plain Streamlit page in one run.

Lighthouse (npm, pinned in benchmarks/lighthouse) simulates a processor four times slower and a slow 4G line. Measured on
the embedded figures and on the made-up version of full size, in turn, so that the machine's pace is the same for all.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import site_map
from benchmarks import apps
from benchmarks.figure import Figure, judged, middle, spread, told
from benchmarks.processes import ROOT
from benchmarks.sheet import SHEET
from benchmarks.workbench import Workbench

NAMES = frozenset(
    {"phone", "phone_answer", "phone_other", "phone_shift", "phone_score", "phone_score_other", "phone_versus_plain"}
)
VISITS = ROOT / "benchmarks" / "lighthouse" / "visits.mjs"
CHROMIUM_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
)
MAIN = {"overzicht": "/", "kaart": "/kaart", "gemeente": "/gemeente?gemeente=GM0758", "land": "/gemeente?gemeente=NL01"}
"""The pages that write their first screen themselves; of the others the script is run ahead."""
OTHER = {page.path: page.address for page in site_map.PAGES if page.address not in {"/", "/kaart", "/gemeente"}}
PAGES = MAIN | OTHER
SHEET_NAME, PLAIN = "gemeenteblad", "plain"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ROUNDS = 5


class LighthouseError(RuntimeError):
    """Lighthouse is not installed, or it stopped without a report."""


@dataclass(frozen=True)
class Visit:
    """What Lighthouse says of one visit: times in ms, scores of 0 to 100, and the audits that failed."""

    largest_paint_ms: float
    first_paint_ms: float
    blocking_ms: float
    shift: float
    scores: Mapping[str, float]
    failed: tuple[str, ...]


class Lighthouse:
    """Lighthouse in one process; each visit has a Chromium of its own.

    Raises LighthouseError when it is not installed.
    """

    def __enter__(self) -> Self:  # noqa: D105
        if not VISITS.with_name("node_modules").exists():
            msg = f"{VISITS.with_name('node_modules')} is missing: `make bench` installs Lighthouse with npm"
            raise LighthouseError(msg)
        environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
        command = [shutil.which("node") or "node", str(VISITS), ",".join(CATEGORIES), CHROMIUM_FLAGS]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        self._process.stdin.close()
        self._process.wait(60)

    def visit(self, address: str, *, desktop: bool = False) -> Visit:
        """One visit. Raises LighthouseError with what Lighthouse says was wrong."""
        self._process.stdin.write(json.dumps({"address": address, "desktop": desktop}) + "\n")
        self._process.stdin.flush()
        report = json.loads(self._process.stdout.readline() or '{"error": "Lighthouse has stopped"}')
        if "error" in report:
            msg = f"{address}: {report['error']}"
            raise LighthouseError(msg)
        return _visit(report)


def _visit(report: Mapping[str, Any]) -> Visit:
    audits, categories = report["audits"], report["categories"]
    weighed = {each["id"] for name in CATEGORIES[1:] for each in categories[name]["auditRefs"] if each["weight"]}
    return Visit(
        largest_paint_ms=audits["largest-contentful-paint"]["numericValue"],
        first_paint_ms=audits["first-contentful-paint"]["numericValue"],
        blocking_ms=audits["total-blocking-time"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        scores={name: 100 * (categories[name]["score"] or 0) for name in CATEGORIES},
        failed=tuple(
            sorted(name for name in weighed if audits[name]["score"] is not None and audits[name]["score"] < 0.9)
        ),
    )


def run(bench: Workbench) -> Iterator[Figure]:
    """Median of the rounds per page, and the bars judged on the worst page of each kind."""
    with tempfile.TemporaryDirectory(prefix="bench-") as empty:
        versions = {"embedded": Path(empty)} | ({} if bench.named_pages else {"full size": bench.data})
        for version, data in versions.items():
            yield from _of_version(bench, version, data)


def _of_version(bench: Workbench, version: str, data: Path) -> Iterator[Figure]:
    visits: dict[str, list[Visit]] = {}
    desktop: dict[str, Visit] = {}
    with ExitStack() as stack:
        app = stack.enter_context(apps.ours(data)).address
        names = bench.named_pages or tuple(PAGES)
        addresses = {SHEET_NAME: app + SHEET} | {name: app + PAGES[name] for name in names}
        if not bench.named_pages:
            addresses[PLAIN] = stack.enter_context(apps.plain(bench.data)).address
        apps.settle()
        lighthouse = stack.enter_context(Lighthouse())
        for name, address in addresses.items():
            desktop[name] = lighthouse.visit(address, desktop=True)  # warms the page as well
        rounds = bench.visits or bench.some(ROUNDS)
        for round_number in range(rounds):
            for name, address in addresses.items():
                visits.setdefault(name, []).append(lighthouse.visit(address))
            print(f"phone, {version}: round {round_number + 1} of {rounds}", file=sys.stderr)
    yield from _figures(version, visits, desktop)


def _figures(version: str, visits: Mapping[str, list[Visit]], desktop: Mapping[str, Visit]) -> Iterator[Figure]:
    paint = {name: middle([each.largest_paint_ms for each in seen]) for name, seen in visits.items()}
    score = {name: middle([each.scores["performance"] for each in seen]) for name, seen in visits.items()}
    shift = {name: max(middle([each.shift for each in seen]), desktop[name].shift) for name, seen in visits.items()}
    main, other = [name for name in MAIN if name in visits], [name for name in OTHER if name in visits]
    for name in visits:
        first = visits[name][0]
        marks = ", ".join(f"{category} {first.scores[category]:.0f}" for category in CATEGORIES[1:])
        yield Figure(
            f"phone, {version}, {name}", paint[name], spread([each.largest_paint_ms for each in visits[name]]), "ms", None, ok=True,
            note=f"score {score[name]:.0f}, first paint {first.first_paint_ms:.0f} ms, blocking {first.blocking_ms:.0f} ms, "
            f"shift {shift[name]:.3f}, {marks}" + (f", fails {' '.join(first.failed)}" if first.failed else ""),
        )  # fmt: skip
    worst = max([*main, *other], key=shift.__getitem__)
    yield judged("phone_shift", shift[worst], unit="shift", note=f"{version}, {worst}")
    for names, of_paint, of_score in (
        (main, "phone_answer", "phone_score"),
        (other, "phone_other", "phone_score_other"),
    ):
        if names:
            worst = max(names, key=paint.__getitem__)
            yield judged(of_paint, paint[worst] / paint[SHEET_NAME], unit="ratio", note=f"{version}, {worst}")
            worst = min(names, key=score.__getitem__)
            yield judged(of_score, score[worst], unit="of 100", note=f"{version}, {worst}")
    if main and PLAIN in visits:
        worst = max(main, key=paint.__getitem__)
        yield judged("phone_versus_plain", paint[PLAIN] / paint[worst], unit="ratio", note=f"{version}, {worst}")
    if main:
        blocking = [each.blocking_ms for name in main for each in visits[name]]
        yield told(f"blocking time of the main pages, {version}", blocking, unit="ms")
