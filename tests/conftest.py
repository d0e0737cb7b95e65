"""Fixtures that all rooms share: a real server, a real browser, and no way out to other machines.

`server` is the app, started once for all test processes of a run; `fresh_server` is one of a single test. `visit(page,
address)` opens a page and waits until a reader sees its heading. `page` is one window that all tests of a process share,
cleaned in between (tests/reused_page.py); with the mark `own_window`, or for a test that asks for `context`, it is new.
"""

import asyncio
import contextlib
import fcntl
import gc
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_socket import socket_allow_hosts

from charts.map.publish import publish
from tests.reused_page import ReusedPage

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters as wide as in a window
]
START_SECONDS = 150
expect.set_options(timeout=30_000)  # three browsers and three servers share two cores
Answer = TypeVar("Answer")


def pytest_configure() -> None:
    """Build the map component first: Streamlit looks for the files of components once, when its runtime begins."""
    publish()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that drives a browser, so that `make test-fast` can leave them out."""
    for item in items:
        if {"page", "context", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish() -> None:
    """What 7,000 tests hold is not looked through again and again for what can be thrown away: a twentieth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _only_this_machine() -> None:
    """No test may reach another machine; the app never does either."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def _only_embedded_figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests run on the figures of the project, whatever `make run` fetched or failed to fetch in this checkout."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HGIB_DATA", str(tmp_path_factory.mktemp("no-refresh")))
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's Chromium, so that no browser is downloaded; without a window, which takes a third less processor time."""
    return {
        **browser_type_launch_args,
        "executable_path": shutil.which("chromium-headless-shell") or shutil.which("chromium"),
        "args": CHROMIUM_FLAGS,
    }


@pytest.fixture(scope="session")
def _reused_page(browser: Browser, browser_context_args: dict) -> Iterator[ReusedPage]:
    reused = ReusedPage(browser, browser_context_args)
    yield reused
    reused.close()


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty window."""
    if "context" in request.fixturenames or request.node.get_closest_marker("own_window"):
        yield request.getfixturevalue("context").new_page()
        return
    reused = request.getfixturevalue("_reused_page")
    yield reused.page()
    reused.clean()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A Dutch reader."""
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _start(command: list[str], *, port: int, log: Path) -> tuple[str, subprocess.Popen]:
    """Address and process of a server, as soon as it answers."""
    with log.open("wb") as output:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env=environment)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + START_SECONDS
    while True:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
            return address, process
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            pytest.fail(f"The server did not start: {log.read_text()[-2000:]}")
        time.sleep(0.1)


@contextlib.contextmanager
def running(command: list[str], *, port: int, log: Path) -> Iterator[str]:
    """Run a server command until it answers; stop it afterwards. Yields the address."""
    address, process = _start(command, port=port, log=log)
    try:
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def shared_server(folder: Path, *, data: Path | None = None) -> Iterator[str]:
    """Address of one app for all test processes of a run: the first starts it, the last one ends it.

    `folder` is the same for all of them, `data` where its figures are (none: those of the project).
    """
    state = folder / "state.json"
    folder.mkdir(exist_ok=True)
    with _locked(folder / "lock"):
        shared = json.loads(state.read_text()) if state.exists() else {"readers": 0}
        if not shared["readers"]:
            port = free_port()
            with pytest.MonkeyPatch.context() as patch:  # for this server alone
                if data:
                    patch.setenv("HGIB_DATA", str(data))
                address, process = _start(uvicorn_command(port), port=port, log=folder / "log.txt")
            shared |= {"address": address, "process": process.pid}
        state.write_text(json.dumps(shared | {"readers": shared["readers"] + 1}))
    try:
        yield shared["address"]
    finally:
        with _locked(folder / "lock"):
            shared = json.loads(state.read_text())
            state.write_text(json.dumps(shared | {"readers": shared["readers"] - 1}))
            if shared["readers"] == 1:
                os.kill(shared["process"], signal.SIGTERM)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One process of a run at a time."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def folder_of_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all test processes of a run share."""
    of_process = tmp_path_factory.getbasetemp()
    return of_process.parent if "PYTEST_XDIST_WORKER" in os.environ else of_process


def once_per_run(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process of a run makes and all others take: nobody writes in it afterwards."""
    folder = folder_of_run(tmp_path_factory) / name
    new = folder.with_name(f"{name}-new")
    with _locked(folder.with_name(f"{name}.lock")):
        if not folder.exists():
            make(new)
            new.rename(folder)
    return folder


def uvicorn_command(port: int, *, app: str = "app:app") -> list[str]:
    """What `make run` starts."""
    wanted = "--ws web.websocket.coalescing_transport:CoalescingProtocol --no-access-log --log-level warning"
    return [sys.executable, "-m", "uvicorn", app, "--host", "127.0.0.1", "--port", str(port), *wanted.split()]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The running app."""
    with shared_server(folder_of_run(tmp_path_factory) / "server") as address:
        yield address


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """A server that nobody has visited yet."""
    port = free_port()
    with running(uvicorn_command(port), port=port, log=tmp_path / "log.txt") as address:
        yield address


@pytest.fixture
def fresh_server_to_stop(tmp_path: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """A server of one test and the way to end it while the reader is there."""
    port = free_port()
    with contextlib.ExitStack() as stack:
        address = stack.enter_context(running(uvicorn_command(port), port=port, log=tmp_path / "log.txt"))
        yield address, stack.close


def run_async(work: Coroutine[Any, Any, Answer]) -> Answer:
    """The answer of a coroutine, run in a thread of its own: once a browser test has run, this thread has a loop."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, work).result()


# Resolves when nothing in the page has changed for so many ms and every animation that ends has ended.
_AT_REST = """quiet => new Promise(done => {
  const watcher = new MutationObserver(() => again());
  const finish = async () => {
    const ending = document.getAnimations().filter(each => each.effect?.getComputedTiming().endTime < 5000);
    await Promise.allSettled(ending.map(each => each.finished));
    watcher.disconnect(); done();
  };
  let timer = setTimeout(finish, quiet);
  const again = () => { clearTimeout(timer); timer = setTimeout(finish, quiet); };
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(finish, 15000);
})"""


def at_rest(page, *, quiet_ms: int = 300) -> None:
    """Wait until no run is under way and the page has stopped changing; as long as the machine needs, and no longer."""
    page.wait_for_function("() => !document.querySelector('.stApp[data-test-script-state=\"running\"]')")
    page.evaluate(_AT_REST, quiet_ms)


@pytest.fixture(scope="session")
def visit() -> Callable:
    """Open an address and wait until the page of the reader is complete."""

    def _visit(page, url: str) -> None:
        page.set_default_timeout(60_000)  # two workers share two cores with two servers and two browsers
        page.goto(url)
        page.evaluate("matchMedia('(pointer: coarse)').matches && window.hgStart?.()")  # as the first touch does
        page.wait_for_selector(".stMain h1", timeout=90_000)
        page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=90_000)
        page.wait_for_selector(".hg-first", state="detached", timeout=90_000)  # the app has taken its place

    return _visit
