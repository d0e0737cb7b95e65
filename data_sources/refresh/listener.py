"""Receivers of the progress of a refresh: the console of an operator, or a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from data_sources.catalogue.model import Table
from data_sources.cbs import DoorName


class Listener(Protocol):
    """Hears how a refresh goes; every text is Dutch."""

    def table(self, table: Table, *, number: int, total: int) -> None:
        """Work on a table begins."""

    def period(self, done: int, total: int) -> None:
        """One more period of the table is in."""

    def waiting(self, text: str) -> None:
        """Say what is waited for; '' when answers come in again."""

    def unchanged(self, table: Table) -> None:
        """CBS has nothing newer; the table keeps the figures it has."""

    def examined(self, table: Table, *, text: str) -> None:
        """The table was only looked at; what that gave."""

    def good(self, table: Table, *, rows: int, remarks: Sequence[str], door: DoorName) -> None:
        """The table is fetched through this door, and valid."""

    def bad(self, table: Table, *, reason: str) -> None:
        """The table keeps its old figures."""

    def note(self, text: str) -> None:
        """Anything else worth a line."""
