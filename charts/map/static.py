"""The map as a picture that travels alone: for sheets, files and readers without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Any

from charts.chart import Chart
from charts.map.outline import Outline
from charts.map.patterns import LETTERS, definition
from charts.palette import FONT, LIGHT, STATE_PATTERNS, Palette
from indicators import notation
from language import _

_WIDTH = 720
_HEIGHT = 760
_MARGIN = 20
_LINE = 18
_FEW_PLACES = 4  # of so few, one class often holds most


def static_svg(chart: Chart, *, palette: Palette = LIGHT, prefix: str = "kaart", titled: bool = True) -> str:
    """Draw the period a map opens on, with title, unit, legend, source and caveat inside; 720 px wide.

    ``chart`` is a Chart of municipal_map. Ids start with ``prefix``, so that several pictures fit one page. Without
    ``titled`` it is map and legend alone, for a place that says the rest itself.
    """
    outline: Outline = chart.extra["outline"]
    body = chart.figure.payload
    shown = _shown(chart)
    top = 62 if titled else 6
    view = _view(shown, outline)
    scale = max(view[2] / (_WIDTH - 2 * _MARGIN), view[3] / _HEIGHT)
    height = round(view[3] / scale)
    legend, below = _legend(body, shown, outline, palette=palette, prefix=prefix, top=top + height + 30)
    foot, end = _foot(chart, palette=palette, top=below + 12) if titled else ("", below)
    title = (
        f'<text x="{_MARGIN}" y="32" font-size="21" font-weight="700" fill="{palette.ink}">{escape(chart.name)}</text>'
        f'<text x="{_MARGIN}" y="52" fill="{palette.soft_ink}">{escape(chart.subtitle)}</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {end}" width="{_WIDTH}" height="{end}" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" font-family="{FONT}" font-size="13">'
        f'<title id="{prefix}-title">{escape(chart.name)}</title><desc id="{prefix}-desc">{escape(chart.description)}</desc>'
        f"{_defs(palette, prefix=prefix, scale=scale)}"
        f'<rect width="{_WIDTH}" height="{end}" fill="{palette.paper}"/>'
        f"{title if titled else ''}"
        f'<svg x="{_MARGIN}" y="{top}" width="{_WIDTH - 2 * _MARGIN}" height="{height}" '
        f'viewBox="{" ".join(f"{number:.0f}" for number in view)}">'
        f"{_places(shown, outline, chart.figure.selected, palette=palette, prefix=prefix, scale=scale)}</svg>"
        f"{legend}{foot}</svg>"
    )


def land_svg(chart: Chart, *, width: int, height: int, prefix: str = "land") -> str:
    """The places alone in the colours of their class, without legend and words, inside ``width`` by ``height`` px."""
    palette = LIGHT
    outline: Outline = chart.extra["outline"]
    shown = _shown(chart)
    view = _view(shown, outline)
    scale = max(view[2] / width, view[3] / height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{" ".join(f"{number:.0f}" for number in view)}" font-family="{FONT}">'
        f"{_defs(palette, prefix=prefix, scale=scale)}"
        f"{_places(shown, outline, chart.figure.selected, palette=palette, prefix=prefix, scale=scale)}</svg>"
    )


def linked_svg(chart: Chart, places: Mapping[str, tuple[str, str]], *, palette: Palette, prefix: str) -> str:
    """The map alone, for the eye and the mouse: ``places`` are the address and the words of a place by its code.

    Who listens or has no mouse has the table: a page with a link for every place would have hundreds to pass.
    """
    outline: Outline = chart.extra["outline"]
    shown = _shown(chart)
    view = _view(shown, outline)
    scale = max(view[2] / _WIDTH, view[3] / _HEIGHT)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{round(view[3] / scale)}" aria-hidden="true" '
        f'viewBox="{" ".join(f"{number:.0f}" for number in view)}">'
        f"{_defs(palette, prefix=prefix, scale=scale)}"
        f"{_places(shown, outline, chart.figure.selected, palette=palette, prefix=prefix, scale=scale, linked=places)}</svg>"
    )


def _shown(chart: Chart) -> dict[str, Any]:
    """The period that the map opens on."""
    periods: list[dict[str, Any]] = chart.figure.payload["periods"]
    return next(period for period in periods if period["key"] == chart.figure.period)


def _defs(palette: Palette, *, prefix: str, scale: float) -> str:
    states = {LETTERS[state]: pattern for state, pattern in STATE_PATTERNS.items()}
    parts = []
    for unit, name in ((scale, "m"), (1.0, "l")):  # on the map in map units, in the legend in px
        parts += [
            definition(
                kind, identifier=f"{prefix}-{name}{letter}", ground=palette.no_figure, ink=palette.edge, scale=unit
            )
            for letter, kind in states.items()
        ]
        parts += [
            definition("uncertain", identifier=f"{prefix}-{name}u{group}", ground=ground, ink=ink, scale=unit)
            for group, (ground, ink) in enumerate(zip(palette.classes, palette.on_classes, strict=True))
        ]
    return f"<defs>{''.join(parts)}</defs>"


def _view(shown: dict[str, Any], outline: Outline) -> tuple[float, float, float, float]:
    """The whole country, or the part with figures when fewer than a third of the places has one."""
    places = outline.shapes.places
    if not shown["d"] or len(shown["d"]) * 3 >= len(places):
        return 0, 0, outline.shapes.width, outline.shapes.height
    around = [places[code] for code in shown["d"]]
    reach = [(max(place.area_km2, 1.0) ** 0.5) * outline.shapes.units_per_km for place in around]
    left = min(place.cx - far for place, far in zip(around, reach, strict=True))
    right = max(place.cx + far for place, far in zip(around, reach, strict=True))
    high = min(place.cy - far for place, far in zip(around, reach, strict=True))
    low = max(place.cy + far for place, far in zip(around, reach, strict=True))
    return left, high, right - left, low - high


def _places(
    shown: dict[str, Any], outline: Outline, selected: tuple[str, ...], *, palette: Palette, prefix: str, scale: float,
    linked: Mapping[str, tuple[str, str]] | None = None,
) -> str:  # fmt: skip
    drawn = []
    for code, place in outline.shapes.places.items():
        figure = shown["d"].get(code)
        if figure is None:
            letter = shown["x"].get(code, shown["rest"])
            fill, stroke, dash = f"url(#{prefix}-m{letter})", palette.edge, ' stroke-dasharray="3 3"' * (letter == "g")
        else:
            fill = f"url(#{prefix}-mu{figure[3]})" if figure[5] else palette.classes[figure[3]]
            stroke, dash = palette.paper, ""
        path = (
            f'<path d="{place.d}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}" stroke-width=".6" '
            f'vector-effect="non-scaling-stroke"{dash}/>'
        )
        address, words = (linked or {}).get(code, ("", ""))
        drawn.append(
            f'<a href="{escape(address)}" tabindex="-1"><title>{escape(words)}</title>{path}</a>' if address else path
        )
    chosen = [outline.shapes.places[code] for code in selected if code in outline.shapes.places]
    drawn += [
        f'<path d="{place.d}" fill="none" stroke="{palette.ink}" stroke-width="3" vector-effect="non-scaling-stroke"/>'
        f'<text x="{place.cx}" y="{place.cy}" font-size="{13 * scale:.1f}" font-weight="700" text-anchor="middle" '
        f'fill="{palette.ink}" stroke="{palette.paper}" stroke-width="{3 * scale:.1f}" paint-order="stroke">'
        f"{escape(place.name)}</text>"
        for place in chosen
    ]
    return "".join(drawn)


def _legend(
    body: dict[str, Any], shown: dict[str, Any], outline: Outline, *, palette: Palette, prefix: str, top: int
) -> tuple[str, int]:
    counts, uncertain = _counts(body, shown)
    step = (_WIDTH - 2 * _MARGIN) / len(counts)
    text = f'fill="{palette.ink}"'
    parts = []
    for group, words in enumerate(body["classes"]):
        x = _MARGIN + group * step
        tall = 36 * counts[group] / max(1, *counts)
        parts.append(
            f'<text x="{x + step / 2:.1f}" y="{top + 32 - tall:.1f}" text-anchor="middle" {text}>{counts[group]}</text>'
            f'<rect x="{x + step * 0.3:.1f}" y="{top + 36 - tall:.1f}" width="{step * 0.4:.1f}" height="{tall:.1f}" fill="{palette.classes[group]}"/>'
            f'<rect x="{x:.1f}" y="{top + 36}" width="{step:.1f}" height="12" fill="{palette.classes[group]}"/>'
            f'<text x="{x:.1f}" y="{top + 66}" {text}>{escape(words)}</text>'
        )
    if shown["max"] is not None:
        most = _("hoogste {value}", value=notation.number(shown["max"]))
        parts.append(f'<text x="{_MARGIN + 4 * step:.1f}" y="{top + 84}" fill="{palette.soft_ink}">{most}</text>')
    line = top + 104
    rows = _without_class(body, shown, outline, uncertain=uncertain)
    for key, words in rows:
        parts.append(
            f'<rect x="{_MARGIN}" y="{line - 12}" width="22" height="15" fill="url(#{prefix}-l{key})" stroke="{palette.edge}"/>'
            f'<text x="{_MARGIN + 30}" y="{line}" {text}>{escape(words)}</text>'
        )
        line += _LINE + 2
    if many := _in_one_class(counts):
        parts.append(f'<text x="{_MARGIN}" y="{line}" {text}>{escape(many)}</text>')
        line += _LINE + 2
    return "".join(parts), line


def legend_rows(chart: Chart, *, palette: Palette, prefix: str) -> list[tuple[str, str]]:
    """What the legend says, for a place that writes it itself: fill and words of a row; a remark has no fill.

    The fills are those of the picture with the same ``prefix``.
    """
    body = chart.figure.payload
    shown = _shown(chart)
    counts, uncertain = _counts(body, shown)
    rows = [
        (palette.classes[group], f"{words}: {notation.count(counts[group])}")
        for group, words in enumerate(body["classes"])
    ]
    others = _without_class(body, shown, chart.extra["outline"], uncertain=uncertain)
    rows += [(f"url(#{prefix}-l{key})", words) for key, words in others]
    if shown["max"] is not None:
        rows.append(("", _("hoogste {value}", value=notation.number(shown["max"]))))
    return [*rows, *(("", text) for text in filter(None, [_in_one_class(counts)]))]


def _counts(body: dict[str, Any], shown: dict[str, Any]) -> tuple[list[int], int]:
    """How many places each class has, and how many of all of them are uncertain."""
    counts = [0] * len(body["classes"])
    uncertain = 0
    for figure in shown["d"].values():
        counts[figure[3]] += 1
        uncertain += figure[5]
    return counts, uncertain


def _without_class(
    body: dict[str, Any], shown: dict[str, Any], outline: Outline, *, uncertain: int
) -> list[tuple[str, str]]:
    """Key of the pattern and words of what is no class: places without a figure by their state, and uncertain ones."""
    states: dict[str, int] = {}
    for code in outline.shapes.places:
        if code not in shown["d"]:
            letter = shown["x"].get(code, shown["rest"])
            states[letter] = states.get(letter, 0) + 1
    rows = [(letter, f"{body['states'][letter]}: {number}") for letter, number in states.items()]
    return [*rows, ("u2", _("onzeker, minder dan 20: {places}", places=uncertain))] if uncertain else rows


def _in_one_class(counts: list[int]) -> str:
    """The remark of rule 13, which the browser makes in the same words; '' when it does not hold."""
    holds = sum(counts) > _FEW_PLACES and max(counts) * 2 > sum(counts)
    return _("Let op: meer dan de helft valt in één klasse.") if holds else ""


def _foot(chart: Chart, *, palette: Palette, top: int) -> tuple[str, int]:
    lines = [part for text in (*chart.caveats, *(source.text for source in chart.sources)) for part in wrap(text, 112)]
    drawn = [
        f'<text x="{_MARGIN}" y="{top + number * _LINE}" fill="{palette.soft_ink}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return "".join(drawn), top + len(lines) * _LINE + 4
