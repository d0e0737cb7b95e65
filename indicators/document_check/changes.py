"""The verdict on a change: per cent, so many more or less, so many times as many; never over the break of 2019 (rule 7)."""

from __future__ import annotations

from dataclasses import replace

from data_sources.protocol import FIRST_YEAR
from indicators import notation
from indicators.checks.verdict import Verdict
from indicators.document_check.claims import ClaimedFigure, ClaimKind, Lack
from indicators.document_check.fits import fit
from indicators.document_check.match import Figures, OurCount
from indicators.document_check.mentions import WORDS, ChangeDirection
from indicators.document_check.numbers import Number
from indicators.document_check.outcome import CheckOutcome, refusal
from indicators.document_check.when import When

_TIMES_HALF = 0.1  # 'twee keer zo veel' is said of 1,8 up to 2,2
_POINT = 0.5
_FRACTION = 4.0  # 'een kwart minder' of 22 per cent is in the neighbourhood


def change_outcome(claim: ClaimedFigure, code: str, figures: Figures) -> CheckOutcome:
    """Hold a printed change of a place against the counts of both periods."""
    when, base = claim.when, claim.base
    if when is None:
        return refusal(claim, (Lack.YEAR,))
    if claim.other:
        return _of_two_measures(claim, code, figures, when=when)
    lack, why = _hindrance(claim, when, base)
    if lack is not None or base is None or base.period is None or when.period is None:
        return refusal(claim, (lack or Lack.COMPARISON,), why=why, place=code)
    pairs = figures.pairs(code, measures=(claim.measure, claim.measure), periods=(base.period, when.period))
    pairs = tuple(pair for pair in pairs if pair[0].value > 0)
    if not pairs and (half := _half_against_year(claim, code, figures, when=when, base=base)):
        return half
    if not pairs:
        why = f"Het aantal {WORDS[claim.measure]} over {base.words} of over {when.words} staat nog niet op deze site."
        return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)
    outcomes = [_between(claim, code, pair, when=when, base=base) for pair in pairs]
    order = (Verdict.HOLDS, Verdict.WITHIN, Verdict.DIFFERS, Verdict.NOT_COMPARABLE)
    return min(outcomes, key=lambda each: order.index(each.verdict))


def _hindrance(claim: ClaimedFigure, when: When, base: When | None) -> tuple[Lack | None, str]:
    """Why two periods cannot be set against each other, in Dutch; None when they can."""
    if base is None or (claim.kind is ClaimKind.TIMES and not claim.base_told):
        return Lack.COMPARISON, ""
    if when.period is None or base.period is None:
        return Lack.OUR_QUARTER, "Het CBS telt geen kwartalen of maanden."
    if when.half != base.half:
        return Lack.COMPARISON, "De twee tijden zijn niet even lang of niet van hetzelfde deel van het jaar."
    if min(base.year, when.year) < FIRST_YEAR <= max(base.year, when.year):
        return (
            Lack.SAME_COUNT,
            "Vanaf 2019 telt Veilig Thuis op een andere manier. Cijfers van daarvoor en daarna zijn niet te vergelijken.",
        )
    return None, ""


def _half_against_year(
    claim: ClaimedFigure, code: str, figures: Figures, *, when: When, base: When
) -> CheckOutcome | None:
    """Of one year only half is known: half a year is not to be compared with a year."""
    for year in (when, base):
        half = When(year.year, half=1)
        if year.half or year.period is None or half.period is None:
            continue
        whole = figures.counts(code, measure=claim.measure, period=year.period)
        known = figures.counts(code, measure=claim.measure, period=half.period)
        if known and not whole:
            why = (
                f"Over {year.year} is alleen het eerste halfjaar bekend: {notation.count(known[0].value)} "
                f"{WORDS[claim.measure]}. Een half jaar is niet te vergelijken met een heel jaar."
            )
            return refusal(claim, (Lack.SAME_COUNT,), why=why, place=code, against=known[0].source)
    return None


def _between(
    claim: ClaimedFigure, code: str, pair: tuple[OurCount, OurCount], *, when: When, base: When
) -> CheckOutcome:
    before, now = pair
    steps = tuple(
        f"{part.words[:1].upper()}{part.words[1:]}: {notation.count(ours.value)} {WORDS[claim.measure]}{f' ({ours.how})' if ours.how else ''}."
        for part, ours in ((base, before), (when, now))
    )
    percent = (now.value / before.value - 1) * 100
    slack = (before.slack + now.slack) / before.value * 100
    if claim.kind is ClaimKind.TIMES:
        verdict = _times(claim.number, now.value / before.value)
        result = f"Dat is {notation.number(now.value / before.value)} keer zo veel."
    elif claim.kind is ClaimKind.DIFFERENCE:
        verdict = _directed(claim, now.value - before.value, slack=before.slack + now.slack)
        result = f"Het verschil is {notation.change(now.value - before.value, decimals=0)}."
    else:
        verdict = _directed(claim, percent, slack=slack)
        result = f"Dat is {notation.change(percent)}%."
    why = f"Het ging van {notation.count(before.value)} naar {notation.count(now.value)} {WORDS[claim.measure]}."
    if not claim.base_told:
        why += f" De zin zegt niet waarmee vergeleken is; wij vergelijken met {base.words}."
    if verdict is Verdict.DIFFERS and not (before.decides and now.decides):
        note = f"{why} Wij vergeleken met een eigen telling van de regio."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=steps, against=now.source)
    return CheckOutcome(claim, verdict, why, code, (*steps, result), now.source)


def _directed(claim: ClaimedFigure, actual: float, *, slack: float) -> Verdict:
    """Compare sizes when the direction is right; the wrong direction is wrong unless nothing changed."""
    if claim.direction is not None and abs(actual) > slack:
        up = actual > 0
        if up is not (claim.direction is ChangeDirection.UP):
            return Verdict.DIFFERS
    half = max(claim.number.step / 2, _POINT if claim.kind is ClaimKind.CHANGE and not claim.number.decimals else 0)
    verdict = fit(claim.number, abs(actual), slack=slack, exact=half)
    near = claim.number.fraction and abs(abs(actual) - claim.number.value) <= _FRACTION
    return Verdict.WITHIN if verdict is Verdict.DIFFERS and near else verdict


def _times(number: Number, ratio: float) -> Verdict:
    half = number.step / 2 if number.decimals else _TIMES_HALF * number.value
    verdict = fit(number, ratio, exact=half)
    if verdict is Verdict.DIFFERS and abs(ratio - number.value) <= 2 * half:
        return Verdict.WITHIN
    return verdict


def _of_two_measures(claim: ClaimedFigure, code: str, figures: Figures, *, when: When) -> CheckOutcome:
    if when.period is None:
        return refusal(claim, (Lack.OUR_QUARTER,), place=code)
    pairs = figures.pairs(code, measures=(claim.measure, claim.other), periods=(when.period, when.period))
    pairs = tuple(pair for pair in pairs if pair[1].value > 0)
    if not pairs:
        why = (
            f"Het aantal {WORDS[claim.measure]} of {WORDS[claim.other]} over {when.words} staat nog niet op deze site."
        )
        return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)
    first, second = pairs[0]
    ratio = first.value / second.value
    line = (
        f"{notation.count(first.value)} {WORDS[claim.measure]} / {notation.count(second.value)} {WORDS[claim.other]} "
        f"= {notation.number(ratio)}."
    )
    outcome = CheckOutcome(claim, _times(claim.number, ratio), line, code, (line,), first.source)
    return (
        outcome
        if first.decides or outcome.verdict is not Verdict.DIFFERS
        else replace(refusal(claim, (Lack.SAME_COUNT,), why=line, place=code), steps=(line,), against=first.source)
    )
