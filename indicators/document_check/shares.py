"""The verdict on a share: how many per cent one count is of another, of the same place, period and source."""

from __future__ import annotations

from indicators import notation
from indicators.checks.verdict import Verdict
from indicators.document_check.claims import ClaimedFigure, Lack
from indicators.document_check.fits import fit
from indicators.document_check.match import Figures, OurCount
from indicators.document_check.mentions import REPORTS, WORDS
from indicators.document_check.numbers import Hedge, Number
from indicators.document_check.outcome import CheckOutcome, refusal
from indicators.document_check.when import When

_POINT, _POINTS = 0.5, 1.0  # per cent: '28 procent' of 28,5; up to a point it is in the neighbourhood
_FRACTION, _FRACTIONS = 2.5, 4.0  # 'een derde' of 32,9
_SOFTENED = 5.0  # 'bijna 30 procent' is not said of 24


def share(claim: ClaimedFigure, code: str, figures: Figures) -> CheckOutcome:
    """Hold a printed share of a place against our counts of the part and the whole."""
    when = claim.when
    if when is None:
        return refusal(claim, (Lack.YEAR,))
    if when.period is None:
        return refusal(claim, (Lack.OUR_QUARTER,), why="Het CBS telt geen kwartalen of maanden.", place=code)
    outcomes = _of_period(claim, code, figures, when)
    printed = figures.shares.get((code, claim.measure, when.period.code)) if claim.other == REPORTS else None
    if printed is not None:
        outcomes.append(_against_printed(claim, code, printed, when=when))
    best = (Verdict.HOLDS, Verdict.WITHIN, Verdict.DIFFERS, Verdict.NOT_COMPARABLE)
    if outcomes:
        return min(outcomes, key=lambda each: best.index(each.verdict))
    half = _fitting_half(claim, code, figures, when)
    if half is not None:
        return half
    why = f"Het aantal {WORDS[claim.measure]} of {WORDS[claim.other]} over {when.words} van deze plaats staat nog niet op deze site."
    return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)


def _of_period(claim: ClaimedFigure, code: str, figures: Figures, when: When) -> list[CheckOutcome]:
    if when.period is None:
        return []
    pairs = figures.pairs(code, measures=(claim.measure, claim.other), periods=(when.period, when.period))
    return [_against(claim, code, pair, when=when) for pair in pairs if pair[1].value > 0]


def _against_printed(claim: ClaimedFigure, code: str, printed: OurCount, *, when: When) -> CheckOutcome:
    line = f"{when.words[:1].upper()}{when.words[1:]}: {WORDS[claim.measure]} zijn {notation.number(printed.value)}% van de meldingen."
    verdict = _fit(claim.number, printed.value, slack=printed.slack)
    return CheckOutcome(claim, verdict, f"Wij vinden {notation.number(printed.value)}%.", code, (line,), printed.source)


def _against(claim: ClaimedFigure, code: str, pair: tuple[OurCount, OurCount], *, when: When) -> CheckOutcome:
    part, whole = pair
    percent = part.value / whole.value * 100
    slack = (part.slack + percent / 100 * whole.slack) / whole.value * 100
    line = (
        f"{when.words[:1].upper()}{when.words[1:]}: {notation.count(part.value)} {WORDS[claim.measure]} / "
        f"{notation.count(whole.value)} {WORDS[claim.other]} = {notation.number(percent)}%."
    )
    why = f"Wij rekenen {notation.number(percent)}%."
    verdict = _fit(claim.number, percent, slack=slack)
    if verdict is Verdict.DIFFERS and not part.decides:
        note = f"{why} Wij vergeleken met een eigen telling van de regio."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=(line,), against=part.source)
    return CheckOutcome(claim, verdict, why, code, (line,), part.source)


def _fit(number: Number, percent: float, *, slack: float) -> Verdict:
    gap = abs(number.value - percent)
    if number.hedge not in {Hedge.NONE, Hedge.RANGE, Hedge.MORE, Hedge.LESS} and gap > _SOFTENED + slack:
        return Verdict.DIFFERS
    exact = number.step / 2 if number.decimals else _FRACTION if number.fraction else _POINT
    verdict = fit(number, percent, slack=slack, exact=exact)
    near = _FRACTIONS if number.fraction else _POINTS
    if verdict is Verdict.DIFFERS and number.hedge is Hedge.NONE and not number.decimals and gap <= near + slack:
        return Verdict.WITHIN
    return verdict


def _fitting_half(claim: ClaimedFigure, code: str, figures: Figures, when: When) -> CheckOutcome | None:
    """A share of a half-year that is printed for a year that is not known yet."""
    for number in () if when.half else (1, 2):
        half = When(when.year, half=number)
        for outcome in _of_period(claim, code, figures, half):
            if outcome.verdict is Verdict.HOLDS:
                why = f"Dit past bij {half.words}. {outcome.why} Het cijfer over heel {when.year} staat nog niet op deze site."
                return CheckOutcome(claim, Verdict.HALF_YEAR, why, code, outcome.steps, outcome.against)
    return None
