"""One run of a page script without a browser, by Streamlit's own AppTest: the elements that a reader would see, in order."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

import site_map
from web.patches import page_run

_PAGES = Path(__file__).resolve().parents[2] / "pages"
_LONGEST_S = 120
_FILES = {page.address: page.file for page in site_map.PAGES}


# the names above are looked up outside a run, which Streamlit warns of at every page
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").disabled = True


class FailedPageError(RuntimeError):
    """A page ended with an error, or told that it cannot use a choice in its address."""


@cache
def _runner(file: str) -> AppTest:
    """One for each page: looking for the files of components costs a run more than the page itself."""
    page_run.app_test_in_context()
    return AppTest.from_file(str(_PAGES / file), default_timeout=_LONGEST_S)


def record(path: str, choices: Mapping[str, str], *, site: str) -> Any:  # noqa: ANN401 -- Streamlit's tree has no public type
    """The root of the elements of a page for the choices in its address; ``site`` is the address it speaks of itself by.

    The page shows all it has (site_map.WHOLE_PAGE), in the language of who calls. Raises FailedPageError.
    """
    run = _runner(_FILES[path])
    run.context = {"url": f"{site}{path}"}
    for key in list(run.session_state):
        del run.session_state[key]
    run.session_state[site_map.WHOLE_PAGE] = True
    run.query_params.clear()
    run.query_params.update(choices)
    run.run()
    problems = [*(error.message for error in run.exception), *(warning.value for warning in run.warning)]
    if problems:
        message = f"{path} {dict(choices)}: {problems[0]}"
        raise FailedPageError(message)
    return run.main
