"""The addresses of the site, declared once: pages in menu order, open data, sheets, packs, feeds.

It is long because it is one list: whoever looks for an address looks here.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from language import N_, Language, Text, current

DATA = "/data/v1"
"""Folder of the open data."""

SHEETS = "/gemeenteblad"
"""Folder of the sheets, one for each place."""

PACKS = "/raadspakket"
"""Folder of the packs for a council, one for each place and for every comparison."""

PACK_OF_COMPARISON = "vergelijking"
"""Name of the pack of a comparison, where that of a place has its slug."""

FEED = "/feed.atom"
"""What is new and what changed, for the whole site."""

FEEDS = "/feed"
"""Folder of the feeds, one for each place."""

CALENDAR = "/verwacht.ics"
"""When new figures may be expected, as a calendar."""

PREVIEWS = "/voorvertoning"
"""Folder of the pictures that stand in a preview of a link, one for each view."""

SEARCH = "/zoek"
"""The search as a page that works without script."""

WHOLE_PAGE = "_whole_page"
"""Key in the session of a page that is written as a file: pages ask it (ui/whole.py), web/export sets it."""

SEARCH_SUGGESTIONS = "/zoek.json"
"""What a search field suggests while a reader types."""


ERASE_HISTORY = "/wis-geschiedenis"
"""How a reader removes a visit from the browser."""

GLOSSARY = "/woordenlijst"
"""The words of the field, on a page of the English edition; in Dutch they stand on Bronnen en uitleg."""

GAPS = "/gatenkaart"
"""Who has the figures that are not here, and how to ask for them."""


TOPICS = N_("Onderwerpen")
"""Group of the menu with a page for each subject."""


@dataclass(frozen=True, kw_only=True)
class SitePage:
    """One page. `path` is its address without a slash (empty: the start page); `group` is its place in the menu.

    `takes` are the choices of a reader that travel to it from the page before, as they stand in its address.
    """

    file: str
    title: Text = Text()
    path: str
    help: Text = Text()
    group: str = ""
    in_menu: bool = True
    takes: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address from the root, for links."""
        return f"/{self.path}"


PAGES: tuple[SitePage, ...] = (
    SitePage(
        file="overview.py",
        title="Overzicht",
        path="",
        help="De cijfers in het kort. Zoek uw gemeente.",
        takes=("gemeente",),
    ),
    SitePage(
        file="map.py",
        title="Kaart",
        path="kaart",
        help="Uw gemeente naast andere gemeenten op de kaart.",
        takes=("indicator", "niveau", "periode", "gemeente"),
    ),
    SitePage(
        file="municipality.py",
        title="Gemeente",
        path="gemeente",
        help="Alle cijfers van één gemeente.",
        takes=("gemeente",),
    ),
    SitePage(
        file="compare.py",
        title="Vergelijken",
        path="vergelijken",
        help="Zet gemeenten of regio's naast elkaar.",
        takes=("indicator", "niveau", "periode", "gemeente", "met"),
    ),
    SitePage(
        file="trends.py",
        title="Ontwikkeling",
        path="ontwikkeling",
        help="Stijgt of daalt het aantal?",
        takes=("indicator", "gemeente", "met"),
    ),
    SitePage(
        file="who_reports.py",
        title="Wie meldt",
        path="wie-meldt",
        help="Wie de meldingen doet, in heel Nederland.",
        group=TOPICS,
    ),
    SitePage(
        file="safety.py",
        title="Hoe veilig",
        path="hoe-veilig",
        help="Wie acuut en structureel gevaar meldt.",
        group=TOPICS,
    ),
    SitePage(
        file="repetition.py",
        title="Herhaling",
        path="herhaling",
        help="Hoe vaak Veilig Thuis iemand al kende.",
        group=TOPICS,
    ),
    SitePage(
        file="surveys.py",
        title="Onderzoek",
        path="onderzoek",
        help="Wat onderzoek onder de bevolking schat.",
        group=TOPICS,
    ),
    SitePage(
        file="child_protection.py",
        title="Kinderbescherming",
        path="kinderbescherming",
        help="Maatregelen die begonnen en stopten.",
        group=TOPICS,
    ),
    SitePage(
        file="impact_monitor.py",
        title="Impactmonitor",
        path="impactmonitor",
        help="De lijst van cijfers die het CBS volgt.",
        group=TOPICS,
    ),
    SitePage(
        file="gaps.py",
        title="Welke cijfers ontbreken?",
        path=GAPS.removeprefix("/"),
        help="Wie heeft een cijfer, en hoe vraagt u het op?",
        group=TOPICS,
        takes=("gemeente",),
    ),
    SitePage(
        file="west_brabant.py",
        title="West-Brabant 2015-2018",
        path="west-brabant",
        help="De tabellen van West-Brabant, met controle.",
        group="Regio's",
        takes=("gemeente",),
    ),
    SitePage(
        file="programmes.py",
        title="Regioprogramma's",
        path="regioprogrammas",
        help="Wat regio's beloofden en wat de cijfers zeggen.",
        group="Regio's",
    ),
    SitePage(
        file="document_check.py",
        title="Cijfercheck van uw document",
        path="cijfercheck",
        help="Kloppen de cijfers in uw tekst?",
        group="Regio's",
    ),
    SitePage(file="downloads.py", title="Downloads", path="downloads", help="De cijfers als bestand of als API."),
    SitePage(
        file="sources.py",
        title="Bronnen en uitleg",
        path="bronnen",
        help="Waar de cijfers vandaan komen en hoe we rekenen.",
        group="Uitleg",
    ),
    SitePage(
        file="accessibility.py",
        title="Toegankelijkheid",
        path="toegankelijkheid",
        help="Werkt deze site voor u? Wat kan beter?",
        group="Uitleg",
    ),
    SitePage(
        file="erase_history.py",
        title="Wis uw geschiedenis",
        path=ERASE_HISTORY.removeprefix("/"),
        help="Zo haalt u dit bezoek uit uw browser.",
        group="Uitleg",
    ),
)
START = PAGES[0]

RUN_IN_ENGLISH = (
    "/kaart",
    "/gemeente",
    "/wie-meldt",
    "/hoe-veilig",
    "/herhaling",
    "/onderzoek",
    "/kinderbescherming",
)
"""Paths of the pages of the app whose script is also run in English, on the server (web/english/run_pages.py)."""

IN_ENGLISH: tuple[tuple[str, str], ...] = (
    ("/", N_("Overzicht")),
    *((page.address, page.title) for page in PAGES if page.address in RUN_IN_ENGLISH),
    (f"{SHEETS}/", N_("Gemeentebladen")),
    (GLOSSARY, N_("Woordenlijst")),
    (ERASE_HISTORY, N_("Wis uw geschiedenis")),
)
"""Path without the prefix of the language and title of the pages of the English edition, in menu order."""
IN_BOTH_LANGUAGES = (START.address, *RUN_IN_ENGLISH, ERASE_HISTORY)
"""Paths of the pages that say the same in Dutch and in English; sheets do so too."""


def data_address(name: str, *, ending: str, **filters: str) -> str:
    """Address of a table of the open data from the root, such as ``/data/v1/meldingen.csv?gemeente=GM0758``."""
    return f"{DATA}/{name}.{ending}{_query(filters)}"


def sheet_address(slug: str, *, ending: str = "", **choices: str) -> str:
    """Address of the sheet of a place from the root, in the language of the reader; ``ending`` is empty or ``pdf``."""
    return f"{sheets_address()}{slug}{f'.{ending}' if ending else ''}{_query(choices)}"


def sheets_address() -> str:
    """Address of the list of sheets from the root, in the language of the reader."""
    return f"{current().prefix}{SHEETS}/"


def search_address() -> str:
    """Address of the search without script from the root, in the language of the reader."""
    return f"{current().prefix}{SEARCH}"


def without_language(path: str) -> tuple[Language, str]:
    """The language that a path is in, and the path without its prefix: ``/en/gemeenteblad/`` is ``/gemeenteblad/``."""
    prefix = Language.ENGLISH.prefix
    if path == prefix or path.startswith(f"{prefix}/"):
        return Language.ENGLISH, path.removeprefix(prefix) or "/"
    return Language.DUTCH, path


def pack_address(slug: str, *, ending: str, **choices: str) -> str:
    """Address of the pack of a place from the root; ``ending`` is ``docx`` or ``pptx``."""
    return f"{PACKS}/{slug}.{ending}{_query(choices)}"


def gaps_address(code: str = "") -> str:
    """Address of the page on what figures are missing from the root, for a place or for none."""
    return f"{GAPS}{_query({'gemeente': code} if code else {})}"


def feed_address(slug: str) -> str:
    """Address of the feed of a place from the root."""
    return f"{FEEDS}/{slug}.atom"


def preview_address(page: SitePage, **choices: str) -> str:
    """Address of the picture of a view of a page from the root, such as ``/voorvertoning/kaart.png?gemeente=GM0758``."""
    return f"{PREVIEWS}/{preview_name(page)}.png{_query(choices)}"


def preview_name(page: SitePage) -> str:
    """Name of the picture of a page: its path, and for the start page its title in small letters."""
    return page.path or START.title.lower()


def sheet_name(place: str) -> str:
    """What the sheet of a level is called; ``place`` is the code of a place: ``Gemeenteblad``, ``Regioblad``."""
    return {"GM": N_("Gemeenteblad"), "VT": N_("Regioblad"), "PV": N_("Provincieblad"), "NL": N_("Landblad")}.get(
        place[:2], N_("Cijferblad")
    )


def _query(choices: dict[str, str]) -> str:
    return f"?{urlencode(choices, safe=',')}" if choices else ""


def contact() -> str:
    """Where a reader or a finder of a leak can write (HGIB_CONTACT: `mailto:` or https address); empty when not set."""
    address = os.environ.get("HGIB_CONTACT", "").strip()
    return address if re.fullmatch(r"(?:mailto:|https://)\S+", address) else ""
