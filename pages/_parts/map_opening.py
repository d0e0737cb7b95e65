"""What the map page opens with for an address, known before Streamlit has started (see web/first_map.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.files.tracking import is_tracking
from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from indicators.place_opening import default_period
from indicators.value import WITH_FIGURE
from pages._parts import address, load, map_charts, markup, notice, pick
from pages._parts.place import card as place_card

TITLE = "Kaart van meldingen en adviezen"
START = "wb-meldingen"  # the view with most published figures: 19 of 19 municipalities of the document
REPORTS = "meldingen"
LEAD = notice.REPORT_IS_NOT_VICTIM
_KNOWN = frozenset({"indicator", "niveau", "periode", "gemeente", address.VERSION_KEY})


@dataclass(frozen=True)
class Opening:
    """A selection of the map page: everything in the address is valid, what is not there is the page's own choice."""

    read: load.Edition
    indicator: str
    level: Level
    period: Period
    place: str | None


def levels(read: load.Edition, indicator: str) -> Mapping[Level, Sequence[Period]]:
    """Levels of the map at which an indicator has figures, each with its periods; the first is the one to open with."""
    offered = [one for one in map_charts.LEVELS if one in INDICATORS[indicator].levels]
    return {one: found for one in offered if (found := load.periods_of(read, indicator, one))}


def opening(query: Mapping[str, str]) -> Opening | None:
    """The selection of an address; None when the page must first say something about it (a wrong or unknown value)."""
    query = {key: value for key, value in query.items() if not is_tracking(key)}
    if not _KNOWN.issuperset(query) or query.get(address.VERSION_KEY, address.VERSION) != address.VERSION:
        return None
    read = ("", snapshots.current_version())
    indicator = query.get("indicator") or start(read, query.get("gemeente", ""))
    if indicator not in map_charts.titles_in(read):
        return None
    known = {str(level): (level, periods) for level, periods in levels(read, indicator).items()}
    level, periods = known.get(query.get("niveau", next(iter(known), "")), (None, ()))
    by_key = {one.key: one for one in periods}
    if level is None or not periods:
        return None
    place = query.get("gemeente") or None
    opened = start_period(read, indicator, level, place)
    period = by_key.get(query["periode"]) if "periode" in query else opened
    if period is None:
        return None
    if place is not None and place not in pick.names(level, period.calendar_year):
        return None
    return Opening(read, indicator, level, period, place)


def start(read: load.Edition, place: str) -> str:
    """Indicator that the map opens with: the fullest map, or for a place outside that document the reports of CBS."""
    if not place:
        return START
    values = load.values_of(read, START, Level.MUNICIPALITY)
    return START if values.loc[values["region"] == place, "value"].notna().any() else REPORTS


def start_period(read: load.Edition, indicator: str, level: Level, place: str | None) -> Period:
    """Period that the map opens with: the newest in which the place has any count, else the newest that has rates."""
    values, periods = load.values_of(read, indicator, level), levels(read, indicator)[level]
    own = values.loc[(values["region"] == place) & values["state"].isin(WITH_FIGURE), "period"] if place else ()
    codes = set(own)
    known = default_period(one for one in periods if one.code in codes)
    if known is not None:
        return known
    rated = set(values.loc[values["value"].notna(), "period"])
    return pick.newest([one for one in periods if one.code in rated] or periods)


def words(query: Mapping[str, str]) -> dict[str, Any] | None:
    """What stands around the map and what the map is to show: HTML of our own making, and plain texts of the controls."""
    found = opening(query)
    if found is None:
        return None
    spec = INDICATORS[found.indicator]
    chart = map_charts.map_in(found.read, found.indicator, found.level, found.period)
    with markup.written() as above:
        notice.version(snapshots.kept(*found.read))
        notice.coverage(
            load.coverage_of(found.read, found.indicator, found.level, found.period),
            level=found.level,
            period=found.period,
            refreshed=spec.first_comparable is not None,
        )
    with markup.written() as head:
        markup.heading(chart.name, subtitle=chart.subtitle)
    with markup.written() as beside:
        _beside(found)
    return {
        "title": TITLE,
        "lead": LEAD,
        "above": "".join(above),
        "choices": _choices(found),
        "head": "".join(head),
        "beside": "".join(beside),
        "outline": chart.extra["outline"].url,
        "view": {
            "show": chart.figure.payload["id"],
            "period": chart.figure.period,
            "selected": [found.place] if found.place else [],
        },
    }


def figures(query: Mapping[str, str]) -> tuple[str, bytes] | None:
    """Identity and figures of the map of an address, as gzipped JSON (see charts/map/payload.py)."""
    found = opening(query)
    if found is None:
        return None
    figure = map_charts.map_in(found.read, found.indicator, found.level, found.period).figure
    return figure.payload["id"], figure.packed


def _beside(found: Opening) -> None:
    """What the card beside the map says."""
    if found.place is None:
        place_card.invitation(found.level)
        return
    spec = INDICATORS[found.indicator]
    told = map_charts.card_in(found.read, found.indicator, found.level, found.period, found.place)
    place_card.inside(found.place, told, spec=spec, period=found.period, level=found.level)


def _choices(found: Opening) -> list[tuple[str, str]]:
    """Label and value of the controls of the page."""
    kinds = {one.kind for one in levels(found.read, found.indicator)[found.level]}
    names = pick.names(found.level, found.period.calendar_year)
    shown = [
        ("Cijfer", INDICATORS[found.indicator].title),
        ("Niveau", found.level.singular.capitalize()),
        (f"Zoek een {found.level.singular}", names[found.place] if found.place else pick.TYPE_A_NAME),
    ]
    if len(kinds) > 1:
        shown.append(("Perioden", pick.KINDS[found.period.kind]))
    return shown
