"""What a refresh did and what it cost."""

from __future__ import annotations

import contextlib
import re
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data_sources import changes
from data_sources.cbs import DoorName


@dataclass(frozen=True)
class Outcome:
    """What a refresh did: the published version (None: the old one stays), refused tables with reasons, cost."""

    version: str | None
    refused: Mapping[str, str]
    rows: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0
    log: changes.ChangeLog | None = None
    unchanged: tuple[str, ...] = ()  # ids of tables of which CBS has nothing newer
    doors: Mapping[str, DoorName] = field(default_factory=dict)  # table id → the way it came
    unreachable: bool = False  # nobody answered

    @property
    def complete(self) -> bool:
        """Whether the version in use holds the newest figures of every table that was asked for."""
        return not self.refused and (self.version is not None or bool(self.unchanged))


def peak_memory_mb() -> float:
    """Most memory this program ever held, in MB.

    Linux counts in ``ru_maxrss`` also what the process that started this one held, so the peak of the program itself is
    read from the kernel's own account of it, where there is one.
    """
    with contextlib.suppress(OSError):
        account = Path("/proc/self/status").read_text()
        if peak_kb := re.search(r"^VmHWM:\s+(\d+) kB", account, re.MULTILINE):
            return int(peak_kb[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
