"""The feeds: of the whole site and of one place, from the changelog and the changed cells of every version that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time

from data_sources import changed_cells, changes, versions
from data_sources.changes import ChangeLog
from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.feeds import composing, pages
from editions.feeds.composing import EntrySubject
from editions.feeds.entry import SITE_TITLE, Feed, FeedEntry, title_of_place
from editions.feeds.gathering import Gathered, gathered
from geo import registry
from indicators import notation

_BEGINNING = (
    "Vanaf hier staat in deze lijst elk cijfer dat nieuw is of dat het CBS verandert, met het oude cijfer erbij."
)


def feed_of_site(edition: Edition) -> Feed:
    """Everything that changed. New cells are counted, those of the country and all other changes are named."""

    def cells(log: ChangeLog) -> Gathered:
        pieces = changed_cells.in_pieces(versions.default_data_dir(), log.version, country=NETHERLANDS)
        return gathered(pieces, together=composing.together(log))

    def page(subject: EntrySubject) -> str:
        return pages.of_table(edition, subject.table, period=subject.newest)

    entries = _entries(edition, cells, page=page)
    return _feed(edition, entries, key="feed", title=SITE_TITLE, address=pages.CHANGELOG)


def feed_of_place(edition: Edition, code: str) -> Feed:
    """What changed for one place: its own cells alone."""

    def cells(log: ChangeLog) -> Gathered:
        rows = changed_cells.of_place(versions.default_data_dir(), log.version, code=code)
        return gathered([(changed_cells.counted(rows), rows)], together=composing.together(log))

    def page(subject: EntrySubject) -> str:
        return pages.of_place(edition, code, table=subject.table, period=subject.newest)

    entries = _entries(edition, cells, page=page, place=code)
    title = title_of_place(registry.region(code).name)
    return _feed(edition, entries, key=f"feed/{code}", title=title, address=pages.page_of_place(code))


def _feed(edition: Edition, entries: Iterable[FeedEntry], *, key: str, title: str, address: str) -> Feed:
    listed = tuple(entries)
    moment = max((entry.moment for entry in listed), default=edition.created)
    return Feed(key, title, moment, address, listed)


def _entries(
    edition: Edition, cells: Callable[[ChangeLog], Gathered], *, page: Callable[[EntrySubject], str], place: str = ""
) -> Iterator[FeedEntry]:
    """Entries of every version that is kept, newest first, and the beginning when it is reached."""
    titles = {table.id: table.measures for table in edition.snapshot.manifest.tables}
    logs = () if edition.snapshot.embedded else changes.history(versions.default_data_dir(), edition.version)
    for log in logs:
        try:
            divided = cells(log)
        except versions.VersionsError:
            yield from () if place else composing.without_cells(log)
            continue
        for subject, changed in composing.subjects(log, divided, place=place):
            yield composing.entry(subject, changed, address=page(subject), titles=titles)
    yield from _beginning(logs[-1].previous if logs else edition.version, place=place)


def _beginning(version: str, *, place: str) -> Iterator[FeedEntry]:
    """One entry on the figures that came with the site; none when older versions lie between."""
    try:
        day = date.fromisoformat(version)
    except ValueError:
        return
    yield FeedEntry(
        key="/".join(part for part in ("begin", version, place) if part),
        title=f"De eerste cijfers van deze site, stand van {notation.date(day)}",
        moment=datetime.combine(day, time(), tzinfo=UTC),
        address=pages.page_of_place(place) if place else pages.CHANGELOG,
        about="De cijfers die met de site meekwamen.",
        sentences=(_BEGINNING,),
    )
