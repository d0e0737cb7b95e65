"""One export of a few places of every level, served as plain files by Python's own server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.file_host import served
from tests.conftest import ROOT, once_per_run

SITE = "https://cijfers.example"
PLACES = ("NL01", "PV30", "VT21", "GM0758", "GM0855", "GM0344", "GM0788")  # with and without figures, one that ended


def run_export(out: Path, *more: str, data: Path | None = None) -> str:
    """Export to a folder, of the figures in the folder ``data`` when that is given; gives what the command said."""
    command = [
        sys.executable,
        "-m",
        "web.export",
        "--out",
        str(out),
        "--url",
        SITE,
        "--places",
        ",".join(PLACES),
        *more,
    ]
    environment = {**os.environ, **({"HGIB_DATA": str(data)} if data else {})}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the files."""
    return once_per_run(tmp_path_factory, "export", run_export)


@pytest.fixture(scope="session")
def site_of_files(exported: Path) -> Iterator[str]:
    """Address of the exported site."""
    with served(exported) as address:
        yield address
