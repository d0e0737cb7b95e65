"""Addresses that keep their figures: the full state of a view, with or without a data version, bare or in its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode, urlsplit, urlunsplit

from charts.files.tracking import is_tracking

EMBED_HEIGHT_PX = 720
HEIGHT_SCRIPT = (
    '<script>addEventListener("message",function(m){if(m.data&&m.data.hgibHeight>0)'
    'document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===m.source)'
    "f.height=Math.min(m.data.hgibHeight,12000)})})</script>"
)
_FIGURE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_NOT_OURS = {"embed", "embed_options", "figuur", "versie"}


def figure_key(text: str | None) -> str | None:
    """Key of a figure as it may stand in an address, or None for anything else."""
    return text if text is not None and _FIGURE.fullmatch(text) else None


def view(page: str, state: Mapping[str, str], *, version: str | None = None) -> str:
    """Link to a view: ``page`` is its address on this site, ``state`` what the reader chose.

    With ``version`` the link keeps its figures when newer ones come.
    """
    choices = {key: value for key, value in state.items() if key not in _NOT_OURS and value and not is_tracking(key)}
    if version:
        choices["versie"] = version
    scheme, host, path, _, _ = urlsplit(page)
    return urlunsplit((scheme, host, path or "/", urlencode(choices), ""))


def bare(page: str, state: Mapping[str, str], *, figure: str, version: str | None = None) -> str:
    """Link to one figure without the page around it, for a frame on another site."""
    full = view(page, state, version=version)
    return f"{full}{'&' if '?' in full else '?'}{urlencode({'embed': 'true', 'figuur': figure})}"


def frame_code(address: str, *, title: str, back: str, sizes_itself: bool = True) -> str:
    """HTML that shows a figure on another site, with a title for screen readers and a link back.

    With ``sizes_itself`` the frame takes the height that the figure tells it (web/shell/shell.js), by a small script;
    without, for sites that allow no script, its height is fixed and a longer figure scrolls inside it.
    """
    code = (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{EMBED_HEIGHT_PX}" '
        f'style="border:0" loading="lazy"></iframe>\n'
        f'<p><a href="{escape(back)}">{escape(title)}</a></p>'
    )
    return f"{code}\n{HEIGHT_SCRIPT}" if sizes_itself else code


def names_a_place(state: Mapping[str, str]) -> bool:
    """Whether the address tells which place a reader looked at."""
    return any(re.search(r"\b(?:GM\d{4}|VT\d{2}|PV\d{2})\b", value) for value in state.values())
