"""The same page in the other languages of the site: for the switch that readers see and the links for search engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from language import Language, current, in_language
from web import html


@dataclass(frozen=True)
class Alternate:
    """A page in one language: its path, and its whole address."""

    language: Language
    path: str
    address: str


def alternates(path: Callable[[], str], *, site: str, query: str = "") -> tuple[Alternate, ...]:
    """A page in every language; ``path`` gives its canonical path in the language that is spoken.

    ``query`` are further choices of this reader, which the switch keeps and the canonical address does not have.
    """
    pages = []
    for language in Language:
        with in_language(language):
            there = path()
        joined = f"{there}{'&' if '?' in there else '?'}{query}" if query else there
        pages.append(Alternate(language, joined, f"{site}{there}"))
    return tuple(pages)


def of_path(path: str, *, site: str) -> tuple[Alternate, ...]:
    """The page at a path of the Dutch site in every language."""
    return alternates(lambda: f"{current().prefix}{path}", site=site)


def links(pages: Sequence[Alternate]) -> Markup:
    """The links in the head of a page to itself in every language; the first is also for readers of any other one."""
    return html.render("languages", languages=pages)


def site_of(address: str) -> str:
    """Scheme and host of a whole address."""
    whole = urlsplit(address)
    return f"{whole.scheme}://{whole.netloc}"
