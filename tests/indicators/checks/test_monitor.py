"""The monitor says what a series did, in words that can refuse, and never fills in a figure."""

import pandas as pd
import pytest

from data_sources import snapshots
from data_sources.catalogue.tables import TABLES
from data_sources.documents import tables
from data_sources.level import Level
from data_sources.observation_schema import observations as shaped
from geo import membership, registry
from indicators.checks.counts import CbsCounts, with_members
from indicators.checks.monitor import MonitorVerdict, monitor
from indicators.checks.monitor_shares import CATEGORIES, MEASURED

REGION = "VT08"  # Groningen: its area stayed the same from 2019 on
CHANGED = "VT15"  # Hart van Brabant: changed in 2021 and in 2023


def cells(region: str, *, periods, advice, reports, table="84849NED") -> list[dict[str, object]]:
    return [
        {
            "source": "cbs-statline", "table": table, "measure": measure, "category": "Totaal", "region": region,
            "period": period, "value": float(value), "unit": "aantal", "status": "final", "missing": "present",
            "rounding": 5.0,
        }
        for measure, values in (("advice", advice), ("reports", reports))
        for period, value in zip(periods, values, strict=True)
    ]  # fmt: skip


def row_of(rows: list[dict[str, object]], *, region=REGION, indicator="I1a"):
    counts = CbsCounts.of(shaped(pd.DataFrame(rows)), regions=with_members({region, "NL01"}), categories=CATEGORIES)
    found = monitor(tables.programme_indicators(), region=region, counts=counts)
    return next(row for row in found if row.id == indicator)


YEARS = [f"{year}JJ00" for year in (2019, 2020, 2021, 2022)]
HALVES = [f"{year}HJ0{half}" for year in (2019, 2020, 2021, 2022) for half in (1, 2)]


def test_every_indicator_of_the_programme_is_tied_to_a_measure_or_a_reason():
    ids = set(tables.programme_indicators()["id"])
    assert ids == set(MEASURED)
    for measured in MEASURED.values():
        assert bool(measured.above) == bool(measured.title)
        assert measured.above or measured.note


def test_a_rising_share_of_advice_goes_the_wanted_way_and_a_falling_one_does_not():
    rising = row_of(cells(REGION, periods=HALVES, advice=range(2000, 3600, 200), reports=[2000] * 8))
    falling = row_of(cells(REGION, periods=HALVES, advice=range(3400, 1800, -200), reports=[2000] * 8))
    assert rising.verdict is MonitorVerdict.WANTED
    assert falling.verdict is MonitorVerdict.OTHER


def test_the_same_series_goes_against_the_wish_that_reports_fall():
    rows = cells(REGION, periods=HALVES, advice=range(3400, 1800, -200), reports=[2000] * 8)
    assert row_of(rows, indicator="I1b").verdict is MonitorVerdict.OTHER


def test_a_level_series_has_no_direction():
    row = row_of(
        cells(REGION, periods=HALVES, advice=[2000, 2005, 1995, 2000, 2005, 2000, 1995, 2000], reports=[2000] * 8)
    )
    assert row.verdict is MonitorVerdict.UNCLEAR


def test_four_years_are_too_few():
    row = row_of(cells(REGION, periods=YEARS, advice=[1000, 2000, 3000, 4000], reports=[2000] * 4))
    assert row.verdict is MonitorVerdict.TOO_FEW
    assert "vier" in row.why


def test_the_change_of_the_region_in_2023_is_a_break():
    periods = [*HALVES, "2023HJ01"]
    row = row_of(cells(CHANGED, periods=periods, advice=range(2000, 3800, 200), reports=[2000] * 9), region=CHANGED)
    assert row.verdict is MonitorVerdict.TOO_FEW
    assert "veranderde in 2023" in row.why


def test_a_region_without_its_own_cell_is_the_named_sum_of_all_its_municipalities():
    codes = membership.members(REGION, year=2022)
    rows = [one for code in codes for one in cells(code, periods=["2022JJ00"], advice=[100], reports=[100])]
    row = row_of(rows)
    assert row.how == f"som van {len(codes)} gemeenten"
    assert row.series["count"].tolist() == [100.0 * len(codes)]


def test_one_missing_municipality_makes_the_sum_missing():
    codes = membership.members(REGION, year=2022)[1:]
    rows = [one for code in codes for one in cells(code, periods=["2022JJ00"], advice=[100], reports=[100])]
    assert row_of(rows).verdict is MonitorVerdict.NO_FIGURE


def with_reporters(periods, *, category: str, value: float) -> list[dict[str, object]]:
    return [
        row | {"category": category}
        for row in cells(REGION, periods=periods, advice=[value] * len(periods), reports=[value] * len(periods))
    ]


def test_police_apart_is_used_where_it_is_loaded_and_police_with_justice_elsewhere():
    totals = cells(REGION, periods=YEARS, advice=[1000] * 4, reports=[1000] * 4)
    both = with_reporters(YEARS, category="Justitie en veiligheid: totaal", value=700)
    police = with_reporters(YEARS, category="J en V: politie: totaal", value=600)
    assert row_of(totals + both, indicator="I4").series["value"].tolist() == [30.0] * 4
    assert "nog niet op deze site" in row_of(totals + both, indicator="I4").measured.note
    apart = row_of(totals + both + police, indicator="I4")
    assert apart.series["value"].tolist() == [40.0] * 4
    assert apart.measured.note == ""


def test_repeat_reports_are_those_of_the_table_and_not_follow_up_reports():
    counts = CbsCounts.of(snapshots.load().observations, regions={"NL01"}, categories=CATEGORIES)
    rows = {row.id: row for row in monitor(tables.programme_indicators(), region="NL01", counts=counts)}
    newest = rows["I2"].series.iloc[-1]
    assert (newest["count"], round(newest["value"], 1)) == (48_555, 38.1)


def test_nothing_that_a_table_has_is_called_not_measurable():
    """A table that counts children or safety plans ends the claim that none does."""
    printed = " ".join(
        f"{table.title} {' '.join(measure.title for measure in table.measures)} {' '.join(table.dimensions)}".lower()
        for table in TABLES.values()
        if table.id.endswith("NED")
    )
    categories = " ".join(snapshots.load().observations["category"].astype("str").unique()).lower()
    for indicator, words in (("I3", ("betrokken kinderen", "unieke kinderen")), ("I6", ("veiligheidsplan",))):
        assert not any(word in printed or word in categories for word in words)
        assert not MEASURED[indicator].above


@pytest.mark.parametrize("indicator", ["I3", "I6"])
def test_what_no_open_table_counts_is_called_not_measurable(indicator):
    rows = cells(REGION, periods=YEARS, advice=[1000] * 4, reports=[2000] * 4)
    assert row_of(rows, indicator=indicator).verdict is MonitorVerdict.NOT_MEASURABLE


def test_the_country_of_today_has_no_clear_direction_for_advice_and_reports():
    counts = CbsCounts.of(snapshots.load().observations, regions={"NL01"}, categories=CATEGORIES)
    rows = {row.id: row for row in monitor(tables.programme_indicators(), region="NL01", counts=counts)}
    assert rows["I1a"].verdict is rows["I1b"].verdict is MonitorVerdict.UNCLEAR
    assert rows["I4"].series["value"].round(1).tolist() == [32.8]


def test_no_region_misses_what_is_loaded_for_it():
    """Walks all Veilig Thuis regions: a share whose counts CBS gives for the region itself is never called absent."""
    observations = snapshots.load().observations
    own = observations[observations["value"].notna() & observations["category"].isin(CATEGORIES)]
    own = own[
        own["table"].astype("str").str.endswith("NED") & (own["unit"] == "aantal")
    ]  # own counts of regions are no CBS
    cells = {
        (str(region), str(period), str(measure), str(category))
        for region, period, measure, category in own[["region", "period", "measure", "category"]].itertuples(
            index=False
        )
    }
    walked = 0
    for place in registry.regions(Level.VT_REGION, year=registry.last_year()):
        counts = CbsCounts.of(observations, regions=with_members({place.code, "NL01"}), categories=CATEGORIES)
        for row in monitor(tables.programme_indicators(), region=place.code, counts=counts):
            parts = {(part.measure, part.categories[0]) for part in (*row.measured.above, *row.measured.below)}
            periods = {period for region, period, _, _ in cells if region == place.code}
            loaded = any(all((place.code, period, *part) in cells for part in parts) for period in periods)
            if parts and loaded:
                walked += 1
                assert row.verdict is not MonitorVerdict.NO_FIGURE, (place.name, row.id)
    assert walked
