"""What several browser tests need."""

import contextlib
from collections.abc import Iterator

import pytest

from benchmarks import made_up
from tests.conftest import free_port, running, uvicorn_command


@pytest.fixture(scope="session")
def full_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with made-up figures for every municipality in ten half-years, so that series can be drawn too."""
    folder = tmp_path_factory.mktemp("full")
    made_up.write(folder / "data", periods=10)
    port = free_port()
    with contextlib.ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:  # for this server alone
            patch.setenv("HGIB_DATA", str(folder / "data"))
            address = stack.enter_context(running(uvicorn_command(port), port=port, log=folder / "log.txt"))
        yield address
