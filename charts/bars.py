"""Horizontal bars for a composition: who reports, with two periods under each other."""

from __future__ import annotations

from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from charts import counts, template
from charts.chart import Chart, NothingToDrawError
from charts.counts import CountLabels
from charts.palette import LIGHT
from indicators import notation
from language import N_, _

MOST_PERIODS = 2
_BAR_PX = 16
_LINE_PX = 19
_LETTERS = 40  # of a name on one line of a phone
_MISSING = N_("niet gedrukt")
_LOOKS = ((LIGHT.accent, ""), (LIGHT.second, "/"))


def bars(rows: pd.DataFrame, *, words: CountLabels) -> Chart:
    """One block per category, its name above its bars (a phone has no room beside them), largest first.

    ``rows``: group, period, value (counts as printed), at most two periods; the newest is solid, the other hatched.
    Categories need not add up to the total of the source. Raises MixedPeriodsError, NothingToDrawError.
    """
    figures = counts.checked(rows)
    periods = sorted(set(figures["period"]), reverse=True)
    if len(periods) > MOST_PERIODS:
        msg = f"bars show at most {MOST_PERIODS} periods, not {', '.join(periods)}"
        raise NothingToDrawError(msg)
    size = figures.groupby("group")["value"].max().sort_values(ascending=False)
    grid = pd.MultiIndex.from_product([size.index, periods], names=["group", "period"])
    full = figures.set_index(["group", "period"])["value"].reindex(grid).reset_index()
    return Chart(
        name=f"{words.title}, {words.place}, {notation.listing([counts.period_words(period) for period in reversed(periods)])}",
        subtitle=counts.number_of(words.unit),
        description=counts.description(full, words=words, kind=_("Liggende balken"), missing=_(_MISSING)),
        drawing=_figure(full, groups=list(size.index), periods=periods, words=words),
        table=counts.table(full, words=words),
        printed=counts.printed(full, words=words, missing=_(_MISSING)),
        sources=words.sources,
        caveats=words.caveats,
        key=words.key,
    )


def _figure(full: pd.DataFrame, *, groups: list[str], periods: list[str], words: CountLabels) -> go.Figure:
    names = [wrap(group, _LETTERS) for group in groups]
    tall = [_LINE_PX * len(name) + _BAR_PX * len(periods) + 12 for name in names]
    tops = [sum(tall[:at]) for at in range(len(groups))]
    figure = template.figure(height_px=sum(tall) + 16)
    for number, (period, (colour, hatch)) in enumerate(zip(periods, _LOOKS, strict=False)):
        values = full[full["period"] == period].set_index("group")["value"].reindex(groups)
        texts = [counts.value_text(value, missing=_(_MISSING)) for value in values]
        figure.add_trace(
            go.Bar(
                orientation="h",
                x=[0.0 if pd.isna(value) else float(value) for value in values],
                y=[
                    top + _LINE_PX * len(name) + (number + 0.5) * _BAR_PX for top, name in zip(tops, names, strict=True)
                ],
                width=_BAR_PX - 3,
                marker={
                    "color": colour,
                    "pattern": {"shape": hatch, "fillmode": "overlay", "fgcolor": LIGHT.paper, "size": 5},
                },
                text=[f"{period}: {text}" for text in texts],
                textposition="outside",
                constraintext="none",
                cliponaxis=False,
                textfont={"size": template.SMALL_TEXT_PX, "color": LIGHT.ink},
                customdata=groups,
                hovertemplate=f"<b>%{{customdata}}</b><br>%{{text}} {words.unit}<extra></extra>",
                name=period,
            )
        )
    for top, name in zip(tops, names, strict=True):
        text = f"<b>{'<br>'.join(name)}</b>"
        figure.add_annotation(
            x=0, y=top, xanchor="left", yanchor="top", align="left", text=text, font={"size": template.TEXT_PX}
        )
    figure.update_layout(barmode="overlay", margin={"t": 4, "b": 4})
    figure.update_xaxes(range=[0, float(full["value"].max()) * 1.45], visible=False)
    figure.update_yaxes(range=[sum(tall), 0], visible=False)
    return figure
