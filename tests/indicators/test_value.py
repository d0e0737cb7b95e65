"""The one shape of computed figures: the full schema for every indicator, and refusal without pandera."""

import pytest

from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from indicators.compute import indicator_values_for
from indicators.value import WrongShapeError, indicator_values
from tests.indicators.value_schema import SCHEMA


@pytest.fixture(scope="module")
def observations():
    return snapshots.load(version=None).observations


@pytest.mark.parametrize("spec", INDICATORS.values(), ids=lambda spec: spec.id)
def test_rows_of_every_indicator_keep_the_full_schema(spec, observations):
    for level in spec.levels:
        values = indicator_values_for(observations, spec=spec, level=level)
        assert SCHEMA.validate(values, lazy=True).equals(values), "validation changes nothing"


def test_two_rows_of_one_place_and_an_unknown_state_are_refused(observations):
    spec = INDICATORS["wb-meldingen"]
    rows = indicator_values_for(observations, spec=spec, level=spec.levels[0])
    with pytest.raises(WrongShapeError, match="more than one row"):
        indicator_values(rows.iloc[[0, 0]])
    with pytest.raises(WrongShapeError, match="unknown states"):
        indicator_values(rows.assign(state="onbekend"))
