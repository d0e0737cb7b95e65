import pytest

from charts.palette import LIGHT
from data_sources.catalogue.indicators import INDICATORS


@pytest.mark.parametrize("spec", INDICATORS.values(), ids=lambda spec: spec.id)
def test_every_class_has_a_colour_of_its_own(spec):
    for borders in spec.class_breaks.values():
        assert len(borders) + 1 == len(LIGHT.classes)
        assert list(borders) == sorted(set(borders))
