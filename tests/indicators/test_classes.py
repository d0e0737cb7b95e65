import numpy as np
import pandas as pd
import pytest

from data_sources.period import Kind
from indicators import classes


def test_labels_name_every_class_from_the_lowest_to_the_open_top(specs):
    breaks = classes.breaks_of(specs["rate"], kind=Kind.YEAR)
    assert classes.labels_of(breaks) == ("minder dan 40", "40 tot 60", "60 tot 80", "80 tot 100", "100 of meer")


def test_a_value_on_a_border_belongs_to_the_upper_class_and_a_missing_one_to_none():
    found = classes.class_of(pd.Series([39.9, 40.0, 100.0, np.nan]), breaks=(40.0, 60.0, 80.0, 100.0))
    assert found.tolist() == [0, 1, 4, -1]


def test_an_indicator_without_breaks_is_refused_by_name(specs):
    with pytest.raises(classes.NoClassBreaksError, match="aandeel"):
        classes.breaks_of(specs["share"], kind=Kind.YEAR)
