"""Parts of a long page: one of them shows, its name stands in the address; and folds, closed until a reader opens them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

import streamlit as st

from pages._parts.sharing import embed
from pages._parts.ui import address, announce, markup, whole

KEY = "onderwerp"
"""Parameter of the part that shows."""


def choose(
    label: str,
    parts: Mapping[str, str],
    *,
    figures: Mapping[str, Collection[str]] | None = None,
    older: str = "",
) -> str:
    """Choose one of ``parts`` (code to Dutch words); the first is the default.

    ``figures``: keys of the figures in each part, so that a frame that asks for one finds it. ``older``: the
    part that an older link means, which names no part but a choice in one.
    """
    framed = embed.wanted()
    if framed is not None:
        return next((part for part, keys in (figures or {}).items() if framed in keys), next(iter(parts)))
    default = older or next(iter(parts))
    code = address.read(KEY, what=label.lower(), default=default, valid=parts.__contains__)
    widget = f"pick-{KEY}"
    st.session_state[widget] = code
    announce.tell(f"{label}: {parts[code]}.")
    if whole.is_wanted():
        whole.choices(label, key=KEY, options=parts, chosen=code, default=next(iter(parts)))
        return code
    with st.container(key="delen"):
        st.segmented_control(
            label,
            list(parts),
            format_func=lambda part: parts.get(part, part),
            key=widget,
            required=True,
            on_change=_keep,
            label_visibility="collapsed",
        )
    return code


@contextmanager
def fold(title: str, *, key: str, opened: bool = False, anchor: str = "") -> Iterator[None]:
    """A closed part of a page; open without its title in a frame, which shows one figure.

    ``opened``: it opens by itself, because the address asks for what is in it; a link to ``anchor`` opens it too.
    """
    if embed.wanted() is not None:
        yield
        return
    if anchor:
        markup.anchor(anchor)
    with st.expander(title, key=f"vouw-{key}", expanded=opened):
        yield


def _keep() -> None:
    address.write({KEY: st.session_state[f"pick-{KEY}"] or ""})
