"""What a run of a page tells a reader who does not see it change: short lines that the shell reads out when they are new."""

import html

import streamlit as st

_LINES = "_announced"


def begin() -> None:
    """Start a run: nothing is told yet."""
    st.session_state[_LINES] = []


def tell(text: str) -> None:
    """Read `text` out once, when no run before told it on this page (web/shell/shell.js, `report`)."""
    st.session_state.setdefault(_LINES, []).append(text)


def show() -> None:
    """Send the lines of this run, as one element that takes no place."""
    lines = "\n".join(st.session_state.get(_LINES, []))
    st.html(f'<p class="hg-unseen" data-hg-said="{html.escape(lines, quote=True)}"></p>')
