import numpy as np
import pandas as pd
import pytest

from data_sources.level import Level
from data_sources.period import Period
from indicators import classes


@pytest.fixture
def two_years(make_values):
    first = make_values([100, 450, 700, 900, 1500, np.nan], period="2022JJ00")
    second = make_values([410, 450, 500, 550, 990, 0], period="2023JJ00")
    half = make_values([9000], period="2023HJ01")
    return pd.concat([first, second, half], ignore_index=True)


def legend(values, spec, year):
    return classes.classes(values, spec=spec, level=Level.MUNICIPALITY, period=Period.year(year))


def test_breaks_edges_and_labels_are_the_same_in_every_period(two_years, specs):
    old, new = legend(two_years, specs["rate"], 2022), legend(two_years, specs["rate"], 2023)
    assert (old.breaks, old.edges, old.labels) == (new.breaks, new.edges, new.labels)
    assert old.counts != new.counts


def test_every_place_with_a_figure_is_in_one_class_and_in_one_bar(two_years, specs):
    old, new = legend(two_years, specs["rate"], 2022), legend(two_years, specs["rate"], 2023)
    assert (sum(old.counts), sum(old.histogram)) == (5, 5)
    assert (sum(new.counts), sum(new.histogram)) == (6, 6)


def test_the_top_class_prints_the_true_maximum_of_its_own_kind_of_period(two_years, specs):
    found = legend(two_years, specs["rate"], 2023)
    assert found.maximum == 150.0
    assert found.labels == (
        "minder dan 40", "40 tot 60", "60 tot 80", "80 tot 100", "100 of meer (hoogste: 150,0)",
    )  # fmt: skip


def test_a_class_with_more_than_half_of_the_places_is_said(two_years, specs):
    assert legend(two_years, specs["rate"], 2022).crowded is None
    assert legend(two_years, specs["rate"], 2023).crowded == (
        "In 2023 valt meer dan de helft van de gemeenten met een cijfer in één klasse: 40 tot 60 (4 van 6)."
    )


def test_a_value_on_a_border_belongs_to_the_upper_class_and_a_missing_one_to_none():
    found = classes.class_of(pd.Series([39.9, 40.0, 100.0, np.nan]), breaks=(40.0, 60.0, 80.0, 100.0))
    assert found.tolist() == [0, 1, 4, -1]


def test_an_indicator_without_breaks_is_refused_by_name(two_years, specs):
    with pytest.raises(classes.NoClassBreaksError, match="aandeel"):
        legend(two_years, specs["share"], 2023)
