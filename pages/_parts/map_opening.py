"""What the map page opens with for an address, known before Streamlit has started (see web/prerendered_map.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.files.tracking import is_tracking
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import maps
from editions.edition import Edition, current_edition
from editions.periods import coverage
from editions.place_card import card_text
from pages._parts.ui import address, markup, notice, pick, place_card, place_search

TITLE = "Kaart van meldingen en adviezen"
SEARCH_LABEL = "Zoek een plaats"
LEAD = notice.REPORT_IS_NOT_VICTIM
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
    indicator = query.get("indicator") or maps.opening_indicator(edition, place=query.get("gemeente"))
    if indicator not in maps.titles(edition):
        return None
    known = {str(level): (level, periods) for level, periods in maps.map_levels(edition, indicator).items()}
    level, periods = known.get(query.get("niveau", next(iter(known), "")), (None, ()))
    by_key = {each.key: each for each in periods}
    if level is None or not periods:
        return None
    place = query.get("gemeente") or None
    opened = maps.opening_period(edition, indicator, level=level, place=place)
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
    spec = INDICATORS[chosen.indicator]
    chart = maps.map_without_choice(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period)
    with markup.written() as above:
        notice.version(chosen.edition)
        notice.coverage(
            coverage(chosen.edition, chosen.indicator, level=chosen.level, period=chosen.period),
            level=chosen.level,
            period=chosen.period,
            refreshed=spec.first_comparable is not None,
        )
    with markup.written() as head:
        markup.heading(chart.name, subtitle=chart.subtitle)
    with markup.written() as beside:
        _beside(chosen)
    return {
        "title": TITLE,
        "lead": LEAD,
        "above": "".join(above),
        "choices": _choices(chosen),
        "head": "".join(head),
        "beside": "".join(beside),
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


def _beside(chosen: Opening) -> None:
    """What the card beside the map says."""
    if chosen.place is None:
        place_card.invitation(chosen.level)
        return
    spec = INDICATORS[chosen.indicator]
    text = card_text(chosen.edition, chosen.indicator, code=chosen.place, period=chosen.period)
    place_card.inside(chosen.place, text, spec=spec, period=chosen.period, level=chosen.level)


def _choices(chosen: Opening) -> list[tuple[str, str]]:
    """Label and value of the controls of the page."""
    kinds = {each.kind for each in maps.map_levels(chosen.edition, chosen.indicator)[chosen.level]}
    names = pick.names(chosen.level, chosen.period.calendar_year)
    shown = [
        ("Cijfer", INDICATORS[chosen.indicator].title),
        ("Niveau", chosen.level.singular.capitalize()),
        (SEARCH_LABEL, names[chosen.place] if chosen.place else place_search.PLACEHOLDER),
    ]
    if len(kinds) > 1:
        shown.append(("Perioden", pick.KINDS[chosen.period.kind]))
    return shown
