"""The months in which CBS may bring new figures, as a calendar to subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import icalendar

from charts.files.provenance import SITE
from data_sources.catalogue.statline_tables import STATLINE_TABLES
from data_sources.expected import ExpectedRelease, expected_releases
from data_sources.period import Kind, Period
from editions.edition import Edition
from indicators import notation

MEDIA_TYPE = "text/calendar; charset=utf-8"
TITLE = "Cijfers per gemeente: verwachte cijfers"  # neutral: others may see someone's calendar
SUMMARY = "Verwacht: nieuwe cijfers van het CBS (de dag is niet bekend)"
EXPECTATION = (
    "Dit is een verwachting van deze site, geen aankondiging van het CBS. In eerdere jaren kwamen er nieuwe cijfers in april "
    "en in oktober. De dag weten we niet: daarom staat hier de hele maand."
)
_ASK_AGAIN = timedelta(days=7)


def calendar(edition: Edition, *, today: date, site: str, host: str) -> bytes:
    """The calendar as a file; ``site`` is the address of this site, ``host`` its name in the ids of the events."""
    file = icalendar.Calendar()
    file.add("prodid", f"-//{SITE}//Verwachte cijfers//NL")
    file.add("version", "2.0")
    file.add("name", TITLE)
    file.add("x-wr-calname", TITLE)
    file.add("description", EXPECTATION)
    file.add("refresh-interval", _ASK_AGAIN, parameters={"value": "DURATION"})
    for release in expected_releases(today, loaded=_loaded(edition)):
        file.add_component(_event(icalendar.Event(), release, moment=edition.created, site=site, host=host))
    content: bytes = file.to_ical()
    return content


def _event(
    event: icalendar.Event, release: ExpectedRelease, *, moment: datetime, site: str, host: str
) -> icalendar.Event:
    event.add("uid", f"verwacht-{release.start:%Y-%m}@{host}")
    event.add("dtstamp", moment)
    event.add("dtstart", release.start)
    event.add("dtend", release.end)
    event.add("summary", SUMMARY)
    event.add("description", f"{EXPECTATION} We verwachten cijfers over {_periods(release)}.")
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("url", f"{site}/bronnen#veranderd")
    return event


def _periods(release: ExpectedRelease) -> str:
    return notation.listing(
        [f"heel {period.label}" if period.kind is Kind.YEAR else period.in_words for period in release.periods]
    )


def _loaded(edition: Edition) -> set[Period]:
    """Periods that some table of CBS on Veilig Thuis has in this data version."""
    tables = {table.id for table in STATLINE_TABLES}
    entries = (entry for entry in edition.snapshot.manifest.tables if entry.id in tables)
    return {Period.from_code(code) for entry in entries for code in entry.periods}
