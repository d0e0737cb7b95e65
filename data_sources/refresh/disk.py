"""Reports a full disk in Dutch, wherever it occurs."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from data_sources import versions

DISK_FULL = "de schijf is vol (of een bestand mag niet groter worden); er is niets gepubliceerd"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def full_disk_named() -> Iterator[None]:
    """Turn the error of a full disk into versions.VersionsError."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise versions.VersionsError(DISK_FULL) from error
