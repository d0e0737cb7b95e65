"""The same page in the other languages of the site: for the switch that readers see and the links for search engines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from language import Language, in_language


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
