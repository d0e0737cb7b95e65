"""Rule 13: class borders stay the same over all periods, the top class prints the maximum, a crowded class is said."""

import dataclasses
import gzip
import json

import pandas as pd
import pytest

from charts.map.static import static_svg
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions import opening_view
from editions.edition import current_edition
from geo import registry
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, Y2023, map_of

SPEC = dataclasses.replace(REPORTS, class_breaks={Kind.YEAR: (40.0, 60.0, 80.0, 100.0)})
EVEN = [300, 350, 450, 550, 650, 750, 850, 950, 1050, 1500]
CROWDED = [410, 420, 430, 440, 450, 460, 550, 700, 900, 0]
CODES = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][: len(EVEN)]
BOTH = pd.concat(
    [
        values_of(EVEN, codes=CODES, period="2022JJ00", spec=SPEC),
        values_of(CROWDED, codes=CODES, period="2023JJ00", spec=SPEC),
    ],
    ignore_index=True,
)


def payload(values, *, year):
    return map_of(values, spec=SPEC, period=Period.year(year)).figure.payload


def test_borders_are_the_same_in_every_period_and_follow_no_figure():
    old, new = payload(BOTH, year=2022), payload(BOTH, year=2023)
    other = payload(values_of([10 * count for count in EVEN], codes=CODES, spec=SPEC), year=2023)
    assert old["classes"] == new["classes"] == other["classes"]
    assert old["classes"] == ["minder dan 40", "40 tot 60", "60 tot 80", "80 tot 100", "100 of meer"]


def test_the_maximum_of_a_period_is_there_to_print_on_the_top_class():
    tops = {period["key"]: period["max"] for period in payload(BOTH, year=2023)["periods"]}
    assert tops == {"2022": 150.0, "2023": 90.0}


SAYS = "Let op: meer dan de helft valt in één klasse."


@pytest.mark.parametrize(("counts", "said"), [(CROWDED, True), (EVEN, False)])
def test_the_picture_of_the_map_says_it_when_one_class_holds_most(counts, said):
    assert (SAYS in static_svg(map_of(values_of(counts, codes=CODES, spec=SPEC), spec=SPEC, period=Y2023))) is said


def test_the_map_of_a_page_has_the_borders_of_its_indicator_in_every_period(read_page):
    edition = current_edition()
    for indicator in opening_view.titles(edition):
        classes: dict[Kind, set[tuple[str, ...]]] = {}
        for level, periods in opening_view.levels(edition, indicator).items():
            for period in periods[-3:]:
                page = read_page("map.py", indicator=indicator, niveau=str(level), periode=period.key)
                payloads = [part.proto.bytes for part in page.run.get("bidi_component")]
                drawn = [json.loads(gzip.decompress(payload)) for payload in payloads if payload]
                classes.setdefault(period.kind, set()).update(
                    tuple(each["classes"]) for each in drawn if "classes" in each
                )
        assert classes, indicator
        for kind, borders in classes.items():
            assert [len(each) for each in borders] == [len(INDICATORS[indicator].class_breaks[kind]) + 1], (
                indicator,
                kind,
            )
