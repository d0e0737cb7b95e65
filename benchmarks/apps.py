"""How to start our app, the variants it is compared with, the limit and the peers."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import ROOT, Server, python
from pages._parts import warm

PEERS = ROOT / "benchmarks" / "peers"
# Dash and Panel never enter the app's environment: `make bench` puts them in their own.
_PEER_PYTHON = Path(os.environ.get("BENCH_PYTHON", ROOT / ".venv-bench" / "bin" / "python"))
_UVICORN = (
    "--ws",
    "web.websocket.coalescing_transport:CoalescingProtocol",
    "--ws-ping-interval",
    "30",
    "--ws-ping-timeout",
    "30",
    "--no-access-log",
    "--timeout-graceful-shutdown",
    "3",
)
MAP_PAGE = "/kaart?indicator=meldingen&periode=2025-H2"
QUIET = ("--log-level", "warning")


class MissingPeersError(RuntimeError):
    """The environment with Dash and Panel is not there."""


def ours(
    data: Path, *, variant: str = "", patches: str | None = None, port: int | None = None, folder: Path = ROOT
) -> Server:
    """Our app as `make run` starts it, from ``folder``.

    ``variant``: a comma list of defaults to put back, see benchmarks.variants. ``patches``: a value of HGIB_PATCHES.
    """
    target = "benchmarks.variants:app" if variant else "app:app"
    command = python("-m", "uvicorn", target, "--host", "127.0.0.1", "--port", "{port}", *_UVICORN, *QUIET)
    env = {"HGIB_DATA": str(data), "BENCH_VARIANT": variant} | ({} if patches is None else {"HGIB_PATCHES": patches})
    return Server(command, health="/gezond", port=port, env=env, folder=folder)


def settle() -> None:
    """Wait until servers of ours that have just started do nothing for themselves any more."""
    time.sleep(warm.QUIET_S + 15)


def ours_plain(data: Path) -> Server:
    """Our pages under plain `streamlit run`: the frame by itself, not warmed, Streamlit's own server and collection."""
    command = _streamlit(ROOT / "pages" / "_frame.py", "--runner.postScriptGC", "true")
    return Server(command, health="/_stcore/health", env={"HGIB_DATA": str(data)})


def empty() -> Server:
    """An empty Streamlit app that imports pandas and plotly, under plain `streamlit run`."""
    return Server(_streamlit(PEERS / "empty_page.py"), health="/_stcore/health", folder=PEERS)


def plain(data: Path) -> Server:
    """The plain Streamlit page: px.choropleth with its shapes in the figure."""
    return Server(
        _streamlit(PEERS / "plain_page.py", "--server.enableStaticServing", "true"),
        health="/_stcore/health",
        folder=PEERS,
        env={"HGIB_DATA": str(data)},
    )


def static(folder: Path) -> Server:
    """The limit: hand-made static pages, compressed and cached as well as can be."""
    command = python(
        "-m", "uvicorn", "benchmarks.peers.static_server:app", "--host", "127.0.0.1", "--port", "{port}", *QUIET
    )
    return Server(command, health="/plotly.html", env={"BENCH_PAGES": str(folder)})


def dash(data: Path) -> Server:
    """The same page in Dash, with a patched figure."""
    return Server([_peer_python(), str(PEERS / "dash_page.py"), "{port}"], health="/", env={"HGIB_DATA": str(data)})


def panel(data: Path) -> Server:
    """The same page in Panel."""
    return Server([_peer_python(), str(PEERS / "panel_page.py"), "{port}"], health="/", env={"HGIB_DATA": str(data)})


def _peer_python() -> str:
    if not _PEER_PYTHON.exists():
        msg = f"{_PEER_PYTHON} is missing: run `make bench`, which installs requirements-bench.lock there"
        raise MissingPeersError(msg)
    return str(_PEER_PYTHON)


def _streamlit(script: Path, *options: str) -> Sequence[str]:
    return [
        sys.executable, "-m", "streamlit", "run", str(script),
        "--server.port", "{port}", "--server.address", "127.0.0.1", "--server.headless", "true",
        "--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false", *options,
    ]  # fmt: skip
