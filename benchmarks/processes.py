"""Start a server, wait until it answers, read what it uses, and stop it with everything it started."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[1]
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
FIRST_PORT = int(os.environ.get("BENCH_PORT", "8680"))


class NotReadyError(RuntimeError):
    """A server did not answer in time; the message ends with what it printed."""


def free_port(*, after: int = FIRST_PORT - 1) -> int:
    """The first port from BENCH_PORT (8680) on, or after another one, that nobody listens to."""
    for port in range(after + 1, after + 200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    msg = "no free port"
    raise NotReadyError(msg)


def seconds_of_work() -> float:
    """Seconds that ended child processes have used the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Server:
    """A process that listens on a port of this machine; use it as a context manager."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        health: str,
        port: int | None = None,
        env: Mapping[str, str] | None = None,
        folder: Path = ROOT,
    ) -> None:
        """``command`` holds ``{port}`` where the port goes; ``health`` is the path that answers when it is ready."""
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._command = [part.replace("{port}", str(self.port)) for part in command]
        self._health = health
        self.folder = folder
        self._env = {**os.environ, **(env or {}), "PYTHONPATH": str(ROOT)}
        self._env.pop("PYTHONDONTWRITEBYTECODE", None)  # `make run` compiles our code as well
        self._log = Path(f"/tmp/bench-{os.getpid()}-{self.port}.log")

    def __enter__(self) -> Self:
        """Start and wait until it answers."""
        self.started = time.perf_counter()
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                self._command, cwd=self.folder, env=self._env, stdout=log, stderr=log, start_new_session=True
            )
        try:
            self.wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        """Stop it."""
        self.stop()

    def wait(self, *, seconds: float = 90) -> None:
        """Wait until the health path answers with anything but a server error; raises NotReadyError."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.address + self._health, timeout=5):
                    return
            except urllib.error.HTTPError as error:
                if error.code < 500:
                    return
            except OSError:
                pass
            time.sleep(0.01)
        said = self._log.read_text(errors="replace")[-2000:]
        msg = f"{' '.join(self._command)} does not answer: {said}"
        raise NotReadyError(msg)

    def stop(self) -> None:
        """End the process group that we started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=8)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self._log.unlink(missing_ok=True)

    @property
    def memory_mb(self) -> float:
        """Resident memory of the process, MB."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * _PAGE_BYTES / 1e6

    @property
    def cpu_s(self) -> float:
        """Processor time the process has used, seconds."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


def python(*parts: str) -> list[str]:
    """A command in the interpreter that runs the benchmarks."""
    return [sys.executable, *parts]
