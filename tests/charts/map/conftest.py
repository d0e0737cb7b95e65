"""A server of the smallest page with the map, under a strict content security policy."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, free_port, running

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def map_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("map")
    for name in ("app.py", "figures.py", "serve.py"):
        shutil.copy(HERE / name, folder / name)
    shutil.copytree(ROOT / "pages" / "static", folder / "static")
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "serve:app",
        "--app-dir",
        str(folder),
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]
    with running(command, port=port, log=folder / "log.txt") as address:
        yield address


@pytest.fixture
def strict_page(page, map_server):
    """A page with ``visit``; ``problems`` collects what the console says, ``frames_in`` and ``frames_out`` the socket."""
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.frames_out, page.frames_in = [], []

    def listen(socket) -> None:
        socket.on("framesent", lambda frame: page.frames_out.append(frame))  # noqa: PLW0108 -- Playwright marks the function
        socket.on("framereceived", lambda frame: page.frames_in.append(frame))  # noqa: PLW0108

    page.on("websocket", listen)

    def visit(query: str = "") -> None:
        page.goto(f"{map_server}/{query}")
        page.wait_for_selector(".hgk-map[data-ready]", timeout=30_000)
        page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=30_000)

    page.visit = visit
    return page
