"""What the product publishes about the embedded figures and about a made-up version with every municipality."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn  # noqa: F401 -- the real server of tests/web

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.run import refresh
from editions.edition import current_edition
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import Listening
from tests.web.conftest import beside, data  # noqa: F401

MADE_UP_TABLE, PEOPLE = "85361NED", "70072ned"


@pytest.fixture(scope="session")
def made_up_folder(tmp_path_factory) -> Path:
    """A data folder with one version: one table and the inhabitants, all places, 2019-2025."""
    folder = tmp_path_factory.mktemp("full-size")
    tables = [table for table in REFRESHED_TABLES if table.id in {MADE_UP_TABLE, PEOPLE}]
    with CbsService(full(ids=frozenset({MADE_UP_TABLE}))) as service:
        outcome = refresh(folder, service=Service.at(service.url), listener=Listening(), tables=tables)
    assert outcome.complete
    return folder


@pytest.fixture(scope="module", params=["embedded", "made up"])
def version(request, tmp_path_factory) -> Iterator[str]:
    """Which figures are published now."""
    made_up = request.param == "made up"
    folder = request.getfixturevalue("made_up_folder") if made_up else tmp_path_factory.mktemp("embedded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HGIB_DATA", str(folder))
        assert current_edition().snapshot.embedded is not made_up
        yield request.param
