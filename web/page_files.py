"""Files beside pages (web/export) that several of them share, under a name with the hash of their content."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64decode
from dataclasses import dataclass, field

PICTURES, MAPS = "/bestanden/beeld", "/bestanden/kaart"
_INLINE_BYTES = 3_000  # a smaller picture costs less in the page than a request of its own


def hashed(content: bytes) -> str:
    """The part of a name that changes with the content."""
    return hashlib.sha256(content).hexdigest()[:12]


@dataclass
class Assets:
    """Files by their address, filled while pages are written."""

    files: dict[str, bytes] = field(default_factory=dict)

    def picture(self, packed: str) -> str:
        """Address of a picture that stood in a page as base64; a small one stays there."""
        svg = b64decode(packed)
        if len(svg) <= _INLINE_BYTES:
            return f"data:image/svg+xml;base64,{packed}"
        return self._add(f"{PICTURES}/{hashed(svg)}.svg", svg)

    def figures(self, packed: bytes) -> str:
        """Address of the figures of a map (charts/map/payload.py), which come as gzipped JSON."""
        figures = gzip.decompress(packed)
        return self._add(f"{MAPS}/{hashed(figures)}.json", figures)

    def _add(self, address: str, content: bytes) -> str:
        self.files[address] = content
        return address
