"""The messages of a run leave together, so that the browser draws as seldom as it can.

Streamlit sends the first message of a run at once and the others as they are made. In the browser it draws the whole
page at every moment that messages come, 30 ms each time, while a run takes 20 ms: without this a choice on the map was
drawn three times. A run that takes longer is sent in parts, as before, and so is the first: nothing is drawn yet.
"""

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

HELD_S = 0.05
_LONGEST_STATUS = 8  # bytes; what says whether a run is under way is one of the smallest messages


class WholeRuns:
    """ASGI middleware around Streamlit; only sockets."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; the answers on a socket go through a hold."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        hold = _Hold(send)
        try:
            await self._app(scope, receive, hold.send)
        finally:
            hold.stop_waiting()


class _Hold:
    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: list[Message] = []
        self._sending = asyncio.Lock()
        self._later: asyncio.TimerHandle | None = None
        self._late: asyncio.Task[None] | None = None
        self._first = True

    async def send(self, message: Message) -> None:
        """Keep a message of a run until the run ends or has lasted HELD_S; everything else goes on at once."""
        running = _says_running(message)
        if self._first:
            self._first = running is not False
            await self._send(message)
            return
        if running is False:  # that it began is no news any more: saying so only makes everything fade and come back
            self._held = [one for one in self._held if not _says_running(one)]
        self._held.append(message)
        if message["type"] != "websocket.send" or running is False:
            await self._flush()
        elif self._later is None:
            self._later = asyncio.get_running_loop().call_later(HELD_S, self._now)

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
            held, self._held = self._held, []
            for message in held:
                await self._send(message)


def _says_running(message: Message) -> bool | None:
    """Whether a message says that a run has begun (True) or ended (False); None for any other message."""
    data = message.get("bytes") or b""
    if not 0 < len(data) <= _LONGEST_STATUS:
        return None
    told = ForwardMsg.FromString(data)
    return told.session_status_changed.script_is_running if told.HasField("session_status_changed") else None
