"""Columns per period of one kind, a small panel per product: each panel has its own scale, so that small products can be read too."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from charts import counts, template
from charts.chart import Chart
from charts.counts import CountLabels
from charts.palette import LIGHT
from data_sources.period import Period
from indicators import notation
from language import N_, _

_ACROSS = 2  # two panels of four columns fit a phone with text of 12 px
_MOST_BESIDE = 4  # columns in a panel that has another one beside it
_PANEL_PX = 168
_MISSING = N_("niet gedrukt")


def columns(rows: pd.DataFrame, *, words: CountLabels) -> Chart:
    """One panel per group, one column per period, the figure above each column; axes start at zero.

    ``rows``: group, period, value (counts as printed). Raises MixedPeriodsError, NothingToDrawError.
    """
    figures = counts.checked(rows)
    kind = counts.kind_of(figures)
    return Chart(
        name=f"{words.title}, {words.place}, {notation.periods(map(Period.from_key, figures['period']))}",
        subtitle=_("aantal {counts} per {period}; elk vak heeft zijn eigen schaal", counts=words.unit, period=kind),
        description=counts.description(
            figures, words=words, kind=_("Kolommen per {period}", period=kind), missing=_(_MISSING)
        ),
        drawing=_figure(figures, words=words),
        table=counts.table(figures, words=words),
        printed=counts.printed(figures, words=words, missing=_(_MISSING)),
        sources=words.sources,
        caveats=words.caveats,
        key=words.key,
    )


def _figure(figures: pd.DataFrame, *, words: CountLabels) -> go.Figure:
    groups = list(dict.fromkeys(figures["group"]))
    periods = sorted(set(figures["period"]))
    across = _ACROSS if len(periods) <= _MOST_BESIDE else 1
    down = ceil(len(groups) / across)
    from plotly.subplots import make_subplots  # 2 MB that the first page does without

    figure = make_subplots(rows=down, cols=across, horizontal_spacing=0.06, vertical_spacing=min(0.14, 0.4 / down))
    figure.update_layout(template=template.template(), height=_PANEL_PX * down, margin={"t": 28})
    for number, group in enumerate(groups):
        row, column = number // across + 1, number % across + 1
        values = figures[figures["group"] == group].set_index("period")["value"].reindex(periods)
        texts = [counts.value_text(value, missing="–") for value in values]
        figure.add_trace(
            go.Bar(
                x=_short(periods),
                y=[None if pd.isna(value) else float(value) for value in values],
                text=texts,
                textposition="outside",
                cliponaxis=False,
                constraintext="none",
                textfont={"size": template.SMALL_TEXT_PX, "color": LIGHT.ink},
                marker={"color": [*[LIGHT.classes[2]] * (len(periods) - 1), LIGHT.accent]},
                hovertemplate=f"<b>{group}</b>, %{{x}}<br>%{{text}} {words.unit}<extra></extra>",
                name=str(group),
            ),
            row=row,
            col=column,
        )
        most = float(values.max()) if values.notna().any() else 1.0
        figure.update_yaxes(range=[0, most * 1.32 or 1.0], visible=False, row=row, col=column)
        figure.update_xaxes(type="category", showline=True, tickformat="d", row=row, col=column)
        _title(figure, str(group), row=row, column=column)
    return figure


def _short(periods: Sequence[str]) -> list[str]:
    """Periods at the axis: the same half of several years is named in the title, so that its year is enough."""
    same_half = len({period.partition("-")[2] for period in periods}) == 1
    return [period.partition("-")[0] if same_half else counts.period_words(period) for period in periods]


def _title(figure: go.Figure, group: str, *, row: int, column: int) -> None:
    """The name of the panel, inside it at the top, so that it never runs into the panel above."""
    axes = figure.get_subplot(row, column)
    figure.add_annotation(
        x=axes.xaxis.domain[0],
        y=axes.yaxis.domain[1],
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        text=f"<b>{group}</b>",
        font={"size": template.TEXT_PX},
    )
