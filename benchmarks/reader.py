"""A reader without a browser: speaks Streamlit's messages over a real websocket, as the map page does on a click."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

MAP_PAGE = "kaart"
QUERY = "indicator=meldingen&periode=2025-H2"
_EVENTS = "$$STREAMLIT_INTERNAL_KEY_{id}__events"  # how the browser names the triggers of a component


class FailedRunError(RuntimeError):
    """The script ended with an error, or did not end in time."""


class _Counting(ClientConnection):
    """Counts bytes as they come from the wire, so after compression."""

    wire_bytes = 0

    def data_received(self, data: bytes) -> None:
        self.wire_bytes += len(data)
        super().data_received(data)


class _Part(NamedTuple):
    """What a reader sees of one message."""

    text: str = ""
    shows: str = ""  # identity of the figures on a map


@dataclass
class Reader:
    """One connected reader of a page."""

    address: str  # ws://host:port
    page: str = MAP_PAGE
    query: str = QUERY
    cookie: str = ""
    seen: str = ""  # all text of the last run, and which figures its map shows: for tests that look for a mixed page
    shown: frozenset[str] = frozenset()
    page_hash: str = ""
    _component: str = ""
    _cached: dict[str, _Part] = field(default_factory=dict)  # what the browser keeps, by hash
    _socket: _Counting | None = None

    @property
    def wire_bytes(self) -> int:
        """Bytes received so far."""
        return self._socket.wire_bytes if self._socket else 0

    async def open(self, *, run: bool = True) -> float:
        """Connect and, when asked, do the first run; seconds until that was finished."""
        start = time.perf_counter()
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self._socket = await connect(  # type: ignore[assignment]
            f"{self.address}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            create_connection=_Counting,
            compression=None,  # the client's own asks for a small window; a browser leaves that to the server
            extensions=[ClientPerMessageDeflateFactory(client_max_window_bits=True)],
            additional_headers={**headers, "Origin": self.address.replace("ws", "http", 1)},
            max_size=None,
            open_timeout=60,
            ping_interval=None,
        )
        if run:
            await self._run(BackMsg())
        return time.perf_counter() - start

    async def choose(self, code: str) -> float:
        """Choose a place on the map; seconds until the page had all its changes. Raises FailedRunError without them."""
        took = await self._run(self._chosen(code))
        if f"gemeente={code}" not in self.query or not self.seen:
            msg = f"the page did not follow the choice of {code}"
            raise FailedRunError(msg)
        return took

    def _chosen(self, code: str) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = _EVENTS.format(id=self._component)
        state.json_trigger_value = json.dumps([{"event": "place", "value": code}])
        return message

    async def rerun(self) -> float:
        """Run the page as it is (for pages without a map); seconds until it was finished."""
        return await self._run(BackMsg())

    async def close(self) -> None:
        """Go away."""
        if self._socket:
            await self._socket.close()

    async def _run(self, message: BackMsg) -> float:
        if self._socket is None:
            msg = "not connected"
            raise FailedRunError(msg)
        run = message.rerun_script
        run.query_string = self.query
        run.page_name = "" if self.page_hash else self.page
        run.page_script_hash = self.page_hash
        run.cached_message_hashes.extend(self._cached)
        run.context_info.timezone = "Europe/Amsterdam"
        run.context_info.locale = "nl-NL"
        run.context_info.url = f"{self.address.replace('ws', 'http', 1)}/{self.page}"
        run.context_info.color_scheme = "light"
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        parts: list[_Part] = []
        while True:
            data = await asyncio.wait_for(self._socket.recv(), timeout=120)
            answer = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                parts = []  # a run that asks for another one is replaced by it
            elif kind == "navigation":
                self.page_hash = answer.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = answer.page_info_changed.query_string
            elif kind in {"delta", "ref_hash"}:
                parts.append(self._part(answer))
            elif kind == "script_finished" and _is_complete(answer):
                break
        self.seen = "\n".join(part.text for part in parts if part.text)
        self.shown = frozenset(part.shows for part in parts if part.shows)
        return time.perf_counter() - start

    def _part(self, answer: ForwardMsg) -> _Part:
        if answer.ref_hash:
            return self._cached[answer.ref_hash]
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        part = _Part()
        if kind == "exception":
            raise FailedRunError(element.exception.message)
        if kind == "html":
            part = _Part(text=element.html.body)
        elif kind == "bidi_component" and element.bidi_component.json:
            part = _Part(shows=json.loads(element.bidi_component.json).get("show", ""))
            if _is_map(element.bidi_component.json):
                self._component = element.bidi_component.id
        if answer.metadata.cacheable:
            self._cached[answer.hash] = part
        return part


def _is_complete(answer: ForwardMsg) -> bool:
    """Whether the last run of a page has ended; a run that makes way for another one ends too, but early."""
    if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
        msg = "the page did not compile"
        raise FailedRunError(msg)
    return answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def _is_map(data: str) -> bool:
    """The map and the rows beside it are one component; choices come from the map, which has no list of codes."""
    return '"show"' in data and '"codes"' not in data


@dataclass
class Load:
    """What a load test saw: seconds per change, and how many changes or connections failed."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    errors: list[str] = field(default_factory=list)


async def crowd(
    addresses: Sequence[Reader], *, places: Sequence[str], every_s: float, lasting_s: float, settle_s: float = 3
) -> Load:
    """Readers that come in over a few seconds and then each choose a place every ``every_s`` seconds on average.

    Only changes that end after ``settle_s`` count. Each reader waits for its answer before it thinks about the next choice.
    """
    seen = Load()
    dice = random.Random(7)
    start = time.perf_counter()

    async def one(reader: Reader, *, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            await reader.open()
            while True:
                await asyncio.sleep(dice.expovariate(1 / every_s))
                now = time.perf_counter() - start
                if now > ramp_s + settle_s + lasting_s:
                    break
                took = await reader.choose(dice.choice(places))
                if now + took > ramp_s + settle_s:  # by its end: on an overloaded server it began long before
                    seen.seconds.append(took)
        except Exception as error:  # noqa: BLE001 -- every failure counts, of whatever kind
            seen.failed += 1
            seen.errors.append(repr(error)[:200])

    ramp_s = max(1.0, len(addresses) * 0.04)
    await asyncio.gather(*(one(reader, delay=ramp_s * n / len(addresses)) for n, reader in enumerate(addresses)))
    await asyncio.gather(*(reader.close() for reader in addresses), return_exceptions=True)
    return seen
