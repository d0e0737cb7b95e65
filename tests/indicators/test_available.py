"""A page offers an indicator once a data version can fill it, without a change of code."""

import pandas as pd
import pytest

from benchmarks.made_up import write
from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.catalogue.refreshed_indicators import REFRESHED_INDICATORS
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


class Periods:
    """Periods with a published state per indicator and level, by computing all of them: once per data version."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[pd.DataFrame, dict[tuple[str, Level], set[str]]]] = {}

    def of(self, observations: pd.DataFrame) -> dict[tuple[str, Level], set[str]]:
        """The periods; the frame is held, so that its identity stays its own."""
        if id(observations) not in self._of:
            periods = {}
            for spec in INDICATORS.values():
                for level in spec.levels:
                    rows = indicator_values_for(observations, spec=spec, level=level)
                    periods[spec.id, level] = set(rows.loc[rows["state"].isin(PUBLISHED), "period"].astype("str"))
            self._of[id(observations)] = observations, periods
        return self._of[id(observations)][1]


COMPUTED = Periods()


def computed(observations: pd.DataFrame) -> dict[str, set[Level]]:
    """Levels at which an indicator has a published value."""
    periods = COMPUTED.of(observations)
    return {spec.id: {level for level in spec.levels if periods[spec.id, level]} for spec in available(observations)}


def cells_tell_what_is_computed(observations: pd.DataFrame) -> bool:
    """Whether the cells of every indicator and level name the periods that computing it gives a published state."""
    return all(
        periods_by_cells(observations, spec=INDICATORS[key], level=level) in (None, periods)
        for (key, level), periods in COMPUTED.of(observations).items()
    )


@pytest.fixture(scope="module")
def embedded() -> pd.DataFrame:
    return load(EMBEDDED / "none").observations


@pytest.fixture(scope="module")
def without_inhabitants(embedded: pd.DataFrame) -> pd.DataFrame:
    return embedded[embedded["measure"] != "inhabitants"]


@pytest.mark.slow
def test_the_cells_of_a_full_version_tell_its_periods(tmp_path) -> None:
    observations = load(write(tmp_path)).observations
    assert cells_tell_what_is_computed(observations)
    assert periods_by_cells(observations, spec=INDICATORS["meldingen"], level=Level.PROVINCE)


@pytest.mark.slow
def test_the_cells_without_inhabitants_tell_their_periods(without_inhabitants) -> None:
    assert cells_tell_what_is_computed(without_inhabitants)


@pytest.mark.parametrize("level", [Level.MUNICIPALITY, Level.VT_REGION])
def test_a_period_without_inhabitants_keeps_its_counts(embedded, without_inhabitants, level) -> None:
    spec = INDICATORS["meldingen"]
    rows = indicator_values_for(without_inhabitants, spec=spec, level=level)
    alone = rows[rows["state"] == State.COUNT_ONLY]
    assert alone["count"].notna().all()
    assert len(alone)
    assert periods_by_cells(without_inhabitants, spec=spec, level=level) == periods_by_cells(
        embedded, spec=spec, level=level
    )


@pytest.mark.slow
def test_the_carried_figures_offer_the_start_set_only(embedded) -> None:
    assert cells_tell_what_is_computed(embedded)
    assert holds_what_is_computed(embedded)
    assert {spec.id for spec in available(embedded)} == set(EMBEDDED_INDICATORS)


@pytest.mark.slow
def test_after_a_refresh_every_indicator_is_offered(tmp_path) -> None:
    wanted = {spec.numerator[0].table for spec in REFRESHED_INDICATORS.values()}
    tables = [table for table in REFRESHED_TABLES if table.id in wanted]
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
