import numpy as np
import pandas as pd
import pytest

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.observation_schema import observations
from data_sources.period import Period
from geo import registry
from indicators.compute import indicator_values_for
from indicators.value import State

BREDA, TILBURG, ZUNDERT, ALTENA = "GM0758", "GM0855", "GM0879", "GM1959"


def cell(region, value, *, table="T1", measure="reports", period="2023JJ00", missing="present", rounding=5.0):
    return {
        "source": "cbs", "table": table, "measure": measure, "category": "Totaal", "region": region, "period": period,
        "value": value, "unit": "aantal", "status": "final", "missing": missing, "rounding": rounding,
    }  # fmt: skip


def dot(region, **more):
    return cell(region, np.nan, missing="cbs_dot", **more)


def people(region, number, *, year=2023):
    table = "inwoners-nederland" if region == "NL01" else "inwoners-gemeenten"
    return cell(region, number, table=table, measure="inhabitants", period=f"{year}JJ00", rounding=0.0)


def made(*rows):
    return observations(pd.DataFrame(rows))


def by_place(frame):
    return frame.assign(region=frame["region"].astype("str")).set_index("region")


def test_every_place_that_existed_has_one_row_per_period_with_its_state(specs):
    found = indicator_values_for(
        made(
            cell(BREDA, 1500.0), dot(TILBURG), cell(ZUNDERT, 0.0), cell(ALTENA, 0.0, rounding=0.0),
            people(BREDA, 185_000.0), people(TILBURG, 220_000.0), people(ZUNDERT, 22_000.0), people(ALTENA, 55_000.0),
        ),
        spec=specs["rate"], level=Level.MUNICIPALITY,
    )  # fmt: skip
    rows = by_place(found)
    assert len(found) == len(registry.regions(Level.MUNICIPALITY, year=2023)) == 342
    assert rows.loc[BREDA, ["count", "base"]].tolist() == [1500.0, 185_000.0]
    assert rows.loc[BREDA, "value"] == pytest.approx(81.08, abs=0.01)
    states = rows.loc[[BREDA, TILBURG, ZUNDERT, ALTENA, "GM0014"], "state"].tolist()
    assert states == [State.VALUE, State.CBS_DOT, State.ROUNDED_ZERO, State.ZERO, State.NOT_IN_SNAPSHOT]
    assert np.isnan(rows.loc[TILBURG, "low"]), "a hidden count has no band"


def test_a_count_below_twenty_is_uncertain(specs):
    found = indicator_values_for(
        made(cell(BREDA, 15.0), cell(TILBURG, 20.0), people(BREDA, 1e5), people(TILBURG, 1e5)),
        spec=specs["rate"], level=Level.MUNICIPALITY,
    )  # fmt: skip
    flags = by_place(found)["uncertain"]
    assert (flags[BREDA], flags[TILBURG], flags[ZUNDERT]) == (True, False, False)


def test_the_best_table_comes_first_and_a_dot_is_not_looked_up_elsewhere(specs):
    found = by_place(
        indicator_values_for(
            made(
                cell(BREDA, 100.0), cell(BREDA, 105.0, table="T2"), dot(TILBURG), cell(TILBURG, 90.0, table="T2"),
                cell(ZUNDERT, np.nan, missing="not_delivered"), cell(ZUNDERT, 25.0, table="T2"),
                people(BREDA, 1e5), people(TILBURG, 1e5), people(ZUNDERT, 1e5),
            ),
            spec=specs["rate"], level=Level.MUNICIPALITY,
        )
    )  # fmt: skip
    assert found.loc[[BREDA, ZUNDERT], "count"].tolist() == [100.0, 25.0]
    assert found.loc[[BREDA, TILBURG, ZUNDERT], "table"].tolist() == ["T1", "T1", "T2"]
    assert found.loc[TILBURG, "state"] == State.CBS_DOT


def test_a_rate_divides_by_the_inhabitants_of_the_year_of_its_period(specs):
    rows = [cell("NL01", 60_000.0, period=p) for p in ("2022JJ00", "2023HJ02")]
    found = indicator_values_for(
        made(*rows, people("NL01", 17e6, year=2022), people("NL01", 18e6)), spec=specs["rate"], level=Level.COUNTRY
    )
    assert found["base"].tolist() == [17e6, 18e6]
    assert found["period"].astype("str").tolist() == ["2022JJ00", "2023HJ02"], "a half-year is never annualised"
    assert found.loc[1, "value"] == pytest.approx(60_000 / 18e6 * 10_000)


def test_a_rate_without_inhabitants_is_missing_and_not_divided_by_another_year(specs):
    found = indicator_values_for(
        made(cell("NL01", 60_000.0), people("NL01", 17e6, year=2022)), spec=specs["rate"], level=Level.COUNTRY
    )
    assert (found.loc[0, "state"], found.loc[0, "count"]) == (State.COUNT_ONLY, 60_000.0)
    assert np.isnan(found.loc[0, "value"])


def test_a_share_takes_its_total_from_the_table_of_its_numerator(specs):
    rows = [
        cell("PV30", 40.0, measure="follow_up"), cell("PV30", 100.0), cell("PV30", 120.0, table="T2"),
        cell("PV20", 40.0, measure="follow_up"), cell("PV20", 160.0, table="T2"),
        cell("PV21", 40.0, measure="follow_up"), dot("PV21"),
    ]  # fmt: skip
    found = by_place(indicator_values_for(made(*rows), spec=specs["share"], level=Level.PROVINCE))
    assert found.loc[["PV30", "PV20"], "value"].tolist() == [40.0, 25.0]
    assert found.loc["PV21", ["state", "count"]].tolist() == [State.COUNT_ONLY, 40.0]


def test_a_share_printed_by_the_source_is_taken_as_printed(specs):
    printed = cell("PV30", 38.1, measure="follow_up_share", rounding=0.1)
    found = by_place(indicator_values_for(made(printed), spec=specs["printed"], level=Level.PROVINCE))
    assert found.loc["PV30", ["value", "low", "high"]].tolist() == pytest.approx([38.1, 38.05, 38.15])
    assert np.isnan(found.loc["PV30", "chance_low"])
    assert not found.loc["PV30", "uncertain"]
    assert len(found) == 12


def test_asked_periods_are_answered_even_when_nothing_is_known(specs):
    found = indicator_values_for(
        made(people("NL01", 18e6)), spec=specs["rate"], level=Level.COUNTRY, periods=[Period.year(2021)]
    )
    assert found["state"].astype("str").tolist() == [State.NOT_IN_SNAPSHOT]
    assert indicator_values_for(made(people("NL01", 18e6)), spec=specs["rate"], level=Level.COUNTRY).empty


def test_a_share_of_two_parts_divides_by_both_of_one_table_and_stays_missing_without_its_complement():
    spec = IndicatorSpec(
        id="aandeel-adviezen", title="Aandeel", short="adviezen", unit="% van beide", definition="Proef.", per=100,
        numerator=(Cells("T1", "advice"),), complement=(Cells("T1", "reports"), Cells("T2", "reports")), levels=(Level.MUNICIPALITY,),
    )  # fmt: skip
    found = by_place(
        indicator_values_for(
            made(
                cell(BREDA, 60.0, measure="advice"), cell(BREDA, 40.0), cell(BREDA, 940.0, table="T2"),
                cell(TILBURG, 60.0, measure="advice"), dot(TILBURG),
            ),
            spec=spec, level=Level.MUNICIPALITY,
        )
    )  # fmt: skip
    assert found.loc[BREDA, ["base", "value"]].tolist() == [100.0, 60.0], (
        "the complement comes from the numerator's table"
    )
    assert found.loc[TILBURG, ["state", "count"]].tolist() == [State.COUNT_ONLY, 60.0]
