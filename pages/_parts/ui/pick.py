"""Controls whose choice lives in the address by code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import registry
from pages._parts.ui import address, announce

TYPE_A_NAME = "Typ een naam"
KINDS: Mapping[Kind, str] = {Kind.YEAR: "Hele jaren", Kind.HALF_YEAR: "Halve jaren"}


def one(
    label: str,
    *,
    key: str,
    options: Mapping[str, str],
    default: str,
    help_text: str | None = None,
    drops: Callable[[str], Sequence[str]] | None = None,
) -> str:
    """Choose one of ``options`` (code → Dutch words) from a list; the code stands in the address under ``key``.

    ``drops``: the keys of other choices that do not go with a new one; they leave the address.
    """
    code = address.read(key, what=label.lower(), default=default, valid=options.__contains__)
    widget = f"pick-{key}"
    st.session_state[widget] = code
    chosen = st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget,
        on_change=_keep,
        args=(key, widget, drops),
        help=help_text,
        placeholder="Kies",
    )
    return chosen or default


def segment(label: str, *, key: str, options: Mapping[str, str], default: str, widget: str = "") -> str:
    """Choose one of a few ``options`` shown side by side; the code stands in the address under ``key``.

    ``widget``: a key of its own, for a second control of the same choice.
    """
    code = address.read(key, what=label.lower(), default=default, valid=options.__contains__)
    widget = widget or f"pick-{key}"
    st.session_state[widget] = code
    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget,
        required=True,
        on_change=_keep,
        args=(key, widget),
    )
    return chosen or default


def period(periods: Sequence[Period], *, label: str = "Periode", start: Period | None = None) -> Period:
    """Choose whole years or half-years when there are both; the period itself stands in the address under ``periode``.

    ``periods`` come years first, each oldest first. Without a choice it is ``start``, else the newest year, else
    the newest half-year.
    """
    start = start or newest(periods)
    by_key = {each.key: each for each in periods}
    current = by_key[address.read("periode", what="de periode", default=start.key, valid=by_key.__contains__)]
    of_kind = {each.kind: each for each in periods}
    if len(of_kind) > 1:
        st.session_state["pick-kind"] = current.kind.value
        st.segmented_control(
            label,
            [kind.value for kind in of_kind],
            format_func=lambda kind: KINDS[Kind(kind)],
            key="pick-kind",
            required=True,
            on_change=_keep_kind,
            args=({kind.value: newest_of_kind.key for kind, newest_of_kind in of_kind.items()},),
        )
    return current


def newest(periods: Sequence[Period]) -> Period:
    """What a page opens with: the newest year, else the newest half-year; ``periods`` as for ``period``."""
    of_kind = {each.kind: each for each in periods}
    return of_kind[min(of_kind, key=lambda kind: kind is Kind.HALF_YEAR)]


def place(*, level: Level, year: int, key: str = "gemeente", label: str = "Zoek een gemeente") -> str | None:
    """Choose one place of a level, or none; type to search. The code stands in the address under ``key``."""
    known = names(level, year)
    code = address.read(key, what=label.lower(), default="", valid=lambda value: value in known or value == "")
    widget = f"pick-{key}-{level}"
    st.session_state[widget] = code or None
    if code:
        announce.tell(f"{known[code]} gekozen.")
    return st.selectbox(
        label,
        list(known),
        format_func=lambda option: known.get(option, option),
        index=None,
        key=widget,
        on_change=_keep,
        args=(key, widget),
        placeholder=TYPE_A_NAME,
    )


def places(
    label: str, *, key: str, options: Mapping[str, str], most: int, words: Callable[[str], str] | None = None
) -> Sequence[str]:
    """Choose up to ``most`` places; the codes stand in the address under ``key``, joined by commas."""
    chosen = address.read_many(key, what=label.lower(), valid=options.__contains__, most=most)
    widget = f"pick-{key}"
    st.session_state[widget] = list(chosen)
    return st.multiselect(
        label,
        list(options),
        format_func=words or (lambda option: options.get(option, option)),
        key=widget,
        max_selections=most,
        on_change=_keep_many,
        args=(key, widget),
        placeholder=TYPE_A_NAME,
    )


@lru_cache(maxsize=64)  # one for all readers: each of them would hold 20 kB of the same names
def names(level: Level, year: int) -> Mapping[str, str]:
    """Names by code of the places of a level, in the order of the alphabet."""
    names = {region.code: region.name for region in registry.regions(level, year=year)}
    return dict(sorted(names.items(), key=lambda named: registry.fold(named[1])))


def _keep_kind(newest: Mapping[str, str]) -> None:
    address.write({"periode": newest[st.session_state["pick-kind"]]})


def _keep(key: str, widget: str, drops: Callable[[str], Sequence[str]] | None = None) -> None:
    code = st.session_state[widget] or ""
    address.write({key: code}, drop=drops(code) if drops is not None else ())


def _keep_many(key: str, widget: str) -> None:
    address.write({key: ",".join(st.session_state[widget])})
