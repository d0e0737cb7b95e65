"""What a reader of Vergelijken can choose from, in words, and ready examples for who has not chosen yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from charts.dot_bars import Bands
from charts.dot_rows import Order
from data_sources.level import Level
from editions import compared_places
from editions.comparison import Selection
from editions.edition import Edition
from editions.values import has_figure
from editions.values import values as values_of
from indicators import notation

PRESETS = {
    "buren": "Gemeenten eromheen",
    "regio": "Zelfde Veilig Thuis-regio",
    "provincie": "Zelfde provincie",
    "grootte": "Even groot",
    "eigen": "Eigen keuze",
}
BANDS: Mapping[str, str] = {"samen": "Eén band", "apart": "Afronding en toeval apart", "geen": "Geen"}
LINES = {"land": "Nederland", "groep": "De groep samen"}
ORDERS: Mapping[str, str] = {"groep": "Hoger, gelijk, lager", "cijfer": "Op cijfer", "naam": "Op naam"}
_ORDERS: Mapping[str, Order] = {"groep": "group", "cijfer": "value", "naam": "name"}
_EXAMPLES = (("GM0758", "buren"), ("GM0363", "buren"), ("GM0599", "grootte"), ("GM0014", "provincie"))
_MOST_EXAMPLES = 3


def order_of(key: str) -> Order:
    """How the places are ordered, from the code in the address."""
    return _ORDERS[key]


def bands_of(key: str) -> Bands:
    """How the bands are drawn, from the code in the address."""
    bands: Bands = next(bands for bands in get_args(Bands) if bands == key)
    return bands


def of_pack(chosen: Selection, *, others: Sequence[str]) -> dict[str, str]:
    """The choices in the address of the pack that shows this comparison; ``others`` are the places the reader added."""
    choices = {
        "gemeente": chosen.main or "",
        "met": ",".join(others),
        "indicator": chosen.indicator,
        "periode": chosen.period.key,
        "vergelijk": chosen.preset,
        "lijn": chosen.line,
    }
    return {name: value for name, value in choices.items() if value}


def examples(edition: Edition) -> list[tuple[str, str, str]]:
    """Ready comparisons for who has not chosen yet: address, words, and how many places have a figure."""
    ready = []
    for code, preset in _EXAMPLES:
        indicator = compared_places.default_indicator(edition, code, level=Level.MUNICIPALITY)
        period = compared_places.default_period(edition, indicator, level=Level.MUNICIPALITY, code=code)
        places = compared_places.group(
            edition, preset, code=code, chosen=[code], level=Level.MUNICIPALITY, indicator=indicator, period=period
        )
        known = [each for each in places.codes if has_figure(edition, indicator, code=each, period=period)]
        if len(known) > 1 and code in known:
            words = places.words[:1].upper() + places.words[1:]
            ready.append((f"/vergelijken?gemeente={code}&vergelijk={preset}", words, _with_figure(known)))
    for level in (Level.PROVINCE, Level.VT_REGION):
        indicator = compared_places.default_indicator(edition, None, level=level)
        period = compared_places.default_period(edition, indicator, level=level, code=None)
        here = values_of(edition, indicator, level=level)
        known = list(here.loc[(here["period"] == period.code) & here["value"].notna(), "region"])
        if len(known) > 1:
            ready.append((f"/vergelijken?niveau={level}", f"Alle {level.plural}", _with_figure(known)))
    return ready[:_MOST_EXAMPLES]


def _with_figure(known: Sequence[str]) -> str:
    return f"{notation.count(len(known))} met een cijfer"
