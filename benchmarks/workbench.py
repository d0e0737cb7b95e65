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
    part: float = 1  # of the readers, visits and seconds of a load test; below 1 only shows that it runs
    named_pages: tuple[str, ...] = ()  # of a phone; all without a name
    visits: int = 0  # of a phone per page; 0 is the usual number

    def some(self, number: int) -> int:
        """This part of a number of readers or visits, at least 2."""
        return max(2, round(number * self.part))

    @property
    def places(self) -> list[str]:
        """Codes of the municipalities on the map, in code order."""
        return sorted(figures.boundary_file()["p"])

    @property
    def bare_values_bytes(self) -> int:
        """Bytes of the values that a choice shows, as compact JSON.

        The map's 342 values, ten rows of its table and twenty of the dots with their bands, all with one decimal.
        """
        newest = figures.rates()[figures.periods()[-1]]
        table = [
            [figures.name_of(code), value, value - 4, value + 4, 125] for code, value in newest.nlargest(10).items()
        ]
        dots = [[figures.name_of(code), value, value - 4, value + 4] for code, value in newest.nsmallest(20).items()]
        rows = [[round(cell, 1) if isinstance(cell, float) else cell for cell in row] for row in [*table, *dots]]
        return len(json.dumps([newest.tolist(), rows], separators=(",", ":"), ensure_ascii=False).encode())


@contextmanager
def workbench(
    *, rounds: int, part: float = 1, periods: int = 14, named_pages: tuple[str, ...] = (), visits: int = 0
) -> Iterator[Workbench]:
    """Make the folders, remove them afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = made_up.write(Path(folder) / "data", periods=periods)
        os.environ["HGIB_DATA"] = str(data)
        yield Workbench(data, static_pages.write(Path(folder) / "pages"), rounds, part, named_pages, visits)
