"""The preview of a link to several places: Vergelijken and Ontwikkeling, with the choices that their pages open with."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from charts.preview import Preview
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from editions import compared_places, comparison
from editions.comparison import Selection
from editions.edition import Edition
from editions.periods import offered
from editions.periods import periods as periods_of
from editions.series import BOUNDARIES, THEN, TODAY, kinds_with_series, places_with_series, richest_kind, with_twin
from editions.trends import finding, trend_charts
from geo import registry
from geo.labels import label
from indicators import notation
from pages._parts.compare import choice
from pages._parts.compare import trends as trend_parts
from site_map import PAGES

Query = Mapping[str, str]
_COMPARED = {"gemeente", "met", "niveau", "indicator", "periode", "vergelijk", "lijn", "volgorde", "banden"}
_TRENDS = {"gemeente", "met", "indicator", "soort", "grenzen", "banden"}


def of_comparison(edition: Edition, query: Query) -> Preview | None:
    """The places side by side and the answer about the first; None for a value that the page would speak about."""
    chosen = _selection(edition, query)
    if chosen is None:
        return None
    order, bands = query.get("volgorde", "groep"), query.get("banden", "samen")
    if order not in choice.ORDERS or bands not in choice.BANDS:
        return None
    chart = comparison.side_by_side(chosen, order=choice.order_of(order), bands=choice.bands_of(bands))
    if chart is None:
        return Preview(_title("vergelijken"), comparison.who_has_none(chosen))
    titled = chart.headed(comparison.finding(chosen, chart))
    words = " · ".join(comparison.verdict(chosen))
    about = f"{chosen.names[chosen.main]}, {chosen.period.label}: {words}" if chosen.main and words else titled.subtitle
    return Preview(titled.name, about, lambda: titled, table=chosen.indicator, place=chosen.main or "")


def of_trends(edition: Edition, query: Query) -> Preview | None:
    """The lines of the places and what may be said of them; None for a value that the page would speak about."""
    codes = _codes(query, levels=trend_parts.LEVELS)
    if set(query) - _TRENDS or codes is None:
        return None
    titles = [spec.id for spec in offered(edition) if places_with_series(edition, spec.id)]
    here = [each for each in titles if codes and codes[0] in places_with_series(edition, each)]
    indicator = query.get("indicator") or (here or titles)[0]
    if indicator not in {spec.id for spec in offered(edition)}:
        return None
    there = places_with_series(edition, indicator)
    codes = codes[: trend_parts.MOST_PLACES] or (
        (NETHERLANDS,) if NETHERLANDS in there or not there else tuple(sorted(there)[:1])
    )
    kinds = kinds_with_series(edition, indicator, codes=codes)
    richest = richest_kind(edition, indicator, codes=codes)
    start = richest if richest in kinds or not kinds else kinds[0]
    kind = trend_parts.KINDS_OF_PERIOD.get(query["soort"]) if "soort" in query and len(kinds) > 1 else start
    if kind is None:
        return None
    boundaries = query.get("grenzen", THEN)
    if boundaries not in BOUNDARIES:
        return None
    series = with_twin(edition, indicator, codes=codes, kind=kind, boundaries=boundaries)
    bands, same_area = query.get("banden", "samen") == "samen", boundaries == TODAY
    charts = trend_charts(series, codes=codes, same_area=same_area, bands=bands)
    if not charts:
        return Preview(
            _title("ontwikkeling"),
            f"{INDICATORS[indicator].title}: {notation.listing([label(code) for code in codes])}. Nog geen lijn te tekenen.",
        )
    titled = charts[0][0].headed(finding(edition, series, codes=codes, same_area=same_area))
    return Preview(
        titled.name, titled.subtitle, lambda: titled, table=indicator, place=codes[0] if len(codes) == 1 else ""
    )


def _selection(edition: Edition, query: Query) -> Selection | None:
    codes = _codes(query, levels=compared_places.LEVELS)
    if set(query) - _COMPARED or codes is None:
        return None
    start = Level.of(codes[0]) if codes else Level.MUNICIPALITY
    level = {str(each): each for each in compared_places.LEVELS}.get(query.get("niveau", str(start)))
    if level is None:
        return None
    codes = tuple(code for code in codes if Level.of(code) is level)[: compared_places.MOST_CHOSEN]
    main = codes[0] if codes else None
    if main is None and level is Level.MUNICIPALITY:
        return None
    indicator = query.get("indicator") or compared_places.default_indicator(edition, main, level=level)
    periods = periods_of(edition, indicator, level=level) if indicator in INDICATORS else ()
    opened = compared_places.default_period(edition, indicator, level=level, code=main) if periods else None
    period = {each.key: each for each in periods}.get(query["periode"]) if "periode" in query else opened
    preset = compared_places.default_preset(codes, level=level)
    if level is Level.MUNICIPALITY:
        preset = query.get("vergelijk", preset)
    line = query.get("lijn", "land")
    if period is None or preset not in choice.PRESETS or line not in choice.LINES:
        return None
    group = compared_places.group(
        edition, preset, code=main, chosen=codes, level=level, indicator=indicator, period=period
    )
    return Selection(edition, indicator, level, period, group.codes, main, preset, line)


def _codes(query: Query, *, levels: Collection[Level]) -> tuple[str, ...] | None:
    """Codes of the places in the address, the main one first; None when one is unknown."""
    codes = [code for key in ("gemeente", "met") for code in query.get(key, "").split(",") if code]
    if not all(registry.is_known(code) for code in codes):
        return None
    return tuple(code for code in dict.fromkeys(codes) if registry.region(code).level in levels)


def _title(path: str) -> str:
    return next(page.title for page in PAGES if page.path == path)
