"""Answers kept in memory, so that the same question is computed once; the oldest go when there is no more room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from web.compressed_assets import Stored, encode

MOST_BYTES = 64_000_000


@dataclass(frozen=True)
class Body:
    """Content of an answer with its media type, and the name under which a browser may save it."""

    content: bytes
    media_type: str
    file_name: str = ""


@dataclass
class _Turn:
    """Who makes the body of one key; the others that ask for it wait."""

    lock: Lock = field(default_factory=Lock)
    readers: int = 0


class AnswerCache:
    """Bodies and their encoded forms by key, up to a number of bytes; safe for several threads.

    Readers of one file wait for one computation; readers of another file do not wait for it.
    """

    def __init__(self, *, most_bytes: int = MOST_BYTES) -> None:
        """Start empty."""
        self._most, self._bytes = most_bytes, 0
        self._entries: OrderedDict[Hashable, tuple[Body, Stored]] = OrderedDict()
        self._lock = Lock()  # for the books alone, never while a body is made
        self._turns: dict[Hashable, _Turn] = {}
        self.computed = 0

    def get(self, key: Hashable, *, encoding: str | None, make: Callable[[], Body]) -> tuple[Body, Stored]:
        """Body of a key in an encoding; ``make`` runs only when the key is not known."""
        known = self._known((key, encoding))
        if known is not None:
            return known
        plain = self._entry((key, None), encoding=None, make=lambda: self._computed(make))
        if encoding is None:
            return plain
        return self._entry((key, encoding), encoding=encoding, make=lambda: plain[0])

    def _entry(self, key: Hashable, *, encoding: str | None, make: Callable[[], Body]) -> tuple[Body, Stored]:
        """Entry of a key, made when nobody has made it meanwhile."""
        with self._turn(key):
            known = self._known(key)
            if known is not None:
                return known
            body = make()
            entry = body, encode(body.content, encoding=encoding)
            self._keep(key, entry)
            return entry

    @contextmanager
    def _turn(self, key: Hashable) -> Iterator[None]:
        """One thread at a time per key."""
        with self._lock:
            turn = self._turns.setdefault(key, _Turn())
            turn.readers += 1
        try:
            with turn.lock:
                yield
        finally:
            with self._lock:
                turn.readers -= 1
                if not turn.readers:
                    del self._turns[key]

    def _computed(self, make: Callable[[], Body]) -> Body:
        with self._lock:
            self.computed += 1
        return make()

    def _known(self, key: Hashable) -> tuple[Body, Stored] | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def _keep(self, key: Hashable, entry: tuple[Body, Stored]) -> None:
        with self._lock:
            self._entries[key] = entry
            self._bytes += len(entry[1].body)
            while self._bytes > self._most and len(self._entries) > 1:
                _, (_, dropped) = self._entries.popitem(last=False)
                self._bytes -= len(dropped.body)
