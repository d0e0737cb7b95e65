"""Preload the parts of Streamlit's script that every page needs once its figures come.

Streamlit loads the script of a part when the first element of that kind arrives: after its main script, the socket and
the first run. Named in the first answer, these files come along with the main script, and a page does not wait for
another round over a slow link.
Relies on: names of files in Streamlit's static folder. Upstream: streamlit/streamlit#12606, the size of the script.
Serves: the whole page on a slow link (readers notice; the bars stop at the map). Test: tests/web/patches/test_preload.py.
Measure: make bench NAMES=patches.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from streamlit import file_util

_PARTS = ("Html", "Selectbox", "ButtonGroup", "Checkbox", "BidiComponent")
_IMPORT = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
_ENTRY = re.compile(r'="\./static/js/([^"]+\.js)"')


@lru_cache(maxsize=1)
def addresses() -> tuple[str, ...]:
    """Addresses of the parts and of what they import, without what the first answer names already."""
    index = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    known = _with_imports(_ENTRY.findall(index))
    wanted = [file.name for part in _PARTS for file in _folder().glob(f"{part}.*.js")]
    return tuple(f"/static/js/{name}" for name in sorted(_with_imports(wanted) - known))


def _folder() -> Path:
    return Path(file_util.get_static_dir(), "static", "js")


def _with_imports(names: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(_IMPORT.findall((_folder() / name).read_text(encoding="utf-8")))
    return reached
