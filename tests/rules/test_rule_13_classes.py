"""Rule 13: class borders stay the same over all periods, the top class prints the maximum, a crowded class is said."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from charts.map.static import static_svg
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import registry
from indicators.classes import classes
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, Y2023, holds, map_of, variants

SPEC = dataclasses.replace(REPORTS, class_breaks={Kind.YEAR: (40.0, 60.0, 80.0, 100.0)})
EVEN = [300, 350, 450, 550, 650, 750, 850, 950, 1050, 1500]
CROWDED = [410, 420, 430, 440, 450, 460, 550, 700, 900, 0]
VALUES = pd.concat(
    [values_of(EVEN, period="2022JJ00", spec=SPEC), values_of(CROWDED, period="2023JJ00", spec=SPEC)], ignore_index=True
)


def ask(make, year):
    return make(VALUES, spec=SPEC, level=Level.MUNICIPALITY, period=Period.year(year))


def of_this_period_only(values, *, spec, level, period):
    return classes(values[values["period"] == period.code], spec=spec, level=level, period=period)


def quantiles_of_the_period(values, *, spec, level, period):
    now = values.loc[values["period"] == period.code, "value"]
    borders = tuple(np.quantile(now, [0.2, 0.4, 0.6, 0.8]))
    own = dataclasses.replace(spec, class_breaks={Kind.YEAR: borders})
    return classes(values, spec=own, level=level, period=period)


def silent(values, **arguments):
    return dataclasses.replace(classes(values, **arguments), crowded=None)


def crying_wolf(values, **arguments):
    found = classes(values, **arguments)
    return dataclasses.replace(found, crowded="meer dan de helft (7 van 10)")


def open_ended(values, **arguments):
    found = classes(values, **arguments)
    return dataclasses.replace(found, labels=(*found.labels[:-1], "100 of meer"))


def without_a_histogram(values, **arguments):
    return dataclasses.replace(classes(values, **arguments), histogram=())


def stay_the_same(make):
    old, new = ask(make, 2022), ask(make, 2023)
    assert (old.breaks, old.labels, old.edges) == (new.breaks, new.labels, new.edges)
    assert old.labels[-1] == new.labels[-1] == "100 of meer (hoogste: 150,0)"
    assert sum(old.counts) == sum(old.histogram) == 10
    assert sum(new.counts) == sum(new.histogram) == 10
    assert old.crowded is None
    assert new.crowded is not None
    assert "meer dan de helft" in new.crowded
    assert "(7 van 10)" in new.crowded


WRONG = (of_this_period_only, quantiles_of_the_period, silent, crying_wolf, open_ended, without_a_histogram)


@variants(classes, *WRONG)
def test_borders_are_fixed_and_a_crowded_class_is_said(variant, honest):
    assert holds(stay_the_same, variant) is honest


CODES = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][: len(EVEN)]
SAYS = "Let op: meer dan de helft valt in één klasse."


@pytest.mark.parametrize(("counts", "said"), [(CROWDED, True), (EVEN, False)])
def test_the_picture_of_the_map_says_it_when_one_class_holds_most(counts, said):
    assert (SAYS in static_svg(map_of(values_of(counts, codes=CODES, spec=SPEC), spec=SPEC, period=Y2023))) is said
