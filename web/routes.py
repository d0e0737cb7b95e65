"""Small addresses beside the pages: for search engines, and for whoever reports a vulnerability."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from site_map import SitePage
from web import sitemap
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

    def map_of_site(request: Request) -> Response:
        paths = [f"/{page.path}" for page in pages] + list(more())
        day = "" if changed is None else changed().date().isoformat()
        body = sitemap.sitemap(paths, site=public_address(request.scope), day=day)
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
        Route("/sitemap.xml", map_of_site),
        Route("/.well-known/security.txt", security),
    ]
