"""Send the messages of a run together when it ends, so that the browser draws as seldom as it can.

Streamlit sends the first message of a run at once and the others as they are made. In the browser it draws the whole
page at every moment that messages come, 30 ms each time, while a run takes 20 ms: without this a choice on the map was
drawn three times. A run that takes longer is sent in parts, as before, and so is the first: nothing is drawn yet.
Relies on: an ASGI middleware around Streamlit, and the two fields of its messages that say whether a run is under way.
Upstream: no issue; streamlit/streamlit#14985 touches the same pause. Bar: choose_place.
Test: tests/web/websocket/test_script_run_buffer.py. Measure: make bench NAMES=patches.
"""

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

HOLD_S = 0.05
_LONGEST_STATUS = 8  # bytes; what says whether a run is under way is one of the smallest messages


class ScriptRunBuffer:
    """ASGI middleware around Streamlit; only sockets."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; the answers on a socket are buffered."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        connection = _Connection(send)
        try:
            await self._app(scope, receive, connection.send)
        finally:
            connection.stop_waiting()


class _Connection:
    def __init__(self, send: Send) -> None:
        self._send = send
        self._buffer: list[Message] = []
        self._sending = asyncio.Lock()
        self._later: asyncio.TimerHandle | None = None
        self._late: asyncio.Task[None] | None = None
        self._first = True

    async def send(self, message: Message) -> None:
        """Hold a message of a run until the run ends or has lasted HOLD_S; everything else goes on at once."""
        running = _says_running(message)
        if self._first:
            self._first = running is not False
            await self._send(message)
            return
        if running is False:  # that it began is no news any more: saying so only makes everything fade and come back
            self._buffer = [earlier for earlier in self._buffer if not _says_running(earlier)]
        self._buffer.append(message)
        if message["type"] != "websocket.send" or running is False:
            await self._flush()
        elif self._later is None:
            self._later = asyncio.get_running_loop().call_later(HOLD_S, self._now)

    def stop_waiting(self) -> None:
        """Nothing is sent later: it is sent now, or the socket is closed."""
        if self._later is not None:
            self._later.cancel()
            self._later = None

    def _now(self) -> None:
        self._later = None
        self._late = asyncio.create_task(self._flush_late())

    async def _flush_late(self) -> None:
        with suppress(OSError, RuntimeError):  # the reader has gone meanwhile; the next message says so to Streamlit
            await self._flush()

    async def _flush(self) -> None:
        self.stop_waiting()
        async with self._sending:
            messages, self._buffer = self._buffer, []
            for message in messages:
                await self._send(message)


def _says_running(message: Message) -> bool | None:
    """Whether a message says that a run has begun (True) or ended (False); None for any other message."""
    data = message.get("bytes") or b""
    if not 0 < len(data) <= _LONGEST_STATUS:
        return None
    status = ForwardMsg.FromString(data)
    return status.session_status_changed.script_is_running if status.HasField("session_status_changed") else None
