"""Write the component's script and style as static files whose names carry their content hash.

``python -m charts.map.publish`` after a change of index.js, style.css, patterns.py or the palette; a test tells when
it was forgotten. Files in the browser are cached for ever, so a changed content needs a changed name.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from charts.map.patterns import LETTERS, PATTERNS
from charts.palette import DARK, LIGHT, STATE_PATTERNS

_HERE = Path(__file__).parent
TARGET = _HERE.parents[1] / "pages" / "static" / "map"
# From /_stcore/bidi-components/<name>/index.js, where Streamlit serves the script, to the root of the app.
_ROOT = "../../../"


def contents() -> dict[str, str]:
    """File name without hash → text, with patterns, letters and colours put in."""
    states = {LETTERS[state]: pattern for state, pattern in STATE_PATTERNS.items()}
    script = (_HERE / "index.js").read_text(encoding="utf-8")
    script = script.replace("__PATTERNS__", json.dumps(PATTERNS)).replace("__STATES__", json.dumps(states))
    script = script.replace("__ROOT__", _ROOT)
    style = (_HERE / "style.css").read_text(encoding="utf-8")
    colours = f".hgk{{{LIGHT.css}}}\n.hgk[data-theme=dark]{{{DARK.css}}}\n"
    return {"index.js": script, "style.css": colours + style}


def published() -> dict[str, str]:
    """Name with hash → text, as the files must be."""
    return {_hashed(name, text): text for name, text in contents().items()}


def _hashed(name: str, text: str) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"


def publish(target: Path = TARGET) -> list[str]:
    """Write the files, remove those of an earlier content; returns the names."""
    files = published()
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name not in files and old.name.split(".")[0] in {"index", "style"}:
            old.unlink()
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8")
    return sorted(files)


if __name__ == "__main__":
    publish()
