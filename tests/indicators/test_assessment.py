"""From report to follow-up: what the outcomes of the assessment say, and what stays unknown."""

from data_sources import snapshots
from indicators.assessment import available, outcomes

OBSERVATIONS = snapshots.load().observations


def test_a_place_is_offered_only_with_a_total_and_several_outcomes():
    found = available(OBSERVATIONS)
    assert set(found["region"]) == {"PV25", "VT05", "VT06", "VT14"}
    assert set(found["period"]) == {"2023JJ00"}


def test_gelderland_2023_adds_up_to_its_total_but_for_rounding():
    rows = outcomes(OBSERVATIONS, region="PV25", period="2023JJ00").set_index("outcome")["value"]
    assert rows["Totaal"] == 8565
    assert rows["Overdracht"] == 4335
    assert abs(rows.drop("Totaal").sum() - 8565) <= 5


def test_a_hidden_outcome_stays_unknown_and_is_never_zero():
    rows = outcomes(OBSERVATIONS, region="VT14", period="2023JJ00").set_index("outcome")
    assert rows.loc["Nog niet beoordeeld", "state"] == "cbs_dot"
    assert rows.loc["Nog niet beoordeeld"].isna()["value"]
