"""The series of several places, each in its own small panel on one scale, with the comparator as a quiet line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, isfinite

import pandas as pd
import plotly.graph_objects as go

from charts import template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from charts.series import Line, Point, description, lines, printed_series, runs, series_rows
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind

MOST_PANELS = 20
_COLUMNS = 2
_PANEL_PX = 128


def small_multiples(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    names: Mapping[str, str],
    beside: str | None = None,
    selected: Sequence[str] = (),
    sources: tuple[SourceLine, ...] = (),
) -> Chart:
    """One panel per place with at least two figures; ``beside`` is the region code drawn as a quiet line in each.

    ``values`` are IndicatorValue rows of one kind of period. Raises MixedPeriodsError, NothingToDrawError.
    """
    drawn = lines(values, specs={spec.id: spec}, names=names)
    quiet = next((line for line in drawn if line.region == beside), None)
    panels = [line for line in drawn if line.region != beside and sum(point.known for point in line.points) > 1]
    if not panels or len(panels) > MOST_PANELS:
        msg = f"small multiples need 1 to {MOST_PANELS} places with a series, not {len(panels)}"
        raise NothingToDrawError(msg)
    shown = [*panels, *([quiet] if quiet else [])]
    periods = sorted({point.period for line in shown for point in line.points})
    dates = " tot en met ".join(dict.fromkeys((periods[0].label, periods[-1].label)))
    legend = f"; stippellijn = {quiet.place}" if quiet else ""
    return Chart(
        name=f"{spec.title} per plaats, {dates}",
        subtitle=f"{spec.unit}; alle vakken hebben dezelfde schaal, vanaf nul{legend}",
        description=description(shown, unit=spec.unit),
        drawing=_figure(panels, quiet, selected=selected),
        table=series_rows(shown),
        printed=printed_series(shown, unit=spec.unit, with_indicator=False),
        sources=sources,
        caveats=(*without_twin(spec), *spec.caveats),
        key=f"vakken-{spec.id}",
        extra={"unit": spec.unit},
    )


def _figure(panels: Sequence[Line], quiet: Line | None, *, selected: Sequence[str]) -> go.Figure:
    deep = ceil(len(panels) / _COLUMNS)
    from plotly.subplots import make_subplots  # 2 MB that the first page does without

    figure = make_subplots(
        rows=deep, cols=_COLUMNS, shared_yaxes=True, horizontal_spacing=0.06, vertical_spacing=min(0.36 / deep, 0.4)
    )
    figure.update_layout(template=template.template(), height=_PANEL_PX * deep + 40, autosize=True, margin={"t": 28})
    every = [point for line in (*panels, *([quiet] if quiet else [])) for point in line.points]
    top = max(point.high if isfinite(point.high) else point.value for point in every if point.known) * 1.08 or 1.0
    for number, line in enumerate(panels):
        at = {"row": number // _COLUMNS + 1, "col": number % _COLUMNS + 1}
        if quiet is not None:
            for run in runs(quiet):
                figure.add_trace(_line(run, colour=LIGHT.comparator, dash="dot", width=1.5, name=quiet.place), **at)
        for run in runs(line):
            figure.add_trace(_band(run), **at)
            figure.add_trace(_line(run, colour=LIGHT.accent, dash="solid", width=2.5, name=line.place), **at)
        figure.add_trace(_points(line), **at)
        title = f"<b>{line.place}</b>" if line.region in selected else line.place
        figure.add_annotation(
            text=title, x=0, xref="x domain", xanchor="left", y=1, yref="y domain", yanchor="bottom", yshift=2,
            font={"size": template.TEXT_PX, "color": LIGHT.ink}, **at,
        )  # fmt: skip
    years = sorted({point.period.calendar_year for point in every})
    xs = [point.x for point in every]
    figure.update_yaxes(range=[0, top], nticks=4, tickformat=",")
    figure.update_xaxes(
        range=[min(xs) - 0.35, max(xs) + 0.35], tickvals=[years[0], years[-1]], ticktext=[f"’{str(year)[2:]}" for year in (years[0], years[-1])],
        showgrid=False, showline=True,
    )  # fmt: skip
    return figure


def _line(run: Sequence[Point], *, colour: str, dash: str, width: float, name: str) -> go.Scatter:
    return go.Scatter(
        x=[point.x for point in run], y=[point.value for point in run], mode="lines", hoverinfo="skip", name=name,
        line={"color": colour, "dash": dash, "width": width},
    )  # fmt: skip


def _band(run: Sequence[Point]) -> go.Scatter:
    edges = [point for point in run if isfinite(point.low)]
    return go.Scatter(
        x=[point.x for point in (*edges, *reversed(edges))],
        y=[*(point.high for point in edges), *(point.low for point in reversed(edges))],
        fill="toself", fillcolor=LIGHT.accent, opacity=template.BAND_OPACITY, line={"width": 0}, mode="lines",
        hoverinfo="skip", name="band",
    )  # fmt: skip


def _points(line: Line) -> go.Scatter:
    known = [point for point in line.points if point.known]
    half = known[0].period.kind is Kind.HALF_YEAR
    return go.Scatter(
        x=[point.x for point in known], y=[point.value for point in known], mode="markers", name=line.place,
        marker={
            "size": 5 if half else 6, "color": LIGHT.accent,
            "symbol": ["circle-open" if point.provisional else "circle" for point in known],
        },
        customdata=[[point.period.label, point.value_text, point.hover_more] for point in known],
        hovertemplate=f"<b>{line.place}</b>, %{{customdata[0]}}<br>%{{customdata[1]}}%{{customdata[2]}}<extra></extra>",
    )  # fmt: skip
