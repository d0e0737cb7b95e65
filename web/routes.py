"""Small addresses beside the pages: for search engines, and for whoever reports a vulnerability."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from html import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from site_map import SitePage


def routes(pages: Sequence[SitePage], *, more: Callable[[], Iterable[str]] = tuple, contact: str = "") -> list[Route]:
    """The routes; the sitemap lists `pages` and the further paths that `more` gives; `contact` is where to write."""

    def robots(request: Request) -> Response:
        return PlainTextResponse(f"User-agent: *\nAllow: /\nSitemap: {request.base_url}sitemap.xml\n")

    def sitemap(request: Request) -> Response:
        paths = [f"/{page.path}" for page in pages] + list(more())
        site = escape(str(request.base_url).rstrip("/"))
        places = "".join(f"<url><loc>{site}{path}</loc></url>" for path in paths)
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>\n'
        return Response(body, media_type="application/xml")

    def security(request: Request) -> Response:
        # the standard asks for a date within a year after which the file may not be trusted
        expires = (datetime.now(UTC) + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
        return PlainTextResponse(
            f"Contact: {contact or f'{request.base_url}toegankelijkheid'}\nExpires: {expires}\nPreferred-Languages: nl, en\n"
            f"Canonical: {request.base_url}.well-known/security.txt\n"
        )

    return [
        Route("/robots.txt", robots),
        Route("/sitemap.xml", sitemap),
        Route("/.well-known/security.txt", security),
    ]
