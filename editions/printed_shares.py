"""National shares that publications of CBS print, by group: who asks for advice, who reports unsafety."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from data_sources.level import NETHERLANDS
from editions.edition import Edition

ADVICE, ACUTE, STRUCTURAL = "impactmonitor-2022-4.2", "impactmonitor-2023-5.1", "impactmonitor-2023-5.2"
_MEASURES: Mapping[str, str] = {
    ADVICE: "advice_share",
    ACUTE: "acute_reports_share",
    STRUCTURAL: "structural_reports_share",
}


def shares_by_group(edition: Edition, table: str) -> pd.DataFrame:
    """Shares of one of these tables in percent: category (as printed), period, value, status."""
    rows = edition.observations
    shares = rows[(rows["table"] == table) & (rows["measure"] == _MEASURES[table]) & (rows["region"] == NETHERLANDS)]
    return shares[["category", "period", "value", "status"]].astype({"status": "str"})


def groups(edition: Edition) -> Sequence[str]:
    """Groups of these tables in the words that are printed: messages that no code has."""
    return list(dict.fromkeys(str(name) for table in _MEASURES for name in shares_by_group(edition, table)["category"]))
