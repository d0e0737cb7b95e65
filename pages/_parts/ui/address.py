"""The state of a view in its address: codes, never labels, so links outlive renamed places and titles.

The address is the truth. A wrong value is ignored with a message that names it. Nothing is written before the reader
chooses something: an entry written on arrival would trap the Back button.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from charts.files.tracking import is_tracking

VERSION_KEY, VERSION = "v", "1"
KEYS = frozenset(
    {
        *(VERSION_KEY, "versie", "figuur", "embed", "embed_options"),
        *("gemeente", "met", "indicator", "niveau", "periode", "soort", "grenzen", "banden"),
        *("vergelijk", "lijn", "volgorde", "sorteer", "cijfer", "onderwerp", "plaats", "wanneer"),
        *("regio", "document", "doel", "weg"),
    }
)
"""Every parameter that a page of the site reads; choices travel between pages, so each page knows them all."""
_MEMORY, _PAGE, _WRONG = "_address_memory", "_address_page", "_address_wrong"
_LONGEST_SHOWN = 40


def enter(page: str) -> None:
    """Start a page: bring along what was chosen on the page before, and name values that cannot be used."""
    st.session_state[_WRONG] = []
    arrived = st.session_state.get(_PAGE) not in {None, page}
    st.session_state[_PAGE] = page
    version = st.query_params.get(VERSION_KEY, VERSION)
    if version != VERSION:
        wrong("de versie van deze link", version)
    for name in st.query_params:
        if name not in KEYS and not is_tracking(name):
            _tell(f"In de link staat ‘{_shortened(name)}’. Dat kennen we niet, dus we laten het weg.")
    if arrived and not st.query_params:
        remembered = {key: value for key, value in memory().items() if value}
        if remembered:
            st.query_params.update({**remembered, VERSION_KEY: VERSION})


def memory() -> dict[str, str]:
    """Choices that travel from page to page within this visit (never stored elsewhere)."""
    choices: dict[str, str] = st.session_state.setdefault(_MEMORY, {})
    return choices


def wrong(what: str, value: str) -> None:
    """Remember a value from the address that cannot be used; ``show_wrong`` tells the reader."""
    _tell(
        f"In de link staat voor {what} ‘{_shortened(value)}’. Dat kennen we niet, dus we laten het weg. Kies hieronder opnieuw."
    )


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"


def _tell(message: str) -> None:
    if message not in st.session_state.setdefault(_WRONG, []):
        st.session_state[_WRONG].append(message)


def show_wrong() -> None:
    """Tell which values of the address were ignored, at the top of the page."""
    for message in st.session_state.get(_WRONG, []):
        st.warning(message)


def read(key: str, *, what: str, default: str, valid: Callable[[str], bool]) -> str:
    """Code under this key in the address; else what was chosen before on this visit; else the default."""
    value = st.query_params.get(key)
    if value is not None:
        if valid(value):
            memory()[key] = value
            return value
        wrong(what, value)
        return default
    remembered = memory().get(key)
    return remembered if remembered is not None and valid(remembered) else default


def chosen(key: str) -> str:
    """Code under this key in the address, else what was chosen before on this visit, unchecked; '' without one."""
    return st.query_params.get(key) or memory().get(key, "")


def read_many(key: str, *, what: str, valid: Callable[[str], bool], most: int) -> tuple[str, ...]:
    """Codes under this key (joined by commas), without doubles, at most ``most``; wrong ones are named and left out."""
    value = st.query_params.get(key)
    if value is None:
        value = memory().get(key, "")
    codes = tuple(dict.fromkeys(part for part in value.split(",") if part))
    for code in codes:
        if not valid(code):
            wrong(what, code)
    usable = tuple(code for code in codes if valid(code))
    if len(usable) > most:
        wrong(f"{what} (hooguit {most})", ",".join(usable[most:]))
    memory()[key] = ",".join(usable[:most])
    return usable[:most]


def write(changes: dict[str, str], *, drop: Iterable[str] = ()) -> None:
    """Put choices in the address and in the memory of this visit; an empty value removes the key."""
    for key in drop:
        memory().pop(key, None)
        st.query_params.pop(key, None)
    memory().update(changes)
    for key in (key for key, value in changes.items() if not value):
        st.query_params.pop(key, None)
    # all at once: each change apart is a message to the browser, and an entry in its history
    st.query_params.update({**{key: value for key, value in changes.items() if value}, VERSION_KEY: VERSION})
