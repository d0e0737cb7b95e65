"""What every way to the figures of CBS has in common: one form of answers, and errors that say in Dutch what happened.

The form is that of OData v3, whatever the door: an info row (Title, Modified), DataProperties rows (Type, Key, Title,
Unit, ParentID, ID), member rows (Key, Title, Status) and data rows by field key, ``None`` where no figure is given.
So reading and checking a table knows nothing of the way it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol

Row = dict[str, Any]
Filter = Sequence[tuple[str, str]]  # (field, code) pairs that all have to hold
Fields = Sequence[str]


class CbsError(Exception):
    """CBS gave no usable answer; the Dutch message says what happened."""


class CbsUnreachableError(CbsError):
    """No connection, a time-out, an answer that broke off, or 'try later' (429, 5xx): worth another try."""

    def __init__(self, message: str, *, retry_after_s: float = 0.0) -> None:
        """Keep how long the service asked us to wait."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class CbsRefusedError(CbsError):
    """The service says no (404, 403, ...) or speaks something else than OData: another try does not help."""


class CbsCertificateError(CbsRefusedError):
    """The certificate of the service is not trusted, or a file with certificates is not there."""


class DoorName(StrEnum):
    """Ways to the figures, as manifests name them."""

    V3 = "v3"
    V4 = "v4"
    CSV = "csv"
    SAVED = "saved"

    @property
    def label(self) -> str:
        """Name for people."""
        return {
            DoorName.V3: "OData v3",
            DoorName.V4: "OData v4",
            DoorName.CSV: "het ZIP-bestand van het CBS",
            DoorName.SAVED: "bewaarde antwoorden",
        }[self]


class Door(Protocol):
    """One way to the tables of CBS; every method raises CbsError with the reason in Dutch."""

    @property
    def name(self) -> DoorName:
        """Which door this is."""

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table with all patience, or ``hasty`` with a single try per answer."""

    def info(self, table_id: str) -> Row:
        """Title, Modified and the like of a table."""

    def properties(self, table_id: str) -> list[Row]:
        """One row per dimension, measure (Topic) and group of measures."""

    def members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Members of one dimension, in the order of CBS."""

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:
        """Rows with these fields, where every (field, code) of ``where`` holds; spaces around codes do not count."""

    def stated_rows(self, table_id: str) -> int | None:
        """How many rows the whole table has by CBS's own count, None where that is not said."""
