"""Saves the answers of CBS to files as they arrive: ``<folder>/v3|v4/<table>/<part>.json``, byte for byte as they came.

``saved.json`` beside them says which service was asked, and whether for whole tables.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from data_sources.cbs.door import CbsRefusedError, DoorName
from data_sources.cbs.long_form import MEASURE
from data_sources.cbs.saved import MARKER, codes_slug

_PATHS = {
    DoorName.V3: re.compile(r"/OData(?:Feed|Api)/odata/(?P<table>\w+)/(?P<entity>\w+)$", re.IGNORECASE),
    DoorName.V4: re.compile(r"/odata/v1/CBS/(?P<table>\w+)/(?P<entity>\w+)$", re.IGNORECASE),
}
_CODES = re.compile(r"(\w+) eq '([^']*)'")


class Keeper:
    """Writes the answers of one session to a folder."""

    def __init__(self, folder: Path, *, service: str, whole: bool) -> None:
        """Make the folder; raises CbsRefusedError when it holds anything or cannot be written to."""
        self._folder = folder
        self._names: dict[str, Path] = {}  # by address: what is asked twice is written once
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            msg = f"{folder} is niet leeg; kies voor de antwoorden een nieuwe map"
            raise CbsRefusedError(msg)
        text = json.dumps({"service": service, "whole": whole}, indent=1) + "\n"
        self._write(folder / MARKER, text.encode())

    def keep(self, address: str, body: bytes) -> None:
        """Write one answer, when it is part of a table."""
        parts = urlsplit(address)
        for door, pattern in _PATHS.items():
            if match := pattern.search(unquote(parts.path)):
                path = self._names.setdefault(address, self._path(door, match, query=parts.query))
                self._write(path, body)
                return

    def _write(self, path: Path, body: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        except OSError as error:
            msg = f"in de map {self._folder} kan niet worden geschreven ({error.strerror})"
            raise CbsRefusedError(msg) from error

    def _path(self, door: DoorName, match: re.Match[str], *, query: str) -> Path:
        codes = codes_slug([pair for pair in _CODES.findall(unquote(query.replace("+", " "))) if pair[0] != MEASURE])
        folder = self._folder / door / match["table"]
        stem = match["entity"] + codes
        taken = {path.name for path in self._names.values() if path.parent == folder}
        number = 1
        while (name := f"{stem}{'' if number == 1 else f'-page{number}'}.json") in taken:
            number += 1
        return folder / name
