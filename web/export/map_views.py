"""Views of the map that are files: with script one of each indicator, level and kind of period, without one of each period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_sources.level import Level
from data_sources.period import Period
from editions import opening_view
from editions.edition import Edition
from editions.periods import newest_of_kind
from web.export.addresses import CHOICES, MAP_PAGE, SiteView, view


@dataclass(frozen=True)
class _Map:
    """The map of an address: what it shows, and with which period it opens when the address names none."""

    indicator: str
    level: Level
    periods: Sequence[Period]
    shown: Period
    opens: Period


def settled(edition: Edition, query: Mapping[str, str]) -> tuple[SiteView | None, Mapping[str, str]]:
    """The view whose file shows the map of an address, and the place and period that its script is to choose in it."""
    wanted = _map(edition, query)
    if wanted is None:
        return None, {}
    kind = wanted.shown.kind
    start = (
        wanted.opens
        if kind is wanted.opens.kind
        else newest_of_kind([each for each in wanted.periods if each.kind is kind])
    )
    more = {"gemeente": query.get("gemeente", ""), "periode": "" if wanted.shown == start else wanted.shown.key}
    return _view(edition, wanted, start), {key: value for key, value in more.items() if value}


def still(edition: Edition, query: Mapping[str, str]) -> SiteView | None:
    """The same of a map without script: its period is a file, and a place is not chosen on it."""
    wanted = _map(edition, query)
    return None if wanted is None else _view(edition, wanted, wanted.shown)


def _map(edition: Edition, query: Mapping[str, str]) -> _Map | None:
    if not set(query).issubset({*CHOICES[MAP_PAGE], "gemeente"}):
        return None
    place = query.get("gemeente") or None
    indicator = query.get("indicator") or opening_view.indicator(edition, place=place)
    code = query.get("niveau") or str(
        opening_view.level(edition, indicator, place=place, period_key=query.get("periode", ""))
    )
    filled = {str(each): periods for each, periods in opening_view.levels(edition, indicator).items()}.get(code)
    if not filled:
        return None
    level = Level(code)
    return _Map(
        indicator,
        level,
        filled,
        shown=(
            Period.from_key(query["periode"])
            if "periode" in query
            else opening_view.period(edition, indicator, level=level, place=place)
        ),
        opens=opening_view.period(edition, indicator, level=level, place=None),
    )


def _view(edition: Edition, wanted: _Map, start: Period) -> SiteView:
    usual_level = opening_view.level(edition, wanted.indicator, place=None)
    return view(
        MAP_PAGE,
        {
            "indicator": "" if wanted.indicator == opening_view.indicator(edition, place=None) else wanted.indicator,
            "niveau": "" if wanted.level is usual_level else str(wanted.level),
            "periode": "" if start == wanted.opens else start.key,
        },
    )
