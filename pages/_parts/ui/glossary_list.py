"""The words of the site with their meaning, each with an anchor: ``/bronnen#woord-melding``."""

from __future__ import annotations

import html
from collections.abc import Sequence

from pages._parts.ui import markup


def anchor(word: str) -> str:
    """Name of the place of a word on its page: ``woord-huiselijk-geweld``."""
    return "woord-" + "-".join(word.lower().split())


def show(words: Sequence[tuple[str, str]]) -> None:
    """Write the list, as (word, meaning)."""
    entries = "".join(
        f'<div><dt id="{html.escape(anchor(word), quote=True)}">{html.escape(word)}</dt><dd>{html.escape(meaning)}</dd></div>'
        for word, meaning in words
    )
    markup.put(f'<dl class="hg-words">{entries}</dl>')
