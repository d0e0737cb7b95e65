"""Two workers behind nginx on this machine, as deploy/ runs them. Needs nginx: `make deploy-test` installs it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks import apps, made_up
from benchmarks.processes import Server
from benchmarks.proxy import nginx


@dataclass
class Site:
    """What runs: nginx in front, the workers by the name in the cookie, and their data folder."""

    front: Server
    workers: dict[str, Server]
    data: Path

    @property
    def address(self) -> str:
        return self.front.address

    @property
    def secure_address(self) -> str:
        return f"https://127.0.0.1:{self.front.secure_port}"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up.write(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[Site]:
    with apps.ours(data) as a, apps.ours(data) as b, nginx([a, b]) as front:
        yield Site(front, {"a": a, "b": b}, data)
