"""Build the script and the style of the map component: ``python -m charts.map.publish``, and at every start of the app.

The browser keeps these files for ever, so their names carry the hash of their content. They are generated from
script/, style.css, the patterns and the palette, and are not committed. The modules are joined by plain concatenation: a
bundler would ask Node of everyone who starts the app, and one file is what the first paint needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from charts.map.patterns import LETTERS, PATTERNS
from charts.palette import DARK, LIGHT, STATE_PATTERNS

_HERE = Path(__file__).parent
TARGET = _HERE / "component" / "built"  # the asset folder of component/pyproject.toml
# From /_stcore/bidi-components/<name>/index.js, where Streamlit serves the script, to the root of the app.
_ROOT = "../../../"


# In the order of the file: a module stands after those it imports when it is read.
MODULES = ("constants", "data", "dom", "words", "frame", "steps", "pointing", "keyboard", "view", "rows", "index")


class UnwritableFolderError(RuntimeError):
    """The files are not there and this process may not write them."""


def contents() -> dict[str, str]:
    """File name without hash → text, with patterns, letters and colours put in."""
    states = {LETTERS[state]: pattern for state, pattern in STATE_PATTERNS.items()}
    script = "".join(_inlined(name) for name in MODULES)
    script = script.replace("__PATTERNS__", json.dumps(PATTERNS)).replace("__STATES__", json.dumps(states))
    script = script.replace("__ROOT__", _ROOT)
    style = (_HERE / "style.css").read_text(encoding="utf-8")
    colours = f".hgk{{{LIGHT.css}}}\n.hgk[data-theme=dark]{{{DARK.css}}}\n"
    return {"index.js": script, "style.css": colours + style}


def _inlined(name: str) -> str:
    """A module without its imports and, but for the entry, without its exports: all modules share one scope."""
    text = (_HERE / "script" / f"{name}.js").read_text(encoding="utf-8")
    text = re.sub(r"^import .*\n", "", text, flags=re.MULTILINE)
    return text if name == MODULES[-1] else re.sub(r"^export ", "", text, flags=re.MULTILINE)


def publish(target: Path = TARGET) -> Mapping[str, str]:
    """Names with hash of the ``script`` and the ``style``; writes what is not there and removes what is out of date.

    Raises UnwritableFolderError, which says what to do, when a file is missing in a folder that cannot be written.
    """
    files = {_hashed(name, text): text for name, text in contents().items()}
    missing = [name for name in files if not (target / name).is_file()]
    try:
        for name in missing:
            target.mkdir(parents=True, exist_ok=True)
            part = target / f".{name}.{os.getpid()}"  # two workers may start at the same moment
            part.write_text(files[name], encoding="utf-8")
            part.replace(target / name)
        for old in target.glob("*.*") if missing else ():
            if old.name not in files and not old.name.startswith("."):
                old.unlink(missing_ok=True)
    except OSError as error:
        message = f"{target} cannot be written: run `python -m charts.map.publish` once as the owner of this checkout"
        raise UnwritableFolderError(message) from error
    return {"script" if name.endswith(".js") else "style": name for name in files}


def _hashed(name: str, text: str) -> str:
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"


if __name__ == "__main__":
    publish()
