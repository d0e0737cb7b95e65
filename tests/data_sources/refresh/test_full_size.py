"""The whole refresh at the size of the public tables, as an operator runs it: within time and memory."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.snapshots import load

ROOT = Path(__file__).parents[3]


@pytest.mark.timeout(330)
def test_all_tables_at_full_size_take_less_than_five_minutes_and_one_and_a_half_gigabyte(tmp_path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cbs_service"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as service:
        url = service.stdout.readline().strip()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "data_sources", "refresh", "--data", str(tmp_path), "--service", url],
                cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
            )  # fmt: skip
        finally:
            service.kill()
    assert done.returncode == 0, done.stdout + done.stderr
    cost = re.search(r"Duur: (\d+) seconden\. Meeste geheugen: (\d+) MB", done.stdout)
    assert int(cost[1]) < 300
    assert int(cost[2]) < 1500
    found = load(tmp_path)
    assert found.manifest.table("84851NED").rows == 1_866_480
    assert {table.id for table in REFRESHED_TABLES if not table.stands_in_for} <= {
        entry.id for entry in found.manifest.tables
    }
    rows = found.observations.query("table == '84849NED' and category == 'Totaal' and measure == 'reports'")
    year = rows[(rows["period"] == "2023JJ00") & (rows["level"] == "GM") & (rows["missing"] != "no_such_region")]
    assert len(year) == 342
