"""A whole text, checked: its sentences in order, each with the figures that are about Veilig Thuis."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.document_check.context import Context
from indicators.document_check.extract import claims
from indicators.document_check.match import Figures
from indicators.document_check.outcome import CheckOutcome
from indicators.document_check.reading import read
from indicators.document_check.sentences import Sentence, sentences
from indicators.document_check.verdicts import verdict

MOST_CHARACTERS = 1_000_000
"""Longest text that is read: 200 full pages are about 800,000 characters."""

_LONGEST_SENTENCE = 2_000


@dataclass(frozen=True)
class CheckedSentence:
    """A sentence with the outcome of each of its figures, in order; none when it is about something else."""

    sentence: Sentence
    outcomes: tuple[CheckOutcome, ...]


def check(text: str, *, figures: Figures) -> tuple[CheckedSentence, ...]:
    """Check a text; place, period and subject carry over from headings and earlier sentences."""
    context = Context()
    checked = []
    for sentence in sentences(text[:MOST_CHARACTERS]):
        reading = read(sentence.text[:_LONGEST_SENTENCE])
        in_sentence = claims(reading, context)
        checked.append(CheckedSentence(sentence, tuple(verdict(claim, figures) for claim in in_sentence)))
        context = context.after(reading.text, places=reading.places, whens=reading.whens, heading=sentence.heading)
    return tuple(checked)
