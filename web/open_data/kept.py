"""Answers kept in memory, so that the same question is computed once; the oldest go when there is no more room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock

from web.compressed_assets import Stored, encode

MOST_BYTES = 64_000_000


@dataclass(frozen=True)
class Body:
    """Content of an answer with its media type, and the name under which a browser may save it."""

    content: bytes
    media_type: str
    file_name: str = ""


class Kept:
    """Bodies and their encoded forms by key, up to a number of bytes; safe for several threads."""

    def __init__(self, *, most_bytes: int = MOST_BYTES) -> None:
        """Start empty."""
        self._most, self._bytes = most_bytes, 0
        self._entries: OrderedDict[Hashable, tuple[Body, Stored]] = OrderedDict()
        self._lock = Lock()  # also lets two first readers of one file wait for one computation
        self.computed = 0

    def get(self, key: Hashable, *, encoding: str | None, make: Callable[[], Body]) -> tuple[Body, Stored]:
        """Body of a key in an encoding; ``make`` runs only when the key is not known."""
        with self._lock:
            plain = self._found((key, None)) or self._keep((key, None), self._made(make), None)
            if encoding is None:
                return plain
            return self._found((key, encoding)) or self._keep((key, encoding), plain[0], encoding)

    def _made(self, make: Callable[[], Body]) -> Body:
        self.computed += 1
        return make()

    def _found(self, key: Hashable) -> tuple[Body, Stored] | None:
        entry = self._entries.get(key)
        if entry is not None:
            self._entries.move_to_end(key)
        return entry

    def _keep(self, key: Hashable, body: Body, encoding: str | None) -> tuple[Body, Stored]:
        entry = body, encode(body.content, encoding=encoding)
        self._entries[key] = entry
        self._bytes += len(entry[1].body)
        while self._bytes > self._most and len(self._entries) > 1:
            _, (_, dropped) = self._entries.popitem(last=False)
            self._bytes -= len(dropped.body)
        return entry
