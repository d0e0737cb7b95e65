"""What every benchmark starts from: a made-up data version of full size and the static pages, in a temporary folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import made_up
from benchmarks.peers import figures, static_pages


@dataclass(frozen=True)
class Workbench:
    """Folders of one run, and how many rounds to measure."""

    data: Path
    pages: Path
    rounds: int

    @property
    def places(self) -> list[str]:
        """Codes of the municipalities on the map, in code order."""
        return sorted(figures.boundary_file()["p"])

    @property
    def bare_values_bytes(self) -> int:
        """Bytes of what a choice shows as compact JSON: 342 values with one decimal and ten rows of the table."""
        newest = figures.rates()[figures.periods()[-1]]
        rows = [[figures.name_of(code), value] for code, value in newest.nlargest(10).items()]
        return len(json.dumps([newest.tolist(), rows], separators=(",", ":"), ensure_ascii=False).encode())


@contextmanager
def workbench(*, rounds: int, periods: int = 14) -> Iterator[Workbench]:
    """Make the folders, remove them afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = made_up.write(Path(folder) / "data", periods=periods)
        os.environ["HGIB_DATA"] = str(data)
        yield Workbench(data, static_pages.write(Path(folder) / "pages"), rounds)
