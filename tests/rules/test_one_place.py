"""What many modules need to know stands in one of them: the country, statuses, the break of 2019, the form of a period."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("data_sources", "geo", "indicators", "charts", "editions", "pages", "web")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Path and syntax tree of every module of the app."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def constants(value: object) -> set[str]:
    """Modules with this very constant, docstrings aside."""
    return {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is type(value) and node.value == value
    }


def test_the_code_of_the_country_stands_in_one_place():
    assert constants("NL01") == {"data_sources/level.py"}


@pytest.mark.parametrize("status", ["provisional", "unstated"])
def test_a_status_is_named_in_one_place(status):
    # a key of a payload for the browser and a column of a frame may be called like a status
    allowed = {"charts/map/payload.py", "indicators/checks/monitor.py"} if status == "provisional" else set()
    assert constants(status) - allowed == {"data_sources/observation.py"}


def test_the_year_in_which_counting_changed_stands_in_one_place():
    years_of_other_things = {
        "data_sources/documents/programmes.py",  # a programme that began in 2019
        "geo/boundaries.py",
        "indicators/checks/named_regions.py",  # documents of these years
    }
    assert constants(2019) - years_of_other_things == {"data_sources/protocol.py"}


def test_no_module_cuts_a_period_code_in_pieces():
    cut = re.compile(r"(?:code|period|str|[\"']\])\[(?::4|4:6)\]|\.str\.slice\(4")
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if cut.search(path.read_text(encoding="utf-8"))
    }
    assert found == set()
