"""The messages of a run leave in one write.

Each write is a question to the system and a packet of its own: 45 for a choice on the map, each of which the proxy and
the browser read apart. Python gives its turn to another thread at each. uvicorn has no setting for it; a test tells
when it has changed.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_made = WebSocketsSansIOProtocol.connection_made


class OneWrite:
    """A transport that writes once per turn of the loop."""

    def __init__(self, transport: asyncio.Transport) -> None:
        """Stand in front of a transport."""
        self._transport = transport
        self._kept: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Keep this until the loop has done what it is doing."""
        if not self._kept:
            asyncio.get_running_loop().call_soon(self._write)
        self._kept.append(data)

    def close(self) -> None:
        """Write what is kept, then close."""
        self._write()
        self._transport.close()

    def _write(self) -> None:
        kept, self._kept = self._kept, []
        if kept:
            self._transport.write(b"".join(kept))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever a transport has
        """Everything else is the transport's."""
        return getattr(self._transport, name)


def _made_to_write_once(self: WebSocketsSansIOProtocol, transport: asyncio.Transport) -> None:
    _made(self, OneWrite(transport))  # type: ignore[arg-type]


def install() -> None:
    """From now on, for sockets that are opened later."""
    WebSocketsSansIOProtocol.connection_made = _made_to_write_once  # type: ignore[method-assign, assignment]
