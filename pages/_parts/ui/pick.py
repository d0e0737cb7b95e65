"""Controls whose choice lives in the address by code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.periods import newest_of_kind
from geo import registry
from language import N_, _
from pages._parts.ui import address, announce, place_search, whole

KINDS: Mapping[Kind, str] = {Kind.YEAR: N_("Hele jaren"), Kind.HALF_YEAR: N_("Halve jaren")}


def option(
    label: str,
    *,
    key: str,
    options: Mapping[str, str],
    default: str,
    drops: Callable[[str], Sequence[str]] | None = None,
) -> str:
    """Choose one of ``options`` (code → Dutch words) from a list; the code stands in the address under ``key``.

    ``drops``: the keys of other choices that do not go with a new one; they leave the address.
    """
    code = address.read(key, what=label.lower(), default=default, valid=options.__contains__)
    widget = f"pick-{key}"
    st.session_state[widget] = code
    announce.tell(f"{label}: {options.get(code, code)}.")
    if whole.is_wanted():
        whole.choices(label, key=key, options=options, chosen=code, default=default, drops=drops)
        return code
    chosen = st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget,
        on_change=_keep,
        args=(key, widget, drops),
        placeholder=_("Kies"),
    )
    return chosen or default


def segment(
    label: str,
    *,
    key: str,
    options: Mapping[str, str],
    default: str,
    widget: str = "",
    drops: Callable[[str], Sequence[str]] | None = None,
) -> str:
    """Choose one of a few ``options`` shown side by side; the code stands in the address under ``key``.

    ``widget``: a key of its own, for a second control of the same choice. ``drops`` as in ``option``.
    """
    code = address.read(key, what=label.lower(), default=default, valid=options.__contains__)
    widget = widget or f"pick-{key}"
    st.session_state[widget] = code
    announce.tell(f"{label}: {options.get(code, code)}.")
    if whole.is_wanted():
        whole.choices(label, key=key, options=options, chosen=code, default=default, drops=drops)
        return code
    chosen = st.segmented_control(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget,
        required=True,
        on_change=_keep,
        args=(key, widget, drops),
    )
    return chosen or default


def chip(
    label: str, *, key: str, options: Mapping[str, str], default: str, drops: Callable[[str], Sequence[str]]
) -> str:
    """Choose one of a few ``options`` shown as chips in one row that scrolls where there is no room for all.

    The code stands in the address under ``key``; ``drops`` as in ``option``.
    """
    code = address.read(key, what=label.lower(), default=default, valid=options.__contains__)
    widget = f"pick-{key}"
    st.session_state[widget] = code
    announce.tell(f"{label}: {options.get(code, code)}.")
    if whole.is_wanted():
        whole.choices(label, key=key, options=options, chosen=code, default=default, drops=drops)
        return code
    chosen = st.pills(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=widget,
        required=True,
        wrap=False,
        on_change=_keep,
        args=(key, widget, drops),
        label_visibility="collapsed",
        width="stretch",
    )
    return chosen or default


def period(periods: Sequence[Period], *, label: str = "", start: Period | None = None) -> Period:
    """Choose whole years or half-years when there are both; the period itself stands in the address under ``periode``.

    ``periods`` come years first, each oldest first. Without a choice it is ``start``, else the newest year, else
    the newest half-year.
    """
    start = start or newest_of_kind(periods)
    label = label or _("Periode")
    by_key = {each.key: each for each in periods}
    current = by_key[address.read("periode", what=_("de periode"), default=start.key, valid=by_key.__contains__)]
    announce.tell(f"{label}: {current.label}.")
    of_kind = {each.kind: each for each in periods}
    if len(of_kind) > 1 and whole.is_wanted():
        newest = {newest.key: _(KINDS[kind]) for kind, newest in of_kind.items()}
        whole.choices(_("Perioden"), key="periode", options=newest, chosen=of_kind[current.kind].key, default=start.key)
    elif len(of_kind) > 1:
        st.session_state["pick-kind"] = current.kind.value
        st.segmented_control(
            label,
            [kind.value for kind in of_kind],
            format_func=lambda kind: _(KINDS[Kind(kind)]),
            key="pick-kind",
            required=True,
            on_change=_keep_kind,
            args=({kind.value: newest_of_kind.key for kind, newest_of_kind in of_kind.items()},),
        )
    if whole.is_still():  # what the script of a figure would step through
        each_of_kind = {each.key: each.label for each in reversed(periods) if each.kind is current.kind}
        if len(each_of_kind) > 1:
            whole.choices(_("Periode"), key="periode", options=each_of_kind, chosen=current.key, default=start.key)
    return current


def place(
    label: str,
    *,
    levels: Collection[Level],
    valid: Callable[[str], bool],
    key: str = "gemeente",
    level: Level | None = None,
    year: int | None = None,
) -> str | None:
    """Choose one place of these levels, or none, with the search field; the code stands in the address under ``key``.

    ``valid``: whether the page can show a code; ``level`` is the one it shows now, ``year`` whose places are meant.
    """
    code = address.read(key, what=_("de plaats"), default="", valid=lambda value: value == "" or valid(value))
    name = (registry.region(code).name if year is None else registry.name_in(code, year=year)) if code else ""
    if code:
        announce.tell(_("{place} gekozen.", place=name))
    wanted = place_search.Wanted(levels=levels, year=year, level=level)
    place_search.single(label, wanted=wanted, key=key, shown=name, code=code)
    return code or None


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
