"""No published count lacks a rate for want of inhabitants: over the whole embedded data version."""

import pandas as pd
import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.sources import CBS
from data_sources.level import Level
from data_sources.period import Period
from data_sources.snapshots import EMBEDDED
from geo import population, registry
from indicators.compute import indicator_values_for

RATES = [spec for spec in INDICATORS.values() if spec.is_rate and spec.denominator is None and spec.complement is None]


@pytest.fixture(scope="module")
def snapshot():
    return pd.read_parquet(EMBEDDED / "observations.parquet")


@pytest.mark.parametrize("spec", RATES, ids=lambda spec: spec.id)
def test_every_count_of_a_rate_has_a_value(snapshot, spec):
    for level in spec.levels:
        values = indicator_values_for(snapshot, spec=spec, level=level)
        without = values[values["count"].notna() & values["value"].isna()]
        assert without.empty, without[["region", "period", "count", "state"]].to_string()


def test_every_place_and_year_with_a_cell_of_cbs_has_inhabitants(snapshot):
    counts = snapshot[(snapshot["source"] == CBS.id) & (snapshot["unit"] == "aantal") & snapshot["value"].notna()]
    pairs = counts[["level", "region", "period"]].astype("str").drop_duplicates()
    assert len(pairs) > 100
    for level, rows in pairs.groupby("level"):
        wanted = {(row.region, Period.from_code(row.period).calendar_year) for row in rows.itertuples()}
        existed = {(code, year) for code, year in wanted if registry.region(code).existed(registry.known_year(year))}
        people = population.known_inhabitants(snapshot, level=Level(level), years={year for _, year in wanted})
        assert existed - set(people) == set()


@pytest.mark.parametrize(("indicator", "count", "rate"), [("meldingen", 66_270, 36.73), ("adviezen", 84_935, 47.07)])
def test_the_country_in_the_first_half_of_2025(snapshot, indicator, count, rate):
    values = indicator_values_for(
        snapshot, spec=INDICATORS[indicator], level=Level.COUNTRY, periods=[Period.from_key("2025-H1")]
    )
    row = values.iloc[0]
    assert (row["count"], row["base"]) == (count, 18_044_027)
    assert row["value"] == pytest.approx(rate, abs=0.005)
