"""One look for every Plotly chart: template, dark twin, Dutch numbers, and the tools a reader gets."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any

import plotly.graph_objects as go

from charts.palette import CLEAR, FONT, LIGHT, PALETTES, Palette, Theme

TEXT_PX = 13
SMALL_TEXT_PX = 12  # nothing in a chart is smaller, also on a phone
SEPARATORS = ",."  # decimal comma, thousands point
BAND_OPACITY = 0.2

_DICTIONARY = {
    "Autoscale": "Alles in beeld",
    "Box Select": "Rechthoek kiezen",
    "Double-click to zoom back out": "Dubbelklik om terug te gaan",
    "Download plot": "Downloaden als plaatje",
    "Download plot as a PNG": "Downloaden als plaatje (PNG)",
    "Download plot as a png": "Downloaden als plaatje (PNG)",
    "Download plot as a SVG": "Downloaden als plaatje (SVG)",
    "Image download succeeded": "Het plaatje is opgeslagen",
    "Pan": "Verschuiven",
    "Preparing image - this may take a few seconds": "Het plaatje wordt gemaakt, een ogenblik",
    "Reset": "Terug naar begin",
    "Reset axes": "Terug naar begin",
    "Snapshot succeeded": "Het plaatje is opgeslagen",
    "Sorry, there was a problem downloading your snapshot!": "Het plaatje kon niet worden opgeslagen",
    "Taking snapshot - this may take a few seconds": "Het plaatje wordt gemaakt, een ogenblik",
    "Zoom": "Vergroten",
    "Zoom in": "Vergroten",
    "Zoom out": "Verkleinen",
}


@cache
def template() -> go.layout.Template:
    """The light template; ``themed`` gives a figure its dark colours."""
    axis = {
        "gridcolor": LIGHT.line,
        "linecolor": LIGHT.edge,
        "tickcolor": LIGHT.edge,
        "tickfont": {"size": SMALL_TEXT_PX, "color": LIGHT.soft_ink},
        "title": {"font": {"size": SMALL_TEXT_PX, "color": LIGHT.soft_ink}},
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": TEXT_PX, "color": LIGHT.ink},
            "paper_bgcolor": LIGHT.paper,
            "plot_bgcolor": LIGHT.paper,
            "colorway": [LIGHT.accent, LIGHT.second, LIGHT.comparator, LIGHT.ink],
            "separators": SEPARATORS,
            "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": LIGHT.paper,
                "bordercolor": LIGHT.edge,
                "align": "left",
                "font": {"family": FONT, "size": TEXT_PX, "color": LIGHT.ink},
            },
            "xaxis": axis,
            "yaxis": axis,
            "annotationdefaults": {"font": {"size": SMALL_TEXT_PX}, "showarrow": False},
        }
    )


def figure(*, height_px: int) -> go.Figure:
    """An empty figure in the template; the width is that of its place on the page."""
    return go.Figure(layout={"template": template(), "height": height_px, "autosize": True})


def themed(drawn: go.Figure, *, theme: Theme) -> go.Figure:
    """The same figure in the colours of a theme; light returns the figure itself.

    Charts use palette colours only, so each light colour has exactly one dark twin.
    """
    if theme is Theme.LIGHT:
        return drawn
    text = drawn.to_json()
    for light, dark in _twins(PALETTES[theme]).items():
        text = text.replace(f'"{light}"', f'"{dark}"')
    clear = CLEAR  # dark is for screens only, where the card behind the chart has its own shade
    return go.Figure(json.loads(text)).update_layout(paper_bgcolor=clear, plot_bgcolor=clear)


def _twins(palette: Palette) -> dict[str, str]:
    twins: dict[str, str] = {}
    dark = asdict(palette)
    for name, colour in asdict(LIGHT).items():
        if isinstance(colour, str):
            twins.setdefault(colour, dark[name])
    twins |= dict(zip(LIGHT.classes, palette.classes, strict=True))
    return twins


def config(*, file_name: str) -> dict[str, Any]:
    """What a reader can do with a chart: save it as a picture. Dutch words, nothing sent elsewhere."""
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "responsive": True,
        "scrollZoom": False,
        "displayModeBar": "hover",
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"],
        "toImageButtonOptions": {"format": "svg", "filename": file_name},
        "topojsonURL": "app/static/",  # never reached: no chart of ours asks for a world map
        "locale": "nl",
        "locales": {
            "nl": {
                "dictionary": _DICTIONARY,
                "format": {
                    "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
                    "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
                    "months": [
                        "januari", "februari", "maart", "april", "mei", "juni",
                        "juli", "augustus", "september", "oktober", "november", "december",
                    ],
                    "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
                    "date": "%d-%m-%Y",
                    "decimal": ",",
                    "thousands": ".",
                },
            }
        },
    }  # fmt: skip
