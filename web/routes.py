"""Small addresses beside the pages: for search engines, and for whoever reports a vulnerability."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from html import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from site_map import SitePage
from web.public_address import public_address


def routes(
    pages: Sequence[SitePage],
    *,
    more: Callable[[], Iterable[str]] = tuple,
    contact: str = "",
    changed: Callable[[], datetime] | None = None,
) -> list[Route]:
    """The routes; the sitemap lists `pages` and the further paths that `more` gives, each as of the day that `changed` gives.

    `contact` is where to write.
    """

    def robots(request: Request) -> Response:
        return PlainTextResponse(f"User-agent: *\nAllow: /\nSitemap: {public_address(request.scope)}/sitemap.xml\n")

    def sitemap(request: Request) -> Response:
        paths = [f"/{page.path}" for page in pages] + list(more())
        site = escape(public_address(request.scope))
        day = "" if changed is None else f"<lastmod>{changed().date().isoformat()}</lastmod>"
        places = "".join(f"<url><loc>{site}{escape(path)}</loc>{day}</url>" for path in paths)
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>\n'
        return Response(body, media_type="application/xml")

    def security(request: Request) -> Response:
        site = public_address(request.scope)
        # the standard asks for a date within a year after which the file may not be trusted
        expires = (datetime.now(UTC) + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
        return PlainTextResponse(
            f"Contact: {contact or f'{site}/toegankelijkheid'}\nExpires: {expires}\nPreferred-Languages: nl, en\n"
            f"Canonical: {site}/.well-known/security.txt\n"
        )

    return [
        Route("/robots.txt", robots),
        Route("/sitemap.xml", sitemap),
        Route("/.well-known/security.txt", security),
    ]
