import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette

from web.open_data.routes import ROUTES


@pytest.fixture(scope="session")
def data() -> Iterator[str]:
    """Address of a real server that has the open data alone; the app adds only headers."""
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/data/v1"
    server.should_exit = True
    thread.join(10)
