"""The site as files at full size: work, size, what a visit costs a host, and what Lighthouse says of it on a phone.

No bar: it measures the machine too.
"""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks import phone
from benchmarks.figure import Figure, told
from benchmarks.file_host import PACKED, CompressingHost, served
from benchmarks.processes import ROOT, seconds_of_work
from benchmarks.workbench import Workbench

NAMES = frozenset({"export"})
_VISITS = {
    "Overzicht": "index.html",
    "Kaart": "kaart/index.html",
    "a place": "gemeente/GM0758/index.html",
    "a sheet": "gemeenteblad/breda/index.html",
}
_PHONE = {"Overzicht": "/", "Kaart": "/kaart/", "a place": "/gemeente/GM0758/", "a topic": "/wie-meldt/"}
_ASKED = re.compile(r'(?:href|src|data-(?:figures|map|boot|points|words|search))="(/(?:bestanden|app)/[^"]+)"')


def run(bench: Workbench) -> Iterator[Figure]:
    """Export twice: all of it, and once more when nothing has changed."""
    with tempfile.TemporaryDirectory(prefix="export-") as folder:
        out = Path(folder) / "site"
        command = [sys.executable, "-m", "web.export", "--out", str(out), "--url", "https://cijfers.example"]
        if bench.part < 1:
            command += ["--places", "NL01,GM0758"]
        for name in ("export", "export again, nothing changed"):
            before, start = seconds_of_work(), perf_counter()
            subprocess.run(
                command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "HGIB_DATA": str(bench.data)}
            )
            yield told(f"time of an {name}", [perf_counter() - start], unit="s")
            yield told(f"processor time of an {name}", [seconds_of_work() - before], unit="s")
        files = [path for path in out.rglob("*") if path.is_file()]
        yield told(
            "size of an export",
            [sum(path.stat().st_size for path in files) / 1e6],
            unit="MB",
            note=f"{len(files)} files",
        )
        for name, path in _VISITS.items():
            asked_for = _asked_for(out, path)
            size = sum(_sent(out / file) for file in asked_for)
            yield told(
                f"bytes of a first visit to {name}", [size / 1000], unit="kB", note=f"{len(asked_for)} requests, gzip"
            )
            yield told(f"bytes of a million readers of {name}", [size / 1000], unit="GB")
        yield from _on_a_phone(out)


def _on_a_phone(out: Path) -> Iterator[Figure]:
    """Scores of 0 to 100 by Lighthouse's mobile preset, from a host that compresses and sends the headers of the export."""
    with served(out, CompressingHost) as address, phone.Lighthouse() as lighthouse:
        for name, path in _PHONE.items():
            seen = lighthouse.visit(address + path)
            for category, score in seen.scores.items():
                failed = f"fails {' '.join(seen.failed)}" if seen.failed else ""
                note = f"largest paint {seen.largest_paint_ms:.0f} ms" if category == "performance" else failed
                yield told(f"{category} of {name} as a file on a phone", [score], unit="of 100", note=note)


def _asked_for(out: Path, page: str) -> list[str]:
    """Files that a browser with script asks for when it shows a page."""
    text = (out / page).read_text(encoding="utf-8")
    return [page, *sorted({address.removeprefix("/") for address in _ASKED.findall(text)})]


def _sent(file: Path) -> int:
    """Bytes of a file as a host sends it."""
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in PACKED else len(content)
