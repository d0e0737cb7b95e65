"""A refresh, seen by a reader who already has the app open: made-up figures from the local service fill the map."""

import re

import pytest
from playwright.sync_api import expect

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from data_sources.versions import EMBEDDED_VERSION
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.conftest import free_port, running, uvicorn_command

pytestmark = pytest.mark.browser

PATH = "/kaart?indicator=meldingen&niveau=GM&periode=2023"


def known_on_map(page):
    """Municipalities with a figure, and all municipalities, as the legend of the map says."""
    page.locator("svg.hgk-map[data-ready]").wait_for()
    said = page.locator(".hgk-legend").inner_text()
    return tuple(int(number) for number in re.search(r"(\d+) van (\d+) gemeenten met een cijfer", said).groups())


@pytest.mark.timeout(400)
def test_after_a_refresh_every_municipality_has_a_value_or_a_reason_without_a_restart(
    page, visit, tmp_path, monkeypatch
):
    monkeypatch.setenv("HGIB_DATA", str(tmp_path / "data"))
    port = free_port()
    with running(uvicorn_command(port), port=port, log=tmp_path / "log.txt") as address:
        visit(page, address + PATH)
        before, total = known_on_map(page)
        assert before < total == 342
        tables = [table for table in REFRESHED_TABLES if table.id in {"84849NED", "70072ned"}]
        with CbsService(full(years=(2023,))) as service:
            outcome = refresh(tmp_path / "data", service=Service.at(service.url), listener=Console(), tables=tables)
        assert outcome.complete
        visit(page, address + PATH)
        after, total = known_on_map(page)
        hidden = page.locator(".hgk-states li", has_text="onbekend, onvoldoende betrouwbaar of geheim")
        dots = int(hidden.inner_text().rsplit(":", 1)[1]) if hidden.count() else 0
        assert after + dots == total == 342
        expect(page.locator(".hgk-states li", has_text="nog geen cijfer op deze site")).to_have_count(0)
        visit(page, f"{address}/")
        expect(page.locator(".stMain")).to_contain_text(
            "Nieuwe cijfers van het CBS zijn opgehaald.", use_inner_text=True
        )
        visit(page, f"{address}{PATH}&versie={EMBEDDED_VERSION}")
        expect(page.locator(".stMain")).to_contain_text("Er is een nieuwere versie", use_inner_text=True)
        assert known_on_map(page)[0] == before
