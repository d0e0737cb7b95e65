"""CBS gives every count twice: wherever the one per 100,000 inhabitants stands, the counts are read as they are."""

from __future__ import annotations

import pandas as pd
import pytest

from data_sources.cbs import Service
from data_sources.refresh.run import refresh
from data_sources.snapshots import load
from tests.cbs_service.arrangements import ARRANGEMENTS, COUNTS_ALONE
from tests.cbs_service.made_up import small
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import Listening

pytestmark = pytest.mark.slow

KEY = ["table", "measure", "category", "region", "period"]


def _refreshed(folder, arrangement: str) -> pd.DataFrame:
    """Every row of a refresh of all tables, by key, as text and numbers."""
    with CbsService(small(arrangement=arrangement, halves=False)) as service:
        outcome = refresh(folder, service=Service.at(service.url), listener=Listening())
    assert outcome.refused == {}
    rows = load(folder).observations
    texts = [column for column in rows.columns if column not in {"value", "rounding"}]
    return rows.astype(dict.fromkeys(texts, "str")).set_index(KEY).sort_index()


@pytest.fixture(scope="module")
def counts_alone(tmp_path_factory) -> pd.DataFrame:
    return _refreshed(tmp_path_factory.mktemp("counts"), COUNTS_ALONE)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_table_is_published_with_the_same_counts_cell_by_cell(tmp_path, counts_alone, arrangement) -> None:
    rows = _refreshed(tmp_path, arrangement)
    others = rows[rows["unit"] != "per 100.000 inwoners"]
    pd.testing.assert_frame_equal(others, counts_alone)
    rates = rows[rows["unit"] == "per 100.000 inwoners"].reset_index()
    assert rates["measure"].str.contains("_per_100_000").all()
    assert set(rates["rounding"]) == {1.0}
    for table, measure in (("84849NED", "reports"), ("84851NED", "cases"), ("84847NED", "advice")):
        own = rates[(rates["table"] == table) & (rates["measure"] == f"{measure}_per_100_000")]
        assert own["value"].notna().any(), (table, measure)
