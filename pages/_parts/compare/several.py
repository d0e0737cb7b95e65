"""Several places at once: the first stands in the address as ``gemeente``, the others as ``met``, joined by commas.

The same keys on Vergelijken and Ontwikkeling, so a choice travels between them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from data_sources.level import Level
from geo import registry
from geo.labels import label
from indicators import notation
from pages._parts.ui import address, announce, place_search

MAIN, OTHERS = "gemeente", "met"
_MOST_READ = 40  # of a link; more is not a question but an attack
_MOST_TOLD = 3  # names that are read out; more is a long sentence


def from_address(*, levels: Collection[Level], most: int) -> tuple[str, ...]:
    """Codes of the chosen places, the main one first; unknown codes are named, places of other levels passed over."""
    return _places_in_address(levels)[:most]


def _places_in_address(levels: Collection[Level]) -> tuple[str, ...]:
    """Every place that the address asks for, also those for which there is no room."""
    first = address.read_many(MAIN, what="de gemeente", valid=_known, most=1)
    rest = address.read_many(OTHERS, what="de plaatsen ernaast", valid=_known, most=_MOST_READ)
    return tuple(code for code in dict.fromkeys((*first, *rest)) if registry.region(code).level in levels)


def pick(
    label_text: str,
    *,
    levels: Sequence[Level],
    most: int,
    default: Sequence[str] = (),
    level: Level | None = None,
    series: str = "",
) -> tuple[str, ...]:
    """Choose up to ``most`` places of these levels with the search field. Ended places come by a link only.

    ``level``: the one the page shows now; places of another are offered as long as none is chosen. ``series``: id of the
    indicator that a place must have a series of to be chosen.
    """
    offered = levels if level is None else (level,)
    codes = _places_in_address(offered)
    chosen = codes[:most] or tuple(default)
    place_search.several(
        label_text,
        wanted=place_search.Wanted(levels=offered if chosen else levels, level=level, series=series),
        keys=(MAIN, OTHERS),
        chosen={code: label(code) for code in chosen},
        most=most,
    )
    if len(codes) > most:
        left_out = notation.listing([label(code) for code in codes[most:]])
        st.caption(f"Er passen {most} plaatsen naast elkaar. Daarom ziet u {left_out} hier niet.")
    if len(chosen) == most:
        st.caption(f"U hebt {most} plaatsen gekozen. Meer kan niet: haal er eerst een weg.")
    announce.tell(_words_of(chosen))
    return chosen


def _words_of(chosen: Sequence[str]) -> str:
    """How many places are chosen and which; of a long list the last, for that is the one that came."""
    count = f"{notation.counted(len(chosen), 'plaats', 'plaatsen')} gekozen"
    if not chosen:
        return f"{count}."
    if len(chosen) > _MOST_TOLD:
        return f"{count}, als laatste {label(chosen[-1])}."
    return f"{count}: {notation.listing([label(code) for code in chosen])}."


def _known(code: str) -> bool:
    return registry.is_known(code) and registry.region(code).level is not Level.DOCUMENT_AREA
