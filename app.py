"""The app: Streamlit around `pages/_frame.py`, with our own answers in front of it.

Started by `make run` (uvicorn app:app) or by `streamlit run app.py`. A plain script next to a folder `pages/` would
show Streamlit's old file-name menu to the first reader of a cold server who follows a deep link; `st.App` does not.
"""

import gc

gc.disable()  # what is imported stays: looking through it for garbage again and again takes a fifth of a start

import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

import site_map
from editions.edition import current_edition
from pages._parts import first_answer as first_answers
from pages._parts import map_opening, warm
from pages._parts.figure import municipal_map
from pages._parts.preview import preview
from pages._parts.ui import failure, footer, markup
from web import first_answer, first_screens, index_page, log_redaction, operations, patches, previews, uploads
from web.compressed_assets import CompressedAssets
from web.english.routes import ROUTES as ENGLISH
from web.english.routes import english_addresses
from web.feeds.routes import ROUTES as FEEDS
from web.open_data.routes import ROUTES as OPEN_DATA
from web.packs.routes import ROUTES as PACKS
from web.routes import routes
from web.search.routes import routes as search_routes
from web.sheets.routes import ROUTES as SHEETS
from web.sheets.routes import addresses as sheet_addresses
from web.site_middleware import SiteMiddleware
from web.websocket.script_run_buffer import ScriptRunBuffer

log_redaction.install()
patches.install()
uploads.keep_in_memory()
ROOT = Path(__file__).resolve().parent
PAGES = site_map.PAGES
FILES = CompressedAssets(app_static=ROOT / "pages" / "static", components={municipal_map.NAME: municipal_map.FOLDER})
_RUN_AHEAD = tuple(page.path for page in PAGES if page.path not in first_answers.PAGES)
_HEAD, _HEAD_OF_A_RUN = first_answer.head(), first_answer.head(looks=(first_answer.LOOK_OF_A_RUN,))
HEADS = (
    dict.fromkeys(first_answers.PAGES, _HEAD)
    | {"kaart": first_answer.head(component=municipal_map.NAME, **municipal_map.files())}
    | dict.fromkeys(_RUN_AHEAD if patches.is_on("page_run") else (), _HEAD_OF_A_RUN)
    if patches.is_on("first_answer")
    else {}
)


def screen_of(path: str, query: Mapping[str, str], *, site: str) -> first_answer.Screen | None:
    """The first screen of a page: three write it themselves, of the others the script is run."""
    if path in first_answers.PAGES:
        return first_answers.first_answer(path, query)
    with markup.written() as foot:
        footer.show(current_edition().snapshot.manifest.created)
    return first_screens.first_screen(path, query, site=site, foot="".join(foot))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[dict[str, Any], None]:
    """Warm before the first reader, pack files while that reader comes."""
    # Streamlit hands uvicorn's access log to its own handlers, also under --no-access-log: addresses hold place names
    logging.getLogger("uvicorn.access").disabled = True
    await run_in_threadpool(
        warm.before_readers, later=first_screens.of_every_page([path for path in _RUN_AHEAD if path in HEADS])
    )
    first_pages = "".join(
        index_page.page_html(PAGES, path=path, embedded=False) + HEADS.get(path, "")
        for path in {PAGES[0].path, "kaart"}
    )
    Thread(target=FILES.compress_first_view, args=(first_pages,), daemon=True).start()
    yield {}


_ROUTES = [
    *routes(
        PAGES,
        more=lambda: [*sheet_addresses(), *english_addresses()],
        contact=site_map.contact(),
        changed=lambda: current_edition().created,
    ),
    *operations.routes(settled=warm.settled.is_set),
    *OPEN_DATA,
    *SHEETS,
    *ENGLISH,
    *PACKS,
    *FEEDS,
    *search_routes(PAGES),
    *previews.routes(PAGES, previews=preview),
    *first_answer.routes(figures=map_opening.figures, picture=map_opening.picture),
]
_MIDDLEWARE = [
    Middleware(
        SiteMiddleware,
        pages=PAGES,
        routes=_ROUTES,
        files=FILES,
        heads=HEADS,
        answers=screen_of,
        previews=preview,
    )
]
if patches.is_on("script_run_buffer"):
    _MIDDLEWARE.append(Middleware(ScriptRunBuffer))
app = st.App(
    ROOT / "pages" / "_frame.py",
    lifespan=lifespan,
    routes=_ROUTES,
    middleware=_MIDDLEWARE,
    on_script_error=failure.show,
)

gc.freeze()
gc.enable()
