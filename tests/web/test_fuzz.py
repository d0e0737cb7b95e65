"""Nothing a stranger sends breaks the site: 10,000 requests and 1,000 socket messages to one real server.

No answer of 500 or more, no trace shown or logged, no place in the log, the process alive, its memory flat.
"""

import http.client
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

import site_map
from pages._parts.ui import failure
from tests.conftest import free_port, running, uvicorn_command

REQUESTS, MESSAGES, SESSIONS = 10_000, 1_000, 20
BATCH = 20
TRACE = re.compile(rb"Traceback|File &quot;|File \"/|site-packages|\.py\", line")
METHODS = ["GET"] * 12 + ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "VERZIN"]
FILES = ["meldingen", "adviezen", "aandeel-vervolgmeldingen", "wb-meldingen", "indicatoren", "versies", "bestaat-niet"]
PATHS = st.one_of(
    st.sampled_from([page.address for page in site_map.PAGES]),
    st.builds("/data/v1/{}.{}".format, st.sampled_from(FILES), st.sampled_from(["csv", "json", "xls", "%00", ""])),
    st.sampled_from(["/eerste-kaart/woorden", "/eerste-kaart/cijfers", "/zoek", "/zoek/", "/zoek.json"]),
    st.builds("/gemeenteblad/{}".format, st.sampled_from(["breda", "s-gravenhage", "atlantis", "..", "%2e%2e", "BREDA", "breda.exe"])),
    st.builds("/raadspakket/{}.{}".format, st.sampled_from(["breda", "vergelijking", "atlantis", "..", "BREDA"]), st.sampled_from(["docx", "pptx", "exe", ""])),
    st.builds("/app/static/{}".format, st.sampled_from(["boundaries/index.json", "../_frame.py", "..%2f..%2fapp.py", "map/"])),
    st.sampled_from(["/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/_stcore/stream", "/_stcore/upload_file/a/b",
                     "/_stcore/bidi-components/x/y.js", "/media/x.png", "/robots.txt", "/sitemap.xml", "/gezond", "/metrics",
                     "/.well-known/security.txt", "/component/x", "/.git/config", "//evil.example/", "/static/", "/huisstijl/"]),
    st.lists(st.text(max_size=12).map(lambda text: quote(text, safe="")), max_size=4).map(lambda parts: "/" + "/".join(parts)),
    st.binary(min_size=1, max_size=12).map(lambda raw: "/" + "".join(f"%{byte:02x}" for byte in raw)),
)  # fmt: skip
KEYS = ["q", "naar", "gemeente", "met", "jaar", "periode", "indicator", "niveau", "versie", "v", "embed", "figuur", "soort", "banden", "grenzen",
        "sorteer", "scheiding", "taal", "embed_options", "vergelijk", "lijn", "volgorde", "regio"]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(["GM0758", "GM9999", "NL01", "PV25", "VT11", "2018", "2023-H1", "-1", "9" * 40, "true", "meldingen", "wb-meldingen",
                     "halfjaar", "GM", "GM0758,GM0758,NL01", "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1", "=1+1", "%00",
                     "NaN", "Infinity", "1e999", "${7*7}", "{{7*7}}", "a" * 3000]),
    st.text(max_size=30),
)  # fmt: skip
QUERIES = st.lists(st.tuples(st.one_of(st.sampled_from(KEYS), st.text(max_size=8)), VALUES), max_size=4)
HEADERS = st.dictionaries(
    st.sampled_from(["Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "X-Forwarded-Proto", "X-Forwarded-Host", "Accept", "Cookie", "Origin"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=24),
    max_size=2,
)  # fmt: skip
TARGETS = st.tuples(st.sampled_from(METHODS), PATHS, QUERIES, HEADERS)


# one long stream of input, the same at every run; no shrinking: a failing request is named as it was sent
STREAM = {
    "deadline": None,
    "database": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.generate],
}


class Served:
    """One server, its log and its memory."""

    def __init__(self, address: str, log: Path) -> None:
        self.address, self.log = urlsplit(address).netloc, log
        self.process = next(
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and self.address.split(":")[1].encode() in _command(entry)
        )
        self.connection = http.client.HTTPConnection(self.address, timeout=60)

    def memory_mb(self) -> float:
        text = Path(f"/proc/{self.process}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def ask(self, method: str, target: str, headers: dict[str, str]) -> tuple[int, http.client.HTTPMessage, bytes]:
        try:
            self.connection.request(method, target, headers=headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except (http.client.HTTPException, OSError):  # the server closed this connection: that is its right, once
            self.connection.close()
            self.connection.request(method, target, headers=headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()


def _command(entry: Path) -> bytes:
    try:
        return (entry / "cmdline").read_bytes()
    except OSError:
        return b""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    port, log = free_port(), tmp_path_factory.mktemp("fuzz") / "log.txt"
    with running(uvicorn_command(port), port=port, log=log) as address:
        served = Served(address, log)
        _let_it_finish_its_start(served)
        yield served


def _let_it_finish_its_start(served: Served) -> None:
    """What a server still makes after its start is no growth; it says itself when it is done."""
    until = time.monotonic() + 120
    while b"beeld_settled 1.0" not in served.ask("GET", "/metrics", {})[2]:
        assert time.monotonic() < until, "the server never finished its start"
        time.sleep(0.5)


def nothing_leaked(served: Served) -> None:
    logged = served.log.read_text()
    assert "Traceback" not in logged
    assert " at\n" not in logged, logged[-3000:]
    assert "A page failed" not in logged, logged[-3000:]
    assert not re.search(r"GM\d{4}|Breda|breda|gemeente=", logged), logged[-3000:]


def send_all(served: Served, *, batches: int) -> None:
    """`batches` times a batch of made-up requests, each judged."""

    @settings(max_examples=batches, **STREAM)
    @given(st.lists(TARGETS, min_size=BATCH, max_size=BATCH))
    def run(asked):
        for method, path, query, headers in asked:
            target = path + ("?" + urlencode(query, errors="surrogatepass") if query else "")
            status, answered, body = served.ask(method, target[:8000], headers)
            assert status < 500, (method, target)
            assert not TRACE.search(body), (method, target, body[:500])
            if b"Invalid HTTP request" not in body and status != 426:  # answered by uvicorn before any app
                assert "content-security-policy" in answered, (method, target)
                assert answered["x-content-type-options"] == "nosniff"

    run()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_ten_thousand_made_up_requests_give_no_500_no_trace_and_no_growth(served):
    warm = REQUESTS // BATCH // 5
    send_all(served, batches=warm)
    before = served.memory_mb()
    send_all(served, batches=REQUESTS // BATCH - warm)
    assert served.memory_mb() < before * 1.10
    nothing_leaked(served)


def open_socket(served: Served, **more) -> ClientConnection:
    return connect(f"ws://{served.address}/_stcore/stream", subprotocols=["streamlit"], max_size=None, **more)


def read_run(socket: ClientConnection) -> list[ForwardMsg]:
    """Everything the server sends until a run of the page is over."""
    seen = []
    while True:
        message = ForwardMsg.FromString(socket.recv(timeout=60))
        seen.append(message)
        if message.WhichOneof("type") == "script_finished":
            return seen


def rerun(page: str, query: str, widgets: list[tuple[str, str]]) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    for name, value in widgets:
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.string_value = name, value
    return message.SerializeToString()


VISITS = st.tuples(st.sampled_from([page.path for page in site_map.PAGES] + ["bestaat-niet", "../app"]), QUERIES)
JUNK = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=80),
    st.builds(
        rerun, st.just("kaart"), st.just(""), st.lists(st.tuples(st.text(max_size=12), VALUES), min_size=1, max_size=2)
    ),
    st.builds(lambda raw: rerun("kaart", "", [])[:-1] + raw, st.binary(min_size=1, max_size=8)),
)


def one_reader(served: Served, runs, junk) -> int:
    """A reader whose browser sends nonsense between its questions; how many messages were sent."""
    sent = 0
    socket = open_socket(served)
    for (page, query), noise in zip(runs, junk, strict=True):
        for piece in noise:
            sent += 1
            try:
                socket.send(piece)
            except ConnectionClosed:  # refusing nonsense by hanging up is fine; the reader comes back
                socket = open_socket(served)
        socket.close()
        socket = open_socket(served)
        socket.send(rerun(page, urlencode(query, errors="surrogatepass"), []))
        sent += 1
        for message in read_run(socket):
            raw = message.SerializeToString()
            assert not TRACE.search(raw), (page, query)
            assert failure.WORDS.encode()[:20] not in raw, (page, query, served.log.read_text()[-900:])
            assert message.delta.new_element.WhichOneof("type") != "exception", (page, query)
    socket.close()
    return sent


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_made_up_messages_leave_every_reader_a_page_and_the_process_alive(served):
    sent = []

    def send(count: int) -> None:
        @settings(max_examples=count, **STREAM)
        @given(
            st.lists(VISITS, min_size=4, max_size=4),
            st.lists(st.lists(JUNK, min_size=12, max_size=12), min_size=4, max_size=4),
        )
        def run(runs, junk):
            sent.append(one_reader(served, runs, junk))

        run()

    send(SESSIONS // 2)
    before = served.memory_mb()
    send(SESSIONS)
    assert sum(sent) >= MESSAGES
    assert served.memory_mb() < before * 1.10
    assert not re.search(r"Traceback|GM\d{4}", served.log.read_text())


def test_a_socket_from_another_site_is_refused(served):
    with pytest.raises(InvalidStatus), open_socket(served, origin=f"https://{secrets.token_hex(4)}.example"):
        pass
