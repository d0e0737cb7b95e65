"""What the map page opens with for an address, known before Streamlit has started (see web/prerendered_map.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.files.tracking import is_tracking
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import maps, opening_view
from editions.edition import Edition, current_edition
from editions.periods import coverage
from editions.place_card import card_text
from pages._parts.figure import map_card
from pages._parts.ui import address, markup, notice, pick, place_card, place_search

SEARCH_LABEL = "Zoek een plaats"
TITLE = "Cijfers op de kaart"
_KNOWN = frozenset({"indicator", "niveau", "periode", "gemeente", address.VERSION_KEY})


@dataclass(frozen=True)
class Opening:
    """A selection of the map page: everything in the address is valid, what is not there is the page's own choice."""

    edition: Edition
    indicator: str
    level: Level
    period: Period
    place: str | None


def opening(query: Mapping[str, str]) -> Opening | None:
    """The selection of an address; None when the page must first say something about it (a wrong or unknown value)."""
    query = {key: value for key, value in query.items() if not is_tracking(key)}
    if not _KNOWN.issuperset(query) or query.get(address.VERSION_KEY, address.VERSION) != address.VERSION:
        return None
    edition = current_edition()
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


def words(query: Mapping[str, str]) -> dict[str, Any] | None:
    """What stands around the map and what the map is to show: HTML of our own making, and plain texts of the controls."""
    chosen = opening(query)
    if chosen is None:
        return None
    chart = maps.map_without_choice(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    beside = maps.dots_of(
        chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period, place=chosen.place
    )
    with markup.written() as above:
        notice.version(chosen.edition)
    with markup.written() as head:
        markup.heading(chart.name, subtitle=chart.subtitle)
    with markup.written() as card:
        _card(chosen)
    return {
        "title": TITLE,
        "above": "".join(above),
        "choices": _choices(chosen),
        "chips": [
            [words, code == str(chosen.level)]
            for code, words in opening_view.level_labels(chosen.edition, chosen.indicator).items()
        ],
        "head": "".join(head),
        "tabs": [each for each in map_card.TABS if beside is not None or each != map_card.TABS[1]],
        "beside": "".join(card),
        "outline": chart.extra["outline"].url,
        "view": {
            "show": chart.figure.payload["id"],
            "period": chart.figure.period,
            "selected": [chosen.place] if chosen.place else [],
        },
    }


def figures(query: Mapping[str, str]) -> tuple[str, bytes] | None:
    """Identity and figures of the map of an address, as gzipped JSON (see charts/map/payload.py)."""
    chosen = opening(query)
    if chosen is None:
        return None
    figure = maps.map_without_choice(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period).figure
    return figure.payload["id"], figure.packed


def _card(chosen: Opening) -> None:
    """What the card beside the map says."""
    if chosen.place is None:
        place_card.invitation(chosen.level)
        return
    spec = INDICATORS[chosen.indicator]
    text = card_text(chosen.edition, chosen.indicator, code=chosen.place, period=chosen.period)
    place_card.inside(chosen.place, text, spec=spec, period=chosen.period, level=chosen.level)


def _choices(chosen: Opening) -> list[tuple[str, str]]:
    """Label and value of the controls of the page."""
    kinds = {each.kind for each in opening_view.levels(chosen.edition, chosen.indicator)[chosen.level]}
    names = pick.names(chosen.level, chosen.period.calendar_year)
    shown = [
        ("Cijfer", opening_view.figure_labels(chosen.edition)[chosen.indicator]),
        (SEARCH_LABEL, names[chosen.place] if chosen.place else place_search.PLACEHOLDER),
    ]
    if len(kinds) > 1:
        shown.append(("Perioden", pick.KINDS[chosen.period.kind]))
    return shown


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
