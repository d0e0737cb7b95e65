"""One run of a page script without a reader, in the server or outside it: its elements as a tree, in the order of the page.

Uses the runner of Streamlit's own AppTest. AppTest itself would put a made-up Runtime in the place of the one that serves the
readers, and makes a new one for every run; its runner takes the real one. Imported when the first page is run: the app starts
without it.
Relies on: LocalScriptRunner, ScriptCache, PagesManager, SafeSessionState, Runtime and three of its parts. Upstream: streamlit/streamlit#12606, the size of the script; there is
no way to draw a page on the server. Bars: phone_other, phone_score_other, phone_shift. Test: tests/web/test_first_screens.py.
Measure: make bench NAMES=patches (first words of Bronnen), make bench NAMES=phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import copy_context
from functools import cache
from pathlib import Path
from types import SimpleNamespace
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


@contextmanager
def _in_a_runtime() -> Iterator[None]:
    """Where no server runs, what a script asks of one is there during its run."""
    from streamlit.runtime import Runtime

    if Runtime.exists():
        yield
        return
    Runtime._instance = _stand_in()  # type: ignore[assignment]  # noqa: SLF001 -- it has no other door
    try:
        yield
    finally:
        Runtime._instance = None  # noqa: SLF001


@cache
def _stand_in() -> SimpleNamespace:
    """The parts of a Runtime that a run asks for; finding the files of components takes longer than a page."""
    from streamlit.components.v2.component_manager import BidiComponentManager
    from streamlit.runtime.dataframe_source_manager import DataframeSourceManager
    from streamlit.runtime.media_file_manager import MediaFileManager
    from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

    components = BidiComponentManager()
    components.discover_and_register_components(start_file_watching=False)
    return SimpleNamespace(
        media_file_mgr=MediaFileManager(MemoryMediaFileStorage("/media")),
        dataframe_source_mgr=DataframeSourceManager(),
        bidi_component_registry=components,
    )


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
        with _in_a_runtime():
            return runner.run(query_params=dict(query), timeout=LONGEST_S, context_info=ContextInfo(url=url)).main
    finally:
        upload_gate.close(
            _SESSION
        )  # a page that asks for a file has opened the door for its reader, who does not exist
