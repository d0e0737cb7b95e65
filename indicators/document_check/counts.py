"""The verdict on a count: the year, a half-year sold as a year, a quarter that cannot be (STATISTICS rule 18)."""

from __future__ import annotations

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

FAR_BELOW = 0.2
"""A number below this part of the whole is likely of something else: a part, a month, a neighbourhood."""


def count(claim: ClaimedFigure, code: str, figures: Figures) -> CheckOutcome:
    """Hold a printed count of a place against ours."""
    when = claim.when
    if when is None:
        return refusal(claim, (Lack.YEAR,))
    if when.period is None:
        return _part_of_year(claim, code, figures, when)
    known = _known(claim, code, figures, when.period)
    halves = [] if when.half else _halves(claim, code, figures, when)
    if not known:
        return _without(claim, code, figures, halves=halves, when=when)
    verdicts = [(fit(claim.number, each.value, slack=each.slack), each) for each in known]
    for wanted in (Verdict.HOLDS, Verdict.WITHIN):
        for verdict, each in verdicts:
            if verdict is wanted:
                return _holding(claim, verdict, code, each, when=when)
    half = _fitting_half(claim, halves)
    if half is not None:
        return _half_year(claim, code, half, whole=known[0], when=when)
    return differs(claim, code, known[0], when=when)


def _known(claim: ClaimedFigure, code: str, figures: Figures, period: Period) -> tuple[OurCount, ...]:
    if claim.members:
        return figures.added(claim.members, measure=claim.measure, period=period)
    return figures.counts(code, measure=claim.measure, period=period)


def step(ours: OurCount, claim: ClaimedFigure, when: When) -> str:
    """One line of the arithmetic: the count, how it came about, and when."""
    how = f" ({ours.how})" if ours.how else ""
    return f"{when.words[:1].upper()}{when.words[1:]}: {notation.count(ours.value)} {WORDS[claim.measure]}{how}."


def differs(claim: ClaimedFigure, code: str, ours: OurCount, *, when: When) -> CheckOutcome:
    """``wijkt af``, unless our count may count something else."""
    steps, why = (step(ours, claim, when),), f"Wij vinden {notation.count(ours.value)} {WORDS[claim.measure]}."
    if not ours.decides:
        note = f"{why} Dat is een eigen telling van de regio. Het cijfer van het CBS staat nog niet op deze site."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=steps, against=ours.source)
    if claim.people:
        note = f"{why} De zin telt mensen. Eén persoon kan vaker om advies vragen."
        return refusal(claim, (Lack.SAME_COUNT,), why=note, place=code, steps=steps, against=ours.source)
    if claim.number.high < FAR_BELOW * ours.value:
        note = f"{why} Uw cijfer is zo veel lager dat het waarschijnlijk over iets anders gaat, zoals een deel of een kortere tijd."
        return refusal(claim, (Lack.MEASURE,), why=note, place=code, steps=steps, against=ours.source)
    return CheckOutcome(claim, Verdict.DIFFERS, why, code, steps, ours.source)


def _holding(claim: ClaimedFigure, verdict: Verdict, code: str, ours: OurCount, *, when: When) -> CheckOutcome:
    words = f"{notation.count(ours.value)} {WORDS[claim.measure]}"
    why = f"Wij vinden {words}." if verdict is Verdict.HOLDS else f"Wij vinden {words}. Dat past bij wat er staat."
    return CheckOutcome(claim, verdict, why, code, (step(ours, claim, when),), ours.source)


def _halves(claim: ClaimedFigure, code: str, figures: Figures, when: When) -> list[tuple[When, OurCount]]:
    return [
        (When(when.year, half=number), ours[0])
        for number in (1, 2)
        if (ours := _known(claim, code, figures, Period.half_year(when.year, number)))
    ]


def _fitting_half(claim: ClaimedFigure, halves: list[tuple[When, OurCount]]) -> tuple[When, OurCount] | None:
    if claim.number.hedge is Hedge.RANGE:
        return None
    fitting = [pair for pair in halves if fit(claim.number, pair[1].value, slack=pair[1].slack) is Verdict.HOLDS]
    return min(fitting, key=lambda pair: abs(pair[1].value - claim.number.value), default=None)


def _half_year(
    claim: ClaimedFigure, code: str, half: tuple[When, OurCount], *, whole: OurCount | None, when: When
) -> CheckOutcome:
    part, ours = half
    why = f"Dit past bij {part.words}: {notation.count(ours.value)} {WORDS[claim.measure]}."
    steps = [step(ours, claim, part)]
    if whole is not None:
        why += f" Over heel {when.year} zijn het er {notation.count(whole.value)}."
        steps.append(step(whole, claim, when))
    else:
        why += f" Heel {when.year} is meer; dat cijfer staat nog niet op deze site."
    return CheckOutcome(claim, Verdict.HALF_YEAR, why, code, tuple(steps), ours.source)


def _without(
    claim: ClaimedFigure, code: str, figures: Figures, *, halves: list[tuple[When, OurCount]], when: When
) -> CheckOutcome:
    """The period itself is not known: a half-year sold as a year, or a number that cannot be."""
    half = _fitting_half(claim, halves)
    if half is not None:
        return _half_year(claim, code, half, whole=None, when=when)
    for part, ours in halves:
        if (
            ours.decides
            and FAR_BELOW * ours.value < claim.number.high < ours.value - ours.slack - claim.number.step / 2
        ):
            why = f"{part.words[:1].upper()}{part.words[1:]} telt al {notation.count(ours.value)} {WORDS[claim.measure]}. Een heel jaar kan niet lager zijn."
            return CheckOutcome(claim, Verdict.DIFFERS, why, code, (step(ours, claim, part),), ours.source)
    if when.half:
        year = When(when.year)
        for ours in _known(claim, code, figures, Period.year(when.year)):
            if ours.decides and claim.number.low > ours.value + ours.slack + claim.number.step / 2:
                why = f"Heel {when.year} telt {notation.count(ours.value)} {WORDS[claim.measure]}. Een half jaar kan niet hoger zijn."
                return CheckOutcome(claim, Verdict.DIFFERS, why, code, (step(ours, claim, year),), ours.source)
    why = f"Het aantal {WORDS[claim.measure]} over {when.words} van deze plaats staat nog niet op deze site."
    return refusal(claim, (Lack.OUR_FIGURE,), why=why, place=code)


def _part_of_year(claim: ClaimedFigure, code: str, figures: Figures, when: When) -> CheckOutcome:
    """A quarter or some months: CBS counts none, but a part cannot be more than the half-year or year it lies in."""
    wider = When(when.year, half=(when.quarter + 1) // 2) if when.quarter else When(when.year)
    period = wider.period
    known = _known(claim, code, figures, period) if period else ()
    why = "Het CBS telt geen kwartalen of maanden."
    if not known:
        return refusal(claim, (Lack.OUR_QUARTER,), why=why, place=code)
    ours = known[0]
    steps = (step(ours, claim, wider),)
    total = f"{wider.words[:1].upper()}{wider.words[1:]} telt {notation.count(ours.value)} {WORDS[claim.measure]}."
    if ours.decides and claim.number.low > ours.value + ours.slack + claim.number.step / 2:
        return CheckOutcome(
            claim, Verdict.DIFFERS, f"{total} Een deel daarvan kan niet hoger zijn.", code, steps, ours.source
        )
    return refusal(claim, (Lack.OUR_QUARTER,), why=f"{why} {total}", place=code, steps=steps, against=ours.source)
