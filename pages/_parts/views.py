"""Small selections that more than one page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.map import MapContext, municipal_map, outlines
from charts.palette import Theme
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import registry
from indicators import sentences
from pages._parts import load, provenance
from pages._parts.comparing import against

SMALL_MAP = ("wb-meldingen", Period.year(2018))


def this_year() -> int:
    """Year whose municipalities a search offers: the last one we know."""
    return registry.last_year()


def ways(place: str | None) -> list[tuple[str, str]]:
    """Buttons from the start page: to the place that was chosen, else to where one can be found."""
    if place is None:
        return [("/kaart", "Kijk op de kaart"), ("/ontwikkeling", "Stijgt of daalt het?")]
    return [
        (f"/gemeente?gemeente={place}", f"Alles over {registry.region(place).name}"),
        (f"/vergelijken?gemeente={place}", "Vergelijk"),
        (f"/kaart?gemeente={place}", "Bekijk op de kaart"),
    ]


def national_values(indicators: Sequence[str], *, kind: Kind) -> pd.DataFrame:
    """IndicatorValue rows of the country for several indicators, one kind of period."""
    frames = [load.values(indicator, level=Level.COUNTRY) for indicator in indicators]
    frame = pd.concat([one.astype({"indicator": "str", "period": "str"}) for one in frames], ignore_index=True)
    known = set(frame.loc[frame["value"].notna(), "period"])
    return frame[frame["period"].isin(known) & (frame["period"].str.slice(4, 6) == kind.value)]


def theme() -> Theme:
    """Light or dark, as the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def national_sentence(row: pd.Series[Any], *, spec: IndicatorSpec) -> str:
    """Count, margin and the other notation of a national figure, in words."""
    return sentences.situation(row, registry.region("NL01"), spec=spec)


def small_map() -> Chart:
    """The map with most published figures, for a picture on the start page."""
    indicator, period = SMALL_MAP
    values = load.values(indicator, level=Level.MUNICIPALITY)
    return municipal_map(
        values,
        spec=INDICATORS[indicator],
        level=Level.MUNICIPALITY,
        period=period,
        context=MapContext(
            outlines([period], level=Level.MUNICIPALITY),
            against.per_period(indicator, level=Level.MUNICIPALITY, periods=[period]),
        ),
        sources=provenance.lines(values, periods=[period]),
    )
