"""What a page says once: who gave the figures stands in the open where they are first used, and folded under later figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

_SAID = "_said_on_this_page"


def begin() -> None:
    """Start a run of a page: nothing has been said yet."""
    st.session_state[_SAID] = set()


@contextmanager
def apart() -> Iterator[None]:
    """What is said inside does not count as said: it stands where a reader may never look."""
    before = set(st.session_state.get(_SAID, set()))
    yield
    st.session_state[_SAID] = before


def first_time(lines: Sequence[str]) -> list[str]:
    """Those of ``lines`` that this run of the page has not said before; from now on they are said."""
    shown_lines: set[str] = st.session_state.setdefault(_SAID, set())
    new = [line for line in dict.fromkeys(lines) if line not in shown_lines]
    shown_lines.update(new)
    return new
