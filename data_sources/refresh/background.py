"""Starts a refresh in a process of its own, so that the app serves what it has meanwhile.

``python -m data_sources.refresh.background`` is what ``make run`` calls.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from data_sources import versions
from data_sources.status import is_older

MAXIMUM_AGE = timedelta(days=7)


def start_when_old(data_dir: Path | None = None) -> subprocess.Popen[bytes] | None:
    """Begin a refresh when the figures are older than a week; returns the process, None when nothing was started.

    ``HGIB_REFRESH=off`` turns it off; ``HGIB_SERVICE`` names another service than that of CBS. Several workers may
    call this at once: the lock lets one refresh through. How it goes stands in the progress file.
    """
    folder = data_dir or versions.default_data_dir()
    if os.environ.get("HGIB_REFRESH", "").strip().casefold() == "off":
        return None
    if versions.is_locked(folder) or not is_older(folder, than=MAXIMUM_AGE):
        return None
    service = os.environ.get("HGIB_SERVICE")
    return subprocess.Popen(  # noqa: S603 - our own command, no shell
        [
            sys.executable, "-m", "data_sources", "refresh", "--data", str(folder), "--if-older-than", "7d",
            *(["--service", service] if service else []),
        ],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


if __name__ == "__main__":
    start_when_old()
