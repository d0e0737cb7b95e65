"""Shows the progress of a refresh on screen: a progress bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

from tqdm import tqdm

from data_sources.catalogue.model import Table
from data_sources.cbs import DoorName


class Console:
    """Listener that writes Dutch lines to a stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to ``stream`` (default: standard error); a bar only when that is a terminal."""
        self._stream = stream or sys.stderr
        self._bar: tqdm[NoReturn] | None = None
        self._head = ""

    def table(self, table: Table, *, number: int, total: int) -> None:
        """Begin a bar, or remember what the line of the table starts with."""
        self._head = f"[{number}/{total}] {table.id}"
        if self._stream.isatty():
            self._bar = tqdm(
                desc=self._head, total=None, unit=" perioden", file=self._stream, leave=False, dynamic_ncols=True
            )
            self._bar.set_postfix_str("wacht op antwoord van het CBS")

    def period(self, done: int, total: int) -> None:
        """Move the bar."""
        if self._bar is not None:
            self._bar.total = total
            self._bar.set_postfix_str("", refresh=False)
            self._bar.update(done - self._bar.n)

    def waiting(self, text: str) -> None:
        """Write behind the bar what is waited for."""
        if self._bar is not None:
            self._bar.set_postfix_str(text)

    def unchanged(self, table: Table) -> None:
        """End without new figures."""
        self._end(f"{self._head}: ongewijzigd. {table.title}")

    def examined(self, table: Table, *, text: str) -> None:
        """End with what looking at the table gave."""
        self._end(f"{self._head}: {text}. {table.title}")

    def good(self, table: Table, *, rows: int, remarks: Sequence[str], door: DoorName) -> None:
        """End with the number of cells, the way they came and what was odd."""
        cells = f"{rows:,}".replace(",", ".")
        self._end(f"{self._head}: {cells} cellen via {door.label}. {table.title}")
        for remark in remarks:
            self._line(f"        let op: {remark}")

    def bad(self, table: Table, *, reason: str) -> None:
        """End with the reason why the old figures stay."""
        self._end(f"{self._head}: OUDE CIJFERS BLIJVEN STAAN: {reason}. {table.title}")

    def note(self, text: str) -> None:
        """Write a line of its own."""
        self._line(text)

    def _end(self, text: str) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        self._line(text)

    def _line(self, text: str) -> None:
        print(text, file=self._stream, flush=True)
