"""The bars behind the dots: rounding and chance together, apart, or left out, as the reader asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from data_sources.catalogue.model import IndicatorSpec

Bands = Literal["samen", "apart", "geen"]
_BARS = {
    "samen": "; stip = cijfer, balk = band door afronding en toeval (95%)",
    "apart": "; stip = cijfer, dun = band door toeval (95%), dik = band door afronding",
    "geen": "; stip = cijfer",
}

_PARTS: Mapping[Bands, tuple[tuple[str, str, float], ...]] = {
    "samen": (("low", "high", 1.0),),
    "apart": (("chance_low", "chance_high", 0.5), ("rounding_low", "rounding_high", 2.0)),
    "geen": (),
}


def bars_words(spec: IndicatorSpec, bands: Bands) -> str:
    """What dot and bar mean, to follow the unit."""
    if spec.share_as_published and bands != "geen":
        return "; stip = cijfer, balk = afronding (hoeveel toeval scheelt, is niet bekend)"
    return _BARS[bands]


def band_bars(places: pd.DataFrame, *, bands: Bands, colour: str, width: float) -> list[go.Scatter]:
    """One trace per part of the band; ``places`` has columns place and those of the bands, ``width`` is in px."""
    return [
        _bar(places.dropna(subset=[low]), low=low, high=high, colour=colour, width=width * wide)
        for low, high, wide in _PARTS[bands]
    ]


def _bar(part: pd.DataFrame, *, low: str, high: str, colour: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=[x for left, right in zip(part[low], part[high], strict=True) for x in (left, right, None)],
        y=[y for place in part["place"] for y in (place, place, None)],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        name="band",
    )
