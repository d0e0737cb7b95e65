"""Titles of topic pages: at most twelve words, true of the counts given, and silent where nothing may be said."""

import pytest

from indicators.checks.reporters import Fall
from indicators.sentences import topics
from tests.rules.linter import Context, forbidden

NAN = float("nan")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.328, "ongeveer een derde"),
        (0.49, "ongeveer de helft"),
        (0.667, "ongeveer twee derde"),
        (0.41, "41%"),
        (0.30, "30%"),
        (0.36, "36%"),
        (1.2, ""),
        (NAN, ""),
    ],
)
def test_a_share_is_a_fraction_only_when_it_lies_close_to_it(share, words):
    assert topics.about(share) == words


def test_the_title_follows_the_counts():
    assert (
        topics.not_from_police_or_justice(85_590, 127_340)
        == "Ongeveer een derde van de meldingen kwam niet van politie of justitie"
    )
    assert (
        topics.not_from_police_or_justice(60_000, 100_000) == "40% van de meldingen kwam niet van politie of justitie"
    )
    assert topics.already_known(48_555, 36_355, 127_340).startswith("Bij ongeveer twee derde")
    assert topics.already_known(10, 10, 100) == "Bij 20% van de meldingen was al iemand bekend"


def test_two_counts_that_lie_close_get_no_word():
    assert topics.more_ended_than_began(6_500, 9_000, year="2022").startswith("In 2022 stopten meer")
    assert topics.more_ended_than_began(9_000, 6_500, year="2022").startswith("In 2022 begonnen meer")
    assert topics.more_ended_than_began(8_740, 8_753, year="2022") == ""


@pytest.mark.parametrize(
    "title",
    [
        topics.not_from_police_or_justice(NAN, 100),
        topics.not_from_police_or_justice(50, 0),
        topics.already_known(NAN, 5, 100),
        topics.acute_from_police(NAN),
        topics.estimated_victims(NAN, year="2022"),
        topics.more_ended_than_began(NAN, 5, year="2022"),
        topics.fewer_by_the_police(Fall(whole=-10, police=-5, others=-5)),
    ],
)
def test_without_a_figure_there_is_no_title(title):
    assert title == ""


@pytest.mark.parametrize(
    "title",
    [
        topics.not_from_police_or_justice(85_590, 127_340),
        topics.already_known(48_555, 36_355, 127_340),
        topics.acute_from_police(49.0),
        topics.estimated_victims(9.0, year="2022"),
        topics.more_ended_than_began(6_500, 9_000, year="2022"),
        topics.fewer_by_the_police(Fall(whole=1522, police=1786, others=259)),
    ],
)
def test_no_title_is_longer_than_twelve_words_or_has_a_forbidden_form(title):
    from data_sources.period import Period
    from tests.rules.holding import BREDA

    assert 0 < len(title.split()) <= 12
    assert forbidden(title, Context(BREDA, Period.year(2023), national=True, points=5)) == []
