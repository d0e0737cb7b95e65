"""Who a page is to other sites: its canonical address, the preview of a link to it, and what search engines read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from charts import preview
from charts.files.provenance import SITE
from charts.preview import Preview
from editions.edition import Edition
from geo import registry
from language import N_, Language, _, current
from site_map import IN_BOTH_LANGUAGES, START, SitePage, preview_address, sheets_address
from web import html, structured_data
from web.languages import Alternate, of_path
from web.previews import PreviewedLink

_LOCALES = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}
_SHEETS_TITLE = N_("Gemeentebladen")


def canonical(page: SitePage, *, site: str) -> Markup:
    """The one address of a page, for an answer that is no page of its own: a figure in a frame."""
    return canonical_alone(f"{site}{page.address}")


def canonical_alone(address: str) -> Markup:
    """The canonical address of a page by its whole address, for a site of files: it makes no pictures for previews."""
    return html.render("canonical", address=address)


def of_page(page: SitePage, link: PreviewedLink, *, site: str) -> Markup:
    """Canonical address, preview and structured data of a page with the choices of a link.

    The canonical address is that of the page; a link that is shared keeps its choices.
    """
    view = address(page, link)
    trail = [(page.title, page.address)] if page.path else []
    if link.shown.place:
        trail.append((registry.region(link.shown.place).name, view))
    things: list[Mapping[str, Any]] = [structured_data.breadcrumbs(trail, site=site)]
    if page.path == "downloads":
        things.append(structured_data.catalogue(link.edition, site=site))
    elif link.shown.table:
        of_table = structured_data.dataset(link.edition, link.shown.table, site=site, place=link.shown.place)
        things += [] if of_table is None else [of_table]
    choices = {**link.choices, "versie": link.edition.version}
    return _rendered(
        link.shown,
        canonical=f"{site}{page.address}",
        address=f"{site}{view}",
        picture=f"{site}{preview_address(page, **choices)}",
        things=things,
        languages=_languages(page, site=site),
    )


def address(page: SitePage, link: PreviewedLink) -> str:
    """Path of a page with the choices of a link."""
    return page.address + (f"?{urlencode(link.choices, safe=',')}" if link.choices else "")


def _languages(page: SitePage, *, site: str) -> tuple[Alternate, ...]:
    """The page in every language; none for a page that is there in Dutch alone."""
    if page.address not in IN_BOTH_LANGUAGES:
        return ()
    return of_path(page.address, site=site)


def of_sheet(
    edition: Edition, shown: Preview, *, site: str, path: str, picture_of: tuple[SitePage, Mapping[str, str]]
) -> Markup:
    """The same of a sheet at a path; ``picture_of`` is the page, with its choices, that tells the same."""
    page, choices = picture_of
    things: list[Mapping[str, Any]] = [
        structured_data.breadcrumbs([(_(_SHEETS_TITLE), sheets_address()), (shown.title, path)], site=site)
    ]
    picture = ""
    if current() is Language.DUTCH:  # table and picture are in Dutch alone
        of_table = structured_data.dataset(edition, shown.table, site=site, place=shown.place) if shown.table else None
        things += [] if of_table is None else [of_table]
        picture = f"{site}{preview_address(page, **choices, versie=edition.version)}"
    return _rendered(shown, canonical=f"{site}{path}", address=f"{site}{path}", picture=picture, things=things)


def of_readable_page(shown: Preview, *, site: str, path: str) -> Markup:
    """The same of a page without script at a path that has no picture."""
    trail = [] if path == f"{current().prefix}{START.address}" else [(shown.title, path)]
    things = [structured_data.breadcrumbs(trail, site=site)]
    return _rendered(shown, canonical=f"{site}{path}", address=f"{site}{path}", picture="", things=things)


def of_list_of_sheets(shown: Preview, *, site: str, picture_of: SitePage) -> Markup:
    """The same of the list of sheets."""
    things = [structured_data.breadcrumbs([(_(_SHEETS_TITLE), sheets_address())], site=site)]
    address = f"{site}{sheets_address()}"
    picture = f"{site}{preview_address(picture_of)}" if current() is Language.DUTCH else ""
    return _rendered(shown, canonical=address, address=address, picture=picture, things=things)


def _rendered(
    shown: Preview,
    *,
    canonical: str,
    address: str,
    picture: str,
    things: Sequence[Mapping[str, Any]],
    languages: Sequence[Alternate] = (),
) -> Markup:
    return html.render(
        "identity",
        canonical=canonical,
        address=address,
        picture=picture,
        shown=shown,
        site_name=_(SITE),
        languages=languages,
        locale=_LOCALES[current()],
        width=preview.WIDTH_PX,
        height=preview.HEIGHT_PX,
        things=structured_data.script(things),
    )
