"""What stands in front of Streamlit: page answers in Dutch, compressed files, Dutch 404s, security headers.

A plain ASGI middleware. Sockets and Streamlit's own addresses pass through; everything else is answered here, because
Streamlit answers every unknown address with 200 and an English dialog.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import headers, index_page
from web.compressed_assets import CompressedAssets, Stored, encode, preferred_encoding, sent
from web.shell_html import SitePage

# Of Streamlit's own addresses only these are needed; metrics, uploads and the agent interface stay closed.
_STREAMLIT_PATHS = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
_STREAMLIT_PREFIX = "/media/"
_READING = ("GET", "HEAD")


class SiteMiddleware:
    """ASGI middleware around Streamlit. `routes` are our own routes, which Streamlit's router answers."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        pages: Sequence[SitePage],
        routes: Sequence[BaseRoute],
        files: CompressedAssets,
        head_extras: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Build the pages to learn the hashes of their inline scripts; fails when Streamlit's index page changed.

        ``head_extras``: what comes first in the head of the page with this path.
        """
        self._app = app
        self._pages = tuple(pages)
        self._paths = {f"/{page.path}" for page in pages}
        self._routes = tuple(routes)
        self._files = files
        self._head_extras = head_extras
        made = [self._html(path, embedded=False) for path in {self._pages[0].path, *head_extras}]
        self._hashes = sorted({found for html in made for found in index_page.inline_script_hashes(html)})
        self._page_body = lru_cache(maxsize=4 * len(self._pages) + 4)(self._build_page_body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        embedded = is_embedded(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                wanted = headers.security_headers(
                    script_hashes=self._hashes, embedded=embedded, secure=scope.get("scheme") == "https"
                )
                for name, value in wanted.items():
                    answer.setdefault(name, value)
            await send(message)

        response = await self._answer(scope, embedded=embedded)
        await (response or self._app)(scope, receive, send_with_headers)

    async def _answer(self, scope: Scope, *, embedded: bool) -> Response | None:
        path: str = scope["path"]
        if self._is_for_streamlit(scope):
            return None
        if scope["method"] not in _READING:
            return Response("Alleen lezen.", status_code=405, headers={"allow": "GET, HEAD"}, media_type="text/plain")
        if path in self._paths:
            return self._page(path, scope=scope, embedded=embedded)
        if path.rstrip("/") in self._paths:
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(path.rstrip("/") + (f"?{query}" if query else ""), status_code=308)
        return await self._files.answer(path, scope=scope) or self._page(None, scope=scope, embedded=False)

    def _is_for_streamlit(self, scope: Scope) -> bool:
        path: str = scope["path"]
        own_route = any(route.matches(scope)[0] is not Match.NONE for route in self._routes)
        return own_route or path in _STREAMLIT_PATHS or path.startswith(_STREAMLIT_PREFIX)

    def _page(self, path: str | None, *, scope: Scope, embedded: bool) -> Response:
        request = Headers(scope=scope)
        stored = self._page_body(path, embedded, preferred_encoding(request.get("accept-encoding", "")))
        return sent(stored, asked=request, media_type="text/html", status=404 if path is None else 200)

    def _build_page_body(self, path: str | None, embedded: bool, encoding: str | None) -> Stored:  # noqa: FBT001 (cache key)
        if path is None:
            html = index_page.not_found_html(self._pages)
        else:
            html = self._html(path.removeprefix("/"), embedded=embedded)
        return encode(html.encode(), encoding=encoding)

    def _html(self, path: str, *, embedded: bool) -> str:
        return index_page.page_html(
            self._pages, path=path, embedded=embedded, head_extras=self._head_extras.get(path, "")
        )


def is_embedded(scope: Scope) -> bool:
    """Whether a request asks for the bare figure (`?embed=true`)."""
    asked: list[str] = parse_qs(scope["query_string"].decode("latin-1")).get("embed", [""])
    return asked[-1].lower() == "true"
