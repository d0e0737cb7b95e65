"""The catalogue of every language has each message of the code, says as much, and has nothing else."""

from string import Formatter
from threading import Thread

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.comparators import national_comparator
from editions.edition import current_edition
from editions.place import periods_of_place
from geo import registry
from language import Language, _, current, in_language
from tools.messages import catalogue_of, messages

OTHERS = [language for language in Language if language is not Language.DUTCH]


def values_of(text: str) -> set[str]:
    return {name for _text, name, *_more in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_with_the_values_it_has_and_nothing_else_is(language):
    wanted = {message.text for message in messages()}
    known = {}
    for message in catalogue_of(language):
        if message.id:
            known[message.id if isinstance(message.id, str) else message.id[0]] = message.string
    assert wanted - set(known) == set(), "run: python -m tools.messages"
    assert set(known) - wanted == set(), "run: python -m tools.messages"
    for text, translated in known.items():
        for form in (translated,) if isinstance(translated, str) else translated:
            assert form, f"no translation of {text!r}"
            assert values_of(form) == values_of(text), text


def test_a_language_stays_with_the_request_that_asked_for_it():
    heard = []
    with in_language(Language.ENGLISH):
        assert _("melding") == "report"
        other = Thread(target=lambda: heard.append((current(), _("melding"))))
        other.start()
        other.join()
    assert heard == [(Language.DUTCH, "melding")]
    assert current() is Language.DUTCH


def test_texts_and_cached_answers_are_of_one_language_each():
    edition, spec = current_edition(), INDICATORS["meldingen"]
    period = periods_of_place(edition, "NL01").start
    with in_language(Language.ENGLISH):
        english = national_comparator(edition, "meldingen", period=period)
        assert (spec.short, Level.VT_REGION.plural) == ("reports", "Veilig Thuis regions")
    dutch = national_comparator(edition, "meldingen", period=period)
    assert (english.name, dutch.name) == ("the Netherlands", "Nederland")
    assert english.value == dutch.value
    assert spec.short == "meldingen"


def test_no_place_has_a_name_that_is_a_message():
    assert {place.name for place in registry.everywhere()} & {message.text for message in messages()} <= {"Nederland"}
