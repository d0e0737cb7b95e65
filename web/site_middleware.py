"""Middleware in front of Streamlit: page answers in Dutch, compressed files, Dutch 404s, security headers.

A plain ASGI middleware. Sockets and Streamlit's own addresses pass through; everything else is answered here, because
Streamlit answers every unknown address with 200 and an English dialog.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import parse_qs, parse_qsl

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from site_map import DATA, SitePage
from web import addresses, failed, first_answer, headers, index_page, page_identity, uploads
from web.compressed_assets import CompressedAssets, Stored, encode, preferred_encoding, sent
from web.first_answer import Screen, Screens
from web.previews import Previews
from web.public_address import public_address

# Of Streamlit's own addresses only these are needed; metrics and the agent interface stay closed, and so do uploads
# unless the page of this reader asks for one.
_STREAMLIT_PATHS = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
_STREAMLIT_PREFIX = "/media/"
_READING = ("GET", "HEAD")
_FIRST_ERROR, _NOT_ALLOWED = 400, 405
_MOST_BODIES = 256  # packed pages that are kept
View = tuple[Screen | None, Markup | None, str]
logger = logging.getLogger(__name__)


class SiteMiddleware:
    """ASGI middleware around Streamlit. `routes` are our own routes, which Streamlit's router answers."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        pages: Sequence[SitePage],
        routes: Sequence[BaseRoute],
        files: CompressedAssets,
        heads: Mapping[str, str] = MappingProxyType({}),
        answers: Screens | None = None,
        previews: Previews | None = None,
    ) -> None:
        """Build the pages to learn the hashes of their inline scripts; fails when Streamlit's index page changed.

        ``answers`` makes the first screen of the page with a path for the parameters of its address, None where only
        the app can answer; ``heads``: what then comes first in the head of that page. ``previews`` gives what a link to a
        page says of it.
        """
        self._app = app
        self._pages = tuple(pages)
        self._paths = {f"/{page.path}" for page in pages}
        self._routes = tuple(routes)
        self._known = self._paths | {
            route.path for route in routes if isinstance(route, Route) and "{" not in route.path
        }
        self._files = files
        self._heads = heads
        self._answers, self._previews = answers, previews
        documents = [index_page.page_html(self._pages, path=self._pages[0].path, embedded=False), *heads.values()]
        self._hashes = sorted({code for html in documents for code in index_page.inline_script_hashes(html)})
        self._page_body = lru_cache(maxsize=_MOST_BODIES)(self._build_page_body)

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

        answering = Answering(send_with_headers, replaced=self._error, path=scope["path"])
        try:
            response = await self._answer(scope, embedded=embedded)
            await (response or self._app)(scope, receive, answering.send)
        except Exception:
            # what went wrong goes to the log, never to the reader; an answer that has begun cannot be replaced
            logger.exception("An answer failed.")
            if answering.begun:
                raise
            await self._error(500, scope["path"])(scope, receive, send_with_headers)

    async def _answer(self, scope: Scope, *, embedded: bool) -> Response | None:
        path: str = scope["path"]
        if _is_streamlit(path) or uploads.admits(path, method=scope["method"]):
            return None
        if scope["method"] not in _READING:
            return self._error(405, path)
        elsewhere = self._canonical(scope)
        if elsewhere is not None:
            return RedirectResponse(elsewhere, status_code=308)
        if self._has_route(scope):
            _drop_the_strange(scope)
            return None
        if path in self._paths:
            view = await run_in_threadpool(self._view, path, scope, embedded)
            return self._page(path, scope=scope, embedded=embedded, view=view)
        return await self._files.answer(path, scope=scope) or self._page(None, scope=scope, embedded=False)

    def _canonical(self, scope: Scope) -> str | None:
        """The one address of what was asked for, when it was asked under another."""
        path: str = scope["path"]
        query = scope["query_string"].decode("latin-1")
        if path in self._paths:
            wanted = addresses.canonical_query(query)
            return None if wanted == query else path + (f"?{wanted}" if wanted else "")
        target = addresses.canonical_path(path, known=self._known)
        return None if target in {None, path} else f"{target}{f'?{query}' if query else ''}"

    def _has_route(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is not Match.NONE for route in self._routes)

    def _error(self, status: int, path: str) -> Response:
        """Our own words for an answer that cannot be given: a page, or for a program the same as JSON."""
        headers = {"cache-control": "no-store"} | ({"allow": "GET, HEAD"} if status == _NOT_ALLOWED else {})
        words = failed.words_of(status)
        if path.startswith("/data/"):
            content = {"fout": words.dutch, "error": words.english, "parameter": ""}
            return JSONResponse(content, status_code=status, headers=headers)
        return HTMLResponse(failed.html(self._pages, words=words), status_code=status, headers=headers)

    def _view(self, path: str, scope: Scope, embedded: bool) -> View:  # noqa: FBT001
        """The first screen of a page, None where the app alone answers; who the page is to other sites; its address."""
        site = public_address(scope)
        page = next(page for page in self._pages if page.address == path)
        if embedded:
            return None, page_identity.canonical(page, site=site), path
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        return self._first_answer(path, query, site=site), *self._identity(page, query, site=site)

    def _first_answer(self, path: str, query: Mapping[str, str], *, site: str) -> Screen | None:
        page = path.removeprefix("/")
        if self._answers is None or page not in self._heads:
            return None
        try:
            return self._answers(page, query, site=site)
        except Exception:  # the app may still answer
            logger.exception("A first screen failed.")
            return None

    def _identity(self, page: SitePage, query: Mapping[str, str], *, site: str) -> tuple[Markup | None, str]:
        """Who a page is to other sites, and its address with the choices that it can use."""
        if self._previews is None:
            return None, page.address
        try:
            link = self._previews(page.path, query)
            return page_identity.of_page(page, link, site=site), page_identity.address(page, link)
        except Exception:  # a reader can do without
            logger.exception("The preview of a page failed.")
            return None, page.address

    def _page(
        self,
        path: str | None,
        *,
        scope: Scope,
        embedded: bool,
        view: View = (None, None, ""),
    ) -> Response:
        request = Headers(scope=scope)
        encoding = preferred_encoding(request.get("accept-encoding", ""))
        stored = self._page_body(path, embedded, encoding, *view)
        return sent(stored, request_headers=request, media_type="text/html", status=404 if path is None else 200)

    def _build_page_body(
        self,
        path: str | None,
        embedded: bool,  # noqa: FBT001 (cache key)
        encoding: str | None,
        answer: Screen | None,
        identity: Markup | None,
        address: str,
    ) -> Stored:
        if path is None:
            return encode(index_page.not_found_html(self._pages).encode(), encoding=encoding)
        page = path.removeprefix("/")
        html = index_page.page_html(
            self._pages,
            path=page,
            embedded=embedded,
            head_extras="" if answer is None else self._heads[page],
            screen="" if answer is None else first_answer.body(answer),
            identity=identity,
            address=address,
            place="" if answer is None else answer.place,
        )
        return encode(html.encode(), encoding=encoding)


def _drop_the_strange(scope: Scope) -> None:
    """Write the parameters of a file as those of a page; the open data says itself what it cannot read."""
    if not scope["path"].startswith(f"{DATA}/"):
        query = scope["query_string"].decode("latin-1")
        scope["query_string"] = addresses.canonical_query(query).encode("latin-1")


def _is_streamlit(path: str) -> bool:
    return path in _STREAMLIT_PATHS or path.startswith(_STREAMLIT_PREFIX)


class Answering:
    """Passes an answer on; the bare English text of a framework for an error gives way to our own answer."""

    def __init__(self, send: Send, *, replaced: Callable[[int, str], Response], path: str) -> None:
        """Send through ``send``; ``replaced`` gives our answer for a status and path."""
        self._send, self._replaced, self._path = send, replaced, path
        self.begun = False
        self._dropped = False

    async def send(self, message: Message) -> None:
        """Send one message of the answer."""
        if message["type"] == "http.response.start" and self._is_bare_error(message):
            self._dropped = True
            answer = self._replaced(message["status"], self._path)
            self.begun = True
            await self._send(
                {"type": "http.response.start", "status": answer.status_code, "headers": answer.raw_headers}
            )
            await self._send({"type": "http.response.body", "body": answer.body})
        elif not self._dropped:
            self.begun = True
            await self._send(message)

    def _is_bare_error(self, message: Message) -> bool:
        kind = Headers(raw=message["headers"]).get("content-type", "")
        bare = (not kind or kind.startswith("text/plain")) and not _is_streamlit(self._path)
        return message["status"] >= _FIRST_ERROR and (bare or self._path.startswith(_STREAMLIT_PREFIX))


def is_embedded(scope: Scope) -> bool:
    """Whether a request asks for the bare figure (`?embed=true`)."""
    values: list[str] = parse_qs(scope["query_string"].decode("latin-1")).get("embed", [""])
    return values[-1].lower() == "true"
