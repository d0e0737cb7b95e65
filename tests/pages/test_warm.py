"""What a start makes before the first reader, what after, and what it leaves until somebody needs it."""

import subprocess
import sys
from pathlib import Path

from data_sources import snapshots
from data_sources.level import Level
from pages._parts import load, map_charts, warm

ROOT = Path(__file__).resolve().parents[2]
_LEFT_ALONE = ("babel", "geopandas", "pandera", "scipy.stats", "xlsxwriter")


def test_a_start_loads_nothing_that_the_first_page_does_without() -> None:
    code = f"import app, gc, sys; print(gc.isenabled(), [name for name in {_LEFT_ALONE} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "True []"


def test_the_opening_map_is_there_before_the_first_reader_and_those_of_other_periods_after() -> None:
    read = ("", snapshots.current_version())
    for steps in (warm.opening_views, warm.next_views):
        for step in steps():
            step()
    made = map_charts.map_in.cache_info().misses
    newest = {one.kind: one for one in load.periods_of(read, "meldingen", Level.MUNICIPALITY)}
    for indicator, period in [("wb-meldingen", load.periods_of(read, "wb-meldingen", Level.MUNICIPALITY)[-1])] + [
        ("meldingen", one) for one in newest.values()
    ]:
        map_charts.map_in(read, indicator, Level.MUNICIPALITY, period)
    assert map_charts.map_in.cache_info().misses == made
