"""What the site of files holds: its places, their periods and years, and where each address of the app leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition
from editions.place import periods_of_place, periods_with_figure
from geo import registry
from language import Language
from site_map import (
    CALENDAR,
    DATA,
    FEED,
    PAGES,
    RUN_IN_ENGLISH,
    SEARCH,
    SHEETS,
    SitePage,
    feed_address,
    without_language,
)
from web.export import addresses, map_views
from web.export.addresses import MAP_PAGE, PLACE_PAGE, SiteView, view
from web.open_data.resources import FORMATS, resources
from web.open_data.routes import LISTS as EVERY_LIST
from web.sheets import years

_WEST_BRABANT, _PART, _MUNICIPALITIES = "/west-brabant", "onderwerp", "gemeenten"
LISTS = tuple(name for name in EVERY_LIST if name not in {"openapi", "versions"})
"""Lists of the open data; the two left out are about questions that only the app answers."""
_OF_THE_APP = frozenset(page.address for page in PAGES)


@dataclass(frozen=True)
class Plan:
    """Which views are files. ``places``: codes, or none for all; ``url``: address of the site of files; ``app``: of the app.

    ``url`` and ``app`` have no slash at their end and are '' when there is none.
    """

    edition: Edition
    url: str = ""
    app: str = ""
    only: tuple[str, ...] = ()
    with_pdf: bool = True
    index: str = ""  # address of the search index

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """Pages of the menu: those that are files, and with an app all others too."""
        return tuple(page for page in PAGES if self.app or addresses.is_page(page.address))

    @cached_property
    def places(self) -> Mapping[str, tuple[Period, ...]]:
        """Periods of the page of each place, the one it opens with first."""
        wanted = self.only or tuple(sorted(place.code for place in registry.everywhere()))
        return {code: self._periods(code) for code in wanted}

    def _periods(self, code: str) -> tuple[Period, ...]:
        if Level.of(code) is Level.DOCUMENT_AREA:
            return ()
        start = periods_of_place(self.edition, code).start
        return (start, *(each for each in periods_with_figure(self.edition, code) if each != start))

    @cached_property
    def sheets(self) -> Mapping[str, tuple[str, tuple[int, ...]]]:
        """Code and years of the sheets by the slug of their place; the year that the address without one shows is first."""
        every = {place.code for place in (*years.larger_places(), *years.municipalities(self.edition))}
        known = {code: self._years(code) for code in sorted(every.intersection(self.places))}
        return {registry.slug(code): (code, of_place) for code, of_place in known.items() if of_place}

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """Code of the place of each feed by its slug."""
        codes = (code for code in self.places if Level.of(code) is not Level.DOCUMENT_AREA)
        return {registry.slug(code): code for code in codes}

    def _years(self, code: str) -> tuple[int, ...]:
        usual = years.usual_year(self.edition, code)
        with_figure = {each.calendar_year for each in self.places[code]}.intersection(years.years(self.edition, code))
        return () if usual is None else (usual, *sorted(with_figure - {usual}, reverse=True))

    def views(self) -> Iterator[SiteView]:
        """What is written whatever links to it: pages, places with their periods, sheets and whole tables."""
        yield from (view(path) for path in addresses.pages_with_files())
        yield view(SEARCH)
        yield from (view(f"{Language.ENGLISH.prefix}{path}") for path in addresses.ENGLISH_FILES)
        yield view(SHEETS)
        for code, periods in self.places.items():
            for language in Language:
                path = f"{language.prefix}{PLACE_PAGE}"
                yield view(path, {"gemeente": code})
                yield from (view(path, {"gemeente": code, "periode": each.key}) for each in periods[1:])
        for slug, (_, of_place) in self.sheets.items():
            for language in Language:
                for ending in ("", ".pdf") if self.with_pdf else ("",):
                    path = f"{language.prefix}{SHEETS}/{slug}{ending}"
                    yield view(path)
                    yield from (view(path, {"jaar": str(year)}) for year in of_place[1:])
        if self.url:  # an entry of a feed has the whole address of its page
            yield view(FEED)
            yield view(CALENDAR)
            yield from (view(feed_address(slug)) for slug in self.feeds)
        yield from (view(f"{DATA}/{name}.json") for name in LISTS)
        yield from (view(f"{DATA}/{name}.{ending}") for name in resources(self.edition) for ending in FORMATS)

    def place_of(self, wanted: SiteView) -> str:
        """Code of the place that a page, sheet or feed is about; '' for what is about none, or about more."""
        _, wanted = addresses.in_dutch(wanted)
        if wanted.path == PLACE_PAGE:
            return wanted.query.get("gemeente", "")
        if wanted.path.startswith(f"{SHEETS}/"):
            return self.sheets[wanted.path.removeprefix(f"{SHEETS}/").partition(".")[0]][0]
        return self.feeds.get(addresses.feed_slug(wanted.path), "") if addresses.is_feed(wanted.path) else ""

    def resolve(self, address: str, *, wanted: set[SiteView] | None = None) -> str | None:
        """Where a link to an address of the app leads; None when to nothing.

        The view that it needs is added to ``wanted``.
        """
        if address not in self._resolved:  # most links stand on thousands of pages
            self._resolved[address] = self._leads(address)
        there, needed = self._resolved[address]
        if wanted is not None and needed is not None:
            wanted.add(needed)
        return there

    @cached_property
    def _resolved(self) -> dict[str, tuple[str | None, SiteView | None]]:
        return {}

    def _leads(self, address: str) -> tuple[str | None, SiteView | None]:
        """Where an address leads, and the view that must be a file for it."""
        parts = urlsplit(address)
        known = parts.path in _OF_THE_APP or parts.path.startswith((f"{DATA}/", SHEETS, "/raadspakket", SEARCH))
        known = known or addresses.is_feed(parts.path) or without_language(parts.path)[0] is not Language.DUTCH
        if not known:
            return address, None
        wanted_view = addresses.view_of(address)
        there, more = self.settled(wanted_view)
        after = f"?{urlencode(more, safe=',')}" if more else ""
        tail = f"#{parts.fragment}" if parts.fragment else ""
        for_the_app = bool(self.app and there is not None and there.path.startswith(f"{DATA}/") and there.choices)
        if there is not None and not for_the_app and self.holds(there):
            return f"{addresses.file_address(there)}{after}{tail}", there
        return (f"{self.app}{wanted_view.address}{tail}" if self.app else None), None

    def settled(self, wanted_view: SiteView) -> tuple[SiteView | None, Mapping[str, str]]:
        """The view whose file shows what is asked for, and what the script on its page is to choose in it."""
        language, same = addresses.in_dutch(wanted_view)
        if language is not Language.DUTCH:
            there, more = self._settled_in_english(same)
            return (None if there is None else SiteView(f"{language.prefix}{there.path}", there.choices)), more
        return self._settled(wanted_view)

    def _settled_in_english(self, same: SiteView) -> tuple[SiteView | None, Mapping[str, str]]:
        if same.path == MAP_PAGE:
            return map_views.still(self.edition, same.query), {}
        has_choices = same.path.startswith(SHEETS) or same.path in RUN_IN_ENGLISH
        return self._settled(same) if has_choices else (same, {})

    def _settled(self, wanted_view: SiteView) -> tuple[SiteView | None, Mapping[str, str]]:
        if wanted_view.path == MAP_PAGE:
            return map_views.settled(self.edition, wanted_view.query)
        if wanted_view.path == _WEST_BRABANT:
            return _west_brabant(wanted_view.query), {}
        if wanted_view.path == "/" and "gemeente" in wanted_view.query:
            wanted_view = view(PLACE_PAGE, wanted_view.query)
        if wanted_view.path == DATA:
            return view(f"{DATA}/index.json"), {}
        query = wanted_view.query
        code = query.get("gemeente", "")
        if (
            wanted_view.path == PLACE_PAGE
            and self.places.get(code)
            and query.get("periode") == self.places[code][0].key
        ):
            return view(PLACE_PAGE, {**query, "periode": ""}), {}
        slug = wanted_view.path.removeprefix(f"{SHEETS}/").partition(".")[0]
        if slug in self.sheets and query.get("jaar") == str(self.sheets[slug][1][0]):
            return view(wanted_view.path, {**query, "jaar": ""}), {}
        return wanted_view, {}

    def holds(self, there: SiteView) -> bool:
        """Whether a view is among the files."""
        if not addresses.has_file(there):
            return False
        language, same = addresses.in_dutch(there)
        if language is not Language.DUTCH:
            return self._holds(same) if same.choices or same.path.startswith(f"{SHEETS}/") else True
        return self._holds(there)

    def _holds(self, there: SiteView) -> bool:
        if addresses.is_feed(there.path):
            return bool(self.url) and (there.path in {FEED, CALENDAR} or addresses.feed_slug(there.path) in self.feeds)
        if there.path == PLACE_PAGE and there.choices:
            return self._holds_place(there.query)
        if there.path.startswith(f"{SHEETS}/"):
            return self._holds_sheet(there)
        if there.path.startswith(f"{DATA}/"):
            name, _, ending = there.path.removeprefix(f"{DATA}/").rpartition(".")
            return (ending in FORMATS and name in resources(self.edition)) or (ending == "json" and name in LISTS)
        return all(not registry.is_known(value) or value in self.places for value in there.query.values())

    def _holds_place(self, query: Mapping[str, str]) -> bool:
        periods = self.places.get(query.get("gemeente", ""))
        return periods is not None and query.get("periode", "") in {"", *(each.key for each in periods)}

    def _holds_sheet(self, there: SiteView) -> bool:
        slug, _, ending = there.path.removeprefix(f"{SHEETS}/").partition(".")
        known, year = self.sheets.get(slug), there.query.get("jaar")
        return known is not None and (not year or int(year) in known[1]) and (not ending or self.with_pdf)


def _west_brabant(query: Mapping[str, str]) -> SiteView:
    """A figure, a place and an order belong to one part of the page; of the other parts they say nothing."""
    part = query.get(_PART) or (_MUNICIPALITIES if query else "")
    return view(_WEST_BRABANT, {**query, _PART: part} if part == _MUNICIPALITIES else {_PART: part})
