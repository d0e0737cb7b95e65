"""The one search field of the pages: a form that web/shell/search.js makes an ARIA combobox.

A choice goes into the address, and the address is what a page shows. The form carries all the script needs, so a page
that is drawn anew needs no state of its own (docs/decisions/one-search.md).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from data_sources.level import Level
from geo.search import LONGEST
from language import N_, _
from pages._parts.ui import address, markup, whole
from site_map import search_address

_TAKEN_ALONG = ("naar", "indicator", "niveau", "periode")
PLACEHOLDER = N_("Typ een naam of postcode")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which places a field suggests: of these levels, and those of a year; without a year those of today.

    ``level``: the level that the page shows now; a place of another one takes its level along in the address.
    ``series``: id of an indicator; a place without a series of it is named and cannot be chosen.
    """

    levels: Collection[Level]
    year: int | None = None
    level: Level | None = None
    series: str = ""


def single(label: str, *, wanted: Wanted, key: str, shown: str = "", code: str = "", drop: Sequence[str] = ()) -> None:
    """A field for one place, kept in the address under ``key``; ``shown`` and ``code`` are of the place chosen now.

    ``drop``: keys that a choice takes out of the address.
    """
    if whole.is_still():
        _show(label, about={}, wanted=wanted, name=f"zoek-{key}", after=_sends(wanted))
        return
    if (
        not markup.is_written() and whole.is_wanted() and wanted.level is None
    ):  # a file is of one place: others have theirs
        _show(label, about={}, wanted=Wanted(levels=wanted.levels), name=f"zoek-{key}")
        return
    clear = (
        f'<button type="button" data-remove="{_safe(code)}" aria-label="{_("Keuze wissen")}"></button>' if code else ""
    )
    about = {"set": key, "chosen": code, "drop": ",".join(drop)}
    _show(label, about=about, wanted=wanted, name=f"zoek-{key}", value=shown, after=clear)


def _sends(wanted: Wanted) -> str:
    """The button of a field without script, and the choices to which a page of one level returns with the place."""
    along = {"naar": "kaart", **address.state()} if wanted.level is not None else {}
    hidden = "".join(
        f'<input type="hidden" name="{key}" value="{_safe(value)}">'
        for key, value in along.items()
        if key in _TAKEN_ALONG
    )
    return f'{hidden}<button type="submit">{_("Zoek")}</button>'


def several(label: str, *, wanted: Wanted, keys: tuple[str, str], chosen: Mapping[str, str], most: int) -> None:
    """A field that adds a place to those chosen (code → name), shown as chips that take one away.

    In the address the first stands under ``keys[0]``, the others under ``keys[1]``.
    """
    chips = "".join(
        f'<li><button type="button" data-remove="{_safe(code)}" aria-label="{_("{place} weghalen", place=_safe(name))}">'
        f'<span translate="no">{escape(name)}</span></button></li>'
        for code, name in chosen.items()
    )
    before = f'<ul class="hg-chosen" aria-label="{_("Gekozen plaatsen")}">{chips}</ul>' if chips else ""
    about = {"set": keys[0], "others": keys[1], "chosen": ",".join(chosen)}
    _show(label, about=about, wanted=wanted, name="zoek-plaatsen", before=before, full=len(chosen) >= most)


def _show(
    label: str, *, about: Mapping[str, str], wanted: Wanted, name: str, value: str = "",
    before: str = "", after: str = "", full: bool = False,
) -> None:  # fmt: skip
    data = {
        **about,
        "levels": ",".join(wanted.levels),
        "year": "" if wanted.year is None else str(wanted.year),
        "level": wanted.level or "",
        "series": wanted.series,
    }
    attributes = "".join(f' data-{key}="{_safe(text)}"' for key, text in data.items() if text or key == "chosen")
    field = (
        f'<input id="{name}" name="q" type="search" value="{_safe(value)}" maxlength="{LONGEST}" autocomplete="off" '
        f'autocapitalize="off" spellcheck="false" placeholder="{_(PLACEHOLDER)}" translate="no"{" disabled" if full else ""}>'
    )
    form = (
        f'<form class="hg-search" role="search" action="{search_address()}" method="get"{attributes}>'
        f'<label for="{name}">{escape(label)}</label>{before}<span class="hg-search-row">{field}{after}</span></form>'
    )
    if markup.is_written():
        markup.put(form)
        return
    with st.container(key=f"zoekveld-{name}", gap=None):  # the shell keeps the focus in a part that has a key
        st.html(form)


def _safe(text: str) -> str:
    return escape(text, quote=True)
