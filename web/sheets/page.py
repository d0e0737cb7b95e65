"""The sheet and its index as HTML: one answer without script, style sheet or font to fetch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from charts.palette import LIGHT
from charts.preview import Preview
from data_sources.level import Level
from editions.edition import Edition
from editions.nearest import Nearest
from geo import registry
from geo.registry import Region
from indicators.sentences import WHY_HIGHER_TITLE, words
from indicators.sentences.why_higher import CLOSING
from language import N_, Language, _, current
from site_map import (
    IN_ENGLISH,
    PAGES,
    START,
    data_address,
    feed_address,
    pack_address,
    search_address,
    sheet_address,
    sheets_address,
)
from web import autodiscovery, page_identity, shell_assets
from web.html import render
from web.languages import Alternate, alternates, links, site_of
from web.sheets.facts import Sheet
from web.sheets.glossary import of_a_sheet
from web.shell_html import EXIT_ADDRESS

INDEX_TITLE = N_("Gemeentebladen")
INDEX_ABOUT = N_("Voor elke gemeente één vel met cijfers, om te lezen, te printen of te downloaden als pdf.")
_FOLDER = Path(__file__).parent


@lru_cache
def templates(*folders: Path) -> Environment:
    """The templates of further folders, with those of the sheets that all pages without script share."""
    loader = FileSystemLoader([*folders, _FOLDER])
    environment = Environment(
        loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, auto_reload=False
    )
    style = f":root{{{LIGHT.css}}}" + (_FOLDER / "sheet.css").read_text(encoding="utf-8")
    # a file of this folder, not text from outside: quotes in it must stay as they are
    environment.globals |= {
        "style": Markup(style),  # noqa: S704
        "_": _,
        "language": current,
        "menu": _menu,
        "sheets_address": sheets_address,
        "search_address": search_address,
        "exit": EXIT_ADDRESS,
        "icon": shell_assets.address("icon.svg"),
        "typeface": render("typeface"),
        "hreflang": links,
    }
    return environment


def _menu() -> list[tuple[str, str]]:
    """Address and title of the pages that the menu has in the language of the reader."""
    if current() is Language.DUTCH:
        return [(page.address, page.title) for page in PAGES if page.in_menu]
    return [(f"{current().prefix}{path}", _(title)) for path, title in IN_ENGLISH]


def address(sheet: Sheet, *, ending: str = "", version: str = "") -> str:
    """Path of a sheet; the year is left out for the year it shows without one."""
    choices = {} if sheet.usual else {"jaar": str(sheet.year)}
    return sheet_address(sheet.slug, ending=ending, **choices, **({"versie": version} if version else {}))


def packs(sheet: Sheet, *, version: str = "") -> list[tuple[str, str]]:
    """The packs for a council of this sheet: words and path."""
    choices = {"periode": sheet.answer.period.key} | ({"versie": version} if version else {})
    formats = (("Word (DOCX)", "docx"), ("PowerPoint (PPTX)", "pptx"))
    return [(words, pack_address(sheet.slug, ending=ending, **choices)) for words, ending in formats]


def data(sheet: Sheet, *, code: str) -> str:
    """Path of the figures of the place of this sheet as CSV."""
    filters = {"gemeente" if Level.of(code) is Level.MUNICIPALITY else "regio": code}
    return data_address(sheet.indicator, ending="csv", **filters)


def tables(sheet: Sheet) -> list[tuple[str, str, tuple[Any, ...]]]:
    """Tables of the sheet: caption, first head, rows; empty ones are left out."""
    every_table = [
        (_("De cijfers van {place} over {year}", place=sheet.place, year=sheet.year), _("onderwerp"), sheet.rows),
        (sheet.neighbours_title, _("gemeente"), sheet.neighbours),
    ]
    return [(caption, head, rows) for caption, head, rows in every_table if rows]


def html(sheet: Sheet, *, code: str, canonical: str, version: str, identity: Markup | None = None) -> str:
    """HTML of a sheet; ``canonical`` is its whole address, ``version`` the data version that was asked for, if any.

    ``identity`` is what other sites and search engines read of it.
    """
    return (
        templates()
        .get_template("sheet.html")
        .render(
            s=sheet,
            alternates=_alternates(sheet, canonical=canonical, version=version),
            nearest=_nearest(sheet),
            glossary=of_a_sheet(),
            code=code,
            tables=tables(sheet),
            canonical=canonical,
            identity=identity or "",
            pdf=address(sheet, ending="pdf", version=version),
            packs=packs(sheet, version=version),
            feeds=autodiscovery.feeds(code) if current() is Language.DUTCH else (),
            feed=feed_address(sheet.slug),
            fixed=f"&versie={version}" if version else "",
            data=data(sheet, code=code),
            why=_(WHY_HIGHER_TITLE),
            closing=_(CLOSING),
        )
    )


def _alternates(sheet: Sheet, *, canonical: str, version: str) -> tuple[Alternate, ...]:
    return alternates(lambda: address(sheet), site=site_of(canonical), query=f"versie={version}" if version else "")


def _nearest(sheet: Sheet) -> list[tuple[Nearest, str]]:
    """The nearest figures with the address that tells more: in Dutch a page, in another language a sheet."""
    if current() is Language.DUTCH:
        return [(line, line.address) for line in sheet.answer.nearest]
    return [(line, sheet_address(registry.slug(line.code)) if line.code else "") for line in sheet.answer.nearest]


def identity(edition: Edition, sheet: Sheet, *, code: str, site: str) -> Markup:
    """Canonical address, preview and structured data; the picture is that of the page of the place in the same period."""
    about = f"{sheet.big} {sheet.unit}. {sheet.comparison or sheet.situation}"
    shown = Preview(sheet.title, about, table=sheet.indicator, place=code)
    place = next(page for page in PAGES if page.path == "gemeente")
    choices = {"gemeente": code, "periode": sheet.answer.period.key}
    return page_identity.of_sheet(edition, shown, site=site, path=address(sheet), picture_of=(place, choices))


def index(
    places: Iterable[Region], *, larger: Iterable[Region] = (), site: str = "", identity: Markup | None = None
) -> str:
    """HTML of the list: larger places first, then municipalities from A to Z; ``site`` is the address of this site.

    ``identity`` is what other sites and search engines read of it.
    """
    letters: dict[str, list[dict[str, str]]] = {}
    for place in places:
        letter = registry.fold(place.name).removeprefix("s ").removeprefix("t ")[:1].upper()
        note = f" ({_('tot en met {year}', year=place.last_year)})" if place.last_year else ""
        letters.setdefault(letter, []).append({"name": place.name, "slug": registry.slug(place.code), "note": note})
    shown = templates().get_template("index.html")
    return shown.render(
        letters=sorted(letters.items()),
        larger=_by_level(larger),
        alternates=alternates(sheets_address, site=site),
        about=_(INDEX_ABOUT),
        identity=identity or "",
    )


def identity_of_index(*, site: str) -> Markup:
    """Canonical address, preview and structured data of the list; ``site`` is the address of this site."""
    return page_identity.of_list_of_sheets(Preview(_(INDEX_TITLE), _(INDEX_ABOUT)), site=site, picture_of=START)


def _by_level(larger: Iterable[Region]) -> dict[str, list[dict[str, str]]]:
    """Larger places under the plural of their level; the country stands alone."""
    groups: dict[str, list[dict[str, str]]] = {}
    for place in larger:
        name = words.name_of(place)
        head = words.start(name if place.level is Level.COUNTRY else place.level.plural)
        groups.setdefault(head, []).append({"name": words.start(name), "slug": registry.slug(place.code)})
    return groups


def refusal(reason: str, *, title: str = "") -> str:
    """HTML that says why there is no sheet, or no pack."""
    return (
        templates()
        .get_template("refused.html")
        .render(
            reason=reason,
            title=title or _("Dit gemeenteblad is er niet"),
            alternates=alternates(sheets_address, site=""),
        )
    )
