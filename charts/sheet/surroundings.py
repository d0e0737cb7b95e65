"""Map of one place and its neighbours of the same level, coloured by class, with names and figures on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import isfinite

import numpy as np

from charts.map.patterns import definition
from charts.palette import LIGHT, STATE_PATTERNS
from charts.sheet.picture import Picture, drawing
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries
from geo.boundaries import PlaceShape, Shapes
from indicators import notation
from indicators.classes import breaks_of, class_of
from indicators.comparator import Row
from indicators.value import State
from language import _

WIDTH, HEIGHT = 340, 280
_LEGEND = 40
_MOST_NAMES = 9
_LETTER_PX = 6.2


def surroundings_map(rows: Mapping[str, Row], *, spec: IndicatorSpec, code: str, period: Period) -> Picture:
    """Map around a place in one period, unit as in ``spec``; ``rows`` are IndicatorValue rows of the period by code.

    Places without a figure carry the pattern of their state. Raises UnknownRegionCodeError, NoClassBreaksError.
    """
    shapes = boundaries.shapes(boundaries.boundary_year(period.calendar_year), level=Level.of(code))
    place = shapes.places[code]
    around = [shapes.places[other] for other in place.neighbours if other in shapes.places]
    title = _(
        "{place} en omgeving, {figure}, {period}", place=place.name, figure=spec.short_and_unit, period=period.label
    )
    return _drawn(rows, shapes, spec=spec, places=[place, *around], main=place, period=period, caption=title)


def parts_of(rows: Mapping[str, Row], *, spec: IndicatorSpec, level: Level, period: Period, name: str) -> Picture:
    """Map of all places of a level together, such as the provinces of the country ``name``; unit as in ``spec``."""
    shapes = boundaries.shapes(boundaries.boundary_year(period.calendar_year), level=level)
    every, figure = list(shapes.places.values()), spec.short_and_unit
    kind = level.plural.capitalize()
    title = _(
        "{places} van {country}, {figure}, {period}", places=kind, country=name, figure=figure, period=period.label
    )
    return _drawn(rows, shapes, spec=spec, places=every, main=None, period=period, caption=title)


def _drawn(
    rows: Mapping[str, Row],
    shapes: Shapes,
    *,
    spec: IndicatorSpec,
    places: list[PlaceShape],
    main: PlaceShape | None,
    period: Period,
    caption: str,
) -> Picture:
    left, top, scale = _frame(places, units=shapes.units_per_km)
    near = [shape for shape in shapes.places.values() if _inside(shape, left=left, top=top, scale=scale)]
    breaks = breaks_of(spec, kind=period.kind)
    figures = np.array([rows[shape.code]["value"] if shape.code in rows else np.nan for shape in near], dtype="float64")
    drawn = [
        _path(
            shape,
            group=group,
            state=str(rows[shape.code]["state"] if shape.code in rows else State.NOT_IN_SNAPSHOT),
        )
        for shape, group in zip(near, class_of(figures, breaks=breaks).tolist(), strict=True)
    ]
    labels = _labels(places, rows, left=left, top=top, scale=scale, main=main)
    alone = any(shape.code in rows and rows[shape.code]["state"] == State.COUNT_ONLY for shape in places)
    outline = (
        ""
        if main is None
        else f'<path d="{main.d}" fill="none" stroke="{LIGHT.ink}" stroke-width="{2.5 / scale:.1f}"/>'
    )
    shown = (
        f'<g clip-path="url(#om-clip)"><rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT.wash}"/>'
        f'<g stroke-width="{0.7 / scale:.1f}" transform="scale({scale:.5f}) translate({-left:.0f} {-top:.0f})">{"".join(drawn)}'
        f"{outline}</g>"
        f"{labels}</g>{_legend(breaks, counts_alone=alone)}"
    )
    patterns = "".join(
        definition(pattern, identifier=f"om-{state}", ground=LIGHT.no_figure, ink=LIGHT.edge, scale=1 / scale)
        for state, pattern in STATE_PATTERNS.items()
        if f"url(#om-{state})" in shown
    )
    clip = f'<clipPath id="om-clip"><rect width="{WIDTH}" height="{HEIGHT}" rx="6"/></clipPath>'
    body = f"<defs>{patterns}{clip}</defs>{shown}"
    description = _words(places, rows, caption=caption)
    return drawing(body, width=WIDTH, height=HEIGHT + _LEGEND, caption=caption, description=description, prefix="om")


def located(codes: Sequence[str], *, name: str) -> Picture:
    """Where a municipality that ended lies on the newest boundaries: those it went into, without figures.

    Raises UnknownRegionCodeError for a malformed code.
    """
    shapes = boundaries.shapes(boundaries.BOUNDARY_YEARS[-1], level=Level.MUNICIPALITY)
    places = [shapes.places[code] for code in codes]
    left, top, scale = _frame(places, units=shapes.units_per_km)
    ground = "".join(
        f'<path d="{shape.d}" fill="{LIGHT.classes[0] if shape in places else LIGHT.paper}" fill-rule="evenodd" '
        f'stroke="{LIGHT.edge}"/>'
        for shape in shapes.places.values()
        if _inside(shape, left=left, top=top, scale=scale)
    )
    labels = "".join(_label(shape, None, left=left, top=top, scale=scale, main=True) for shape in places)
    caption = _("{place} hoort nu bij {places}", place=name, places=notation.listing([shape.name for shape in places]))
    body = (
        f'<defs><clipPath id="om-clip"><rect width="{WIDTH}" height="{HEIGHT}" rx="6"/></clipPath></defs>'
        f'<g clip-path="url(#om-clip)"><rect width="{WIDTH}" height="{HEIGHT}" fill="{LIGHT.wash}"/>'
        f'<g stroke-width="{0.7 / scale:.1f}" transform="scale({scale:.5f}) translate({-left:.0f} {-top:.0f})">{ground}</g>{labels}</g>'
    )
    words = _("Kaart zonder cijfers, met de grenzen van {year}: {caption}.", year=shapes.boundary_year, caption=caption)
    return drawing(body, width=WIDTH, height=HEIGHT, caption=caption, description=words, prefix="om")


def _frame(places: list[PlaceShape], *, units: float) -> tuple[float, float, float]:
    """Left, top and px per unit of the cut-out that holds the places."""
    reach = [(shape, shape.area_km2**0.5 * 0.6 * units) for shape in places]
    left, right = min(shape.cx - far for shape, far in reach), max(shape.cx + far for shape, far in reach)
    top, bottom = min(shape.cy - far for shape, far in reach), max(shape.cy + far for shape, far in reach)
    scale = min(WIDTH / (right - left), HEIGHT / (bottom - top))
    return (left + right - WIDTH / scale) / 2, (top + bottom - HEIGHT / scale) / 2, scale


def _inside(shape: PlaceShape, *, left: float, top: float, scale: float) -> bool:
    """Whether a place may show in the cut-out."""
    west, north, east, south = shape.box
    return west <= left + WIDTH / scale and east >= left and north <= top + HEIGHT / scale and south >= top


def _path(shape: PlaceShape, *, group: int, state: str) -> str:
    fill = LIGHT.classes[group] if group >= 0 else f"url(#om-{state})"
    stroke = LIGHT.paper if group >= 0 else LIGHT.edge
    return f'<path d="{shape.d}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}"/>'


def _labels(
    places: list[PlaceShape],
    rows: Mapping[str, Row],
    *,
    left: float,
    top: float,
    scale: float,
    main: PlaceShape | None,
) -> str:
    """Names with their figures: the place first, then the largest; one that would overprint another is left out."""
    ordered = sorted(places, key=lambda shape: (shape is not main, not _figure(rows.get(shape.code)), -shape.area_km2))
    taken: list[tuple[float, float, float, float]] = []
    parts: list[str] = []
    for shape in ordered:
        box = _box(shape, left=left, top=top, scale=scale, figure=_figure(rows.get(shape.code)))
        if len(parts) > _MOST_NAMES or any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        parts.append(_label(shape, rows.get(shape.code), left=left, top=top, scale=scale, main=shape is main))
    return "".join(parts)


def _box(shape: PlaceShape, *, left: float, top: float, scale: float, figure: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the label of a place in px."""
    half = max(len(shape.name), len(figure)) * _LETTER_PX / 2 + 1
    x = min(max((shape.cx - left) * scale, half + 4), WIDTH - half - 4)
    y = min(max((shape.cy - top) * scale, 14), HEIGHT - 20)
    return x - half, y - 12, x + half, y + (17 if figure else 4)


def _overlap(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _figure(row: Row | None) -> str:
    """Figure on the map: the value, else the count with its word, else nothing."""
    value = float("nan") if row is None else float(row["value"])
    return notation.number(value) if isfinite(value) else _count(row)


def _label(shape: PlaceShape, row: Row | None, *, left: float, top: float, scale: float, main: bool) -> str:
    """Name with its figure, kept inside the picture, on a rim of paper so that it reads on every colour."""
    figure = _figure(row)
    half = len(shape.name) * _LETTER_PX / 2
    x = min(max((shape.cx - left) * scale, half + 4), WIDTH - half - 4)
    y = min(max((shape.cy - top) * scale, 14), HEIGHT - 20)
    weight = "700" if main else "400"
    return (
        f'<text text-anchor="middle" font-weight="{weight}" fill="{LIGHT.ink}" stroke="{LIGHT.paper}" '
        f'stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="{x:.0f}" y="{y:.0f}">'
        f'{escape(shape.name)}</tspan><tspan x="{x:.0f}" dy="13">{figure}</tspan></text>'
    )


def _count(row: Row | None) -> str:
    """The count where nothing else is known, with a word so that it is not taken for the rate."""
    if row is None or row["state"] != State.COUNT_ONLY:
        return ""
    return _("aantal {count}", count=notation.count(row["count"]))


def _legend(breaks: Sequence[float], *, counts_alone: bool) -> str:
    """Colours with the border between them under it, and the patterns of no figure and of a count alone."""
    step, y = 38, HEIGHT + 8
    parts = [
        f'<rect x="{number * step}" y="{y}" width="{step}" height="10" fill="{colour}"/>'
        for number, colour in enumerate(LIGHT.classes)
    ]
    parts += [
        f'<text x="{(number + 1) * step}" y="{y + 24}" text-anchor="middle" fill="{LIGHT.soft_ink}">'
        f"{notation.number(edge, decimals=0 if float(edge).is_integer() else 1)}</text>"
        for number, edge in enumerate(breaks)
    ]
    x = step * len(LIGHT.classes) + 12
    states = {
        State.NOT_IN_SNAPSHOT: _("nog geen cijfer"),
        **({State.COUNT_ONLY: _("alleen aantal")} if counts_alone else {}),
    }
    parts += [
        f'<rect x="{x}" y="{y + 18 * number}" width="20" height="10" fill="url(#om-{state})" stroke="{LIGHT.edge}"/>'
        f'<text x="{x + 25}" y="{y + 10 + 18 * number}" fill="{LIGHT.soft_ink}">{words}</text>'
        for number, (state, words) in enumerate(states.items())
    ]
    return "".join(parts)


def _words(places: list[PlaceShape], rows: Mapping[str, Row], *, caption: str) -> str:
    """The map in words: the first place first, the others by name."""
    words = []
    for shape in [*places[:1], *sorted(places[1:], key=lambda shape: shape.name)]:
        row = rows.get(shape.code)
        words.append(
            f"{shape.name}: {notation.value_text(row) if row else notation.state_words(State.NOT_IN_SNAPSHOT)}"
        )
    return _("Kaart: {caption}. {figures}.", caption=caption, figures="; ".join(words))
