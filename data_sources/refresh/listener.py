"""Who hears how a refresh goes: the console of an operator, or a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from data_sources.catalogue.model import Table


class Listener(Protocol):
    """Hears how a refresh goes; every text is Dutch."""

    def table(self, table: Table, *, number: int, total: int) -> None:
        """Work on a table begins."""

    def period(self, done: int, total: int) -> None:
        """One more period of the table is in."""

    def good(self, table: Table, *, rows: int, remarks: Sequence[str]) -> None:
        """The table is fetched and valid."""

    def bad(self, table: Table, *, reason: str) -> None:
        """The table keeps its old figures."""

    def note(self, text: str) -> None:
        """Anything else worth a line."""
