"""The app, with every file that is opened for writing or made, and every log record, named in the file HGIB_TRACE... of the test.

The trace is written with os.write to a descriptor that was open before, so that it does not see itself.
"""

import logging
import os
import sys
from pathlib import Path

_TRACE = os.open(os.environ["TRACE_FILE"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
_CHANGES = (
    "os.mkdir",
    "os.rename",
    "os.truncate",
    "tempfile.mkstemp",
    "tempfile.mkdtemp",
    "os.link",
    "os.symlink",
    "shutil.",
)


def _note(line: str) -> None:
    os.write(_TRACE, f"{line}\n".encode("utf-8", "replace"))


def _hook(event: str, arguments: tuple) -> None:
    if event == "open":
        path, mode, flags = arguments
        writes = not isinstance(path, int) and isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or (not isinstance(path, int) and isinstance(mode, str) and set(mode) & set("wax+")):
            _note(f"write {path}")
    elif event.startswith(_CHANGES):
        _note(f"write {event} {arguments[0] if arguments else ''}")


class _Everything(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _note(f"log {record.name} {record.getMessage()} {record.exc_text or ''}")


from app import app  # noqa: E402 -- what starts the app may write; what readers do may not

logging.getLogger().addHandler(_Everything())
for name in list(logging.root.manager.loggerDict):
    logging.getLogger(name).addHandler(_Everything())
sys.addaudithook(_hook)
_note(f"begin {Path.cwd()}")

__all__ = ["app"]
