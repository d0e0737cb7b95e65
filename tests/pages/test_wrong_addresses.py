"""A value in an address that a page cannot use is named on the page, wherever the page reads that choice."""

import pytest

import site_map
from tests.conftest import ROOT

NONSENSE = {"1812", "GM9999"}
PAGES = {
    "overview.py": {"gemeente": "GM9999"},
    "map.py": {"indicator": "meldingen", "niveau": "GM", "periode": "1812", "gemeente": "GM9999"},
    "municipality.py": {"gemeente": "GM0363", "periode": "1812"},
    "impact_monitor.py": {"onderwerp": "wie", "wanneer": "1812"},
    "gaps.py": {"gemeente": "GM9999"},
}


@pytest.mark.parametrize("file", PAGES)
def test_the_page_names_a_value_it_cannot_use(read_page, file):
    choices = PAGES[file]
    words = " ".join(warning.value for warning in read_page(file, **choices).run.warning)
    assert {value for value in NONSENSE.intersection(choices.values()) if value not in words} == set()


@pytest.mark.parametrize("file", ["overview.py", "municipality.py"])
def test_a_value_is_named_once_and_above_what_the_page_shows(read_page, file):
    page = read_page(file, **PAGES[file])
    page.run.run()
    (warning,) = page.run.warning
    elements = list(page.run.main)
    assert elements.index(warning) < elements.index(page.run.get("html")[-1])


@pytest.mark.parametrize("file", PAGES)
def test_a_page_without_a_wrong_value_warns_of_nothing(read_page, file):
    assert not read_page(file).run.warning


@pytest.mark.parametrize("file", [page.file for page in site_map.PAGES])
def test_a_page_that_reads_its_address_says_what_is_wrong_with_it(file):
    source = (ROOT / "pages" / file).read_text(encoding="utf-8")
    assert ("address.enter()" in source) == ("address.show_wrong()" in source)
    assert "address.enter()" in source or " pick" not in source
