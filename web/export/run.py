"""A whole export: from the fixed files to every page that a link asks for, in parallel, into a folder that is then put in place."""

from __future__ import annotations

import gc
import json
import multiprocessing
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tqdm import tqdm

from editions.edition import current_edition
from geo.search.portable import portable
from language import Language
from site_map import GLOSSARY, SHEETS
from web.export import addresses, document, folder, hosts, links
from web.export.addresses import SiteView
from web.export.folder import FileEntry, Folder
from web.export.plan import Plan
from web.export.recording import FailedPageError
from web.export.writing import Written, write
from web.page_files import hashed

_STATIC = Path(__file__).resolve().parents[2] / "pages" / "static"
_AT_ONCE = 8  # views that a process takes from the heap, when they are not of a place
_PLACES_AT_ONCE = 60
"""Places of which a process takes all pages, sheets and feeds. What they share per place (a line over time is on all its pages)
and what they share per period (all places are compared with the same rows) is then computed once, within what an edition keeps."""


_GARBAGE = 100_000  # new objects after which a process looks for what can be thrown away: a page makes many, and most go by themselves


@dataclass(frozen=True)
class ExportResult:
    """What an export did: files there are now, how many of them were written, and their bytes together."""

    files: int
    fresh: int
    size: int


def export(
    out: Path, *, url: str = "", app: str = "", only: Sequence[str] = (), with_pdf: bool = True, workers: int = 1
) -> ExportResult:
    """Write the site of the newest figures to ``out``. Raises BusyFolderError, FailedPageError and UnknownElementError."""
    place, lock = folder.begin(out)
    with lock:
        index = json.dumps(portable(), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
        name = f"{document.INDEX}/{hashed(index)}.json"
        plan = Plan(current_edition(), url=url, app=app, only=tuple(only), with_pdf=with_pdf, index=name)
        entries = {entry.path: entry for entry in _fixed(place, plan, {name: index})}
        written = set[SiteView]()
        for view, result in _every(plan, place, workers=workers):
            entries |= {entry.path: entry for entry in result.entries}
            written.add(view)
        in_sitemap = [addresses.file_address(view) for view in written if _is_for_search_engines(view)]
        host_files = hosts.host_files(in_sitemap, url=url).items()
        entries |= {entry.path: entry for entry in (place.put(address, content) for address, content in host_files)}
        folder.publish(
            place, entries.values(), about={"gegevensversie": plan.edition.version, "adres": url, "app": app}
        )
    fresh = sum(entry.fresh for entry in entries.values())
    return ExportResult(len(entries), fresh, sum(entry.size for entry in entries.values()))


def _fixed(place: Folder, plan: Plan, files: dict[str, bytes]) -> Iterator[FileEntry]:
    """Files that no view makes: style, scripts, borders, the search index, and the answer to a wrong address."""
    for address, content in {**document.files(), **files, **_borders()}.items():
        yield place.put(address, content)
    missing = document.missing_page(with_pages=plan.pages, index=plan.index)
    yield place.put("/404.html", links.rewritten(missing, here="/", resolve=plan.resolve).encode())


def _borders() -> dict[str, bytes]:
    """Borders of every year and level, where the script of the map looks for them."""
    files = sorted((_STATIC / "boundaries").glob("*-*.json"))
    return {f"/app/static/{path.relative_to(_STATIC)}": path.read_bytes() for path in files}


def _is_for_search_engines(view: SiteView) -> bool:
    """Whether a view is in the sitemap: pages and sheets as they open, not each choice on them."""
    _, view = addresses.in_dutch(view)
    page_of_place = view.path == addresses.PLACE_PAGE and set(view.query) == {"gemeente"}
    return page_of_place or (
        not view.choices and (addresses.is_page(view.path) or view.path.startswith(SHEETS) or view.path == GLOSSARY)
    )


def _every(plan: Plan, place: Folder, *, workers: int) -> Iterator[tuple[SiteView, Written]]:
    """Every view, then the views that their links need and that were not written yet, until there are none."""
    global _plan, _folder
    _plan, _folder = plan, place
    waiting, seen = set(plan.views()), set[SiteView]()
    context = multiprocessing.get_context("fork")
    with (
        ProcessPoolExecutor(workers, mp_context=context, initializer=_begin) as pool,
        tqdm(total=len(waiting), desc="Export", unit=" bestanden", disable=None, dynamic_ncols=True) as bar,
    ):
        while waiting:
            seen |= waiting
            needed = set[SiteView]()
            for results in pool.map(_write, portions(waiting, plan)):
                for view, result in results:
                    needed |= result.wanted
                    bar.update()
                    yield view, result
            waiting = needed - seen
            bar.total = len(seen) + len(waiting)


def portions(views: Iterable[SiteView], plan: Plan) -> list[list[SiteView]]:
    """The views in the portions that a process takes: all views of some places together, the other views in small ones."""
    of_places, others = defaultdict[str, list[SiteView]](list), list[SiteView]()
    for view in sorted(views):
        code = plan.place_of(view)
        (of_places[code] if code else others).append(view)
    codes = sorted(of_places, reverse=True)  # regions first: the last portions are small ones, so no process waits long
    blocks = [codes[at : at + _PLACES_AT_ONCE] for at in range(0, len(codes), _PLACES_AT_ONCE)]
    return [
        *(sorted((view for code in block for view in of_places[code]), key=_order) for block in blocks),
        *(others[at : at + _AT_ONCE] for at in range(0, len(others), _AT_ONCE)),
    ]


def _order(view: SiteView) -> tuple[str, str, SiteView, bool]:
    """Pages first, then feeds and sheets; within each all places of a period after each other, in every language."""
    language, same = addresses.in_dutch(view)
    kind = "" if same.path == addresses.PLACE_PAGE else PurePosixPath(same.path).suffix or SHEETS
    return kind, view.query.get("periode") or view.query.get("jaar", ""), same, language is not Language.DUTCH


_plan: Plan
_folder: Folder


def _begin() -> None:
    """What a process has from its start stays: it is not looked through again and again for what can be thrown away."""
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _write(views: Sequence[SiteView]) -> list[tuple[SiteView, Written]]:
    return [(view, _written(view)) for view in views]


def _written(view: SiteView) -> Written:
    try:
        return write(view, plan=_plan, folder=_folder)
    except Exception as error:  # not every error can travel between processes, and none of them names the view
        message = f"{view.address}: {type(error).__name__}: {error}"
        raise FailedPageError(message) from error
