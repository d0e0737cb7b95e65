"""Label of the line of the comparator, with its name and value: above the plot, where it covers no mark and no word."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

import plotly.graph_objects as go

from charts import template
from charts.palette import LIGHT
from indicators import notation

_LETTERS = 34  # bold letters that fit across the plot of a phone
_ROW_PX = 18
_TOP_PX = 12
_NARROW_PX = 185.0  # of the plot beside names of places, on a phone
_LETTER_PX = 6.2
_SAMPLE_PX = 26


def room_px(*, name: str, value: float) -> int:
    """Height that the label takes above the plot."""
    return _TOP_PX + _ROW_PX * len(_rows(name, value))


def upright(*, name: str, value: float, far: float) -> Mapping[str, object]:
    """Annotation of a standing line at ``value``, which is ``far`` (0 to 1) along the axis: over its end, or right-aligned when that would be cut.

    The figure keeps ``room_px`` for it as its upper margin.
    """
    rows = _rows(name, value)
    half = max(map(len, rows)) * _LETTER_PX / 2
    fits = far * _NARROW_PX + half <= _NARROW_PX
    place = {"x": value} if fits else {"x": 1, "xref": "paper", "xanchor": "right", "align": "right"}
    return {**_annotation(rows), **place}


def over_level(figure: go.Figure, *, name: str, value: float) -> None:
    """Label a lying line: at the left above the plot, behind a piece of that line, so that it covers no point."""
    rows = _rows(name, value)
    middle = _ROW_PX * (len(rows) - 0.5)
    figure.add_shape(
        type="line", xref="paper", yref="paper", xsizemode="pixel", ysizemode="pixel", xanchor=0, yanchor=1,
        x0=0, x1=_SAMPLE_PX, y0=middle, y1=middle, line={"color": LIGHT.comparator, "width": 2, "dash": "dash"},
    )  # fmt: skip
    figure.update_layout(margin={"t": room_px(name=name, value=value)})
    figure.add_annotation(
        _annotation(rows), x=0, xref="paper", xanchor="left", xshift=_SAMPLE_PX + 2, align="left"
    )  # fmt: skip


def _rows(name: str, value: float) -> list[str]:
    return wrap(f"{name} {notation.number(value)}", _LETTERS)


def _annotation(rows: list[str]) -> Mapping[str, object]:
    return {
        "y": 1, "yref": "paper", "yanchor": "bottom", "text": f"<b>{'<br>'.join(rows)}</b>",
        "font": {"color": LIGHT.comparator, "size": template.SMALL_TEXT_PX},
    }  # fmt: skip
