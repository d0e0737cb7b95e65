import numpy as np
import pandas as pd
import pytest

from indicators.boundaries_today import as_today
from indicators.value import State

PARTS = {"GM0738": "Aalburg", "GM0870": "Werkendam", "GM0874": "Woudrichem"}
ALTENA, BREDA, TILBURG, OISTERWIJK, HAAREN = "GM1959", "GM0758", "GM0855", "GM0824", "GM0788"


def row(result, code):
    rows = result.rows.assign(region=result.rows["region"].astype("str")).set_index("region")
    return rows.loc[code]


def note(result, code):
    return result.notes.set_index("region").loc[code, "note"]


def test_altena_of_2018_is_the_sum_of_its_three_parts(make_values, specs):
    then = make_values([75, 150, 85], bases=[13_106, 26_940, 14_598], codes=PARTS, period="2018JJ00")
    found = as_today(then, spec=specs["rate"])
    altena = row(found, ALTENA)
    assert (altena["count"], altena["base"], altena["state"]) == (310, 54_644, State.VALUE)
    assert altena["value"] == pytest.approx(310 / 54_644 * 10_000)
    assert altena["rounding_high"] == pytest.approx(316 / 54_644 * 10_000), "three roundings"
    assert note(found, ALTENA) == "Opgeteld uit Aalburg, Werkendam en Woudrichem: de gemeenten die samen Altena werden."


def test_a_missing_part_makes_the_sum_missing_and_warns(make_values, specs):
    then = make_values([75, np.nan, 85], codes=PARTS, period="2018JJ00")
    found = as_today(then, spec=specs["rate"])
    assert row(found, ALTENA)["state"] == State.CBS_DOT
    assert np.isnan(row(found, ALTENA)["count"]), "the known parts alone would be a wrong total"
    assert "Van Werkendam is dit cijfer er niet" in note(found, ALTENA)
    assert row(as_today(then.iloc[:1], spec=specs["rate"]), ALTENA)["state"] == State.NOT_IN_SNAPSHOT


def test_haaren_was_split_and_refuses(make_values, specs):
    then = make_values([100, 900, 200, 1500], codes=[HAAREN, TILBURG, OISTERWIJK, BREDA], period="2020JJ00")
    found = as_today(then, spec=specs["rate"])
    for code in (TILBURG, OISTERWIJK):
        assert row(found, code)["state"] == State.NO_SUCH_PLACE
        assert note(found, code).startswith("Haaren is opgesplitst.")
    assert row(found, BREDA)["count"] == 1500
    assert HAAREN not in set(found.rows["region"].astype("str"))


def test_places_that_did_not_change_keep_their_row_as_it_was(make_values, specs):
    now = make_values([100, 200], codes=[BREDA, ALTENA], period="2023JJ00")
    found = as_today(now, spec=specs["rate"])
    assert found.notes.empty
    columns = ["count", "value", "low", "high"]
    pd.testing.assert_frame_equal(found.rows[columns], now[columns])


def test_percentages_are_not_added_up(make_values, specs):
    then = make_values([30.0, 31.0, 32.0], codes=PARTS, period="2018JJ00", spec=specs["printed"], rounding=0.1)
    found = as_today(then, spec=specs["printed"])
    assert row(found, ALTENA)["state"] == State.NO_SUCH_PLACE
    assert "Percentages kunt u niet optellen" in note(found, ALTENA)
