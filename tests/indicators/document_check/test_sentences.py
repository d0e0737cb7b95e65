"""The rules against the sentences of sentences.csv (docs/document-check.md says by whom); the score is printed (`pytest -s`)."""

import csv
import sys
from pathlib import Path

import pytest

from editions.document_check import check_text
from editions.edition import current_edition
from indicators.checks.verdict import Verdict
from indicators.document_check.mentions import ADVICE, BOTH, FOLLOW_UP, REPEAT, REPORTS

ROWS = list(csv.DictReader((Path(__file__).parent / "sentences.csv").open(encoding="utf-8"), delimiter=";"))
KINDS = {
    Verdict.HOLDS: "true",
    Verdict.WITHIN: "true",
    Verdict.HALF_YEAR: "half-year",
    Verdict.DIFFERS: "wrong",
    Verdict.NOT_COMPARABLE: "not checkable",
    Verdict.NOT_CHECKABLE: "not checkable",
}
CHECKABLE = {"true", "half-year", "wrong"}
MEASURES = {"meldingen": REPORTS, "adviezen": ADVICE, "vervolgmeldingen": FOLLOW_UP, "hermeldingen": REPEAT}


def outcome_of(row):
    """Outcome of the figure that a row names; None when no figure was found."""
    text = f"{row['context']}\n\n{row['sentence']}" if row["context"] else row["sentence"]
    checked = check_text(current_edition(), text)
    start = len(text) - len(row["sentence"])
    outcomes = [outcome for part in checked if part.sentence.start >= start for outcome in part.outcomes]
    wanted = row["figure"].lower()
    if not wanted:
        return outcomes[0] if outcomes else None
    return next(
        (
            outcome
            for outcome in outcomes
            if wanted in outcome.claim.printed.lower() or outcome.claim.printed.lower() in wanted
        ),
        None,
    )


@pytest.fixture(scope="module")
def results():
    return [(row, outcome_of(row)) for row in ROWS]


def kind_of(outcome):
    return "not about this" if outcome is None else KINDS[outcome.verdict]


def share(hits, of):
    return len(hits) / len(of) if of else 1.0


def test_the_score_is_what_the_page_promises(results):
    pairs = [(row, kind_of(outcome)) for row, outcome in results]
    wrong = [(row, got) for row, got in pairs if got == "wrong"]
    true = [(row, got) for row, got in pairs if got == "true"]
    checkable = [(row, got) for row, got in pairs if row["kind"] in CHECKABLE]
    decided = [(row, got) for row, got in checkable if got in CHECKABLE]
    precision_wrong = share([row for row, _ in wrong if row["kind"] == "wrong"], wrong)
    precision_true = share([row for row, _ in true if row["kind"] == "true"], true)
    recall = share(decided, checkable)
    sys.stdout.write(
        f"\nprecision 'wijkt af' {precision_wrong:.1%}, precision 'klopt' {precision_true:.1%}, recall {recall:.1%}, {len(pairs)} figures"
    )
    for row, got in pairs:
        if got != row["kind"]:
            sys.stdout.write(f"\n  {row['kind']} -> {got}: {row['context']} | {row['sentence']} [{row['figure']}]")
    assert precision_wrong >= 0.95
    assert precision_true >= 0.98
    assert recall >= 0.85


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["place"] or row["period"]], ids=lambda row: row["sentence"][:60]
)
def test_place_period_and_measure_are_read(row):
    outcome = outcome_of(row)
    if row["batch"] == "3" and kind_of(outcome) not in CHECKABLE:
        return  # of the writer who had not seen the rules: what gets no verdict counts in the score
    assert outcome is not None
    if row["place"]:
        assert row["place"] in outcome.claim.places
    if row["period"]:
        assert outcome.claim.when.key == row["period"]
    assert outcome.claim.measure == MEASURES.get(row["indicator"], BOTH)


def test_every_refusal_says_what_is_missing(results):
    refusals = [outcome for _, outcome in results if outcome is not None and KINDS[outcome.verdict] == "not checkable"]
    assert len(refusals) >= 15
    for outcome in refusals:
        assert outcome.missing
        assert outcome.why.startswith("Wat ontbreekt: ")
        assert all(str(lack) in outcome.why for lack in outcome.missing)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["construction"].startswith("missing")], ids=lambda row: row["sentence"][:60]
)
def test_the_refusal_names_the_piece_that_is_missing(row):
    lack = {"missing place": "plaats", "missing year": "jaar", "missing unit": "eenheid"}[row["construction"]]
    assert lack in [str(each) for each in outcome_of(row).missing]


def test_every_verdict_shows_its_arithmetic_and_source(results):
    decided = [outcome for _, outcome in results if outcome is not None and KINDS[outcome.verdict] in CHECKABLE]
    assert decided
    for outcome in decided:
        assert outcome.steps
        assert outcome.against


def test_the_set_is_large_and_covers_every_kind():
    assert len(ROWS) >= 120
    kinds = [row["kind"] for row in ROWS]
    assert {kind: kinds.count(kind) >= 10 for kind in {*CHECKABLE, "not checkable", "not about this"}} == dict.fromkeys(
        {*CHECKABLE, "not checkable", "not about this"}, True
    )


_NEVER_JUDGED = {
    "break",
    "quarter",
    "subset",
    "share",
    "share words",
    "average",
    "expectation",
    "budget",
    "added up",
    "per day",
}


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["construction"] in _NEVER_JUDGED and row["kind"] == "not checkable"],
    ids=lambda row: row["sentence"][:60],
)
def test_what_is_counted_in_another_way_is_never_judged(row):
    assert kind_of(outcome_of(row)) == "not checkable"


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["construction"] == "break"], ids=lambda row: row["sentence"][:60]
)
def test_no_change_is_judged_over_the_break_of_2019(row):
    outcome = outcome_of(row)
    assert outcome.verdict is Verdict.NOT_COMPARABLE
    assert "Vanaf 2019 telt Veilig Thuis op een andere manier." in outcome.why
