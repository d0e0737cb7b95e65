"""Pictures in the preview of a link: /voorvertoning/<page>.png with the choices of the page, 1200 by 630 px.

Drawn when a site asks for it, one at a time, and kept as long as there is room; see charts/preview.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts import preview
from charts.files.png import png
from charts.preview import Preview
from editions.edition import Edition
from site_map import PREVIEWS, SitePage, preview_name
from web.open_data.answer import respond
from web.open_data.answer_cache import AnswerCache, Body

ANSWERS = AnswerCache(most_bytes=24_000_000)
_one_at_a_time = Lock()  # whoever asks for many pictures waits, readers of pages do not


class PreviewedLink(Protocol):
    """What pages/_parts/preview.py makes of an address."""

    @property
    def edition(self) -> Edition: ...  # noqa: D102

    @property
    def shown(self) -> Preview: ...  # noqa: D102

    @property
    def choices(self) -> Mapping[str, str]: ...  # noqa: D102


Previews = Callable[[str, Mapping[str, str]], PreviewedLink]


def routes(pages: Sequence[SitePage], *, previews: Previews) -> list[Route]:
    """The route; ``previews`` gives the preview of the page with a path for the parameters of its address."""
    paths = {preview_name(page): page.path for page in pages}

    def picture(request: Request) -> Response:
        path = paths.get(request.path_params["page"])
        if path is None:
            return PlainTextResponse("", status_code=404)  # our own page takes the place of an empty error
        link = previews(path, dict(request.query_params))
        key = (path, tuple(sorted(link.choices.items())), link.edition.version)
        return respond(request, ANSWERS, key=key, modified=link.edition.created, make=lambda: _drawn(link))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(picture, request)

    return [Route(f"{PREVIEWS}/{{page}}.png", endpoint)]


def _drawn(link: PreviewedLink) -> Body:
    with _one_at_a_time:
        return Body(png(preview.svg(link.shown, day=link.edition.created.date()), pixels_per_point=1.0), "image/png")
