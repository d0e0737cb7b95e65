"""Indicators that wait for a refresh are declared as completely as the others."""

import re

import pytest

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.catalogue.refreshed_indicators import REFRESHED_INDICATORS
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Kind

REFRESHED_IDS = {table.id for table in REFRESHED_TABLES}


def test_the_twelve_tables_and_the_inhabitants_are_refreshed() -> None:
    statline = {*(f"848{number}NED" for number in range(47, 56)), "85361NED", "86315NED", "86316NED"}
    assert statline | {"03759ned", "70072ned"} == REFRESHED_IDS


def test_every_indicator_has_its_own_address() -> None:
    assert len(INDICATORS) == len(EMBEDDED_INDICATORS) + len(REFRESHED_INDICATORS)


@pytest.mark.parametrize("spec", REFRESHED_INDICATORS.values(), ids=lambda spec: spec.id)
def test_an_indicator_is_declared_completely(spec) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", spec.id)
    assert spec.title[0].isupper()
    assert spec.definition.endswith(".")
    assert all(text.endswith(".") for text in spec.caveats)
    assert Level.MUNICIPALITY in spec.levels
    assert spec.is_rate == (spec.unit == "per 10.000 inwoners")
    for cells in (*spec.numerator, *(spec.denominator or ())):
        assert cells.table in REFRESHED_IDS
        if TABLES[cells.table].measures:
            assert TABLES[cells.table].measure(cells.measure)
    for kind in Kind:
        borders = spec.class_breaks[kind]
        assert list(borders) == sorted(set(borders))
        assert len(borders) == 4
    text = " ".join((spec.title, spec.short, spec.definition, *spec.caveats)).lower()
    assert not re.search(r"slachtoffer|dader|beter|slechter", text)
    if spec.denominator is not None:
        assert [one.table for one in spec.numerator] == [one.table for one in spec.denominator]
