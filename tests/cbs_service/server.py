"""A small real HTTP service that speaks CBS OData v3 (JSON) as the public one does. Made-up figures only."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, quote, urlsplit

from tests.cbs_service.faults import CHANGES, Fault
from tests.cbs_service.tables import MadeUpTable

PAGE = 10_000
_PATH = re.compile(r"/OData(?:Feed|Api)/odata/(?P<table>[^/]+)(?:/(?P<entity>[^/]*))?/?")
_CONDITION = re.compile(r"\(?\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*\)?")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: CbsService

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hangs up: a refresh that is killed or out of patience does."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class CbsService:
    """Serve tables on a free port of the loopback; use as a context manager, then read ``url``.

    ``fault`` spoils answers of a table, ``change`` serves it in another shape, ``heal`` undoes both;
    ``requests`` holds every path that was asked.
    """

    def __init__(self, tables: Mapping[str, MadeUpTable], *, port: int = 0) -> None:
        self.originals = dict(tables)
        self.tables = dict(tables)
        self.faults: dict[str, list[Fault]] = {}
        self.requests: list[str] = []
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.service = self
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait(self) -> None:
        """Serve until the process is stopped."""
        self._thread.join()

    def fault(self, table_id: str, kind: str, **details: object) -> None:
        """Spoil answers of one table."""
        self.faults.setdefault(table_id, []).append(Fault(kind, **details))  # type: ignore[arg-type]

    def change(self, table_id: str, *names: str) -> None:
        """Serve one table with these changes."""
        for name in names:
            self.tables[table_id] = CHANGES[name](self.tables[table_id])

    def heal(self) -> None:
        """Serve everything as it was."""
        self.tables = dict(self.originals)
        self.faults = {}
        self.requests = []


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Stay silent; ``service.requests`` is the log."""

    def do_GET(self) -> None:
        service = self.server.service
        service.requests.append(self.path)
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith("/ODataCatalog/Tables"):
            self._send(200, _document("", "Tables", [t.infos()[0] for t in service.tables.values()], None))
            return
        found = _PATH.fullmatch(parts.path)
        table_id, entity = (found["table"], found["entity"] or "") if found else ("", "")
        table_id = {known.casefold(): known for known in service.tables}.get(table_id.casefold(), table_id)
        table = service.tables.get(table_id)  # the public service does not mind capitals in an id
        answer = None if table is None else _entity(table, entity, query, base=service.url)
        for fault in service.faults.get(table_id, []):
            if fault.strikes(entity) and self._spoil(fault, _document(table_id, entity, *(answer or ([], None)))):
                return
        if answer is None:
            self._send(404, b'{"odata.error":{"code":"","message":{"value":"Resource not found."}}}')
        else:
            self._send(200, _document(table_id, entity, *answer))

    def _send(self, status: int, body: bytes, *, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", headers.pop("kind", "application/json;odata=minimalmetadata;charset=utf-8"))
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        self.wfile.write(body)

    def _spoil(self, fault: Fault, whole: bytes) -> bool:
        """Give the spoiled answer; False means: only late, go on."""
        if fault.kind == "slow":
            time.sleep(fault.seconds)
            return False
        half = whole[: len(whole) // 2]
        if fault.kind == "truncated":
            self._send(200, half, length=len(whole))
        elif fault.kind == "half_json":
            self._send(200, half)
        elif fault.kind == "html":
            self._send(200, b"<!DOCTYPE html><html><body>Onderhoud</body></html>", kind="text/html")
        elif fault.kind == "not_odata":
            self._send(200, b'{"message": "Welkom"}')
        elif fault.kind == "429":
            self._send(429, b"", Retry_After=str(int(fault.seconds)))
        elif fault.kind != "reset":
            self._send(int(fault.kind), b"")
        self.close_connection = fault.kind in {"truncated", "reset"}
        return True


def _document(table_id: str, entity: str, value: list[dict], next_link: str | None) -> bytes:
    kind = f"#Cbs.OData.WebAPI.{entity}" if entity else ""
    metadata = f"https://opendata.cbs.nl/ODataFeed/OData/{table_id}/$metadata{kind}"
    body: dict[str, object] = {"odata.metadata": metadata, "value": value}
    if next_link:
        body["odata.nextLink"] = next_link
    return json.dumps(body, ensure_ascii=False).encode()


def _entity(
    table: MadeUpTable, entity: str, query: dict[str, str], *, base: str
) -> tuple[list[dict], str | None] | None:
    if entity == "":
        names = ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups"]
        names += [dimension.key for dimension in table.dimensions]
        return [{"name": name, "url": f"{base}/ODataFeed/odata/{table.id}/{name}"} for name in names], None
    if entity == "TableInfos":
        return table.infos(), None
    if entity == "DataProperties":
        return table.properties(), None
    if entity == "CategoryGroups":
        return table.category_groups(), None
    if entity in {"TypedDataSet", "UntypedDataSet"}:
        return _data(table, entity, query, base=base)
    members = table.members(entity)
    return None if members is None else (members, None)


def _data(table: MadeUpTable, entity: str, query: dict[str, str], *, base: str) -> tuple[list[dict], str | None]:
    conditions = tuple((f, c.replace("''", "'")) for f, c in _CONDITION.findall(query.get("$filter", "")))
    select = tuple(filter(None, query.get("$select", "").split(",")))
    skip = int(query.get("$skip", 0))
    numbers = table.matching(conditions)
    rows = table.rows(numbers[skip : skip + PAGE], select=select, typed=entity == "TypedDataSet")
    if skip + PAGE >= len(numbers):
        return rows, None
    following = query | {"$skip": str(skip + PAGE)}
    text = "&".join(f"{name}={quote(value)}" for name, value in following.items())
    return rows, f"{base}/ODataFeed/odata/{table.id}/{entity}?{text}"
