"""A transport that writes once per turn of the loop loses nothing, also when it is closed at once."""

import asyncio
from collections.abc import Callable

from tests.conftest import run_async
from web.line.one_write import OneWrite


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


def done(use: Callable[[OneWrite], None]) -> list[object]:
    """What a wire is asked to do in and after one turn of the loop."""
    wire = Wire()

    async def turn() -> None:
        use(OneWrite(wire))  # type: ignore[arg-type]
        wire.done.append("end of turn")
        await asyncio.sleep(0)

    run_async(turn())
    return wire.done


def test_all_that_is_written_in_one_turn_leaves_in_one_write_after_it():
    def use(transport: OneWrite) -> None:
        for part in (b"a", b"", b"bc"):
            transport.write(part)

    assert done(use) == ["end of turn", b"abc"]


def test_what_was_written_leaves_before_the_end():
    def use(transport: OneWrite) -> None:
        transport.write(b"goodbye")
        transport.close()

    assert done(use) == [b"goodbye", "closed", "end of turn"]


def test_everything_else_is_that_of_the_transport():
    assert OneWrite(Wire()).get_extra_info("peername") == "about peername"  # type: ignore[arg-type]
