"""Several places at once: the first stands in the address as ``gemeente``, the others as ``met``, joined by commas.

The same keys on Vergelijken and Ontwikkeling, so a choice travels between them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from data_sources.level import Level, UnknownRegionCodeError
from geo import registry
from geo.labels import label
from indicators import notation
from pages._parts.ui import address, announce

MAIN, OTHERS = "gemeente", "met"
_WIDGET = "pick-places"
_MOST_READ = 40  # of a link; more is not a question but an attack


def from_address(*, levels: Collection[Level], most: int) -> tuple[str, ...]:
    """Codes of the chosen places, the main one first; unknown codes are named, places of other levels passed over."""
    return _asked(levels)[:most]


def _asked(levels: Collection[Level]) -> tuple[str, ...]:
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
    only: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Choose up to ``most`` places of these levels from one list; type to search. Ended places come by a link only.

    ``only``: codes that may be offered; others come by a link.
    """
    codes = _asked(levels)
    chosen = codes[:most] or tuple(default)
    every = [place.code for level in levels for place in _sorted(level)]
    offered = [code for code in every if only is None or code in only]
    st.session_state[_WIDGET] = list(chosen)
    st.multiselect(
        label_text,
        [*offered, *(code for code in chosen if code not in offered)],
        format_func=label,
        key=_WIDGET,
        max_selections=most,
        on_change=_keep,
        placeholder="Typ een naam",
        help=f"U kunt tot {most} plaatsen kiezen.",
    )
    if len(codes) > most:
        left_out = notation.listing([label(code) for code in codes[most:]])
        st.caption(f"Er passen {most} plaatsen naast elkaar. Daarom ziet u {left_out} hier niet.")
    if len(chosen) == most:
        st.caption(
            f"U hebt {most} plaatsen gekozen, meer kan niet naast elkaar. Haal er een weg om een andere te kiezen."
        )
    announce.tell(f"{len(chosen)} {'plaats' if len(chosen) == 1 else 'plaatsen'} gekozen.")
    return chosen


def _sorted(level: Level) -> list[registry.Region]:
    return sorted(registry.regions(level, year=registry.last_year()), key=lambda place: registry.fold(place.name))


def _known(code: str) -> bool:
    try:
        return registry.region(code).level is not Level.DOCUMENT_AREA
    except UnknownRegionCodeError:
        return False


def _keep() -> None:
    codes = list(st.session_state[_WIDGET])
    address.write({MAIN: codes[0] if codes else "", OTHERS: ",".join(codes[1:])})
