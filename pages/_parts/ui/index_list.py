"""A list of contents: links with a line each, to pages of the site or to parts of this one."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from pages._parts.ui import markup


@dataclass(frozen=True)
class IndexItem:
    """One entry: address on this site (or ``#part``), its words, a line under them; ``anchor`` is an id that links may use."""

    address: str
    words: str
    under: str = ""
    anchor: str = ""


def show(items: Sequence[IndexItem], *, label: str) -> None:
    """Write the list; ``label`` names it for who listens."""
    entries = "".join(_entry(item) for item in items)
    markup.put(f'<nav aria-label="{html.escape(label, quote=True)}"><ul class="hg-index">{entries}</ul></nav>')


def _entry(item: IndexItem) -> str:
    named = f' id="{html.escape(item.anchor, quote=True)}"' if item.anchor else ""
    under = f"<span>{html.escape(item.under)}</span>" if item.under else ""
    link = f'<a href="{html.escape(item.address, quote=True)}" target="_self">{html.escape(item.words)}</a>'
    return f"<li{named}>{link}{under}</li>"
