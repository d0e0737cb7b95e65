"""A refresh of every table at the size of the public ones, as an operator runs it: seconds of work and memory.

Bars are absolute here, because they are promises to who runs the site: five minutes and 1.5 GB. Work is counted in seconds
of the processor, so that another process on the same machine makes little difference.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from benchmarks.figure import Figure, judged, told
from benchmarks.processes import ROOT, seconds_of_work
from benchmarks.workbench import Workbench

NAMES = frozenset({"refresh_work", "refresh_memory"})
_MEMORY = re.compile(r"Meeste geheugen: (\d+) MB")


def run(bench: Workbench) -> Iterator[Figure]:
    """Refresh an empty data folder from a service of made-up tables; a part below 1 takes the small tables."""
    tables = [] if bench.part >= 1 else ["--small"]
    before = seconds_of_work()
    with (
        tempfile.TemporaryDirectory(prefix="refresh-") as folder,
        subprocess.Popen(
            [sys.executable, "-m", "tests.cbs_service", *tables], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as service,
    ):
        assert service.stdout
        url = service.stdout.readline().strip()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "data_sources", "refresh", "--data", folder, "--service", url],
                cwd=ROOT, capture_output=True, text=True, check=True,
            )  # fmt: skip
            of_refresh = seconds_of_work() - before
        finally:
            service.terminate()
    memory = _MEMORY.search(done.stdout)
    assert memory, done.stdout
    yield judged("refresh_work", of_refresh, unit="s")
    yield judged("refresh_memory", float(memory[1]), unit="MB")
    yield told("work of a refresh and its service", [seconds_of_work() - before], unit="s")
