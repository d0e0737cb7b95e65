"""The sitemap: every page for search engines, with the same page in the other languages."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from language import Language
from site_map import without_language

_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(paths: Collection[str], *, site: str, day: str = "") -> str:
    """XML with these paths at the address of a site; ``day`` (ISO) is when they last changed, '' when that is not known.

    Paths that are there in every language name each other.
    """
    known = set(paths)
    entries = "".join(_entry(path, known=known, site=site, day=day) for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMES}>{entries}</urlset>\n'


def _entry(path: str, *, known: Collection[str], site: str, day: str) -> str:
    _, dutch = without_language(path)
    same = {str(language): f"{language.prefix}{dutch}" for language in Language}
    links = ""
    if all(there in known for there in same.values()):
        named = {**same, "x-default": dutch}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{name}" href="{escape(site + there)}"/>'
            for name, there in named.items()
        )
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(site + path)}</loc>{changed}{links}</url>"
