"""What a run says reaches the loop that sends it in one turn, not in a turn per message.

Python lets one thread work at a time. Streamlit wakes the loop for each of the 45 messages of a run, and the loop goes
round once for each that it sends: with more runs under way it waited for its turn up to 5 ms each time. Here the thread
of a run keeps what it has to say until the run ends, or for HELD_S. There is no public way; a test tells when Streamlit
has changed what is replaced here.
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

HELD_S = 0.05
_MOST = 200  # messages at a time: a connection keeps 500 that it has not sent yet
_NAME = "_hgib_held"
_KEPT = {ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG}

_answer = AppSession.handle_backmsg
_tell_at_once = AppSession._on_scriptrunner_event  # noqa: SLF001 -- there is no public way, here and below
_flush = AppSession.flush_browser_queue
_send = Runtime._send_message  # noqa: SLF001


@dataclass
class _Held:
    """What the run of one session has said and the loop has not heard."""

    events: deque[tuple[object, ScriptRunnerEvent, dict[str, Any]]] = field(default_factory=deque)
    ran_before: bool = False
    timer: TimerHandle | None = None


@dataclass(frozen=True)
class _Together:
    """Messages that the loop sends in one turn."""

    messages: Sequence[ForwardMsg]


def _held_of(session: AppSession) -> _Held:
    held: _Held | None = vars(session).get(_NAME)
    if held is None:
        held = vars(session).setdefault(_NAME, _Held())
    return held


def _keep(self: AppSession, sender: object, event: ScriptRunnerEvent, *told: Any, **named: Any) -> None:  # noqa: ANN401
    """In the thread of a run: say it when the run ends; the first run of a visit is told as it is made."""
    held = _held_of(self)
    if told:  # only named arguments come from a run
        _tell_at_once(self, sender, event, *told, **named)  # type: ignore[arg-type]
        return
    held.events.append((sender, event, named))
    if not (held.ran_before and event in _KEPT):
        self._call_soon_on_event_loop(lambda: _tell(self))
    held.ran_before = held.ran_before or event is ScriptRunnerEvent.SHUTDOWN


def _tell(session: AppSession) -> None:
    """On the loop: hear all that was kept, and wake what sends it once."""
    events = _held_of(session).events
    wake, session._message_enqueued_callback = session._message_enqueued_callback, None  # noqa: SLF001
    try:
        while events:
            sender, event, named = events.popleft()
            session._handle_scriptrunner_event_on_event_loop(sender, event, **named)  # type: ignore[arg-type] # noqa: SLF001
    finally:
        session._message_enqueued_callback = wake  # noqa: SLF001
        if wake is not None and not session._browser_queue.is_empty():  # noqa: SLF001
            wake()


def _answer_and_watch(self: AppSession, msg: BackMsg) -> None:
    """On the loop: what was said before a reader asked for something else comes first; a long run is told in parts."""
    _tell(self)
    _answer(self, msg)
    _watch(self)


def _watch(session: AppSession) -> None:
    held = _held_of(session)
    _tell(session)
    if held.timer is not None:
        held.timer.cancel()
    running = session._scriptrunner is not None  # noqa: SLF001
    loop = session._event_loop  # noqa: SLF001
    held.timer = loop.call_later(HELD_S, _watch, session) if running else None


def _flush_together(self: AppSession) -> list[Any]:
    messages = _flush(self)
    return [_Together(messages[start : start + _MOST]) for start in range(0, len(messages), _MOST)]


def _send_together(self: Runtime, session_info: ActiveSessionInfo, msg: ForwardMsg | _Together) -> None:
    for message in msg.messages if isinstance(msg, _Together) else (msg,):
        _send(self, session_info, message)


def install() -> None:
    """From now on; before the first reader comes."""
    AppSession.handle_backmsg = _answer_and_watch  # type: ignore[method-assign]
    AppSession._on_scriptrunner_event = _keep  # type: ignore[method-assign] # noqa: SLF001
    AppSession.flush_browser_queue = _flush_together  # type: ignore[method-assign]
    Runtime._send_message = _send_together  # type: ignore[method-assign] # noqa: SLF001
