"""The verdict on one figure of a text, over every place that its name may mean (STATISTICS rule 18)."""

from __future__ import annotations

from dataclasses import replace

from data_sources.level import Level
from geo import labels, membership, registry
from indicators.checks.verdict import Verdict
from indicators.document_check.changes import change_outcome
from indicators.document_check.claims import ClaimedFigure, ClaimKind, Lack
from indicators.document_check.counts import count
from indicators.document_check.match import Figures
from indicators.document_check.outcome import DECIDED, CheckOutcome, refusal
from indicators.document_check.rates import one_to_people, rate
from indicators.document_check.shares import share

_GOOD = (Verdict.HOLDS, Verdict.WITHIN, Verdict.HALF_YEAR)
_REGIONS = frozenset({Level.VT_REGION, Level.DOCUMENT_AREA})


def verdict(claim: ClaimedFigure, figures: Figures) -> CheckOutcome:
    """Check one figure; what it does not say is named, never guessed."""
    if claim.lacks:
        return refusal(claim, claim.lacks)
    if claim.members:
        return _cautious(replace(count(claim, claim.members[0], figures), place=""))
    outcomes = [_of_place(claim, code, figures) for code in claim.places]
    for wanted in _GOOD:
        for outcome in outcomes:
            if outcome.verdict is wanted:
                return _cautious(outcome)
    return _cautious(_wrong_or_unknown(outcomes))


def _wrong_or_unknown(outcomes: list[CheckOutcome]) -> CheckOutcome:
    """``wijkt af`` needs the place that is meant: when another reading of its name cannot be checked, there is no verdict."""
    first = outcomes[0]
    wrong = [outcome for outcome in outcomes if outcome.verdict is Verdict.DIFFERS]
    unknown = [outcome for outcome in outcomes if outcome.verdict is not Verdict.DIFFERS]
    if not wrong:
        decided = [outcome for outcome in outcomes if outcome.steps]
        return decided[0] if decided else first
    same_area = all(_same_area(wrong[0], outcome) for outcome in unknown)
    if not unknown or same_area:
        return wrong[0]
    if first.verdict is Verdict.DIFFERS:
        names = labels.label(unknown[0].place) if unknown[0].place else unknown[0].claim.place_words
        why = f"De naam kan ook {names} zijn, en daarvan staat het cijfer niet op deze site."
        return refusal(
            first.claim, (Lack.OUR_FIGURE,), why=why, place=first.place, steps=first.steps, against=first.against
        )
    return first


def _same_area(left: CheckOutcome, right: CheckOutcome) -> bool:
    """Whether two readings are one area: a region and how a document draws it, or a province that is one region."""
    levels = {Level.of(outcome.place) for outcome in (left, right) if outcome.place}
    if levels <= _REGIONS:
        return True
    year = left.claim.when.year if left.claim.when else registry.last_year()
    if year < registry.FIRST_YEAR or not right.place:
        return False
    return membership.members(left.place, year=year) == membership.members(right.place, year=year) != ()


def _of_place(claim: ClaimedFigure, code: str, figures: Figures) -> CheckOutcome:
    if claim.kind in {ClaimKind.CHANGE, ClaimKind.DIFFERENCE, ClaimKind.TIMES}:
        return change_outcome(claim, code, figures)
    if claim.kind is ClaimKind.SHARE:
        return share(claim, code, figures)
    if claim.kind is ClaimKind.ONE_IN:
        return one_to_people(claim, code, figures)
    sizes = [per for per in claim.per if per > 0]
    outcomes = [rate(claim, code, figures, per=per) for per in sizes]
    if not sizes or 0 in claim.per:
        outcomes.append(count(claim, code, figures))
    good = [outcome for outcome in outcomes if outcome.verdict in _GOOD]
    if good:
        return good[0]
    if len(outcomes) > 1:
        return refusal(claim, (Lack.UNIT,), why="De zin zegt niet of dit een aantal is of per inwoners.", place=code)
    return outcomes[0]


def _cautious(outcome: CheckOutcome) -> CheckOutcome:
    """No judgement on a number that may be of a part of the reports, which its sentence speaks of as well."""
    if outcome.verdict in DECIDED - {Verdict.HOLDS} and outcome.claim.part_near:
        why = "De zin gaat ook over een deel van de meldingen. Het is niet zeker waar dit cijfer bij hoort."
        return refusal(
            outcome.claim, (Lack.OUR_PART,), why=why, place=outcome.place, steps=outcome.steps, against=outcome.against
        )
    return outcome
