"""The HTML document around what a page of the app says in English: help, way out, menu, search and the same page in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from charts.palette import PALETTES, Theme
from charts.preview import Preview
from language import _, current
from site_map import IN_ENGLISH, PAGES, RUN_IN_ENGLISH, SitePage
from web import html, index_page, page_identity, shell_assets
from web.english.run_pages import Content
from web.languages import Alternate, alternates, of_path
from web.sheets.page import templates

_FOLDER = Path(__file__).parent
_LOOKS = (_FOLDER.parent / "export" / "browser" / "page.css", _FOLDER / "run_page.css")
_OF_PLACES = "/gemeente"
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_PAGES = {page.address: page for page in PAGES if page.address in RUN_IN_ENGLISH}


def document(path: str, content: Content, *, query: Mapping[str, str], site: str, canonical: str = "") -> str:
    """The document of a page at a path without the prefix of its language, for the choices in its address.

    Words behind links to Dutch pages come last (``links.named``). ``canonical`` is its whole address where that is another one: in a site of files.
    """
    page, choices = _PAGES[path], urlencode(query, safe=",")
    title = _TITLE.search(content.html)
    place = unescape(title[1]) if title is not None and path == _OF_PLACES and "gemeente" in query else ""
    same = _alternates(path, choices, site=site, is_file=bool(canonical))
    return (
        templates(_FOLDER)
        .get_template("run_page.html")
        .render(
            page=page,
            title=f"{_(index_page.NEUTRAL_TITLE)} - {place or page.title}",
            about=page.help,
            indexed=content.sound,
            same=same,
            identity=_identity(page, site=site, canonical=canonical),
            menu_of_pages=_menu(),
            content=html.trusted(content.html),
            searches='role="search"' in content.html,
            look=_look(),
            paper={str(theme): PALETTES[theme].paper for theme in Theme},
            asset=shell_assets.address,
            here=f"{current().prefix}{path}",
        )
    )


def _alternates(path: str, choices: str, *, site: str, is_file: bool) -> tuple[Alternate, ...]:
    """The page in every language; among files each view is a page of its own."""
    if is_file and choices:
        return of_path(f"{path}?{choices}", site=site)
    return alternates(lambda: f"{current().prefix}{path}", site=site, query=choices)


def _identity(page: SitePage, *, site: str, canonical: str) -> Markup:
    if canonical or not site:
        return page_identity.canonical_alone(canonical) if canonical else Markup()
    return page_identity.of_readable_page(
        Preview(page.title, page.help), site=site, path=f"{current().prefix}{page.address}"
    )


def _menu() -> list[tuple[str, list[tuple[str, str]]]]:
    """Entries of the menu: a group of pages with its title, '' for pages that stand alone; as (address, title)."""
    groups = {page.address: page.group for page in PAGES}
    menu: list[tuple[str, list[tuple[str, str]]]] = []
    for path, title in IN_ENGLISH:
        group = groups.get(path, "") if path in RUN_IN_ENGLISH else ""
        if not menu or menu[-1][0] != group:
            menu.append((group, []))
        menu[-1][1].append((f"{current().prefix}{path}", _(title)))
    return [(_(group) if group else "", entries) for group, entries in menu]


@lru_cache(maxsize=1)
def _look() -> Markup:
    """Colours, typeface and what these pages have beside the style sheet of the site."""
    return html.trusted(f"{index_page.look()}<style>{''.join(file.read_text('utf-8') for file in _LOOKS)}</style>")
