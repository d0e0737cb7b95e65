"""State of a running refresh: the version it started from, the tables staged so far, and its listener."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from data_sources.catalogue.model import Table
from data_sources.cbs import DoorName
from data_sources.refresh import progress
from data_sources.refresh.listener import Listener
from data_sources.refresh.staged_table import StagedTable
from data_sources.snapshots import Snapshot


@dataclass
class Work:
    """What a running refresh carries along."""

    data_dir: Path
    listener: Listener
    previous: Snapshot
    now: datetime
    accept_shrink: bool
    reread: bool  # also what CBS says it did not change
    state: progress.Progress
    editions: dict[str, StagedTable] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    doors: dict[str, DoorName] = field(default_factory=dict)
    unreachable: bool = False  # the last refusal was that nobody answered

    def tell(self, **news: object) -> None:
        """Put news in the progress file."""
        self.state = replace(self.state, updated=progress.moment(), **news)  # type: ignore[arg-type]
        progress.write(self.data_dir, self.state)

    def wait(self, text: str) -> None:
        """Say what is waited for, to whoever listens and in the progress file."""
        if text != self.state.waiting:
            self.listener.waiting(text)
            self.tell(waiting=text)

    def previous_rows(self, table_id: str) -> pd.DataFrame:
        """Observations of a table in the version that was in use when the refresh began."""
        rows = self.previous.observations
        return rows[rows["table"] == table_id]

    def refuse(self, table: Table, *, reason: str, path: Path) -> None:
        """Leave the old figures of a table in place and say why (Dutch)."""
        path.unlink(missing_ok=True)
        self.refused[table.id] = reason
        self.listener.bad(table, reason=reason)
        self.tell(refused=tuple(self.refused))
