"""Printed shares by category, a mark per period: which groups are large, and did their share move."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts import template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from data_sources.level import NETHERLANDS
from data_sources.observation import Status
from data_sources.period import MixedPeriodsError, Period
from indicators import notation
from language import N_, _

MOST_PERIODS = 3
_ROW_PX, _FOOT_PX = 36, 74
_LEFT, _RIGHT = (
    0.04,
    1.3,
)  # room beside the axis, as a part of the largest share: for a mark at zero and for the words of a value
_LOOKS = ((LIGHT.classes[1], "circle"), (LIGHT.second, "square"), (LIGHT.accent, "diamond"))
_MISSING = N_("niet gedrukt")


@dataclass(frozen=True)
class ShareWords:
    """What a figure of shares is about; ``whole`` says of what they are a share ('van de adviezen')."""

    key: str
    title: str
    whole: str
    group_head: str
    sources: tuple[SourceLine, ...] = ()
    caveats: tuple[str, ...] = ()


def shares(rows: pd.DataFrame, *, words: ShareWords) -> Chart:
    """National shares: one row per category, one mark per period; ``rows``: category, period (code), value (percent), status.

    Raises MixedPeriodsError for years with half-years, NothingToDrawError for no value or more than three periods.
    """
    periods = [Period.from_code(str(code)) for code in sorted(rows["period"].astype("str").unique())]
    if len({period.kind for period in periods}) > 1:
        msg = "years and half-years share no axis: choose one kind of period"
        raise MixedPeriodsError(msg)
    if not periods or len(periods) > MOST_PERIODS or rows["value"].isna().all():
        msg = f"a figure of shares needs a value and at most {MOST_PERIODS} periods"
        raise NothingToDrawError(msg)
    wide = rows.astype({"category": "str", "period": "str"}).pivot_table(
        index="category", columns="period", values="value", observed=True
    )
    wide = wide.loc[wide.max(axis=1).sort_values(ascending=False, kind="stable").index].rename(index=_)
    provisional = {str(code) for code in rows.loc[rows["status"] == Status.PROVISIONAL, "period"]}
    place = _("Nederland")
    table = _table(wide, place=place, region=NETHERLANDS, provisional=provisional)
    last = periods[-1]
    shares_of_groups = [f"{group} {notation.percent(value)}" for group, value in wide[last.code].dropna().items()]
    return Chart(
        name=f"{words.title}, {notation.periods(periods)}",
        subtitle=f"% {words.whole}, {place}",
        description=_(
            "Stippen per groep, % {whole}. In {when}: {shares}. De tabel heeft alle cijfers.",
            whole=words.whole,
            when=last.in_words,
            shares=notation.listing(shares_of_groups),
        ),
        drawing=_figure(wide, periods=periods, words=words),
        table=table,
        printed=_printed(wide, periods=periods, words=words, provisional=provisional),
        sources=words.sources,
        caveats=words.caveats,
        key=words.key,
    )


def _table(wide: pd.DataFrame, *, place: str, region: str, provisional: set[str]) -> pd.DataFrame:
    table = wide.reset_index()
    table.insert(0, "place", place)
    table.insert(1, "region", region)
    return table.assign(provisional_periods=", ".join(sorted(provisional & set(wide.columns))))


def _printed(wide: pd.DataFrame, *, periods: list[Period], words: ShareWords, provisional: set[str]) -> pd.DataFrame:
    heads = {
        period: _("{period} (voorlopig)", period=period.label) if period.code in provisional else period.label
        for period in periods
    }
    return pd.DataFrame(
        {words.group_head: [str(group) for group in wide.index]}
        | {
            heads[period]: [notation.percent(value) if pd.notna(value) else _(_MISSING) for value in wide[period.code]]
            for period in periods
        }
    )


def _figure(wide: pd.DataFrame, *, periods: list[Period], words: ShareWords) -> go.Figure:
    groups = [str(group) for group in wide.index]
    figure = template.figure(height_px=_ROW_PX * len(groups) + _FOOT_PX)
    for group, farthest in zip(groups, wide.max(axis=1).tolist(), strict=True):
        figure.add_shape(type="line", x0=0, x1=farthest, y0=group, y1=group, line={"color": LIGHT.line, "width": 1})
    newest = wide[periods[-1].code]
    for group, farthest in zip(groups, wide.max(axis=1).tolist(), strict=True):
        value = newest[group]
        text = notation.percent(value) if pd.notna(value) else _(_MISSING)
        figure.add_annotation(
            x=farthest,
            y=group,
            text=text,
            showarrow=False,
            xanchor="left",
            xshift=10,
            font={"size": template.SMALL_TEXT_PX},
        )
    looks = _LOOKS[-len(periods) :]
    for period, (colour, symbol) in zip(periods, looks, strict=True):
        values = wide[period.code]
        figure.add_trace(
            go.Scatter(
                x=[None if pd.isna(value) else float(value) for value in values],
                y=groups,
                mode="markers",
                marker={"size": 11, "color": colour, "symbol": symbol, "line": {"width": 1, "color": LIGHT.ink}},
                customdata=[notation.percent(value) if pd.notna(value) else _(_MISSING) for value in values],
                hovertemplate=f"<b>%{{y}}</b>, {period.label}<br>%{{customdata}} {words.whole}<extra></extra>",
                name=period.label,
            )
        )
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom"},
        margin={"t": 34},
    )
    figure.update_xaxes(
        range=[-float(wide.max().max()) * _LEFT, float(wide.max().max()) * _RIGHT],
        ticksuffix="%",
        nticks=6,
        showline=True,
    )
    figure.update_yaxes(
        categoryorder="array", categoryarray=groups, range=[len(groups) - 0.5, -0.5], showgrid=False,
        tickvals=groups, ticktext=[_wrapped(group) for group in groups],
    )  # fmt: skip
    return figure


def _wrapped(name: str) -> str:
    """A long name on two lines, so that the marks keep room on a phone."""
    if len(name) <= 16 or " " not in name:  # noqa: PLR2004 -- letters that leave a phone half of its width
        return name
    middle = min((at for at, letter in enumerate(name) if letter == " "), key=lambda at: abs(at - len(name) / 2))
    return f"{name[:middle]}<br>{name[middle + 1 :]}"
