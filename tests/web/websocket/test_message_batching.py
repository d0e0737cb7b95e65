"""Messages that come together are handed to the page together: in order, none lost, also those just before the end."""

import threading
from collections.abc import Iterator

import pytest
from websockets.sync.server import ServerConnection, serve

from web import index_page

pytestmark = [pytest.mark.browser, pytest.mark.own_window]
MESSAGES = [str(number) for number in range(40)]
# A moment ends as soon as the page can do something else, be it the answer of a promise.
LISTEN = """
(address) => new Promise((ready) => {
  const heard = [], line = new WebSocket(address)
  let moments = 0, same = false
  line.addEventListener("message", (message) => {
    if (!same) moments += 1
    same = true
    Promise.resolve().then(() => { same = false })
    heard.push(message.data)
  })
  line.addEventListener("close", () => ready({ heard, moments }))
})
"""


def say_all(reader: ServerConnection) -> None:
    """All in one write, as web/websocket/coalescing_transport.py has it, then hang up."""
    with reader.protocol_mutex:
        for message in MESSAGES:
            reader.protocol.send_text(message.encode())
        reader.socket.sendall(b"".join(reader.protocol.data_to_send()))


@pytest.fixture(scope="module")
def line() -> Iterator[str]:
    """Address of a server that says everything at once."""
    with serve(say_all, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        server.shutdown()


def test_messages_that_come_together_are_handed_over_together(page, line):
    without = page.evaluate(LISTEN, line)
    page.add_script_tag(content=index_page.MESSAGE_BATCHING)
    together = page.evaluate(LISTEN, line)
    assert together["heard"] == without["heard"] == MESSAGES
    assert without["moments"] == len(MESSAGES)
    assert together["moments"] <= 3  # what one write sent can be read in parts where a machine is busy


def test_what_came_just_before_the_end_is_handed_over_before_it(page, line):
    page.add_script_tag(content=index_page.MESSAGE_BATCHING)
    page.evaluate("window.setTimeout = () => {}")  # what would hand it over never comes
    assert page.evaluate(LISTEN, line)["heard"] == MESSAGES


def test_every_page_of_the_app_has_it_and_may_run_it(page, server):
    for path in ("/", "/kaart", "/kaart?embed=true"):
        page.goto(server + path)
        assert page.evaluate("window.WebSocket.toString().includes('handOver')"), path
