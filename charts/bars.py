"""Horizontal bars for a composition: who reports, with two periods under each other."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts import counts, template
from charts.chart import Chart, NothingToDrawError
from charts.counts import Words
from charts.palette import LIGHT

MOST_PERIODS = 2
_BAR_PX = 18
_NAME_PX = 24
_MISSING = "niet gedrukt voor dit jaar"
_LOOKS = ((LIGHT.accent, ""), (LIGHT.second, "/"))


def bars(rows: pd.DataFrame, *, words: Words) -> Chart:
    """One block per category, its name above its bars (a phone has no room beside them), largest first.

    ``rows``: group, period, value (counts as printed), at most two periods; the newest is solid, the other hatched.
    Categories need not add up to the total of the source. Raises MixedPeriodsError, NothingToDrawError.
    """
    own = counts.checked(rows)
    periods = sorted(set(own["period"]), reverse=True)
    if len(periods) > MOST_PERIODS:
        msg = f"bars show at most {MOST_PERIODS} periods, not {', '.join(periods)}"
        raise NothingToDrawError(msg)
    size = own.groupby("group")["value"].max().sort_values(ascending=False)
    grid = pd.MultiIndex.from_product([size.index, periods], names=["group", "period"])
    full = own.set_index(["group", "period"])["value"].reindex(grid).reset_index()
    return Chart(
        name=f"{words.title}, {words.place}, {' en '.join(reversed(periods))}",
        subtitle=f"aantal {words.unit}",
        description=counts.description(full, words=words, kind="Liggende balken", missing=_MISSING),
        figure=_figure(full, groups=list(size.index), periods=periods, words=words),
        table=counts.table(full, words=words),
        printed=counts.printed(full, words=words, missing=_MISSING),
        sources=words.sources,
        caveats=words.caveats,
        key=words.key,
    )


def _figure(full: pd.DataFrame, *, groups: list[str], periods: list[str], words: Words) -> go.Figure:
    block = _NAME_PX + _BAR_PX * len(periods) + 8
    figure = template.figure(height_px=block * len(groups) + 16)
    for number, (period, (colour, hatch)) in enumerate(zip(periods, _LOOKS, strict=False)):
        own = full[full["period"] == period].set_index("group")["value"].reindex(groups)
        middles = [at * block + _NAME_PX + number * _BAR_PX + _BAR_PX / 2 for at in range(len(groups))]
        texts = [counts.value_text(value, missing=_MISSING) for value in own]
        figure.add_trace(
            go.Bar(
                orientation="h",
                x=[0.0 if pd.isna(value) else float(value) for value in own],
                y=middles,
                width=_BAR_PX - 3,
                marker={"color": colour, "pattern": {"shape": hatch, "fgcolor": LIGHT.paper, "size": 5}},
                text=[f"{period}: {text}" for text in texts],
                textposition="outside",
                cliponaxis=False,
                textfont={"size": template.SMALL_TEXT_PX, "color": LIGHT.ink},
                customdata=groups,
                hovertemplate=f"<b>%{{customdata}}</b><br>%{{text}} {words.unit}<extra></extra>",
                name=period,
            )
        )
    for at, group in enumerate(groups):
        figure.add_annotation(
            x=0, y=at * block + _NAME_PX / 2, xanchor="left", text=f"<b>{group}</b>", font={"size": template.TEXT_PX}
        )
    most = float(full["value"].max())
    figure.update_layout(barmode="overlay", margin={"t": 4, "b": 4, "r": 8})
    figure.update_xaxes(range=[0, most * 1.45], visible=False)
    figure.update_yaxes(range=[block * len(groups), 0], visible=False)
    return figure
