"""Shapes of a feed: an entry tells what one publish changed in one table and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SITE_TITLE = "Cijfers per gemeente: nieuw en veranderd"
"""Neutral, as the title in a tab is: others may see the list of feeds that someone reads."""


def title_of_place(name: str) -> str:
    """Title of the feed of a place, as neutral."""
    return f"Cijfers per gemeente: {name}"


@dataclass(frozen=True)
class CellRow:
    """One changed cell in Dutch words: of which place, what was counted, and both figures."""

    place: str
    what: str
    old: str
    new: str


@dataclass(frozen=True)
class FeedEntry:
    """One entry. ``key`` is its name for ever, ``address`` the page of its figures from the root.

    ``cells`` are named one by one, ``counts`` are sentences that count all others; no cell is in both.
    """

    key: str
    title: str
    moment: datetime
    address: str
    about: str
    cells: tuple[CellRow, ...] = ()
    counts: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """The entries of the whole site, or of one place (``code``), newest first."""

    key: str
    title: str
    moment: datetime
    address: str
    entries: tuple[FeedEntry, ...]
