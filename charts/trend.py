"""Lines with bands: does it rise or fall. Gaps at breaks and missing periods; years and half-years never together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import pandas as pd
import plotly.graph_objects as go

from charts import break_bands, template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from charts.series import Line, Point, lines, runs
from charts.series import description as describe
from charts.series import printed_series as print_rows
from charts.series import series_rows as table_rows
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from indicators import notation
from language import Language, _, current

MOST_LINES = 6
_HEIGHT = 340
_TOP_PX = 12
_LABEL_ROOM = 104
_LABEL_GAP_PX = 30


@dataclass(frozen=True)
class _Stroke:
    colour: str
    dash: str
    symbol: str


_STROKES = (
    _Stroke(LIGHT.accent, "solid", "circle"),
    _Stroke(LIGHT.second, "dash", "square"),
    _Stroke(LIGHT.comparator, "dashdot", "diamond"),
    _Stroke(LIGHT.ink, "longdash", "triangle-up"),
    _Stroke(LIGHT.classes[2], "solid", "x"),
    _Stroke(LIGHT.soft_ink, "dash", "cross"),
)


def trend_chart(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    names: Mapping[str, str],
    twin: IndicatorSpec | None = None,
    labels: Mapping[str, str] | None = None,
    sources: tuple[SourceLine, ...] = (),
    bands: bool = True,
    same_area: bool = False,
) -> Chart:
    """One line per place (and per indicator when ``twin`` is given), band of rounding and chance around it.

    ``values`` are IndicatorValue rows of one kind of period; ``names`` gives each region code its name, ``labels`` a shorter one at its line. The value axis
    starts at zero, unit as in ``spec``; provisional periods have open marks and a dotted line. ``same_area``: the figures
    of municipalities were recomputed to one area, so a merger breaks no line.
    Raises MixedPeriodsError for years with half-years, NothingToDrawError for no figure or more than six lines.
    """
    specs = {each.id: each for each in (spec, twin) if each is not None}
    drawn = lines(values, specs=specs, names=names, labels=labels, same_area=same_area)
    if not drawn or len(drawn) > MOST_LINES:
        msg = f"a trend needs 1 to {MOST_LINES} lines with a figure, not {len(drawn)}"
        raise NothingToDrawError(msg)
    table = table_rows(drawn)
    shown = [line.name for line in drawn]
    periods = sorted({point.period for line in drawn for point in line.points})
    return Chart(
        name=f"{_title(spec, twin)}, {_span(periods)}",
        subtitle=f"{spec.unit}; {', '.join(dict.fromkeys(line.place for line in drawn))}",
        description=describe(drawn, unit=spec.unit),
        drawing=_figure(drawn, unit=spec.unit, bands=bands),
        table=table,
        printed=print_rows(drawn, unit=spec.unit, with_indicator=twin is not None),
        sources=sources,
        caveats=(*spec.caveats, *_remarks(drawn), *(without_twin(spec) if twin is None else ())),
        key=f"ontwikkeling-{spec.id}",
        extra={"lines": shown},
    )


def _title(spec: IndicatorSpec, twin: IndicatorSpec | None) -> str:
    """Both of a pair before the place: ``Meldingen en adviezen bij Veilig Thuis``."""
    if twin is None:
        return spec.title
    if current() is not Language.DUTCH:
        return notation.listing([spec.title, f"{twin.title[:1].lower()}{twin.title[1:]}"])
    first, _space, rest = spec.title.partition(" ")
    return " ".join(filter(None, (first, "en", twin.short, rest.replace("van Veilig Thuis", "bij Veilig Thuis"))))


def _span(periods: Sequence[Period]) -> str:
    return _(" tot en met ").join(dict.fromkeys((periods[0].label, periods[-1].label)))


def _remarks(drawn: Sequence[Line]) -> list[str]:
    """The breaks in full words."""
    reasons = dict.fromkeys(dated.reason for line in drawn for dated in line.breaks)
    return [_("De lijn is onderbroken: {reason}.", reason=reason) for reason in reasons]


def _figure(drawn: Sequence[Line], *, unit: str, bands: bool) -> go.Figure:
    figure = template.figure(height_px=_HEIGHT)
    for line, stroke in zip(drawn if bands else (), _STROKES, strict=False):
        figure.add_traces([trace for run in runs(line) for trace in _band(run, stroke)])
    for line, stroke in zip(drawn, _STROKES, strict=False):
        figure.add_traces([trace for run in runs(line) for trace in _strokes(run, stroke)])
        figure.add_trace(_marks(line, stroke, unit=unit))
    known = [point for line in drawn for point in line.points if point.known]
    top = max(point.high if isfinite(point.high) else point.value for point in known) * 1.08 or 1.0
    _labels(figure, drawn, top=top)
    first, last = _axis(figure, drawn, top=top)
    placed = break_bands.bands(drawn, first=first, last=last)
    above = break_bands.room_px(placed)
    figure.update_layout(height=_HEIGHT + above, margin={"t": _TOP_PX + above, "r": _LABEL_ROOM})
    break_bands.draw(figure, placed)
    return figure


def _band(run: Sequence[Point], stroke: _Stroke) -> list[go.Scatter]:
    edges = [point for point in run if isfinite(point.low)]
    if not edges:
        return []
    width = 0.06 if len(edges) == 1 else 0.0  # a lone point gets a narrow bar
    right = [point.x + width for point in edges]
    left = [point.x - width for point in edges]
    return [
        go.Scatter(
            x=[*right, *reversed(left)] if len(edges) > 1 else [left[0], right[0], right[0], left[0]],
            y=[*(p.high for p in edges), *(p.low for p in reversed(edges))]
            if len(edges) > 1
            else [edges[0].high, edges[0].high, edges[0].low, edges[0].low],
            fill="toself",
            fillcolor=stroke.colour,
            opacity=template.BAND_OPACITY,
            line={"width": 0},
            mode="lines",
            hoverinfo="skip",
            name="band",
        )
    ]


def _strokes(run: Sequence[Point], stroke: _Stroke) -> list[go.Scatter]:
    """The line of one run: firm up to the last final period, dotted into provisional ones."""
    firm = [point for point in run if not point.provisional]
    loose = run[max(len(firm) - 1, 0) :] if len(firm) < len(run) else []
    return [
        go.Scatter(
            x=[point.x for point in part],
            y=[point.value for point in part],
            mode="lines",
            line={"color": stroke.colour, "width": 2.5, "dash": dash},
            hoverinfo="skip",
            name="lijn",
        )
        for part, dash in ((firm, stroke.dash), (loose, "dot"))
        if len(part) > 1
    ]


def _marks(line: Line, stroke: _Stroke, *, unit: str) -> go.Scatter:
    points = [point for point in line.points if point.known]
    return go.Scatter(
        x=[point.x for point in points],
        y=[point.value for point in points],
        mode="markers",
        marker={
            "size": 9,
            "color": stroke.colour,
            "symbol": [f"{stroke.symbol}-open" if point.provisional else stroke.symbol for point in points],
            "line": {"width": 2, "color": stroke.colour},
        },
        customdata=[[point.period.label, point.value_text, point.hover_more] for point in points],
        hovertemplate=f"<b>{line.name}</b>, %{{customdata[0]}}<br>%{{customdata[1]}} {unit}%{{customdata[2]}}<extra></extra>",
        name=line.name,
    )


def _labels(figure: go.Figure, drawn: Sequence[Line], *, top: float) -> None:
    """Name and last figure at the end of each line, pushed apart so that none covers another."""
    ends = []
    for line, stroke in zip(drawn, _STROKES, strict=False):
        last = [point for point in line.points if point.known][-1]
        ends.append((last.value, last, line, stroke))
    per_px = top / (_HEIGHT - 60)
    floor = -1e9
    for value, last, line, stroke in sorted(ends, key=lambda end: end[0]):
        height = max(value, floor)
        floor = height + _LABEL_GAP_PX * per_px
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=height,
            align="left",
            text=f"<b>{_wrapped(line.label)}</b> {last.value_text}",
            font={"color": stroke.colour, "size": template.SMALL_TEXT_PX},
        )


def _wrapped(name: str) -> str:
    """A long name on two lines, so that it fits beside the plot on a phone."""
    if len(name) <= 12 or " " not in name:  # noqa: PLR2004 -- letters that fit the room for labels
        return f"{name}<br>" if len(name) > 8 else name  # noqa: PLR2004
    middle = min((at for at, letter in enumerate(name) if letter == " "), key=lambda at: abs(at - len(name) / 2))
    return f"{name[:middle]}<br>{name[middle + 1 :]}"


def _axis(figure: go.Figure, drawn: Sequence[Line], *, top: float) -> tuple[float, float]:
    """Set both axes; returns where the axis of years begins and ends."""
    points = sorted({point.period: point for line in drawn for point in line.points}.values(), key=lambda p: p.x)
    years = sorted({point.period.calendar_year for point in points})
    room = (points[-1].x - points[0].x) * 0.03 + 0.12
    first, last = points[0].x - room, points[-1].x + room
    figure.update_yaxes(range=[0, top], rangemode="tozero", nticks=6, tickformat=",")
    half = points[0].period.kind is Kind.HALF_YEAR
    step = 1 if len(years) <= 6 else 2  # noqa: PLR2004 -- four digits a year must fit on a phone
    marked = [year for year in years if (years[-1] - year) % step == 0]
    figure.update_xaxes(
        range=[first, last],
        tickvals=marked,
        ticktext=[str(year) for year in marked],
        tickformat="d",
        ticks="outside",
        showgrid=False,
        showline=True,
        title={"text": _("per halfjaar") if half else ""},
    )
    return first, last
