"""The whole refresh at the size of the public tables, as an operator runs it: within time and memory.

Time is counted in seconds of work, so that another process on the same machine makes no difference.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.snapshots import load

ROOT = Path(__file__).parents[3]


MOST_S, MOST_MB = 300, 1500
HANGS_S = 1800  # a machine that others use too may take long; what counts there is the work


@pytest.mark.timeout(HANGS_S + 60)
def test_all_tables_at_full_size_take_less_than_five_minutes_and_one_and_a_half_gigabyte(tmp_path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cbs_service"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as service:
        url = service.stdout.readline().strip()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "data_sources", "refresh", "--data", str(tmp_path), "--service", url],
                cwd=ROOT, capture_output=True, text=True, timeout=HANGS_S, check=False,
            )  # fmt: skip
            own = _seconds_of_work(before)
        finally:
            service.kill()
    assert done.returncode == 0, done.stdout + done.stderr
    cost = re.search(r"Duur: (\d+) seconden\. Meeste geheugen: (\d+) MB", done.stdout)
    with_service = _seconds_of_work(before)
    assert own < MOST_S / 2  # leaves the other half to the line
    assert with_service < MOST_S  # refresh and service take turns: on a machine of its own this is the time it takes
    assert int(cost[2]) < MOST_MB
    found = load(tmp_path)
    assert found.manifest.table("84851NED").rows == 1_866_480
    assert {table.id for table in REFRESHED_TABLES if not table.stands_in_for} <= {
        entry.id for entry in found.manifest.tables
    }
    rows = found.observations.query("table == '84849NED' and category == 'Totaal' and measure == 'reports'")
    year = rows[(rows["period"] == "2023JJ00") & (rows["level"] == "GM") & (rows["missing"] != "no_such_region")]
    assert len(year) == 342


def _seconds_of_work(before: resource.struct_rusage) -> float:
    """Seconds that ended child processes used the processor since then."""
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime
