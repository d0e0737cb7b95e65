"""The files of the shell (style, script, icon, typeface), served under a name that carries their content hash.

The hash is computed at start, so a file can be edited without being renamed and is still cached for ever.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "shell"
PREFIX = "/huisstijl/"


@lru_cache(maxsize=32)
def address(name: str) -> str:
    """The address of one file, such as `/huisstijl/style.0a1b2c3d.css`."""
    return next(url for url, path in by_address().items() if path.name == name)


@lru_cache(maxsize=1)
def by_address() -> dict[str, Path]:
    """Every file of the shell by its address."""
    return {
        f"{PREFIX}{path.stem}.{hashlib.sha256(_content(path)).hexdigest()[:8]}{path.suffix}": path
        for path in sorted(FOLDER.iterdir())
        if path.is_file()
    }


def _content(path: Path) -> bytes:
    return path.read_bytes()
