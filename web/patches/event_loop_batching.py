"""Hand a run's messages to the event loop in one callback.

Python lets one thread work at a time. Streamlit wakes the loop for each of the 45 messages of a run, and the loop goes
round once for each that it sends: each time it released the GIL and waited up to 5 ms for the switch interval. Here the
thread of a run collects its events until the run ends, or for HOLD_S; the first run of a visit is passed on as it is
made.
Replaces: four methods of ``AppSession`` and ``Runtime``. Upstream: no issue; streamlit/streamlit#14985 shortened the
pause between flushes, widgetti/solara#1184 measures the same cost elsewhere.
Bars: load_50, load_200. Test: tests/web/patches/test_event_loop_batching.py. Measure: make bench NAMES=patches.
"""

from __future__ import annotations

from asyncio import TimerHandle
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.session_manager import ActiveSessionInfo

HOLD_S = 0.05
_LARGEST_BATCH = 200  # messages; a connection queues 500 that it has not sent yet
_ATTRIBUTE = "_hgib_pending"
_HELD_BACK = {ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG}

handle_backmsg = AppSession.handle_backmsg
on_scriptrunner_event = AppSession._on_scriptrunner_event  # noqa: SLF001 -- no public API, here and below
flush_browser_queue = AppSession.flush_browser_queue
send_message = Runtime._send_message  # noqa: SLF001


@dataclass
class _Pending:
    """Events of one session's run that the loop has not handled."""

    events: deque[tuple[object, ScriptRunnerEvent, dict[str, Any]]] = field(default_factory=deque)
    ran_before: bool = False
    timer: TimerHandle | None = None


@dataclass(frozen=True)
class _Batch:
    """Messages that the loop sends in one turn."""

    messages: Sequence[ForwardMsg]


def _pending(session: AppSession) -> _Pending:
    pending: _Pending | None = vars(session).get(_ATTRIBUTE)
    if pending is None:
        pending = vars(session).setdefault(_ATTRIBUTE, _Pending())
    return pending


def collect(self: AppSession, sender: object, event: ScriptRunnerEvent, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
    """In the thread of a run: collect an event, and wake the loop when it cannot wait."""
    pending = _pending(self)
    if args:  # only keyword arguments come from a run
        on_scriptrunner_event(self, sender, event, *args, **kwargs)  # type: ignore[arg-type]
        return
    pending.events.append((sender, event, kwargs))
    if not (pending.ran_before and event in _HELD_BACK):
        self._call_soon_on_event_loop(lambda: _handle_pending(self))
    pending.ran_before = pending.ran_before or event is ScriptRunnerEvent.SHUTDOWN


def _handle_pending(session: AppSession) -> None:
    """On the loop: handle all collected events, then ask for one flush if they asked for any.

    A request counts also when nothing is queued: a session that tracks whether it has settled asks for a last flush.
    """
    events = _pending(session).events
    request_flush = session._message_enqueued_callback  # noqa: SLF001
    requests = 0

    def count_request() -> None:
        nonlocal requests
        requests += 1

    session._message_enqueued_callback = count_request if request_flush else None  # noqa: SLF001
    try:
        while events:
            sender, event, kwargs = events.popleft()
            session._handle_scriptrunner_event_on_event_loop(sender, event, **kwargs)  # type: ignore[arg-type] # noqa: SLF001
    finally:
        session._message_enqueued_callback = request_flush  # noqa: SLF001
        if request_flush is not None and requests:
            request_flush()


def _handle_backmsg(self: AppSession, msg: BackMsg) -> None:
    """On the loop: what was collected before a reader asks for something else comes first; a long run goes in parts."""
    _handle_pending(self)
    handle_backmsg(self, msg)
    _handle_while_running(self)


def _handle_while_running(session: AppSession) -> None:
    pending = _pending(session)
    _handle_pending(session)
    if pending.timer is not None:
        pending.timer.cancel()
    running = session._scriptrunner is not None  # noqa: SLF001
    loop = session._event_loop  # noqa: SLF001
    pending.timer = loop.call_later(HOLD_S, _handle_while_running, session) if running else None


def _flush_batches(self: AppSession) -> list[Any]:
    messages = flush_browser_queue(self)
    return [_Batch(messages[start : start + _LARGEST_BATCH]) for start in range(0, len(messages), _LARGEST_BATCH)]


def _send_batch(self: Runtime, session_info: ActiveSessionInfo, msg: ForwardMsg | _Batch) -> None:
    for message in msg.messages if isinstance(msg, _Batch) else (msg,):
        send_message(self, session_info, message)


def install() -> None:
    """Batch for every session from now on."""
    AppSession.handle_backmsg = _handle_backmsg  # type: ignore[method-assign]
    AppSession._on_scriptrunner_event = collect  # type: ignore[method-assign] # noqa: SLF001
    AppSession.flush_browser_queue = _flush_batches  # type: ignore[method-assign]
    Runtime._send_message = _send_batch  # type: ignore[method-assign] # noqa: SLF001
