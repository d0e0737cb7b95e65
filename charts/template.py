"""One look for every Plotly figure: typeface, colours, sizes and Dutch numbers (charts/svg draws them)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import plotly.graph_objects as go

from charts.palette import FONT, LIGHT

TEXT_PX = 13
SMALL_TEXT_PX = 12  # nothing in a chart is smaller, also on a phone
SEPARATORS = ",."  # decimal comma, thousands point
BAND_OPACITY = 0.2


@cache
def template() -> go.layout.Template:
    """Colours of light paper; charts/svg writes them as the custom properties of the page."""
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


def parts(traces: Sequence[Mapping[str, Any]], *, height_px: int, **layout: Any) -> dict[str, Any]:  # noqa: ANN401 -- Plotly's names
    """Parts of a figure as charts/svg reads them, for a chart that is drawn thousands of times.

    Plotly checks every part of a figure of its own, and takes ten times as long.
    """
    return {"data": [*traces], "layout": {"height": height_px, "autosize": True, **layout}}


def figure_of(body: Mapping[str, Any]) -> go.Figure:
    """The Plotly figure of ``parts``, in the template; raises ValueError for what is no part of a figure."""
    return go.Figure(body["data"], {"template": template(), **body["layout"]})
