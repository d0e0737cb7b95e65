"""The state of a view in its address: codes, never labels, so links outlive renamed places and titles.

The address is the truth: a page shows what its address says and nothing that was chosen before. Choices that travel to
the next page stand in the link to it (web/shell/shell.js). A wrong value is ignored with a message that names it.
Nothing is written before the reader chooses something: an entry written on arrival would trap the Back button.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from charts.files.tracking import is_tracking
from language import _

VERSION_KEY, VERSION = "v", "1"
KEYS = frozenset(
    {
        *(VERSION_KEY, "versie", "figuur", "embed", "embed_options"),
        *("gemeente", "met", "indicator", "niveau", "periode", "soort", "grenzen", "banden"),
        *("vergelijk", "lijn", "volgorde", "sorteer", "cijfer", "onderwerp", "plaats", "wanneer"),
        *("regio", "document", "doel", "weg", "vraag", "stand"),
    }
)
"""Every parameter that a page of the site reads; choices travel between pages, so each page knows them all."""
_USED, _WRONG, _UNUSABLE = "_address_used", "_address_wrong", "_address_unusable"
_SHOWN = "_address_warnings_shown"
_LONGEST_SHOWN = 40


def enter() -> None:
    """Start a run of a page: nothing of its address is wrong yet, but for parameters that no page reads."""
    st.session_state[_WRONG] = []
    st.session_state[_UNUSABLE] = set()
    st.session_state[_SHOWN] = False
    version = st.query_params.get(VERSION_KEY, VERSION)
    if version != VERSION:
        wrong(_("de versie van deze link"), version)
    for name in st.query_params:
        if name not in KEYS and not is_tracking(name):
            _tell(
                _(
                    "In de link staat ‘{value}’. Dat kennen we niet, dus we laten het weg.",
                    value=_shortened(name),
                )
            )


def state() -> dict[str, str]:
    """What the address says of the view, in words of this site that this page can use: for links that open the same view."""
    unusable = st.session_state.get(_UNUSABLE, set())
    return {key: value for key, value in st.query_params.items() if key in KEYS and key not in unusable}


def wrong(what: str, value: str) -> None:
    """Remember a value from the address that cannot be used; ``show_wrong`` tells the reader."""
    _tell(
        _(
            "In de link staat voor {what} ‘{value}’. Dat kennen we niet, dus we laten het weg. Kies hieronder opnieuw.",
            what=what,
            value=_shortened(value),
        )
    )


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"


def _tell(message: str) -> None:
    messages: list[str] = st.session_state.setdefault(_WRONG, [])
    if message not in messages:
        messages.append(message)
        if st.session_state.get(_SHOWN, False):
            st.warning(message)


def show_wrong() -> None:
    """Tell here, at the top of the page, which values of the address are ignored; one that is read later is told there.

    A place kept for those would be a gap of 16 px on every page.
    """
    for message in st.session_state.get(_WRONG, []):
        st.warning(message)
    st.session_state[_SHOWN] = True


def read(key: str, *, what: str, default: str, valid: Callable[[str], bool]) -> str:
    """Code under this key in the address, else the default; a code that cannot be used is named and left out.

    A code that the reader chose with another figure or on another page is left out without a word: it was no mistake.
    """
    value = st.query_params.get(key)
    if value is None:
        return default
    used: dict[str, set[str]] = st.session_state.setdefault(_USED, {})
    if valid(value):
        used.setdefault(key, set()).add(value)
        return value
    if value in used.get(key, ()):
        st.query_params.pop(key, None)
    else:
        wrong(what, value)
        st.session_state.setdefault(_UNUSABLE, set()).add(key)
    return default


def chosen(key: str) -> str:
    """Code under this key in the address, unchecked; '' without one."""
    return st.query_params.get(key, "")


def read_many(key: str, *, what: str, valid: Callable[[str], bool], most: int) -> tuple[str, ...]:
    """Codes under this key (joined by commas), without doubles, at most ``most``; wrong ones are named and left out."""
    codes = tuple(dict.fromkeys(part for part in st.query_params.get(key, "").split(",") if part))
    for code in codes:
        if not valid(code):
            wrong(what, code)
    usable = tuple(code for code in codes if valid(code))
    if len(usable) > most:
        wrong(_("{what} (hooguit {most})", what=what, most=most), ",".join(usable[most:]))
    if codes and not usable:
        st.session_state.setdefault(_UNUSABLE, set()).add(key)
    return usable[:most]


def write(changes: dict[str, str], *, drop: Iterable[str] = ()) -> None:
    """Put choices in the address; an empty value removes the key, and so does ``drop``."""
    used: dict[str, set[str]] = st.session_state.setdefault(_USED, {})
    for key, value in changes.items():
        used.setdefault(key, set()).add(value)
    for key in (*drop, *(key for key, value in changes.items() if not value)):
        st.query_params.pop(key, None)
    # all at once: each change apart is a message to the browser
    st.query_params.update({**{key: value for key, value in changes.items() if value}, VERSION_KEY: VERSION})
