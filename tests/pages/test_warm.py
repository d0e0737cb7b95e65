"""What a start makes before the first reader, what after, and what it leaves until somebody needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from data_sources.level import Level
from editions import maps, opening_view
from editions.edition import current_edition
from editions.periods import periods
from pages._parts import warm

ROOT = Path(__file__).resolve().parents[2]
_LEFT_ALONE = (
    "babel",
    "geopandas",
    "numpy.f2py",
    "numpy.testing",
    "pandera",
    "plotly.subplots",
    "rapidfuzz",
    "rdflib",
    "scipy.stats",
    "typst",
    "xlsxwriter",
)


def test_a_start_loads_nothing_that_the_first_page_does_without() -> None:
    code = f"import app, gc, sys; print(gc.isenabled(), [name for name in {_LEFT_ALONE} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "True []"


def test_the_opening_map_is_there_before_the_first_reader_and_those_of_other_periods_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def again(*_args: object, **_named: object) -> None:
        pytest.fail("a map was made again")

    for steps in (warm.opening_views, warm.next_views):
        for step in steps():
            step()
    monkeypatch.setattr(maps, "municipal_map", again)
    monkeypatch.setattr(maps, "dots_of_rows", again)
    edition, level = current_edition(), Level.MUNICIPALITY
    newest = {each.kind: each for each in periods(edition, "meldingen", level=level)}
    views = [opening_view.fullest(edition), *(("meldingen", level, each) for each in newest.values())]
    for indicator, level, period in views:
        assert maps.map_of(edition, indicator, level=level, period=period, place=None)
        assert maps.dots_of(edition, indicator, level=level, period=period, place=None)
