"""A transport that writes once per turn of the loop loses nothing, also when it is closed at once."""

import asyncio
from collections.abc import Callable

import pytest
from uvicorn.config import Config
from uvicorn.server import ServerState

from tests.conftest import run_async
from web import patches
from web.websocket.coalescing_transport import CoalescingProtocol, CoalescingTransport


class Wire:
    """A transport that remembers what it was asked to do."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def write(self, data: bytes) -> None:
        self.done.append(data)

    def close(self) -> None:
        self.done.append("closed")

    def get_extra_info(self, name: str) -> str:
        return f"about {name}"


def done(use: Callable[[CoalescingTransport], None]) -> list[object]:
    """What a wire is asked to do in and after one turn of the loop."""
    wire = Wire()

    async def turn() -> None:
        use(CoalescingTransport(wire))  # type: ignore[arg-type]
        wire.done.append("end of turn")
        await asyncio.sleep(0)

    run_async(turn())
    return wire.done


def test_all_that_is_written_in_one_turn_leaves_in_one_write_after_it():
    def use(transport: CoalescingTransport) -> None:
        for part in (b"a", b"", b"bc"):
            transport.write(part)

    assert done(use) == ["end of turn", b"abc"]


def test_what_was_written_leaves_before_the_end():
    def use(transport: CoalescingTransport) -> None:
        transport.write(b"goodbye")
        transport.close()

    assert done(use) == [b"goodbye", "closed", "end of turn"]


def test_everything_else_is_that_of_the_transport():
    assert CoalescingTransport(Wire()).get_extra_info("peername") == "about peername"  # type: ignore[arg-type]


class BareWire(Wire):
    """A transport without a socket."""

    def get_extra_info(self, _name: str) -> None:
        return None


@pytest.mark.parametrize("switched_on", [True, False])
def test_uvicorn_takes_the_protocol_by_its_name_and_its_messages_go_through_the_transport(monkeypatch, switched_on):
    monkeypatch.setattr(patches, "is_on", lambda _name: switched_on)
    config = Config("app:app", ws="web.websocket.coalescing_transport:CoalescingProtocol")
    config.load_app = lambda: None  # not needed for the protocol, and it takes a second
    config.load()
    assert config.ws_protocol_class is CoalescingProtocol

    async def connect() -> type:
        protocol = CoalescingProtocol(config, server_state=ServerState(), app_state={})
        protocol.connection_made(BareWire())
        protocol.transport.write(b"x")
        return type(protocol.transport)

    assert run_async(connect()) is (CoalescingTransport if switched_on else BareWire)
