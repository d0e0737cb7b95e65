"""Send the messages of a run in one write: a websocket protocol for ``uvicorn --ws``.

Each write is a system call and a packet of its own: 45 for a choice on the map, each of which the proxy and the browser
read apart, and at each of which Python may switch to another thread.
Relies on: ``uvicorn --ws module:Class`` and the class of ``--ws websockets-sansio``, which is subclassed.
Upstream: no issue in uvicorn; crossbario/autobahn-python#648 describes the same saving. Bars: load_50, load_200.
Test: tests/web/websocket/test_coalescing_transport.py. Measure: make bench NAMES=patches.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from web import patches


class CoalescingTransport:
    """A transport that writes once per turn of the loop."""

    def __init__(self, transport: asyncio.Transport) -> None:
        """Stand in front of a transport."""
        self._transport = transport
        self._pending: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Hold this until the loop has done what it is doing."""
        if not self._pending:
            asyncio.get_running_loop().call_soon(self._write)
        self._pending.append(data)

    def close(self) -> None:
        """Write what is pending, then close."""
        self._write()
        self._transport.close()

    def _write(self) -> None:
        pending, self._pending = self._pending, []
        if pending:
            self._transport.write(b"".join(pending))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever a transport has
        """Everything else is the transport's."""
        return getattr(self._transport, name)


class CoalescingProtocol(WebSocketsSansIOProtocol):
    """uvicorn's own websocket protocol on a coalescing transport; plain with HGIB_PATCHES=-coalescing_transport."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Accept a connection that uvicorn hands over after the upgrade."""
        if patches.is_on("coalescing_transport"):
            transport = CoalescingTransport(transport)  # type: ignore[arg-type, assignment]
        super().connection_made(transport)
