"""The pages are declared once: each has its file, and nothing else calls itself a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import site_map

ROOT = Path(__file__).resolve().parents[1]


def test_every_page_has_a_file_and_every_file_is_a_page():
    files = {path.name for path in (ROOT / "pages").glob("*.py") if not path.name.startswith("_")}
    assert {page.file for page in site_map.PAGES} == files


def test_no_two_pages_share_an_address_or_title():
    assert len({page.address for page in site_map.PAGES}) == len(site_map.PAGES)
    assert len({page.title for page in site_map.PAGES}) == len(site_map.PAGES)


def test_the_start_page_is_at_the_root():
    assert site_map.START.address == "/"


@pytest.mark.parametrize("address", [site_map.DATA, site_map.SHEETS, site_map.FEEDS, site_map.CALENDAR])
def test_an_address_of_data_or_sheets_is_typed_once(address):
    typed = [
        str(path.relative_to(ROOT))
        for room in ("pages", "web", "editions", "charts")
        for path in (ROOT / room).rglob("*.py")
        if re.search(rf'["\']{address}', path.read_text(encoding="utf-8"))
    ]
    assert typed == []


def test_addresses_carry_their_choices():
    assert site_map.data_address("meldingen", ending="csv", gemeente="GM0758,GM0855") == (
        "/data/v1/meldingen.csv?gemeente=GM0758,GM0855"
    )
    assert site_map.sheet_address("breda") == "/gemeenteblad/breda"
    assert site_map.sheet_address("breda", ending="pdf", jaar="2018") == "/gemeenteblad/breda.pdf?jaar=2018"
