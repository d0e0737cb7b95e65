"""The stepped bars of reports and outcomes, and the marks of printed shares."""

from itertools import pairwise

import pandas as pd
import pytest

from charts.chart import NothingToDrawError
from charts.flow import flow
from charts.shares import ShareWords, shares
from data_sources import snapshots
from data_sources.period import MixedPeriodsError, Period
from indicators.assessment import outcomes

OBSERVATIONS = snapshots.load().observations
YEAR = Period.year(2023)
WORDS = ShareWords(key="test", title="Wie belt", whole="van de adviezen", group_head="Wie")


def drawn(region):
    return flow(outcomes(OBSERVATIONS, region=region, period=YEAR.code), region=region, place="Plaats", period=YEAR)


def test_each_step_starts_where_the_one_before_ended():
    chart = drawn("PV25")
    bars = chart.figure.data
    assert bars[0].base[0] == 0
    assert bars[1].base[0] == 0
    for before, bar in pairwise(bars[1:]):
        assert bar.base[0] == before.base[0] + before.x[0]


def test_chart_table_and_printed_rows_hold_the_same_values():
    chart = drawn("PV25")
    assert [bar.x[0] for bar in chart.figure.data] == chart.table["value"].tolist()
    assert chart.printed["Meldingen"].tolist()[:2] == ["8.565", "4.335"]


def test_a_hidden_outcome_is_named_and_has_no_bar():
    chart = drawn("VT14")
    hidden = chart.printed[chart.printed["Stap"] == "Nog niet beoordeeld"]
    assert hidden["Meldingen"].tolist() == ["onbekend, onvoldoende betrouwbaar of geheim (CBS)"]
    assert chart.figure.data[-1].x[0] == 0
    assert "onbekend, onvoldoende betrouwbaar of geheim (CBS)" in chart.description


def test_without_a_total_there_is_nothing_to_draw():
    rows = outcomes(OBSERVATIONS, region="PV25", period=YEAR.code).query("outcome != 'Totaal'")
    with pytest.raises(NothingToDrawError):
        flow(rows, region="PV25", place="Gelderland", period=YEAR)


def share_rows(periods):
    return pd.DataFrame(
        [
            {"category": group, "period": period, "value": value, "status": "final"}
            for period in periods
            for group, value in (("Burger", 42.8), ("Politie", 4.6))
        ]
    )


def test_shares_are_sorted_and_printed_with_a_mark_per_period():
    chart = shares(share_rows(["2021HJ01", "2022HJ01"]), words=WORDS)
    assert chart.printed["Wie"].tolist() == ["Burger", "Politie"]
    assert [trace.name for trace in chart.figure.data] == ["eerste halfjaar 2021", "eerste halfjaar 2022"]
    assert "Burger 42,8%" in chart.description


def test_years_and_half_years_never_share_a_figure():
    with pytest.raises(MixedPeriodsError):
        shares(share_rows(["2021JJ00", "2022HJ01"]), words=WORDS)


def test_a_group_without_a_printed_share_is_called_so():
    rows = share_rows(["2021HJ01", "2022HJ01"]).drop(index=1)
    printed = shares(rows, words=WORDS).printed.set_index("Wie")
    assert printed.loc["Politie", "eerste halfjaar 2021"] == "niet gedrukt"
