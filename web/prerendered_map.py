"""Draw the map while Streamlit is still loading; the app takes it over when it has started.

Streamlit's own scripts take a second or more before the first element of a page can be drawn. The map needs none of
them: only its script, its boundaries and its figures. So the answer for the page of the map asks for these at once
(`head`), and two addresses say what the page will open with. What a page has to say first about its address (a wrong
value, another version) it says itself: then these addresses answer 204 and nothing is drawn ahead.
Relies on: the script tags of Streamlit's index page, which wait in a template (web/index_page.py refuses a changed one).
Upstream: streamlit/streamlit#12606, the size of the script. Bars: first_view, first_view_slow, second_view, first_bytes.
Test: tests/web/test_prerendered_map.py. Measure: make bench NAMES=patches.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from string import Template
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web import html, index_page, shell_assets
from web.compressed_assets import ASK_AGAIN, COMPONENTS, Stored, encode, preferred_encoding, sent

WORDS, FIGURES = "/eerste-kaart/woorden", "/eerste-kaart/cijfers"
_LONGEST_MS = 2000  # the app starts by then, whatever became of the map
# Streamlit's scripts are a hundred times as large as the map and share its line and its processor: they wait for it.
_ASK = Template("""
      window.hgFirstMap = ["$words", "$figures"].map((address) => fetch(address + location.search))
      window.hgStart = () => {
        const later = document.getElementById("$later")
        if (later) { document.head.append(later.content); later.remove() }
      }
      setTimeout(hgStart, $longest)
    """)
Query = Mapping[str, str]
_JSON = "application/json"


def head(*, component: str, script: str, style: str) -> str:
    """What the head of the page of the map adds: `script` and `style` are files of the map component."""
    ask = _ASK.substitute(later=index_page.LATER, words=WORDS, figures=FIGURES, longest=_LONGEST_MS)
    # the question first: a script in the page waits for every style named before it
    return html.render(
        "prerendered_map",
        ask=html.trusted(ask),
        style=html.trusted((shell_assets.FOLDER / "prerendered_map.css").read_text(encoding="utf-8")),
        folder=f"{COMPONENTS}{component}/",
        map_style=style,
        map_script=script,
    )


def routes(
    *, words: Callable[[Query], Mapping[str, Any] | None], figures: Callable[[Query], tuple[str, bytes] | None]
) -> list[Route]:
    """Answers of `words` as JSON and of `figures` (identity, gzipped JSON) for the query of the page; None becomes 204."""

    async def of_words(request: Request) -> Response:
        answer = await run_in_threadpool(words, dict(request.query_params))
        if answer is None:
            return _nothing()
        body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
        stored = encode(body, encoding="gzip" if _reads_packed(request) else None)
        return sent(stored, request_headers=request.headers, media_type=_JSON)

    async def of_figures(request: Request) -> Response:
        answer = await run_in_threadpool(figures, dict(request.query_params))
        if answer is None:
            return _nothing()
        identity, packed = answer
        tag = f'"{identity}"'
        stored = Stored(packed, "gzip", tag) if _reads_packed(request) else Stored(gzip.decompress(packed), None, tag)
        return sent(stored, request_headers=request.headers, media_type=_JSON)

    return [Route(WORDS, of_words), Route(FIGURES, of_figures)]


def _nothing() -> Response:
    return Response(status_code=204, headers={"cache-control": ASK_AGAIN})


def _reads_packed(request: Request) -> bool:
    return preferred_encoding(request.headers.get("accept-encoding", "")) is not None
