"""Another place is told to a reader who does not see the page change, on every page where a place can be chosen."""

import pytest

from site_map import PAGES


@pytest.mark.parametrize("file", [page.file for page in PAGES if "gemeente" in page.takes])
def test_another_place_changes_what_is_told(file, read_page):
    lines = []
    for code in ("GM0758", "GM0748"):
        run = read_page(file, gemeente=code).run
        lines.append([*(title.value for title in run.title), *run.session_state["_announced"]])
    assert lines[0] != lines[1]


def test_a_place_that_is_taken_away_is_told_too(read_page):
    assert read_page("gaps.py").run.session_state["_announced"][0] == "Geen plaats gekozen."
