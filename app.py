"""The app: Streamlit around `pages/_frame.py`, with our own answers in front of it.

Started by `make run` (uvicorn app:app) or by `streamlit run app.py`. A plain script next to a folder `pages/` would
show Streamlit's old file-name menu to the first reader of a cold server who follows a deep link; `st.App` does not.
"""

import gc

gc.disable()  # what is imported stays: looking through it for garbage again and again takes a fifth of a start

import logging
import time
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from pages._parts import municipal_map, site
from pages._parts import warm as before_readers
from web import fixed_theme, index_page, memory, quiet_log
from web.front import Front
from web.open_data.routes import ROUTES as OPEN_DATA
from web.operations import ROUTES as OPERATIONS
from web.routes import routes
from web.sheets.routes import ROUTES as SHEETS
from web.sheets.routes import addresses as sheet_addresses
from web.stored_files import StoredFiles
from web.whole_runs import WholeRuns

quiet_log.install()
fixed_theme.install()
memory.share()
_QUIET_S, _PAUSE_S = 10, 0.05  # the readers of a busy start have their first page by then
ROOT = Path(__file__).resolve().parent
PAGES = site.existing()
FILES = StoredFiles(app_static=ROOT / "pages" / "static", components={municipal_map.NAME: municipal_map.FOLDER})


def warm() -> None:
    """Import and read what the first reader needs; the rest follows when that reader has a page."""
    gc.disable()
    _try(before_readers.opening_views())
    gc.freeze()  # so that switching the collector on does not make it look through all of a start at once
    gc.enable()
    Thread(target=_settle, daemon=True).start()


def _settle() -> None:
    """Make what the next readers need, with pauses for those who are here; then throw away what a start left behind."""
    time.sleep(_QUIET_S)
    _try(before_readers.next_views(), pause_s=_PAUSE_S)
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _try(steps: Iterable[Callable[[], object]], *, pause_s: float = 0) -> None:
    try:
        for step in steps:
            step()
            time.sleep(pause_s)
    except Exception:  # a site that starts slowly is better than none; the page itself tells the reader what is wrong
        logging.getLogger(__name__).exception("Warming failed")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[dict[str, Any], None]:
    """Warm before the first reader."""
    # Streamlit hands uvicorn's access log to its own handlers, also under --no-access-log: addresses hold place names
    logging.getLogger("uvicorn.access").disabled = True
    first_page = index_page.page_html(PAGES, path=PAGES[0].path, embedded=False)
    Thread(target=FILES.compress_first_view, args=(first_page,), daemon=True).start()
    await run_in_threadpool(warm)
    yield {}


_ROUTES = [*routes(PAGES, more=sheet_addresses, contact=site.contact()), *OPERATIONS, *OPEN_DATA, *SHEETS]
app = st.App(
    ROOT / "pages" / "_frame.py",
    lifespan=lifespan,
    routes=_ROUTES,
    middleware=[Middleware(Front, pages=PAGES, routes=_ROUTES, files=FILES), Middleware(WholeRuns)],
)

gc.freeze()
gc.enable()
