"""One view of the app as a file: a page, a sheet, a table of the open data, or the search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urlsplit

from charts.files import text
from editions.feeds.entries import feed_of_place, feed_of_site
from geo import places_index, registry
from language import Language, in_language
from site_map import CALENDAR, DATA, ERASE_HISTORY, FEED, GLOSSARY, PAGES, RUN_IN_ENGLISH, SEARCH, SHEETS, START
from web import page_identity
from web.english import links as english_links
from web.english import pages as english_pages
from web.english import run_document, run_pages
from web.export import addresses, document, links, recording
from web.export.addresses import PLACE_PAGE, SiteView
from web.export.folder import FileEntry, Folder
from web.export.plan import Plan
from web.feeds import atom, calendar
from web.open_data.filters import parse
from web.open_data.refusal import TooManyRowsError
from web.open_data.resources import body, csv_in_pieces, resources
from web.open_data.routes import LISTS
from web.page_elements import html_of
from web.page_files import Assets
from web.sheets import page as sheet_page
from web.sheets import pdf, years
from web.sheets.facts import Sheet, sheet

_HERE = "https://deze-site.invalid"  # stands for the address of the site until the links are made
_LANGUAGES = re.compile(rf'(hreflang="[a-z-]+" href="){re.escape(_HERE)}(/[^"]*)')
_LANGUAGE_LINK = re.compile(r'<link rel="alternate" hreflang="[^>]*>')
_SEARCH_FORM = re.compile(
    r'<form class="(?:zoek|hg-search)".*?</form>', re.DOTALL
)  # that of the English edition needs an app
_ENGLISH_PAGES: Mapping[str, Callable[..., str]] = {
    START.address: english_pages.start,
    GLOSSARY: english_pages.words,
    ERASE_HISTORY: english_pages.erase_history,
}
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True)
class Written:
    """Files that were written for a view, and the views that its links need."""

    entries: tuple[FileEntry, ...]
    wanted: frozenset[SiteView]


def write(wanted: SiteView, *, plan: Plan, folder: Folder) -> Written:
    """Write the files of a view; none for a table that is too large for its format."""
    language, _ = addresses.in_dutch(wanted)
    with in_language(language):
        return _write(wanted, plan=plan, folder=folder)


def _write(wanted: SiteView, *, plan: Plan, folder: Folder) -> Written:
    address = addresses.file_address(wanted)
    if wanted.path.startswith(f"{DATA}/"):
        return Written(tuple(_table(wanted, address, plan, folder)), frozenset())
    if wanted.path.endswith(".pdf"):
        return Written((_pdf(wanted, address, plan, folder),), frozenset())
    if addresses.is_feed(wanted.path):
        return _feed(wanted.path, plan, folder)
    assets, needed = Assets(), set[SiteView]()
    html = _html(wanted, plan=plan, assets=assets)
    html = links.rewritten(html, here=wanted.address, resolve=lambda there: plan.resolve(there, wanted=needed))
    html = english_links.named(html) if addresses.in_dutch(wanted)[0] is Language.ENGLISH else html
    html = _in_each_language(html, plan).replace(_HERE, plan.url)
    entries = [folder.put(address, html.encode())]
    entries += [folder.put(name, content) for name, content in sorted(assets.files.items())]
    return Written(tuple(entries), frozenset(needed))


def _in_each_language(html: str, plan: Plan) -> str:
    """The page with the address of its file in each language; with none when a script shows it on the page of another view."""
    html = _LANGUAGES.sub(lambda match: f"{match[1]}{_HERE}{plan.resolve(unescape(match[2])) or match[2]}", html)
    links_to_each = _LANGUAGE_LINK.findall(html)
    return _LANGUAGE_LINK.sub("", html) if any("?" in link for link in links_to_each) else html


def _html(wanted: SiteView, *, plan: Plan, assets: Assets) -> str:
    here = _HERE + addresses.file_address(wanted)
    canonical = here if plan.url else ""
    language, same = addresses.in_dutch(wanted)
    if language is not Language.DUTCH and same.path in RUN_IN_ENGLISH:
        in_english = run_pages.of_elements(recording.record(same.path, same.query, site=plan.url), assets=assets)
        whole = run_document.document(same.path, in_english, query=same.query, site=_HERE, canonical=here)
        return document.in_own_folder(_SEARCH_FORM.sub("", whole))
    if language is not Language.DUTCH and not same.path.startswith(SHEETS):
        english_page = _ENGLISH_PAGES[same.path](plan.edition, site=_HERE, canonical=here)
        return document.in_own_folder(_SEARCH_FORM.sub("", english_page))
    if same.path == SHEETS:
        everyone = [registry.region(code) for code, _ in plan.sheets.values()]
        larger = [place for place in years.larger_places() if place in everyone]
        municipalities = [place for place in years.municipalities(plan.edition) if place in everyone]
        index = sheet_page.index(
            municipalities, larger=larger, site=_HERE, identity=page_identity.canonical_alone(here)
        )
        return document.in_own_folder(index if language is Language.DUTCH else _SEARCH_FORM.sub("", index))
    if same.path.startswith(f"{SHEETS}/"):
        code, document_of_place = _sheet(wanted, plan)
        return document.in_own_folder(
            sheet_page.html(
                document_of_place, code=code, canonical=here, version="", identity=page_identity.canonical_alone(here)
            )
        )
    if wanted.path == SEARCH:
        return document.search_page(
            places_index.by_letter(), canonical=canonical, with_pages=plan.pages, index=plan.index
        )
    root = recording.record(wanted.path, wanted.query, site=plan.url)
    content = html_of(root, assets=assets)
    title = _TITLE.search(content)
    is_of_place = wanted.path == PLACE_PAGE and "gemeente" in wanted.query
    place = unescape(title[1]) if title is not None and is_of_place else ""
    page = next(page for page in PAGES if page.address == wanted.path)
    return document.page(
        page,
        content,
        address=wanted.address,
        place=place,
        canonical=canonical,
        with_pages=plan.pages,
        index=plan.index,
    )


def _sheet(wanted: SiteView, plan: Plan) -> tuple[str, Sheet]:
    """Code of the place of a sheet, and what stands on it."""
    _, same = addresses.in_dutch(wanted)
    slug = same.path.removeprefix(f"{SHEETS}/").partition(".")[0]
    code, of_place = plan.sheets[slug]
    return code, sheet(plan.edition, code, year=int(wanted.query.get("jaar", of_place[0])))


def _pdf(wanted: SiteView, address: str, plan: Plan, folder: Folder) -> FileEntry:
    _, document_of_place = _sheet(wanted, plan)
    printed = plan.url + address.removesuffix(".pdf") + "/"
    source = pdf.fingerprint(document_of_place, address=printed, moment=plan.edition.created)
    before = folder.again(address, source=source)
    if before is not None:
        return before
    content = pdf.pdf(document_of_place, address=printed, moment=plan.edition.created)
    return folder.put(address, content, source=source)


def _feed(path: str, plan: Plan, folder: Folder) -> Written:
    """A feed or the calendar; the pages that a feed leads to are files, or those of the app."""
    host, needed = urlsplit(plan.url).hostname or "", set[SiteView]()
    if path == CALENDAR:
        day = plan.edition.created.date()
        content = calendar.calendar(plan.edition, today=day, site=plan.url, host=host)
        return Written((folder.put(path, content),), frozenset())
    code = "" if path == FEED else plan.feeds[addresses.feed_slug(path)]
    entries = feed_of_place(plan.edition, code) if code else feed_of_site(plan.edition)
    text_of_feed = atom.atom(entries, path=path, site=_HERE, host=host, place=bool(code)).decode()

    def leads(match: re.Match[str]) -> str:
        there = plan.resolve(unescape(match[1]), wanted=needed) or "/"
        return f'href="{escape(plan.url + there if there.startswith("/") else there)}"'

    text_of_feed = re.sub(rf'href="{re.escape(_HERE)}(/[^"]*)"', leads, text_of_feed).replace(_HERE, plan.url)
    return Written((folder.put(path, text_of_feed.encode()),), frozenset(needed))


def _table(wanted: SiteView, address: str, plan: Plan, folder: Folder) -> Iterator[FileEntry]:
    name, _, ending = wanted.path.removeprefix(f"{DATA}/").rpartition(".")
    query = parse(wanted.choices, allowed=tuple(wanted.query))
    if ending == "json" and name in LISTS:
        yield folder.put(address, text.dumped(LISTS[name][1](plan.edition, query)))
        return
    resource = resources(plan.edition)[name]
    try:
        content = body(resource, plan.edition, query, ending=ending).content
    except TooManyRowsError:
        if ending != "csv" or resource.pieces is None:
            return
        pieces = resource.pieces(plan.edition, query)
        content = b"".join(csv_in_pieces(pieces, dutch_notation=query.dutch_notation))
    yield folder.put(address, content)
