"""Which readers may send a file now: those whose page asks for one. Between the page that asks and the door in `web/`."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock

PATH = "/_stcore/upload_file/"
"""Start of the one address that accepts a file; behind it stand the session of a reader and the number of a file."""

MOST_SESSIONS = 5_000
SECONDS = 4 * 60 * 60
"""How long a page may stay open before it has to be loaded again to send a file."""

_open: OrderedDict[str, float] = OrderedDict()
_lock = Lock()


def open_for(session: str) -> None:
    """The page of this reader asks for a file."""
    with _lock:
        _open[session] = time.monotonic() + SECONDS
        _open.move_to_end(session)
        while len(_open) > MOST_SESSIONS:
            _open.popitem(last=False)


def close(session: str) -> None:
    """The page of this reader asks for none."""
    with _lock:
        _open.pop(session, None)


def admits(path: str) -> bool:
    """Whether a file may be sent to, or taken back from, this address now."""
    session, _, file = path.removeprefix(PATH).partition("/")
    if not path.startswith(PATH) or not file or "/" in file:
        return False
    with _lock:
        return _open.get(session, 0.0) > time.monotonic()
