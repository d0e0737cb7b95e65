"""How many bytes a choice costs on the wire rests on what the server and a browser agree on when a socket opens."""

import asyncio

from websockets.asyncio.client import connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory, PerMessageDeflate

from web.socket_window import WINDOW_BITS


def agreed(address: str, *, server_bits: int | None) -> int:
    """Window of what the server sends, in bits, when a browser asks for this one (None: it leaves it open)."""
    asked = ClientPerMessageDeflateFactory(client_max_window_bits=True, server_max_window_bits=server_bits)

    async def ask() -> int:
        async with connect(
            address, subprotocols=["streamlit"], compression=None, extensions=[asked], origin=None
        ) as socket:
            (made,) = socket.protocol.extensions
            assert isinstance(made, PerMessageDeflate)
            return made.remote_max_window_bits

    return asyncio.run(ask())


def test_a_browser_gets_the_wide_window_and_one_that_asks_for_less_gets_less(server: str) -> None:
    address = server.replace("http", "ws", 1) + "/_stcore/stream"
    assert agreed(address, server_bits=None) == WINDOW_BITS
    assert agreed(address, server_bits=11) == 11
