"""A running service with small made-up tables, a data folder, and one call that refreshes it."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.outcome import Outcome
from data_sources.refresh.run import refresh
from tests.cbs_service import v4
from tests.cbs_service.made_up import small
from tests.cbs_service.server import CbsService

BY_ID = {table.id: table for table in REFRESHED_TABLES}
TABLE, OTHER = "84849NED", "84853NED"
Refresh = Callable[..., Outcome]
# no dimension, one, two; shares and groups; years alone
SOME = (TABLE, OTHER, "84852NED", "85361NED", "70072ned")


@dataclass
class Listening:
    """Keeps what a refresh says."""

    lines: list[str] = field(default_factory=list)
    waited: list[str] = field(default_factory=list)
    doors: dict[str, str] = field(default_factory=dict)

    def table(self, table, *, number, total) -> None:
        self.lines.append(f"table {table.id} {number}/{total}")

    def period(self, done, total) -> None:
        self.lines.append(f"period {done}/{total}")

    def waiting(self, text) -> None:
        self.waited.append(text)

    def unchanged(self, table) -> None:
        self.lines.append(f"unchanged {table.id}")

    def examined(self, table, *, text) -> None:
        self.lines.append(f"examined {table.id}: {text}")

    def good(self, table, *, rows, remarks: Sequence[str], door) -> None:
        self.doors[table.id] = str(door)
        self.lines += [f"good {table.id} {rows}", *remarks]

    def bad(self, table, *, reason) -> None:
        self.lines.append(f"bad {table.id}: {reason}")

    def note(self, text) -> None:
        self.lines.append(text)


@pytest.fixture(autouse=True)
def _children_run_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    # a child process runs the main module of its parent first: a page of ours, once Streamlit's test runner has been here
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture(scope="session")
def running() -> Iterator[CbsService]:
    with CbsService(small()) as service:
        yield service


@pytest.fixture
def service(running: CbsService) -> Iterator[CbsService]:
    running.heal()
    yield running
    running.heal()


@pytest.fixture
def listening() -> Listening:
    return Listening()


@pytest.fixture
def again(service: CbsService, listening: Listening) -> Refresh:
    """Refresh a data folder with tables by id; impatient, so that faults take no time."""

    def run(data_dir: Path, *ids: str, **options: object) -> Outcome:
        patience = {"first_wait_s": 0.01, "read_timeout_s": 5, "attempts": 2} | options.pop("patience", {})
        return refresh(
            data_dir,
            service=Service.at(service.url, **patience),
            listener=listening,
            tables=[BY_ID[one] for one in ids] or list(REFRESHED_TABLES),
            **({"reread": True} | options),
        )

    return run


@pytest.fixture(scope="session")
def _published(running: CbsService, tmp_path_factory: pytest.TempPathFactory) -> Path:
    running.heal()
    folder = tmp_path_factory.mktemp("published")
    outcome = refresh(
        folder,
        service=Service.at(running.url),
        listener=Listening(),
        tables=[BY_ID[TABLE], BY_ID[OTHER]],
    )
    assert outcome.complete
    return folder


@pytest.fixture
def data_dir(_published: Path, tmp_path: Path) -> Path:
    """A data folder with one good version of two tables."""
    return Path(shutil.copytree(_published, tmp_path / "data"))


def zips(service: CbsService, folder: Path, *ids: str) -> list[Path]:
    """ZIP files as a browser downloads them."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{table_id}.zip" for table_id in ids or SOME]
    for path in paths:
        path.write_bytes(v4.csv_zip(service.tables[path.stem]))
    return paths


def fingerprint(data_dir: Path) -> dict[str, str]:
    """Hash of everything a reader can see: the pointer and all files of all versions."""
    files = [data_dir / "current", *(path for path in (data_dir / "versions").rglob("*") if path.is_file())]
    return {str(path.relative_to(data_dir)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
