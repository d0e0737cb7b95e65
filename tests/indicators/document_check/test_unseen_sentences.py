"""The rules against sentences of a writer who had not seen them, and which no rule was changed for: the real score."""

import csv
from pathlib import Path

import pytest

from tests.indicators.document_check.test_sentences import CHECKABLE, kind_of, outcome_of, share

ROWS = list(csv.DictReader((Path(__file__).parent / "unseen_sentences.csv").open(encoding="utf-8"), delimiter=";"))


@pytest.fixture(scope="module")
def results():
    return [(row["kind"], outcome_of(row)) for row in ROWS]


def test_the_score_on_unseen_sentences_holds_the_bars(results):
    pairs = [(kind, kind_of(outcome)) for kind, outcome in results]
    of_wrong = [kind == "wrong" for kind, got in pairs if got == "wrong"]
    of_true = [kind == "true" for kind, got in pairs if got == "true"]
    checkable = [got in CHECKABLE for kind, got in pairs if kind in CHECKABLE]
    assert share([hit for hit in of_wrong if hit], of_wrong) >= 0.95
    assert share([hit for hit in of_true if hit], of_true) >= 0.98
    assert share([hit for hit in checkable if hit], checkable) >= 0.85


def test_every_refusal_of_an_unseen_sentence_says_what_is_missing(results):
    refusals = [outcome for _, outcome in results if outcome is not None and kind_of(outcome) == "not checkable"]
    assert len(refusals) >= 20
    assert all(outcome.missing and outcome.why.startswith("Wat ontbreekt: ") for outcome in refusals)


def test_the_set_is_large_enough():
    assert len({row["sentence"] for row in ROWS}) >= 120
