"""The messages of a run leave together, in order, none is lost, and a long run does not wait for its end."""

import asyncio
from collections.abc import Awaitable, Callable

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.conftest import run_async
from web.websocket.script_run_buffer import HOLD_S, ScriptRunBuffer


def status(*, running: bool) -> bytes:
    """The message with which Streamlit says whether a run is under way."""
    message = ForwardMsg()
    message.session_status_changed.script_is_running = running
    return message.SerializeToString()


RUNNING, ENDED = status(running=True), status(running=False)
FINISHED = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
Send = Callable[[dict[str, object]], Awaitable[None]]


def sent(app: Callable[[Send], Awaitable[None]], *, kind: str = "websocket") -> list[tuple[float, object]]:
    """What leaves when an app sends, and when (in units of HOLD_S)."""
    left: list[tuple[float, object]] = []

    async def go() -> None:
        loop = asyncio.get_running_loop()
        start = loop.time()

        async def wire(message: dict[str, object]) -> None:
            left.append(((loop.time() - start) / HOLD_S, message.get("bytes", message["type"])))

        async def inner(_scope: object, _receive: object, send: Send) -> None:
            await app(send)

        await ScriptRunBuffer(inner)({"type": kind}, None, wire)

    run_async(go())
    return left


def run_of(*parts: bytes, rest_s: float = 0, after: bytes = ENDED) -> Callable[[Send], Awaitable[None]]:
    """An app that has ended its first run (``after``) and then sends these messages, with a rest before the last."""

    async def app(send: Send) -> None:
        await send({"type": "websocket.send", "bytes": after})
        for part in parts[:-1]:
            await send({"type": "websocket.send", "bytes": part})
        await asyncio.sleep(rest_s)
        await send({"type": "websocket.send", "bytes": parts[-1]})

    return app


def test_a_short_run_leaves_at_once_when_it_ends_and_does_not_say_that_it_began():
    left = sent(run_of(b"new session", RUNNING, b"a map, as long as it is", FINISHED, ENDED, rest_s=HOLD_S / 5))
    assert [message for _, message in left] == [ENDED, b"new session", b"a map, as long as it is", FINISHED, ENDED]
    assert all(0.1 < when < 0.9 for when, _ in left[1:])


def test_a_long_run_is_sent_in_parts_and_says_that_it_began():
    left = sent(run_of(b"new session", RUNNING, b"the first part of it", ENDED, rest_s=2 * HOLD_S))
    assert [message for _, message in left] == [ENDED, b"new session", RUNNING, b"the first part of it", ENDED]
    assert all(0.9 < when < 1.9 for when, _ in left[1:4])
    assert left[4][0] > 1.9


def test_the_first_run_is_sent_as_it_is_made():
    left = sent(run_of(b"new session", RUNNING, b"the first part of it", ENDED, rest_s=HOLD_S / 2, after=RUNNING))
    assert [message for _, message in left] == [RUNNING, b"new session", RUNNING, b"the first part of it", ENDED]
    assert all(when < 0.2 for when, _ in left[:4])


def test_what_is_no_message_of_a_run_takes_what_is_held_along():
    async def closes(send: Send) -> None:
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "bytes": ENDED})
        await send({"type": "websocket.send", "bytes": b"half of a run"})
        await send({"type": "websocket.close"})

    left = sent(closes)
    assert [message for _, message in left] == ["websocket.accept", ENDED, b"half of a run", "websocket.close"]
    assert left[3][0] < 0.9


def test_other_answers_pass():
    left = sent(run_of(b"a page of this site", b"more of it", rest_s=HOLD_S / 2), kind="http")
    assert left[0][0] < 0.2
