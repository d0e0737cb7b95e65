"""Whether a table was read with the code and the lists of today."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_CODE = ("refresh", "catalogue", "cbs")
_LISTS = _ROOT / "published" / "places"


@cache
def reading() -> str:
    """Hash of everything that decides what a table from CBS becomes; another one means: read it again."""
    digest = hashlib.sha256()
    files = [path for folder in _CODE for path in (_ROOT / folder).rglob("*.py")]
    for path in sorted([*files, *_ROOT.glob("*.py"), *_LISTS.glob("*.csv")]):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
