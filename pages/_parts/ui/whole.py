"""A page that is written as a file (web/export): nothing can be asked for later, so all that it can show stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from language import Language, current
from pages._parts.ui import address, markup
from site_map import WHOLE_PAGE

_IN_A_ROW = 8  # choices; more of them are a list that opens


def is_wanted() -> bool:
    """Whether this run of a page is for a file: every table stands in it, and every other choice is a link."""
    return bool(st.session_state.get(WHOLE_PAGE, False))


def is_still() -> bool:
    """Whether such a page has no script either, not even that of the map: one in another language than Dutch."""
    return is_wanted() and current() is not Language.DUTCH


def choices(
    label: str,
    *,
    key: str,
    options: Mapping[str, str],
    chosen: str,
    default: str,
    drops: Callable[[str], Sequence[str]] | None = None,
) -> None:
    """The choices of a control as links to the same page with another value of ``key`` in its address.

    ``default`` is left out of the address; ``drops``: keys of choices that do not go with a new one. The export takes
    away what it has no file for.
    """
    items = [_item(words, code == chosen, _query(key, code, default, drops)) for code, words in options.items()]
    name, now = escape(label), escape(options.get(chosen, chosen))
    inside = f"<ul>{''.join(items)}</ul>"
    if len(options) > _IN_A_ROW:
        inside = f"<details><summary>{name}: <strong>{now}</strong></summary>{inside}</details>"
    markup.put(f'<nav class="hg-choices" aria-label="{escape(label, quote=True)}">{inside}</nav>')


def _query(key: str, code: str, default: str, drops: Callable[[str], Sequence[str]] | None) -> str:
    gone = {key, address.VERSION_KEY, *(drops(code) if drops is not None else ())}
    query = {name: value for name, value in address.state().items() if name not in gone}
    return urlencode({**query, key: code} if code != default else query, safe=",")


def _item(words: str, chosen: bool, query: str) -> str:  # noqa: FBT001 -- private, and its two callers are one
    text = escape(words)
    return (
        f'<li><strong aria-current="true">{text}</strong></li>'
        if chosen
        else f'<li><a href="?{escape(query)}" target="_self">{text}</a></li>'
    )
