"""A run reaches its reader whole, in order and in few packets; a long run in parts; a newer choice goes before."""

import asyncio
import inspect
import time
from collections.abc import Callable, Iterator
from types import FunctionType, SimpleNamespace

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent as Event
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.asyncio.client import ClientConnection, connect

from tests.conftest import free_port, run_async, running, uvicorn_command
from web.line import one_turn, one_write

LINES = [*(str(number) for number in range(29)), "laatste"]
MANY = 10  # packets; without web/line/one_write.py there are more than thirty
REST_S = 0.4
Heard = list[tuple[float, ForwardMsg]]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server with a page of thirty lines."""
    port = free_port()
    command = uvicorn_command(port, app="tests.web.line.app_of_lines:app")
    with running(command, port=port, log=tmp_path_factory.mktemp("lines") / "log.txt") as address:
        yield address.replace("http", "ws", 1)


class Counting(ClientConnection):
    """Counts how often something comes from the wire."""

    packets = 0

    def data_received(self, data: bytes) -> None:
        self.packets += 1
        super().data_received(data)


def visit(address: str, *rests: float, hurry_s: float = 0) -> list[tuple[Heard, int]]:
    """What each run of a visit tells, and in how many packets; ``rests`` are how long the runs after the first rest.

    With ``hurry_s`` the reader asks for a run without a rest so many seconds after each.
    """

    async def run(reader: Counting, rest_s: float, *, hurry: float = 0) -> tuple[Heard, int]:
        message = BackMsg()
        message.rerun_script.query_string = f"rust={rest_s}"
        heard, before, start = [], reader.packets, time.perf_counter()
        await reader.send(message.SerializeToString())
        if hurry:
            await asyncio.sleep(hurry)
            message.rerun_script.query_string = "rust=0"
            await reader.send(message.SerializeToString())
        while not heard or not ended(heard[-1][1]):
            answer = ForwardMsg.FromString(await asyncio.wait_for(reader.recv(), timeout=60))
            heard.append((time.perf_counter() - start, answer))
        return heard, reader.packets - before

    def ended(message: ForwardMsg) -> bool:
        status = message.session_status_changed
        return message.HasField("session_status_changed") and not status.script_is_running

    async def go() -> list[tuple[Heard, int]]:
        origin = address.replace("ws", "http", 1)
        async with connect(
            f"{address}/_stcore/stream",
            subprotocols=["streamlit"],
            origin=origin,
            open_timeout=60,
            create_connection=Counting,
        ) as reader:
            return [await run(reader, 0)] + [await run(reader, rest, hurry=hurry_s) for rest in rests]

    return run_async(go())


def told(heard: Heard) -> list[str]:
    """The lines of the last run that began."""
    shown: list[str] = []
    for _, message in heard:
        if message.HasField("new_session"):
            shown = []
        elif message.delta.new_element.HasField("text"):
            shown.append(message.delta.new_element.text.body)
    return shown


def when(heard: Heard, line: str) -> float:
    """When a line came."""
    return next(at for at, message in heard if message.delta.new_element.text.body == line)


def test_every_run_is_told_whole_and_in_order(lines):
    for heard, _ in visit(lines, 0, 0, 0):
        assert told(heard) == LINES
        kinds = [message.WhichOneof("type") for _, message in heard]
        assert kinds.count("new_session") == kinds.count("script_finished") == 1
        assert kinds.index("new_session") < kinds.index("delta")
        assert kinds[-2:] == ["script_finished", "session_status_changed"]


def test_a_run_comes_in_few_packets(lines):
    packets = [count for _, count in visit(lines, 0, 0, 0)[1:]]
    assert min(packets) < MANY


def test_a_long_run_is_told_in_parts(lines):
    (_, (heard, _)) = visit(lines, REST_S)
    assert told(heard) == LINES
    assert when(heard, "28") < REST_S < when(heard, "laatste")


def test_a_newer_choice_takes_the_place_of_a_run(lines):
    (_, (heard, _)) = visit(lines, REST_S, hurry_s=REST_S / 2)
    assert told(heard) == LINES


def test_after_its_first_run_a_visit_asks_the_loop_for_a_turn_only_when_a_run_ends():
    turns: list[Callable[[], None]] = []
    heard: list[tuple[Event, object]] = []
    session = SimpleNamespace(
        _call_soon_on_event_loop=turns.append,
        _handle_scriptrunner_event_on_event_loop=lambda _, event, forward_msg=None: heard.append((event, forward_msg)),
        _message_enqueued_callback=lambda: heard.append((None, "woken")),
        _browser_queue=ForwardMsgQueue(),
    )
    session._browser_queue.enqueue(ForwardMsg())
    whole = [Event.SCRIPT_STARTED, *[Event.ENQUEUE_FORWARD_MSG] * 40, Event.SCRIPT_STOPPED_WITH_SUCCESS, Event.SHUTDOWN]
    for event in whole:
        one_turn._keep(session, None, event)
    assert len(turns) == len(whole)
    turns.pop()()
    assert heard == [*((event, None) for event in whole), (None, "woken")]
    turns.clear()
    for event in whole[:-1]:
        one_turn._keep(session, None, event)
    assert len(turns) == 1


@pytest.mark.parametrize(
    ("replaced", "parameters"),
    [
        (one_turn._answer, ["self", "msg"]),
        (one_turn._tell_at_once, ["self", "sender", "event"]),
        (one_turn._flush, ["self"]),
        (one_turn._send, ["self", "session_info", "msg"]),
        (one_write._made, ["self", "transport"]),
    ],
)
def test_what_is_replaced_is_still_asked_for_in_the_same_way(replaced: FunctionType, parameters: list[str]):
    assert list(inspect.signature(replaced).parameters)[: len(parameters)] == parameters


def test_what_is_used_is_still_there():
    source = inspect.getsource(AppSession)
    for name in ("_message_enqueued_callback", "_browser_queue", "_scriptrunner", "_event_loop"):
        assert f"self.{name} = " in source or f"self.{name}: " in source, name
    assert callable(AppSession._handle_scriptrunner_event_on_event_loop)
    assert callable(AppSession._call_soon_on_event_loop)
    assert "self._send_message(" in inspect.getsource(Runtime._loop_coroutine)
    assert ".flush_browser_queue()" in inspect.getsource(Runtime._loop_coroutine)
    assert "self.transport.write(" in inspect.getsource(WebSocketsSansIOProtocol.send)
