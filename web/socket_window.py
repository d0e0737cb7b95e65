"""A wider window for compressed socket messages: a run of a page repeats most of what the run before it sent.

Uvicorn lets its compressor look back 4 kB; a run sends three times as much, so the lists and texts it repeats were sent
whole again. With 16 kB a choice on the map costs a fraction of the bytes, for 0.05 MB of memory per connected reader.
Uvicorn has no setting for it. A browser that asks for a smaller window gets that.
"""

from typing import Any

from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

WINDOW_BITS = 14


class WideWindow(ServerPerMessageDeflateFactory):
    """The extension as uvicorn makes it, with a wider window for what the server sends."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 -- uvicorn's settings, whatever they are
        """Keep every other setting."""
        super().__init__(**{**settings, "server_max_window_bits": WINDOW_BITS})


def install() -> None:
    """Use the wider window for every socket opened from now on; the tests tell when uvicorn no longer looks here."""
    websockets_sansio_impl.ServerPerMessageDeflateFactory = WideWindow  # type: ignore[attr-defined, assignment]
