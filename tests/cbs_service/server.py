"""A small real HTTP(S) service that speaks CBS OData v3 and v4 (JSON), and gives ZIP files. Made-up figures only."""

from __future__ import annotations

import json
import re
import socket
import ssl
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, quote, urlsplit

from tests.cbs_service import v4
from tests.cbs_service.faults import CHANGES, Fault
from tests.cbs_service.tables import MADE_UP, MadeUpTable

PAGE = 10_000
_PATH = re.compile(r"/OData(?:Feed|Api)/odata/(?P<table>[^/]+)(?:/(?P<entity>[^/]*))?/?")
_PATH_V4 = re.compile(r"/odata/v1/CBS/(?P<table>[^/]+)/(?P<entity>[^/]*)(?P<count>/\$count)?/?")
_PATH_CSV = re.compile(r"/csv/CBS/nl/(?P<table>[^/]+)")
_CONDITION = re.compile(r"\(?\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*\)?")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: CbsService
    context: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket.socket, object]:
        """Count a connection, and greet it in TLS when that is what we speak."""
        connection, address = super().get_request()
        self.service.connections += 1
        if self.context is not None:
            connection = self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hangs up: a refresh that is killed or out of patience does."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class CbsService:
    """Serve tables on a free port of the loopback; use as a context manager, then read ``url``.

    ``fault`` spoils answers of a table, ``change`` serves it in another shape, ``close`` shuts a door (v3, v4),
    ``heal`` undoes all; ``requests`` holds every path that was asked, ``connections`` how many were made. With
    ``certificate`` (a file with key and certificate) it speaks TLS.
    """

    def __init__(
        self,
        tables: Mapping[str, MadeUpTable],
        *,
        port: int = 0,
        certificate: Path | None = None,
        page_v4: int = v4.PAGE,
    ) -> None:
        self.originals = dict(tables)
        self.tables = dict(tables)
        self.faults: dict[str, list[Fault]] = {}
        self.closed: dict[str, str] = {}
        self.requests: list[str] = []
        self.connections = 0
        self.agents: list[str] = []
        self.page_v4 = page_v4
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.service = self
        if certificate is not None:
            self._server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._server.context.load_cert_chain(certificate)
        self.url = f"http{'s' if certificate else ''}://127.0.0.1:{self._server.server_address[1]}"
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

    def close(self, door: str, kind: str = "reset") -> None:
        """Shut a door, by a kind of fault: nobody there (reset), 404, 410, or a page in HTML."""
        self.closed[door] = kind

    def change(self, table_id: str, *names: str) -> None:
        """Serve one table with these changes, and say that it changed."""
        for name in names:
            before = self.tables[table_id]
            after = CHANGES[name](before)
            if after.modified == before.modified:
                moment = datetime.fromisoformat(before.modified) + timedelta(days=1)
                after = replace(after, modified=moment.isoformat())
            self.tables[table_id] = after

    def heal(self) -> None:
        """Serve everything as it was."""
        self.tables = dict(self.originals)
        self.faults = {}
        self.closed = {}
        self.requests = []
        self.connections = 0
        self.agents = []


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # head and body go as two packets; the second would wait 40 ms for an answer to the first
    )
    server: _Server

    def log_message(self, *_: object) -> None:
        """Stay silent; ``service.requests`` is the log."""

    def do_GET(self) -> None:
        service = self.server.service
        service.requests.append(self.path)
        service.agents.append(self.headers.get("User-Agent", ""))
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        door = "v4" if parts.path.startswith("/odata/v1/") else "v3"
        if door in service.closed:
            self._spoil(Fault(service.closed[door]), b"")
        elif parts.path.startswith("/ODataCatalog/Tables"):
            wanted = dict(_CONDITION.findall(query.get("$filter", ""))).get("Identifier")
            listed = [_listed(table) for table in service.tables.values() if wanted in {None, table.id}]
            self._send(200, _document("", "Tables", listed, None))
        elif found := _PATH_CSV.fullmatch(parts.path):
            table = service.tables.get(found["table"])
            self._send(*((404, b"") if table is None else (200, v4.csv_zip(table))), kind="application/zip")
        elif found := _PATH_V4.fullmatch(parts.path):
            table = service.tables.get(found["table"])
            body = table and _v4(table, found["entity"], query, service=service, counted=bool(found["count"]))
            self._answer(found["table"], v4.v3_entity(found["entity"]), body or None, door="v4")
        elif found := _PATH.fullmatch(parts.path):
            table = _any_case(service.tables, found["table"])
            table_id, entity = table.id if table else "", found["entity"] or ""
            answer = table and _entity(table, entity, query, base=service.url)
            self._answer(table_id, entity, answer and _document(table_id, entity, *answer), door="v3")
        else:
            self._answer("", "", None, door=door)

    def _answer(self, table_id: str, entity: str, body: bytes | None, *, door: str) -> None:
        """Send a body, None for what does not exist, or spoil it."""
        for fault in self.server.service.faults.get(table_id, []):
            if fault.strikes(entity, door=door) and self._spoil(fault, body or b"{}"):
                return
        if body is None:
            self._send(404, b'{"odata.error":{"code":"","message":{"value":"Resource not found."}}}')
        else:
            self._send(200, body)

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
        elif fault.kind not in {"reset", "drop"}:
            self._send(int(fault.kind), b"")
        self.close_connection = fault.kind in {"truncated", "reset", "drop"}
        return True


def _document(table_id: str, entity: str, value: list[dict], next_link: str | None) -> bytes:
    kind = f"#Cbs.OData.WebAPI.{entity}" if entity else ""
    metadata = f"https://opendata.cbs.nl/ODataFeed/OData/{table_id}/$metadata{kind}"
    body: dict[str, object] = {"odata.metadata": metadata, "value": value}
    if next_link:
        body["odata.nextLink"] = next_link
    return json.dumps(body, ensure_ascii=False).encode()


def _any_case(tables: Mapping[str, MadeUpTable], table_id: str) -> MadeUpTable | None:
    """Table with this id; v3 does not look at its case."""
    return next((table for own, table in tables.items() if own.casefold() == table_id.casefold()), None)


def _listed(table: MadeUpTable) -> dict:
    """Row of the catalogue."""
    return {
        "Identifier": table.id,
        "Title": MADE_UP + table.title,
        "RecordCount": len(table.positions[0]),
        "ColumnCount": len(table.dimensions) + len(table.topics),
    }


def _v4(table: MadeUpTable, entity: str, query: dict[str, str], *, service: CbsService, counted: bool) -> bytes | None:
    """Answer of OData v4; None for a part that does not exist."""
    context = f"{service.url}/odata/v1/CBS/{table.id}/$metadata#{entity}"
    if entity == "Properties":
        return json.dumps({"@odata.context": context, **v4.properties(table)}, ensure_ascii=False).encode()
    if entity != "Observations":
        rows = v4.lists(table).get(entity)
        return None if rows is None else json.dumps({"@odata.context": context, "value": rows}).encode()
    pairs = [(f, c.replace("''", "'")) for f, c in _CONDITION.findall(query.get("$filter", ""))]
    conditions = tuple(pair for pair in pairs if pair[0] != "Measure")
    measures = tuple(code for field, code in pairs if field == "Measure")
    if counted:
        return str(v4.count(table, conditions, measures=measures)).encode()
    skip = int(query.get("$skip", 0))
    figures = v4.observations(table, conditions, measures=measures)
    rows = list(islice(figures, skip, skip + service.page_v4))
    body: dict[str, object] = {"@odata.context": context, "value": rows}
    if next(figures, None) is not None:
        text = "&".join(f"{name}={quote(value)}" for name, value in (query | {"$skip": str(skip + len(rows))}).items())
        body["@odata.nextLink"] = f"{service.url}/odata/v1/CBS/{table.id}/Observations?{text}"
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
