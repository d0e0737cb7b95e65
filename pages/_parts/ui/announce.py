"""What a run of a page tells a reader who does not see it change: short lines that the shell reads out when they are new."""

import html

import streamlit as st

_LINES = "_announced"
_RUN = "_announced_run"


def begin() -> None:
    """Start a run: nothing is told yet."""
    st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    st.session_state[_LINES] = []


def tell(text: str) -> None:
    """Read `text` out once, when no run before told it on this page (web/shell/shell.js, `report`)."""
    st.session_state.setdefault(_LINES, []).append(text)


def show() -> None:
    """Send the lines of this run as its last element, with its number: once it is there the whole page is of this run."""
    lines = "\n".join(st.session_state.get(_LINES, []))
    run = st.session_state[_RUN]
    st.html(f'<p class="hg-unseen" data-hg-run="{run}" data-hg-said="{html.escape(lines, quote=True)}"></p>')
