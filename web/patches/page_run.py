"""One run of a page script inside the server, without a reader: its elements as a tree, in the order of the page.

Uses the runner of Streamlit's own AppTest. AppTest itself would put a made-up Runtime in the place of the one that serves the
readers; its runner takes the real one. Imported when the first page is run: the app starts without it.
Relies on: LocalScriptRunner, ScriptCache, PagesManager, SafeSessionState. Upstream: streamlit/streamlit#12606, the size of the script; there is
no way to draw a page on the server. Bars: phone_other, phone_score_other, phone_shift. Test: tests/web/test_first_screens.py.
Measure: make bench NAMES=patches (first words of Bronnen), make bench NAMES=phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import copy_context
from functools import cache
from pathlib import Path
from typing import Any

import site_map
import upload_gate

LONGEST_S = 120
_SESSION = "test session id"  # of every run by LocalScriptRunner; no reader has it


@cache
def runner_in_context() -> Any:  # noqa: ANN401 -- a class of Streamlit's, which is imported late
    """Streamlit's runner, whose thread has the context of who asked for the run: its language."""
    from streamlit.runtime.scriptrunner.script_cache import ScriptCache
    from streamlit.testing.v1.local_script_runner import LocalScriptRunner

    scripts = ScriptCache()

    class RunnerInContext(LocalScriptRunner):
        def start(self) -> None:
            self._script_cache = scripts  # else a page is compiled again for every run
            self._context = copy_context()
            super().start()

        def _run_script_thread(self) -> None:
            self._context.run(super()._run_script_thread)

    return RunnerInContext


def app_test_in_context() -> None:
    """Give the runs of AppTest, too, the context of who asks for them: it has no way to name another runner."""
    from streamlit.testing.v1 import app_test

    vars(app_test)["LocalScriptRunner"] = runner_in_context()


def run_of_page(file: Path, query: Mapping[str, str], *, url: str, whole: bool = False) -> Any:  # noqa: ANN401 -- Streamlit's tree has no public type
    """The root of the elements of a page for the parameters of its address; ``url`` is that address without them.

    A ``whole`` page shows all it has, and choices as links (site_map.WHOLE_PAGE). The page is in the language of who calls.
    One at a time: all runs are of one session. Raises RuntimeError after ``LONGEST_S``.
    """
    from streamlit.proto.ClientState_pb2 import ContextInfo
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner.script_cache import ScriptCache
    from streamlit.runtime.state import SafeSessionState, SessionState

    session = SessionState(_new_session_state={site_map.WHOLE_PAGE: True} if whole else {})
    state = SafeSessionState(session, lambda: None)
    runner = runner_in_context()(str(file), state, PagesManager(str(file), ScriptCache()), user_info={})
    try:
        return runner.run(query_params=dict(query), timeout=LONGEST_S, context_info=ContextInfo(url=url)).main
    finally:
        upload_gate.close(
            _SESSION
        )  # a page that asks for a file has opened the door for its reader, who does not exist
