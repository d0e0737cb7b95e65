"""What several browser tests need."""

from collections.abc import Iterator
from functools import partial

import pytest

from benchmarks import made_up
from tests.conftest import folder_of_run, once_per_run, shared_server


@pytest.fixture(scope="session")
def full_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with made-up figures for every municipality in ten half-years, so that series can be drawn too."""
    data = once_per_run(tmp_path_factory, "full-data", partial(made_up.write, periods=10))
    with shared_server(folder_of_run(tmp_path_factory) / "full-server", data=data) as address:
        yield address
