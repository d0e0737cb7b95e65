"""One run of a page script without a browser: the elements that a reader would see, in order."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import site_map
from web.page_elements import nodes
from web.patches.page_run import run_of_page

_PAGES = Path(__file__).resolve().parents[2] / "pages"
_FILES = {page.address: _PAGES / page.file for page in site_map.PAGES}


# the names above are looked up outside a run, which Streamlit warns of at every page
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True


class FailedPageError(RuntimeError):
    """A page ended with an error, or told that it cannot use a choice in its address."""


def record(path: str, choices: Mapping[str, str], *, site: str) -> Any:  # noqa: ANN401 -- Streamlit's tree has no public type
    """The root of the elements of a page for the choices in its address; ``site`` is the address it speaks of itself by.

    The page shows all it has (site_map.WHOLE_PAGE), in the language of who calls. Raises FailedPageError.
    """
    root = run_of_page(_FILES[path], choices, url=f"{site}{path}", whole=True)
    problems = [node for node in nodes(root) if node.type in {"exception", "warning"}]
    if problems:
        message = f"{path} {dict(choices)}: {problems[0].value}"
        raise FailedPageError(message)
    return root
