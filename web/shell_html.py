"""The shell: header, help line, quick exit and menu as plain HTML, in front of Streamlit's root element.

It is static on purpose. A reader at risk must be able to leave before Streamlit has connected, when the connection
is lost and without JavaScript; so nothing here waits for the app.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from data_sources.documents.method import GLOSSARY
from language import Language
from site_map import IN_BOTH_LANGUAGES, SitePage
from web import html

EXIT_ADDRESS = "https://www.knmi.nl/"


@dataclass(frozen=True)
class _Entry:
    """One page of the menu, or a group of pages under a title."""

    title: str
    pages: tuple[SitePage, ...]
    here: bool = False


def header(pages: Sequence[SitePage], *, current: str | None, address: str = "") -> Markup:
    """The header with the menu; `current` is the path of the page shown, None on a page outside the menu.

    `address` has its choices too, where they are known: the same view in English has them as well.
    """
    return html.render(
        "header",
        addresses=[f"/{page.path}" for page in pages],
        in_english=IN_BOTH_LANGUAGES,
        takes={page.address: page.takes for page in pages if page.takes},
        terms=json.dumps(
            dict(GLOSSARY), ensure_ascii=False
        ),  # word to meaning; not in the head, which search engines show
        exit=EXIT_ADDRESS,
        menu=_menu(pages, current=current),
        current=current,
        english=f"{Language.ENGLISH.prefix}{(address or f'/{current}') if f'/{current}' in IN_BOTH_LANGUAGES else '/'}",
    )


def without_script(pages: Sequence[SitePage]) -> Markup:
    """What a reader without JavaScript gets instead of the charts. Contact first, then what can be read."""
    return html.render("without_script", pages=pages)


def _menu(pages: Sequence[SitePage], *, current: str | None) -> list[_Entry]:
    entries: list[_Entry] = []
    shown = [page for page in pages if page.in_menu]
    for page in shown:
        if not page.group:
            entries.append(_Entry("", (page,)))
        elif page.group not in {entry.title for entry in entries}:
            group = tuple(other for other in shown if other.group == page.group)
            entries.append(_Entry(page.group, group, here=any(other.path == current for other in group)))
    return entries
