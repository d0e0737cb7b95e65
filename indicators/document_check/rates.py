"""The verdict on a rate per 1,000, 10,000 or 100,000 inhabitants: the whole year, and half of the year's total."""

from __future__ import annotations

from dataclasses import replace

from data_sources.period import Period
from indicators import notation
from indicators.checks.verdict import Verdict
from indicators.document_check.claims import ClaimedFigure, Lack
from indicators.document_check.fits import fit
from indicators.document_check.match import Figures, OurCount
from indicators.document_check.mentions import WORDS
from indicators.document_check.numbers import Hedge
from indicators.document_check.outcome import CheckOutcome, refusal
from indicators.document_check.when import When

_ONE_IN = 0.05  # 'één op de 140' is said of 133 up to 147
_THREE_DIGITS = 100
_PRINTED_PER = 100_000
_INHABITANTS = 0.02  # CBS does not print by how many inhabitants it divides: so much may come from that


def rate(claim: ClaimedFigure, code: str, figures: Figures, *, per: int) -> CheckOutcome:
    """Hold a printed rate of a place against ours."""
    when = claim.when
    if when is None:
        return refusal(claim, (Lack.YEAR,))
    if when.period is None:
        return refusal(claim, (Lack.OUR_QUARTER,), why="Het CBS telt geen kwartalen of maanden.", place=code)
    people = figures.inhabitants(code, when.year)
    known = figures.counts(code, measure=claim.measure, period=when.period)
    if not known and people and not when.half:
        first = figures.counts(code, measure=claim.measure, period=Period.half_year(when.year, 1))
        if first and _fit(claim, first[0].value / people * per, slack=first[0].slack / people * per) is Verdict.HOLDS:
            return _half(claim, code, _line(first[0], claim, people, per=per, when=When(when.year, half=1)), first[0])
    printed = figures.rates.get((code, claim.measure, when.period.code))
    if not known and printed is not None:
        return _against_printed(claim, code, printed, per=per, when=when)
    if not known or not people:
        why = f"Het aantal {WORDS[claim.measure]} of inwoners over {when.words} van deze plaats staat nog niet op deze site."
        return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)
    outcomes = [_against(claim, code, ours, people, per=per, when=when) for ours in known]
    if printed is not None:
        outcomes.append(_against_printed(claim, code, printed, per=per, when=when))
    if all(outcome.verdict is Verdict.DIFFERS for outcome in outcomes):
        outcomes.append(_with_footnote(claim, code, known[0], people, per=per, when=when) or outcomes[0])
    best = (Verdict.HOLDS, Verdict.WITHIN, Verdict.HALF_YEAR, Verdict.DIFFERS)
    return min(outcomes, key=lambda each: best.index(each.verdict) if each.verdict in best else len(best))


def _against_printed(claim: ClaimedFigure, code: str, printed: OurCount, *, per: int, when: When) -> CheckOutcome:
    """Hold a rate against one that the press printed per 100,000 inhabitants."""
    value, slack = printed.value * per / _PRINTED_PER, printed.slack * per / _PRINTED_PER
    line = f"{when.words[:1].upper()}{when.words[1:]}: {notation.number(printed.value)} {WORDS[claim.measure]} per {notation.count(_PRINTED_PER)} inwoners."
    why = f"Wij vinden {notation.number(value)} {WORDS[claim.measure]} per {notation.count(per)} inwoners."
    verdict = _fit(claim, value, slack=slack)
    if verdict is Verdict.DIFFERS and _fit(claim, value, slack=slack + _INHABITANTS * value) is not Verdict.DIFFERS:
        verdict = Verdict.WITHIN
    return CheckOutcome(claim, verdict, why, code, (line,), printed.source)


def _against(claim: ClaimedFigure, code: str, ours: OurCount, people: float, *, per: int, when: When) -> CheckOutcome:
    value, slack = ours.value / people * per, ours.slack / people * per
    line = _line(ours, claim, people, per=per, when=when)
    verdict = _fit(claim, value, slack=slack)
    why = f"Wij rekenen {notation.number(value)} {WORDS[claim.measure]} per {notation.count(per)} inwoners."
    if verdict is not Verdict.DIFFERS:
        return CheckOutcome(claim, verdict, why, code, (line,), ours.source)
    if _fit(claim, value, slack=slack + _INHABITANTS * value) is not Verdict.DIFFERS:
        why += " Het kleine verschil kan komen door het aantal inwoners waardoor gedeeld is."
        return CheckOutcome(claim, Verdict.WITHIN, why, code, (line,), ours.source)
    if not when.half and _fit(claim, value / 2, slack=slack / 2) is Verdict.HOLDS:
        half = (
            f"De helft van {when.year}: {notation.count(ours.value)} {WORDS[claim.measure]} / 2 / {notation.count(people)} "
            f"inwoners × {notation.count(per)} = {notation.number(value / 2)}."
        )
        return _half(claim, code, half, ours, whole=(value, line), when=when)
    if not ours.decides:
        note = f"{why} Wij vergeleken met een eigen telling van de regio."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=(line,), against=ours.source)
    return CheckOutcome(claim, Verdict.DIFFERS, why, code, (line,), ours.source)


def one_to_people(claim: ClaimedFigure, code: str, figures: Figures) -> CheckOutcome:
    """Hold one report to so many inhabitants of a place against ours."""
    when = claim.when
    if when is None:
        return refusal(claim, (Lack.YEAR,))
    people = figures.inhabitants(code, when.year)
    known = figures.counts(code, measure=claim.measure, period=when.period) if when.period else ()
    if not known or not people or not known[0].value:
        why = f"Het aantal {WORDS[claim.measure]} of inwoners over {when.words} van deze plaats staat nog niet op deze site."
        return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)
    ours = known[0]
    actual = people / ours.value
    line = (
        f"{when.words[:1].upper()}{when.words[1:]}: {notation.count(people)} inwoners / {notation.count(ours.value)} "
        f"{WORDS[claim.measure]} = {notation.number(actual)}."
    )
    why = f"Wij rekenen op elke {notation.number(actual)} inwoners één."
    gap = abs(claim.number.value - actual) / actual
    verdict = Verdict.HOLDS if gap <= _ONE_IN else Verdict.WITHIN if gap <= 2 * _ONE_IN else Verdict.DIFFERS
    if verdict is Verdict.DIFFERS and not ours.decides:
        note = f"{why} Wij vergeleken met een eigen telling van de regio."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=(line,), against=ours.source)
    return CheckOutcome(claim, verdict, why, code, (line,), ours.source)


def _with_footnote(
    claim: ClaimedFigure, code: str, ours: OurCount, people: float, *, per: int, when: When
) -> CheckOutcome | None:
    """``342`` as 34 with footnote 2 stuck to it, as a PDF gives it; only where 34 is a half-year, never to call it right."""
    number = claim.number
    if number.decimals or number.hedge is not Hedge.NONE or number.value < _THREE_DIGITS:
        return None
    shorter = replace(number, low=number.low // 10, high=number.high // 10, step=1.0)
    outcome = _against(replace(claim, number=shorter), code, ours, people, per=per, when=when)
    if outcome.verdict is not Verdict.HALF_YEAR:
        return None
    printed = f"{number.value:.0f}"
    why = f"{printed} past nergens bij. Zonder het laatste cijfer staat er {printed[:-1]}; de {printed[-1]} kan het nummer van een voetnoot zijn. {outcome.why}"
    return replace(outcome, claim=claim, why=why)


def _fit(claim: ClaimedFigure, value: float, *, slack: float) -> Verdict:
    """A rate is printed as exactly as its decimals say: 100 is not 104."""
    return fit(claim.number, value, slack=slack, exact=min(claim.number.step, 1.0) / 2)


def _half(
    claim: ClaimedFigure,
    code: str,
    line: str,
    ours: OurCount,
    *,
    whole: tuple[float, str] | None = None,
    when: When | None = None,
) -> CheckOutcome:
    why, steps = "Dit past bij een half jaar, niet bij het hele jaar.", [line]
    if whole is not None and when is not None:
        why += f" Over heel {when.year} is het {notation.number(whole[0])}: twee keer zo veel."
        steps.append(whole[1])
    return CheckOutcome(claim, Verdict.HALF_YEAR, why, code, tuple(steps), ours.source)


def _line(ours: OurCount, claim: ClaimedFigure, people: float, *, per: int, when: When) -> str:
    how = f" ({ours.how})" if ours.how else ""
    start = f"{when.words[:1].upper()}{when.words[1:]}"
    return (
        f"{start}: {notation.count(ours.value)} {WORDS[claim.measure]}{how} / {notation.count(people)} inwoners "
        f"× {notation.count(per)} = {notation.number(ours.value / people * per)}."
    )
