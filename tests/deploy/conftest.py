"""Two workers behind nginx on this machine, as deploy/ runs them. Needs nginx: `make deploy-test` installs it."""

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from benchmarks import apps, made_up
from benchmarks.processes import ROOT, Server
from benchmarks.proxy import nginx


@dataclass
class Site:
    """What runs: nginx in front, the workers by the name in the cookie, their data folder and the link they start from."""

    front: Server
    workers: dict[str, Server]
    data: Path
    link: Path

    @property
    def address(self) -> str:
        return self.front.address

    @property
    def secure_address(self) -> str:
        return f"https://127.0.0.1:{self.front.secure_port}"


def heading(page: Page, name: str) -> Locator:
    """The head of the card of one place, as the app drew it."""
    return page.locator(".stMain").get_by_role("heading", name=name, exact=True, level=2)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up.write(tmp_path_factory.mktemp("data"))


def release(folder: Path) -> Path:
    """A copy of the app, as deploy/README.md puts every release in a folder of its own."""
    rooms = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["root_packages"]
    for room in (*rooms, ".streamlit", "hgib.dist-info"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("app.py", "site_map.py", "upload_gate.py", "pyproject.toml"):
        shutil.copy(ROOT / file, folder / file)
    return folder


@pytest.fixture(scope="module")
def site(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    link = tmp_path_factory.mktemp("releases") / "beeld"
    link.symlink_to(release(link.with_name("beeld-1")))
    with apps.ours(data, folder=link) as a, apps.ours(data, folder=link) as b, nginx([a, b]) as front:
        yield Site(front, {"a": a, "b": b}, data, link)
