"""What the product publishes about the embedded figures and about a made-up version with every municipality."""

import io
from pathlib import Path

import pandas as pd
import pytest
import uvicorn  # noqa: F401 -- the real server of tests/web

from data_sources import snapshots
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.run import refresh
from editions.edition import current_edition
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import Listening
from tests.web.conftest import beside, data  # noqa: F401

MADE_UP_TABLE, PEOPLE = "85361NED", "70072ned"
MADE_UP = ("meldingen", "aandeel-vervolgmeldingen", "aandeel-hermeldingen")


@pytest.fixture(scope="session")
def made_up_folder(tmp_path_factory) -> Path:
    """A data folder with one version: one table and the inhabitants, all places, 2019-2025."""
    folder = tmp_path_factory.mktemp("full-size")
    tables = [table for table in REFRESHED_TABLES if table.id in {MADE_UP_TABLE, PEOPLE}]
    with CbsService(full(ids=frozenset({MADE_UP_TABLE}))) as service:
        outcome = refresh(folder, service=Service.at(service.url), listener=Listening(), tables=tables)
    assert outcome.complete
    return folder


@pytest.fixture(params=["embedded", "made up"])
def version(request, monkeypatch, tmp_path) -> str:
    """Which figures are published now."""
    folder = request.getfixturevalue("made_up_folder") if request.param == "made up" else tmp_path
    monkeypatch.setenv("HGIB_DATA", str(folder))
    assert current_edition().snapshot.embedded is (request.param == "embedded")
    return request.param


def observations() -> pd.DataFrame:
    """The published cells, straight from the Parquet file of the version."""
    folder = snapshots.EMBEDDED
    current = snapshots.current_version()
    if current:
        folder = Path(snapshots.default_data_dir()) / "versions" / current
    return pd.read_parquet(folder / "observations.parquet")


def read_csv(text: str) -> pd.DataFrame:
    """A published file as a reader opens it."""
    empty = ["breuk", "ligging", "tabel", "vergelijking_met"]
    frame = pd.read_csv(io.StringIO(text), dtype={"periode": "str", "code": "str"})
    return frame.assign(**{name: frame[name].fillna("") for name in empty})
