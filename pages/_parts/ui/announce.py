"""What a run of a page tells a reader who does not see it change: a short line that the shell reads out when it is new."""

import html

import streamlit as st


def tell(text: str, *, seen: bool = False) -> None:
    """Read `text` out once it has changed (web/shell/shell.js, `report`); with `seen` it also stands on the page."""
    safe = html.escape(text, quote=True)
    look = "hg-small" if seen else "hg-unseen"
    st.html(f'<p class="{look}" data-hg-said="{safe}">{html.escape(text)}</p>')
