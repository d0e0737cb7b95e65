"""A new indicator is declared once, in the catalogue, and appears everywhere by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import place
from editions.edition import current_edition

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import dataclasses, json, types
from data_sources.catalogue import embedded_indicators as catalogue

spec = dataclasses.replace(catalogue.EMBEDDED_INDICATORS["meldingen"], id="nieuw-cijfer", title="Nieuw cijfer", twin=None)
catalogue.EMBEDDED_INDICATORS = types.MappingProxyType({**catalogue.EMBEDDED_INDICATORS, spec.id: spec})

from tests.page_run import page_run
from editions.edition import current_edition
from web.open_data.resources import resources

def words(file, **choices):
    run = page_run(file)
    for key, value in choices.items():
        run.query_params[key] = value
    run.run()
    assert not run.exception, run.exception
    options = [option for box in run.selectbox for option in box.options]
    return " ".join([*options, *(element.proto.body for element in run.get("html"))])

places = {
    "Kaart": words("map.py", indicator="nieuw-cijfer", gemeente="GM0363"),
    "Gemeente": words("municipality.py", gemeente="GM0363"),
    "Vergelijken": words("compare.py", gemeente="GM0363"),
    "Ontwikkeling": words("trends.py", gemeente="NL01"),
    "Downloads": words("downloads.py"),
    "open data": " ".join(table.title for table in resources(current_edition()).values()),
}
print(json.dumps({name: "Nieuw cijfer" in text for name, text in places.items()}))
"""


def test_an_indicator_in_the_catalogue_appears_on_every_page_and_in_the_open_data():
    output = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    shown = json.loads(output.stdout.splitlines()[-1])
    assert [name for name, there in shown.items() if not there] == []


def test_an_indicator_that_only_a_refresh_fills_stands_in_the_table_of_further_figures(monkeypatch: pytest.MonkeyPatch):
    spec = INDICATORS["onderzoeken"]
    assert Level.MUNICIPALITY in spec.levels
    monkeypatch.setattr(place, "offered", lambda _edition: (*INDICATORS.values(),))
    monkeypatch.setattr(place, "has_figure", lambda _edition, indicator, **_where: indicator == spec.id)
    assert place.further_indicators(current_edition(), "GM0363", period=Period.year(2023)) == [spec.id]
