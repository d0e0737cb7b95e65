"""The calendar of expectations: April and October, as an expectation, until the figures are there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest

from data_sources.expected import expected_releases
from data_sources.period import Period
from editions.edition import current_edition
from web.feeds.calendar import EXPECTATION, calendar


def content(today: date = date(2026, 11, 29)) -> bytes:
    return calendar(current_edition(), today=today, site="https://beeld.example", host="beeld.example")


def test_the_months_are_april_and_october_of_the_years_to_come():
    releases = expected_releases(date(2026, 11, 29), loaded=())
    assert [(release.start, release.end) for release in releases] == [
        (date(2027, 4, 1), date(2027, 5, 1)), (date(2027, 10, 1), date(2027, 11, 1)),
        (date(2028, 4, 1), date(2028, 5, 1)), (date(2028, 10, 1), date(2028, 11, 1)),
    ]  # fmt: skip
    assert [[period.key for period in release.periods] for release in releases[:2]] == [
        ["2026-H2", "2026"],
        ["2027-H1"],
    ]


@pytest.mark.parametrize(
    ("today", "loaded", "first"),
    [
        (date(2027, 4, 1), (), "2027-04"),
        (date(2027, 4, 30), (), "2027-04"),
        (date(2027, 5, 1), (), "2027-10"),
        (date(2027, 4, 20), ("2026-H2",), "2027-04"),
        (date(2027, 4, 20), ("2026-H2", "2026"), "2027-10"),
        (date(2026, 12, 31), (), "2027-04"),
    ],
)
def test_an_expectation_goes_when_its_month_is_over_or_its_figures_are_there(today, loaded, first):
    releases = expected_releases(today, loaded=[Period.from_key(key) for key in loaded])
    assert f"{releases[0].start:%Y-%m}" == first
    assert len(releases) == 4


def test_every_event_says_that_it_is_an_expectation():
    file = icalendar.Calendar.from_ical(content())
    events = file.walk("VEVENT")
    assert len(events) == 4
    for event in events:
        assert event["status"] == "TENTATIVE"
        assert event["transp"] == "TRANSPARENT"
        assert event["summary"].startswith("Verwacht: ")
        assert EXPECTATION in event["description"]
        assert event.decoded("dtstamp") == datetime(2026, 11, 28, tzinfo=UTC)
        assert (event.decoded("dtend") - event.decoded("dtstart")).days in {30, 31}
    assert events[0]["uid"] == "verwacht-2027-04@beeld.example"
    assert len({event["uid"] for event in events}) == 4
    assert events[0]["description"].endswith("We verwachten cijfers over het tweede halfjaar van 2026 en heel 2026.")


def test_the_file_is_one_that_a_calendar_takes():
    calendar_bytes = content()
    lines = calendar_bytes.split(b"\r\n")
    assert lines[:1] == [b"BEGIN:VCALENDAR"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in calendar_bytes.replace(b"\r\n", b"")
    for name in (b"VERSION:2.0", b"PRODID:"):
        assert sum(line.startswith(name) for line in lines) == 1
    assert b"DTSTART;VALUE=DATE:20270401" in lines
    assert not icalendar.Calendar.from_ical(calendar_bytes).errors
    assert content() == calendar_bytes


def test_the_titles_are_neutral_on_a_shared_screen():
    file = icalendar.Calendar.from_ical(content())
    titles = [file["x-wr-calname"], file["name"], *(event["summary"] for event in file.walk("VEVENT"))]
    assert not [title for title in titles if "geweld" in title.lower() or "mishandeling" in title.lower()]
