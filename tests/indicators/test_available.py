"""A page offers an indicator once a data version can fill it, without a change of code."""

import pandas as pd
import pytest

from benchmarks.made_up import write
from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.refreshed import REFRESHED
from data_sources.catalogue.refreshed_indicators import REFRESHED as FILLED_BY_REFRESH
from data_sources.cbs import Service
from data_sources.level import Level
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from data_sources.snapshots import EMBEDDED, load
from indicators.available import available, filled, periods_by_cells
from indicators.compute import indicator_values_for
from indicators.propose_breaks import propose
from indicators.value import PUBLISHED, State
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService


def holds_what_is_computed(observations: pd.DataFrame) -> bool:
    """Whether every level with a value was found in the cells, and no indicator was found that has none at all."""
    looked_up, made = filled(observations), computed(observations)
    return all(levels <= looked_up[key] and bool(levels) == bool(looked_up[key]) for key, levels in made.items())


def computed(observations: pd.DataFrame) -> dict[str, set[Level]]:
    """Levels at which an indicator has a published value, by computing all of them."""
    return {
        spec.id: {
            level
            for level in spec.levels
            if indicator_values_for(observations, spec=spec, level=level)["state"].isin(PUBLISHED).any()
        }
        for spec in available(observations)
    }


def cells_tell_what_is_computed(observations: pd.DataFrame) -> bool:
    """Whether the cells of every indicator and level name the periods that computing it gives a published state."""
    for spec in INDICATORS.values():
        for level in spec.levels:
            rows = indicator_values_for(observations, spec=spec, level=level)
            made = set(rows.loc[rows["state"].isin(PUBLISHED), "period"].astype("str"))
            if periods_by_cells(observations, spec=spec, level=level) not in (None, made):
                return False
    return True


def test_the_cells_of_a_full_version_tell_its_periods(tmp_path) -> None:
    observations = load(write(tmp_path)).observations
    assert cells_tell_what_is_computed(observations)
    assert periods_by_cells(observations, spec=INDICATORS["meldingen"], level=Level.PROVINCE)


@pytest.mark.parametrize("level", [Level.MUNICIPALITY, Level.VT_REGION])
def test_a_period_without_inhabitants_keeps_its_counts(level) -> None:
    observations = load(EMBEDDED / "none").observations
    bare = observations[observations["measure"] != "inhabitants"]
    assert cells_tell_what_is_computed(bare)
    rows = indicator_values_for(bare, spec=INDICATORS["meldingen"], level=level)
    alone = rows[rows["state"] == State.COUNT_ONLY]
    assert alone["count"].notna().all()
    assert len(alone)
    assert periods_by_cells(bare, spec=INDICATORS["meldingen"], level=level) == periods_by_cells(
        observations, spec=INDICATORS["meldingen"], level=level
    )


def test_the_carried_figures_offer_the_start_set_only() -> None:
    observations = load(EMBEDDED / "none").observations
    assert cells_tell_what_is_computed(observations)
    assert holds_what_is_computed(observations)
    assert {spec.id for spec in available(observations)} == set(CARRIED)


def test_after_a_refresh_every_indicator_is_offered(tmp_path) -> None:
    wanted = {spec.numerator[0].table for spec in FILLED_BY_REFRESH.values()}
    tables = [table for table in REFRESHED if table.id in wanted]
    with CbsService(full(years=(2023,))) as service:
        outcome = refresh(tmp_path, service=Service.at(service.url), listener=Console(), tables=tables)
    assert outcome.complete
    found = load(tmp_path)
    assert [spec.id for spec in available(found.observations)] == list(INDICATORS)
    assert holds_what_is_computed(found.observations)
    assert cells_tell_what_is_computed(found.observations)


def test_proposed_borders_rise_in_whole_steps() -> None:
    values = pd.Series([float(n % 97) for n in range(5_000)])
    borders = propose(values)
    assert len(borders) == 4
    assert list(borders) == sorted(set(borders))
    assert all(border % 5 == 0 for border in borders)


@pytest.mark.parametrize("values", [[], [1.0] * 100])
def test_too_few_different_values_give_no_borders(values) -> None:
    assert propose(pd.Series(values, dtype="float64")) == ()
