"""The one door through which a reader sends a file: in memory only, and only while a page asks (`upload_gate`)."""

from __future__ import annotations

from starlette.formparsers import MultiPartParser

import upload_gate

METHODS = ("PUT", "DELETE", "OPTIONS")
_IN_MEMORY = (
    32 * 1024 * 1024
)  # above the largest upload (server.maxUploadSize): Starlette would write a larger one to disk


def keep_in_memory() -> None:
    """From now on no part of an upload goes to a file on disk, which Starlette does from one megabyte on."""
    MultiPartParser.spool_max_size = _IN_MEMORY


def is_upload(path: str) -> bool:
    """Whether an address is that of an upload."""
    return path.startswith(upload_gate.PATH)


def admits(path: str, *, method: str) -> bool:
    """Whether this upload may pass."""
    return method in METHODS and upload_gate.admits(path)
