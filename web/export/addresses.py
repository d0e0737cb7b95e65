"""Where a view of the app stands among the files: ``/gemeente?gemeente=GM0758&periode=2023`` is ``/gemeente/GM0758/2023/``.

A view has a file when its page and every choice in its address do; all others need the app.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from charts.files.tracking import is_tracking
from language import Language
from site_map import CALENDAR, DATA, FEED, FEEDS, IN_ENGLISH, PAGES, RUN_IN_ENGLISH, SEARCH, SHEETS, without_language

PLACE_PAGE, MAP_PAGE = "/gemeente", "/kaart"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "/": (),
    MAP_PAGE: ("indicator", "niveau", "periode"),
    PLACE_PAGE: ("gemeente", "periode"),
    "/wie-meldt": (),
    "/hoe-veilig": (),
    "/herhaling": (),
    "/onderzoek": (),
    "/kinderbescherming": (),
    "/impactmonitor": ("onderwerp",),
    "/gatenkaart": ("stand",),
    "/west-brabant": ("onderwerp", "cijfer", "gemeente", "sorteer"),
    "/regioprogrammas": ("regio", "doel"),
    "/downloads": (),
    "/bronnen": (),
    "/toegankelijkheid": (),
    "/wis-geschiedenis": (),
}
"""Pages that are files, with the choices that have a file of their own. What is not here asks too much of files: a comparison
of any places, the cells of every place and period, a document of the reader."""
_APART = ("sorteer", "cijfer"), ("sorteer", "gemeente")
"""Choices of one page that do not go together in a file: each has its own."""
_IGNORED = ("v",)
ENGLISH_FILES = tuple(path.rstrip("/") or "/" for path, _ in IN_ENGLISH)
"""Paths of the pages of the English edition that are files, without the prefix of the language; its search asks for an app."""
_UNNAMED = {PLACE_PAGE: ("gemeente", "periode")}
"""Choices that stand in the address of a file without their name."""


@dataclass(frozen=True, order=True)
class SiteView:
    """A page, sheet or file of the app: its path there, and the choices in its address."""

    path: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> dict[str, str]:
        """The choices by name."""
        return dict(self.choices)

    @property
    def address(self) -> str:
        """Its address in the app."""
        return self.path + (f"?{urlencode(self.choices, safe=',')}" if self.choices else "")


def view(path: str, choices: Mapping[str, str] | None = None) -> SiteView:
    """A view with its choices in one order, without those that say nothing."""
    meaningful = {
        key: value for key, value in (choices or {}).items() if value and key not in _IGNORED and not is_tracking(key)
    }
    return SiteView(path.rstrip("/") or "/", tuple(sorted(meaningful.items())))


def view_of(address: str) -> SiteView:
    """The view of an address in the app, such as stands in a link."""
    parts = urlsplit(address)
    return view(parts.path, dict(parse_qsl(parts.query)))


def is_page(path: str) -> bool:
    """Whether a path of the app is a page that is a file."""
    return path in CHOICES


def in_dutch(wanted: SiteView) -> tuple[Language, SiteView]:
    """The language of a view, and the same view under the path that the Dutch site has."""
    language, path = without_language(wanted.path)
    return language, SiteView(path, wanted.choices)


def has_file(wanted: SiteView) -> bool:
    """Whether a view can stand in a file at all; whether its place and period have one is for the plan to say."""
    names = set(wanted.query)
    language, same = in_dutch(wanted)
    if language is not Language.DUTCH:
        same_choices = same.path.startswith(SHEETS) or same.path in RUN_IN_ENGLISH
        return has_file(same) if same_choices else same.path in ENGLISH_FILES and not names
    if is_page(wanted.path):
        together = any(names.issuperset(pair) for pair in _APART)
        return names.issubset(CHOICES[wanted.path]) and not together
    if wanted.path.startswith(f"{DATA}/"):
        return "versie" not in names
    if wanted.path.startswith(SHEETS):
        return names.issubset({"jaar"})
    return wanted.path == SEARCH or is_feed(wanted.path)


def is_feed(path: str) -> bool:
    """Whether a path of the app is a feed or the calendar."""
    return path in {FEED, CALENDAR} or path.startswith(f"{FEEDS}/")


def feed_slug(path: str) -> str:
    """Slug of the place of a feed, by its path."""
    return path.removeprefix(f"{FEEDS}/").removesuffix(".atom")


def pages_with_files() -> tuple[str, ...]:
    """Paths of the pages that are files, in the order of the menu."""
    return tuple(page.address for page in PAGES if is_page(page.address))


def file_address(wanted: SiteView) -> str:
    """Address of the file of a view; one that ends in a slash is the file index.html of that folder."""
    query = wanted.query
    language, same = in_dutch(wanted)
    if language is not Language.DUTCH:
        return f"{language.prefix}{file_address(same)}"
    if wanted.path.startswith(f"{DATA}/"):
        return _with_choices(wanted.path, query)
    if is_feed(wanted.path):
        return wanted.path
    if wanted.path.startswith(f"{SHEETS}/"):
        return _sheet(wanted.path, query.get("jaar", ""))
    bare = _UNNAMED.get(wanted.path, ())
    order = [*(CHOICES.get(wanted.path, ())), *sorted(query)]
    parts = [
        part for key in dict.fromkeys(order) if key in query for part in ([] if key in bare else [key]) + [query[key]]
    ]
    return "/" + "".join(f"{quote(part, safe='')}/" for part in [*wanted.path.strip("/").split("/"), *parts] if part)


def _sheet(path: str, year: str) -> str:
    name, _, ending = path.partition(".")
    if ending:
        return f"{name}/{year}.{ending}" if year else path
    return f"{name}/{year}/" if year else f"{name}/"


def _with_choices(path: str, query: Mapping[str, str]) -> str:
    """``/data/v1/meldingen.csv?gemeente=GM0758`` is ``/data/v1/meldingen/gemeente-GM0758.csv``."""
    if not query:
        return path
    name, _, ending = path.rpartition(".")
    filters = "_".join(f"{key}-{quote(value, safe=',')}" for key, value in sorted(query.items()))
    return f"{name}/{filters}.{ending}"


def file_path(address: str) -> str:
    """Path of a file in the folder of the export, by its address."""
    return f"{address}index.html".removeprefix("/") if address.endswith("/") else address.removeprefix("/")
