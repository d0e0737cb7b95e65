"""The first screen of a page in the first HTML answer: there, and at work, before Streamlit is.

Streamlit's scripts are two megabytes; on a phone they take ten seconds before the first element of a page can be drawn.
What a page says needs none of them: Overzicht, Kaart and Gemeente write it with the functions of the page itself
(pages/_parts/first_answer.py), of the others the script is run ahead (web/first_screens.py). Links and search fields work
without script. The scripts of Streamlit wait in a template.
On a desk they start at once; under a finger when the reader first touches, scrolls or types, and else after a while
(docs/decisions/answer-before-the-app.md). The app takes the place of the first screen when its own page is there.

The map also asks for its script, borders and figures at once, and is handed over as it stands.
Relies on: the script tags of Streamlit's index page (web/index_page.py refuses a changed one). Upstream:
streamlit/streamlit#12606, the size of the script. Bars: first_view, first_view_slow, second_view, first_bytes, phone_*.
Test: tests/web/test_first_answer.py. Measure: make bench NAMES=patches.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping, Sequence
from string import Template
from typing import Protocol

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web import html, index_page, shell_assets
from web.compressed_assets import ASK_AGAIN, COMPONENTS, Stored, encode, preferred_encoding, sent

FIGURES, PICTURE = "/eerste-kaart/cijfers", "/eerste-kaart/kaart.svg"
_LONGEST_MS = 20_000  # the app starts by then, whatever became of the first screen and whoever touches nothing
# Under a finger the scripts wait for the reader; the map on a desk draws first, because they share its line and processor.
_START = Template("""
      window.hgStart = () => {
        const later = document.getElementById("$later")
        if (later) { document.head.append(later.content); later.remove() }
      }
      setTimeout(hgStart, $longest)
    """)
_ASK = Template("""
      window.hgFirstFigures = fetch("$figures" + location.search)
    """)
_JSON, _SVG = "application/json", "image/svg+xml"
Query = Mapping[str, str]


class Screen(Protocol):
    """What pages/_parts/first_answer.py makes: HTML, as JSON what the script of the map is to draw, and the place it is about."""

    @property
    def html(self) -> str: ...  # noqa: D102

    @property
    def map(self) -> str: ...  # noqa: D102

    @property
    def place(self) -> str: ...  # noqa: D102

    def __hash__(self) -> int: ...  # noqa: D105


class Screens(Protocol):
    """Makes the first screen of the page with this path for the parameters of its address; None where only the app can tell.

    ``site`` is the address at which readers reach it.
    """

    def __call__(self, path: str, query: Query, *, site: str) -> Screen | None: ...  # noqa: D102


_LOOK = "first_answer.css"
LOOK_OF_A_RUN = "first_screens.css"
"""Style of what web/first_screens.py writes."""


def head(*, component: str = "", script: str = "", style: str = "", looks: Sequence[str] = ()) -> str:
    """What comes first in the head of such a page; ``script`` and ``style`` are files of the map component, for its page.

    ``looks``: names of files of the shell with more style.
    """
    # the question first: a script in the page waits for every style named before it
    ask = _ASK.substitute(figures=FIGURES) if component else ""
    return html.render(
        "first_answer",
        start=html.trusted(ask + _START.substitute(later=index_page.LATER, longest=_LONGEST_MS)),
        style=html.trusted("".join((shell_assets.FOLDER / name).read_text("utf-8") for name in (_LOOK, *looks))),
        folder=f"{COMPONENTS}{component}/",
        map_style=style,
        map_script=script,
    )


def body(answer: Screen) -> Markup:
    """The first screen as the main part of the page."""
    return html.render("first_screen", screen=html.trusted(answer.html), map=answer.map)


def routes(
    *, figures: Callable[[Query], tuple[str, bytes] | None], picture: Callable[[Query], str | None]
) -> list[Route]:
    """`figures` (identity, gzipped JSON) and `picture` (SVG) of the map for the query of its page; None becomes 204."""

    async def of_figures(request: Request) -> Response:
        drawn = await run_in_threadpool(figures, dict(request.query_params))
        if drawn is None:
            return _nothing()
        identity, packed = drawn
        tag = f'"{identity}"'
        is_read_packed = preferred_encoding(request.headers.get("accept-encoding", "")) is not None
        stored = Stored(packed, "gzip", tag) if is_read_packed else Stored(gzip.decompress(packed), None, tag)
        return sent(stored, request_headers=request.headers, media_type=_JSON)

    async def of_picture(request: Request) -> Response:
        drawn = await run_in_threadpool(picture, dict(request.query_params))
        if drawn is None:
            return _nothing()
        encoding = "gzip" if preferred_encoding(request.headers.get("accept-encoding", "")) else None
        return sent(encode(drawn.encode(), encoding=encoding), request_headers=request.headers, media_type=_SVG)

    return [Route(FIGURES, of_figures), Route(PICTURE, of_picture)]


def _nothing() -> Response:
    return Response(status_code=204, headers={"cache-control": ASK_AGAIN})
