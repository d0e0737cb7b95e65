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
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.scriptrunner import ScriptRunnerEvent as Event
from websockets.asyncio.client import ClientConnection, connect

from tests.conftest import free_port, run_async, running, uvicorn_command
from web.patches import event_loop_batching

LINES = [*(str(number) for number in range(29)), "laatste"]
MANY = 10  # packets; without web/websocket/coalescing_transport.py there are more than thirty
REST_S = 0.4
Heard = list[tuple[float, ForwardMsg]]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server with a page of thirty lines."""
    port = free_port()
    command = uvicorn_command(port, app="tests.web.websocket.app_of_lines:app")
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


class Session(SimpleNamespace):
    """A session that requests a flush for each message, as AppSession does, and for the events in ``settles_at``."""

    def __init__(self, *, settles_at: Event | None = None) -> None:
        self.turns: list[Callable[[], None]] = []
        self.heard: list[Event | str] = []
        self._settles_at = settles_at
        self._call_soon_on_event_loop = self.turns.append
        self._message_enqueued_callback = lambda: self.heard.append("flush requested")

    def _handle_scriptrunner_event_on_event_loop(self, _sender: object, event: Event) -> None:
        self.heard.append(event)
        if event in {Event.ENQUEUE_FORWARD_MSG, self._settles_at}:
            self._message_enqueued_callback()


RUN = [Event.SCRIPT_STARTED, *[Event.ENQUEUE_FORWARD_MSG] * 40, Event.SCRIPT_STOPPED_WITH_SUCCESS, Event.SHUTDOWN]


def test_after_its_first_run_a_visit_asks_the_loop_for_a_turn_only_when_a_run_ends():
    session = Session()
    for event in RUN:
        event_loop_batching.collect(session, None, event)
    assert len(session.turns) == len(RUN)
    session.turns.pop()()
    assert session.heard == [*RUN, "flush requested"]
    session.turns.clear()
    for event in RUN[:-1]:
        event_loop_batching.collect(session, None, event)
    assert len(session.turns) == 1


def test_a_session_that_settles_gets_its_last_flush_also_when_no_message_is_queued():
    session = Session(settles_at=Event.SHUTDOWN)
    event_loop_batching.collect(session, None, Event.SHUTDOWN)
    session.turns.pop()()
    assert session.heard == [Event.SHUTDOWN, "flush requested"]


def test_no_flush_is_requested_when_no_event_asks_for_one():
    session = Session()
    event_loop_batching.collect(session, None, Event.SHUTDOWN)
    session.turns.pop()()
    assert session.heard == [Event.SHUTDOWN]


@pytest.mark.parametrize(
    ("replaced", "parameters"),
    [
        (event_loop_batching.handle_backmsg, ["self", "msg"]),
        (event_loop_batching.on_scriptrunner_event, ["self", "sender", "event"]),
        (event_loop_batching.flush_browser_queue, ["self"]),
        (event_loop_batching.send_message, ["self", "session_info", "msg"]),
    ],
)
def test_what_is_replaced_is_still_asked_for_in_the_same_way(replaced: FunctionType, parameters: list[str]):
    assert list(inspect.signature(replaced).parameters)[: len(parameters)] == parameters


def test_what_is_used_is_still_there():
    source = inspect.getsource(AppSession)
    for name in ("_message_enqueued_callback", "_scriptrunner", "_event_loop"):
        assert f"self.{name} = " in source or f"self.{name}: " in source, name
    assert callable(AppSession._handle_scriptrunner_event_on_event_loop)
    assert callable(AppSession._call_soon_on_event_loop)
    assert "self._send_message(" in inspect.getsource(Runtime._loop_coroutine)
    assert ".flush_browser_queue()" in inspect.getsource(Runtime._loop_coroutine)
