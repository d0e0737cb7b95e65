"""The HTML document around what a page says: the shell of the site, its style and scripts, and no script in the page itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

from charts.map import publish
from geo.places_index import Entry
from site_map import IN_BOTH_LANGUAGES, PAGES, SitePage
from web import html, index_page, shell_assets, shell_html
from web.languages import Alternate, of_path, site_of
from web.page_files import hashed

_OWN = Path(__file__).with_name("browser")
_MAP_FOLDER = "/bestanden/kaart/script"  # three folders deep: the script of the map looks for borders from there
INDEX = "/bestanden/zoeken"
OWN = "/bestanden/huisstijl/"
_FOOTER_PAGES = ("bronnen", "toegankelijkheid", "wis-geschiedenis")


def page(
    about: SitePage, content: str, *, address: str, place: str, canonical: str, with_pages: Sequence[SitePage],
    index: str,
) -> str:  # fmt: skip
    """A page as a document; ``address`` is its own in the app.

    ``place``: the name of the place that it is about, for its title; ``index``: address of the search index.
    """
    title = f"{index_page.NEUTRAL_TITLE} - {place}" if place else index_page.title(about)
    return _document(
        content,
        title=title,
        description=f"Cijfers van het CBS over {place}." if place else index_page.NEUTRAL_DESCRIPTION,
        current=about.path,
        address=address,
        canonical=canonical,
        with_pages=with_pages,
        index=index,
        redirects=about.address in {"/", "/gemeente"} and not place,
    )


def search_page(
    letters: Mapping[str, Sequence[Entry]], *, canonical: str, with_pages: Sequence[SitePage], index: str
) -> str:
    """The search: its field works with script; without, all municipalities stand under it from A to Z."""
    form = html.render("search_form", label="Naam of postcode", text="", to="")
    groups = "".join(
        f'<div class="hg-group-of-links"><h3 class="hg-h3">{escape(letter)}</h3><ul>'
        + "".join(f'<li><a href="/gemeente?gemeente={entry.code}">{escape(entry.label)}</a></li>' for entry in entries)
        + "</ul></div>"
        for letter, entries in letters.items()
    )
    content = (
        f'<h1 tabindex="-1">Zoek een plaats</h1>{form}<div class="hg-search-answers" aria-live="polite"></div>'
        '<noscript><p class="hg-text">Zoeken op naam werkt alleen met JavaScript. Kies hieronder uw gemeente.</p></noscript>'
        f'<h2 class="hg-h2">Alle gemeenten van A tot Z</h2><nav class="hg-links" aria-label="Alle gemeenten van A tot Z">{groups}</nav>'
    )
    title = f"{index_page.NEUTRAL_TITLE} - Zoeken"
    return _document(
        content, title=title, description="", current=None, canonical=canonical, with_pages=with_pages, index=index
    )


def missing_page(*, with_pages: Sequence[SitePage], index: str) -> str:
    """The answer to an address without a file."""
    form = html.render("search_form", label="Zoek een plaats", text="", to="")
    names = "".join(f'<li><a href="{each.address}">{escape(each.title)}</a></li>' for each in with_pages)
    content = (
        f'<h1 tabindex="-1">Deze pagina bestaat niet</h1><p class="hg-text">Controleer het adres, zoek een plaats, of kies een pagina.</p>'
        f"{form}<ul>{names}</ul>"
    )
    title = f"{index_page.NEUTRAL_TITLE} - Pagina niet gevonden"
    return _document(
        content, title=title, description="", current=None, canonical="", with_pages=with_pages, index=index
    )


def _document(  # noqa: PLR0913 -- one call says everything about a document
    content: str, *, title: str, description: str, current: str | None, canonical: str, with_pages: Sequence[SitePage],
    index: str, address: str = "", redirects: bool = False,
) -> str:  # fmt: skip
    browser_files = _own_addresses()
    drawn = 'class="hg-map"' in content
    names = _map_names()
    whole = html.render(
        "exported",
        title=title,
        description=description,
        canonical=canonical,
        languages=_languages(current, address=address, canonical=canonical),
        head=html.render("head", description="", path=""),
        look=index_page.look(),
        style=browser_files["page.css"],
        start=browser_files["start.js"],
        script=browser_files["page.js"],
        answers=browser_files["answers.js"],
        index=index,
        map_style=f"{_MAP_FOLDER}/{names['style']}" if drawn else "",
        map_script=f"{_MAP_FOLDER}/{names['script']}" if drawn else "",
        map_boot=browser_files["map.js"] if drawn else "",
        header=shell_html.header(with_pages, current=current, address=address),
        redirects=redirects,
        content=html.trusted(content),
        footer=html.render("exported_foot", pages=[each for each in PAGES if each.path in _FOOTER_PAGES]),
    )
    return in_own_folder(whole)


def _languages(path: str | None, *, address: str, canonical: str) -> tuple[Alternate, ...]:
    """The page in every language; none for a page that is there in Dutch alone, or when the site has no address."""
    return of_path(address, site=site_of(canonical)) if canonical and f"/{path}" in IN_BOTH_LANGUAGES else ()


def in_own_folder(page: str) -> str:
    """A page that asks for style and scripts in the folder of the files: an app at the same address may have other ones."""
    return page.replace(shell_assets.PREFIX, OWN)


def files() -> dict[str, bytes]:
    """Files that every page asks for, by address: the shell, our own scripts and style, and the script of the map."""
    shell = {in_own_folder(address): path.read_bytes() for address, path in shell_assets.by_address().items()}
    browser_files = {in_own_folder(address): (_OWN / name).read_bytes() for name, address in _own_addresses().items()}
    built = {f"{_MAP_FOLDER}/{name}": (publish.TARGET / name).read_bytes() for name in _map_names().values()}
    return {**shell, **browser_files, **built}


@cache
def _map_names() -> Mapping[str, str]:
    return publish.publish()


@cache
def _own_addresses() -> Mapping[str, str]:
    """Address of each file of browser/ by its name."""
    return {
        path.name: f"{shell_assets.PREFIX}{path.stem}.{hashed(path.read_bytes())[:8]}{path.suffix}"
        for path in sorted(_OWN.iterdir())
        if path.is_file()
    }
