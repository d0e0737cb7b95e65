"""What the map page opens with for an address, known before Streamlit has started (see web/first_answer.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from charts.chart import Chart
from charts.files.tracking import is_tracking
from charts.map import static_svg
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import maps, opening_view
from editions.edition import Edition, current_edition
from editions.periods import coverage
from editions.place_card import card_text
from language import N_, _
from pages._parts.figure import map_card
from pages._parts.ui import address, markup, notice, pick, place_card, place_search

SEARCH_LABEL = N_("Zoek een plaats")
TITLE = N_("Cijfers op de kaart")
_ROWS = 40  # of the table for who has no script; the whole table is a file
_KNOWN = frozenset({"indicator", "niveau", "periode", "gemeente", address.VERSION_KEY})


@dataclass(frozen=True)
class Opening:
    """A selection of the map page: everything in the address is valid, what is not there is the page's own choice."""

    edition: Edition
    indicator: str
    level: Level
    period: Period
    place: str | None


def opening(query: Mapping[str, str], *, edition: Edition | None = None) -> Opening | None:
    """The selection of an address; None when the page must first say something about it (a wrong or unknown value).

    ``edition`` is the newest one, unless another is given.
    """
    query = {key: value for key, value in query.items() if not is_tracking(key)}
    if not _KNOWN.issuperset(query) or query.get(address.VERSION_KEY, address.VERSION) != address.VERSION:
        return None
    edition = edition or current_edition()
    place = query.get("gemeente") or None
    indicator = query.get("indicator") or opening_view.indicator(edition, place=place)
    if indicator not in opening_view.titles(edition):
        return None
    known = {str(level): (level, periods) for level, periods in opening_view.levels(edition, indicator).items()}
    start = opening_view.level(edition, indicator, place=place, period_key=query.get("periode", ""))
    level, periods = known.get(query.get("niveau", str(start)), (None, ()))
    by_key = {each.key: each for each in periods}
    if level is None or not periods:
        return None
    opened = opening_view.period(edition, indicator, level=level, place=place)
    period = by_key.get(query["periode"]) if "periode" in query else opened
    if period is None:
        return None
    if place is not None and place not in pick.names(level, period.calendar_year):
        return None
    return Opening(edition, indicator, level, period, place)


def first_screen(query: Mapping[str, str]) -> tuple[str, Mapping[str, Any]] | None:
    """HTML of the first screen of the page, and what its map is to draw; None when the page must say something first."""
    chosen = opening(query)
    if chosen is None:
        return None
    chart = maps.map_without_choice(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    beside = maps.dots_of(
        chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period, place=chosen.place
    )
    tabs = [each for each in map_card.TABS if beside is not None or each != map_card.TABS[1]]
    with markup.written() as parts:
        markup.put(f'<h1 tabindex="-1">{_(TITLE)}</h1>')
        notice.version(chosen.edition)
        markup.put(_controls(chosen))
        markup.put('<div class="hg-first-columns">')
        with markup.framed("figuur-kaart"):
            with markup.together():
                markup.heading(chart.name, subtitle=chart.subtitle)
            spans = "".join(f"<span>{_(tab)}</span>" for tab in tabs)
            markup.put(f'<div class="hg-first-tabs" aria-hidden="true">{spans}</div><div class="hgk"></div>')
            markup.without_script(_picture(chart, query), chart.printed.head(_ROWS), caption=chart.name)
        with markup.framed("blok-plaats"):
            _card(chosen)
        markup.put("</div>")
    view = {
        "show": chart.figure.payload["id"],
        "period": chart.figure.period,
        "selected": [chosen.place] if chosen.place else [],
        "outline": chart.extra["outline"].url,
    }
    return "".join(parts), view


def picture(query: Mapping[str, str]) -> str | None:
    """The map of an address as SVG, for who has no script; None as in ``first_screen``."""
    chosen = opening(query)
    if chosen is None:
        return None
    chart = maps.map_of(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period, place=chosen.place)
    return static_svg(chart, titled=False)


def _picture(chart: Chart, query: Mapping[str, str]) -> str:
    """The map as a picture, for who has no script."""
    address_of_picture = f"/eerste-kaart/kaart.svg?{urlencode(query)}".rstrip("?")
    return f'<img src="{escape(address_of_picture)}" alt="{escape(chart.description)}" width="720" height="760">'


def figures(query: Mapping[str, str]) -> tuple[str, bytes] | None:
    """Identity and figures of the map of an address, as gzipped JSON (see charts/map/payload.py)."""
    chosen = opening(query)
    if chosen is None:
        return None
    figure = maps.map_without_choice(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period).figure
    return figure.payload["id"], figure.packed()


def _card(chosen: Opening) -> None:
    """What the card beside the map says."""
    if chosen.place is None:
        place_card.invitation(chosen.level)
        return
    spec = INDICATORS[chosen.indicator]
    text = card_text(chosen.edition, chosen.indicator, code=chosen.place, period=chosen.period)
    place_card.inside(chosen.place, text, spec=spec, period=chosen.period, level=chosen.level)


def _controls(chosen: Opening) -> str:
    """The controls as they will look; they work when the app is there, the search field at once."""
    kinds = {each.kind for each in opening_view.levels(chosen.edition, chosen.indicator)[chosen.level]}
    names = pick.names(chosen.level, chosen.period.calendar_year)
    with markup.written() as field:
        levels = tuple(opening_view.levels(chosen.edition, chosen.indicator))
        wanted = place_search.Wanted(levels=levels, year=chosen.period.calendar_year, level=chosen.level)
        shown = names[chosen.place] if chosen.place else ""
        place_search.single(_(SEARCH_LABEL), wanted=wanted, key="gemeente", shown=shown, code=chosen.place or "")
    figure = _still("Cijfer", opening_view.figure_labels(chosen.edition)[chosen.indicator])
    labels = opening_view.level_labels(chosen.edition, chosen.indicator)
    chips = "".join(
        f"<span{' class=hg-first-chosen' if code == str(chosen.level) else ''}>{escape(words)}</span>"
        for code, words in labels.items()
    )
    kind = _still(_("Perioden"), _(pick.KINDS[chosen.period.kind])) if len(kinds) > 1 else ""
    return (
        f'<div class="hg-first-choices">{figure}<p class="hg-first-chips" aria-hidden="true">{chips}</p>{kind}'
        f"{''.join(field)}</div>"
    )


def _still(label: str, value: str) -> str:
    return f'<p aria-hidden="true">{escape(label)}<span>{escape(value)}</span></p>'


def not_with_indicator(edition: Edition, indicator: str) -> list[str]:
    """Keys in the address that do not go with an indicator that is being chosen."""
    level, filled = address.chosen("niveau"), opening_view.levels(edition, indicator)
    if level and level not in map(str, filled):
        return ["niveau", "periode", *_place_of_another_level(None)]
    start = level or opening_view.level(edition, indicator, place=address.chosen("gemeente"))
    return not_with_level(edition, indicator, str(start))


def not_with_level(edition: Edition, indicator: str, level: str) -> list[str]:
    """Keys in the address that do not go with a level that is being chosen: a period or place that it does not have."""
    filled = opening_view.levels(edition, indicator).get(Level(level), ())
    period = address.chosen("periode")
    gone = ["periode"] if period and period not in {each.key for each in filled} else []
    return [*gone, *_place_of_another_level(Level(level))]


def _place_of_another_level(level: Level | None) -> list[str]:
    place = address.chosen("gemeente")
    return ["gemeente"] if place and Level.of(place) is not level else []


def reach_of(edition: Edition, indicator: str, *, level: Level, period: Period) -> None:
    """One line on how many places have a figure, that opens to why the others have none."""
    from_cbs = INDICATORS[indicator].first_comparable is not None
    reached = coverage(edition, indicator, level=level, period=period)
    notice.coverage(reached, level=level, period=period, refreshed=from_cbs)
