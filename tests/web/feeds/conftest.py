"""Two made-up versions, published by a real refresh of a local CBS service, and the feeds that come of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.run import refresh
from data_sources.snapshots import load
from editions.edition import Edition
from tests.cbs_service.made_up import small
from tests.cbs_service.server import CbsService
from tests.cbs_service.tables import MadeUpTable, Member
from tests.data_sources.refresh.conftest import Listening

TABLE, OTHER = "84849NED", "84853NED"
CITY, TOWN, DOTTED, LAST = "GM0014", "GM0034", "GM0047", -1
"""Municipalities of the small tables: one with a revision, one that loses a figure, one that gets one, the last goes."""
HALF = Member("2024HJ01", "1e halfjaar 2024", "Voorlopig")


@dataclass(frozen=True)
class Published:
    """A data folder with its versions, oldest first."""

    folder: Path
    versions: tuple[str, ...]

    @cache  # noqa: B019 -- what its readers share, for as long as the tests run
    def edition(self, version: str = "") -> Edition:
        """A version as its readers see it; the last one when none is named."""
        return Edition(load(self.folder, version=version or self.versions[-1]), published=self.versions[-1])


def later(table: MadeUpTable) -> MadeUpTable:
    """The table half a year later: one more half-year, figures revised, lost and filled, and without its last place."""
    regions = [member.key.strip() for member in table.dimensions[1].members]
    values = table.values.copy()
    values[:, 0, regions.index(CITY), 0] += 5
    values[0, 0, 0, 2] += 10
    at_town, at_dotted = regions.index(TOWN), regions.index(DOTTED)
    known = np.argwhere(~np.isnan(values[0, :, at_town, 2]))[0, 0]
    values[0, known, at_town, 2] = np.nan
    dotted = np.argwhere(np.isnan(values[0, :, at_dotted, 1]))[0, 0]
    values[0, dotted, at_dotted, 1] = 5
    values = np.concatenate([values, values[..., :1]], axis=-1)[:, :, :LAST]
    dimensions = (
        table.dimensions[0],
        replace(table.dimensions[1], members=table.dimensions[1].members[:LAST]),
        replace(table.dimensions[2], members=(*table.dimensions[2].members, HALF)),
    )
    return replace(table, values=np.ascontiguousarray(values), dimensions=dimensions, modified="2026-04-23T02:00:00")


def doubled(table: MadeUpTable) -> MadeUpTable:
    """Every figure is twice what it was: far more revisions than an entry names."""
    return replace(table, values=table.values * 2, modified="2026-04-23T02:00:00")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The first version of two tables, and a second in which ``later`` and ``doubled`` happened."""
    folder = tmp_path_factory.mktemp("feeds")
    with pytest.MonkeyPatch.context() as patch, CbsService(small()) as service:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # a child process would run a page of ours
        first = publish(folder, service)
        service.tables |= {TABLE: later(service.tables[TABLE]), OTHER: doubled(service.tables[OTHER])}
        second = publish(folder, service)
    return Published(folder, (first, second))


def publish(folder: Path, service: CbsService, *tables: str) -> str:
    """Refresh the tables and publish them; returns the id of the version."""
    wanted = [table for table in REFRESHED_TABLES if table.id in (tables or (TABLE, OTHER))]
    outcome = refresh(folder, service=Service.at(service.url), listener=Listening(), tables=wanted)
    assert outcome.complete, outcome
    assert outcome.version
    return outcome.version


@pytest.fixture
def data_folder(published: Published, monkeypatch: pytest.MonkeyPatch) -> Published:
    """The two versions, in the data folder of this process."""
    monkeypatch.setenv("HGIB_DATA", str(published.folder))
    return published
