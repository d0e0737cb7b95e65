"""The bars behind the dots: rounding and chance together, apart, or left out, as the reader asks."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import isfinite
from typing import Any, Literal

import pandas as pd

from data_sources.catalogue.model import IndicatorSpec
from language import N_, _

Bands = Literal["samen", "apart", "geen"]
_BAND = N_("band door afronding en toeval (95%)")
_ROUNDING = N_("afronding (hoeveel toeval scheelt, is niet bekend)")
_SOME = N_("band door afronding en toeval (95%); zonder bekend aantal alleen afronding")
_PARTS: Mapping[Bands, tuple[tuple[str, str, float], ...]] = {
    "samen": (("low", "high", 1.0),),
    "apart": (("chance_low", "chance_high", 0.5), ("rounding_low", "rounding_high", 2.0)),
    "geen": (),
}


def bars_words(places: pd.DataFrame, *, spec: IndicatorSpec, bands: Bands) -> str:
    """What dot and bar mean; ``places`` has the columns low and high."""
    if bands == "geen":
        return _("stip = cijfer")
    band = _band(places, spec=spec)
    if bands == "apart" and band == _BAND:
        return _("stip = cijfer, dun = band door toeval (95%), dik = band door afronding")
    return _("stip = cijfer, balk = {band}", band=_(band))


def band_words(places: pd.DataFrame, *, spec: IndicatorSpec) -> str:
    """What the bands hold (columns low and high): a printed share without its count has no more than its rounding."""
    return _(_band(places, spec=spec))


def _band(places: pd.DataFrame, *, spec: IndicatorSpec) -> str:
    if not spec.share_as_published:
        return _BAND
    widths = (places["high"] - places["low"]).dropna()
    with_chance = widths > spec.rounding + 1e-6  # percentage points
    if with_chance.all() and len(widths):
        return _BAND
    return _SOME if with_chance.any() else _ROUNDING


def band_bars(
    places: Sequence[Mapping[Hashable, Any]], *, bands: Bands, colour: str, width: float
) -> list[Mapping[str, Any]]:
    """One trace per part of the band; a row of ``places`` has a place and the ends of its bands, ``width`` is in px."""
    return [
        _bar([row for row in places if isfinite(row[low])], low=low, high=high, colour=colour, width=width * wide)
        for low, high, wide in _PARTS[bands]
    ]


def _bar(
    part: Sequence[Mapping[Hashable, Any]], *, low: str, high: str, colour: str, width: float
) -> Mapping[str, Any]:
    return {
        "type": "scatter",
        "x": [x for row in part for x in (row[low], row[high], None)],
        "y": [y for row in part for y in (row["place"], row["place"], None)],
        "mode": "lines",
        "line": {"color": colour, "width": width},
        "hoverinfo": "skip",
        "name": "band",
    }
