"""Printed rates per 10 000 inhabitants against the counts of CBS: of the whole year and of each half-year.

A regional document may quote a half-year as if it were the year. So a printed rate is held against three rates of its
year, and the verdict says which one it fits. A footnote mark may have stuck to a number in the text: a number that
fits nothing is tried once more without its last digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_sources.period import Kind, Period
from indicators import notation
from indicators.checks.evidence import REGION_OF, Evidence
from indicators.checks.verdict import Part, Verdict

_WORDS = {"advice": "adviezen", "reports": "meldingen"}
_IN_TEXT = re.compile(r"in de tekst staat (?P<number>\d+)")
_PER = 10_000


@dataclass(frozen=True)
class _Rate:
    period: Period
    value: float
    step: str
    source: str


def rate_part(printed: float, *, region: str, measure: str, year: int, evidence: Evidence, text: str = "") -> Part:
    """Check one printed rate of a region in a year; ``text`` may quote how the number stands in the running text."""
    rates = _rates(REGION_OF[region], measure=measure, year=year, evidence=evidence)
    number = _IN_TEXT.search(text)
    shown = number["number"] if number else notation.count(printed)
    steps = [rate.step for rate in rates]
    against = ", ".join(dict.fromkeys(rate.source for rate in rates))
    if not rates:
        why = (
            f"Het cijfer van het CBS voor {region} over {year} staat nog niet op deze site. "
            "Als het er is, rekent deze pagina het vanzelf na."
        )
        return Part(subject=region, printed=shown, verdict=Verdict.NOT_CHECKABLE, why=why)
    read = float(shown)
    fitting = _fits(read, rates)
    if not fitting and number and len(shown) > 1:
        fitting = _fits(float(shown[:-1]), rates)
        if fitting:
            read = float(shown[:-1])
            steps.append(
                f"{shown} past bij geen enkel cijfer. Zonder het laatste cijfer staat er {shown[:-1]}, en dat past wel: "
                f"de {shown[-1]} is het nummer van een voetnoot."
            )
            shown = f"{shown} (lees: {shown[:-1]}, met voetnoot {shown[-1]})"
    return Part(
        subject=region,
        printed=shown,
        verdict=_verdict(fitting),
        why=_why(shown, read=read, fitting=fitting, rates=rates),
        steps=tuple(steps),
        against=against,
    )


def _rates(code: str, *, measure: str, year: int, evidence: Evidence) -> list[_Rate]:
    inhabitants = evidence.inhabitants(code, year=year)
    if inhabitants is None:
        return []
    found = []
    for period in (Period.half_year(year, 1), Period.half_year(year, 2), Period.year(year)):
        count = evidence.count(code, measure=measure, period=period)
        if count is None:
            continue
        value = count.value / inhabitants * _PER
        how = f" ({count.how})" if count.how else ""
        name = _name(period)
        step = (
            f"{name[0].upper()}{name[1:]}: {notation.count(count.value)} {_WORDS[measure]}{how} / "
            f"{notation.count(inhabitants)} inwoners × 10.000 = {notation.number(value)}"
        )
        found.append(_Rate(period, value, step, count.source))
    return found


def _fits(printed: float, rates: list[_Rate]) -> tuple[_Rate, ...]:
    """Rates that the printed whole number can stand for: by rounding; if none, by leaving out the decimals."""
    rounded = tuple(rate for rate in rates if round(rate.value) == printed)
    return rounded or tuple(rate for rate in rates if int(rate.value) == printed)


def _verdict(fitting: tuple[_Rate, ...]) -> Verdict:
    if not fitting:
        return Verdict.DIFFERS
    whole = any(rate.period.kind is Kind.YEAR for rate in fitting)
    return Verdict.HOLDS if whole else Verdict.HALF_YEAR


def _why(shown: str, *, read: float, fitting: tuple[_Rate, ...], rates: list[_Rate]) -> str:
    whole = next((rate for rate in rates if rate.period.kind is Kind.YEAR), None)
    if not fitting:
        values = notation.listing([f"{notation.number(rate.value)} ({rate.period.label})" for rate in rates])
        return f"Gedrukt staat {shown}. Uit de aantallen van het CBS volgt {values}."
    best = next((rate for rate in fitting if rate.period.kind is Kind.YEAR), fitting[0])
    cut = "" if round(best.value) == read else ", zonder de decimalen"
    sentence = f"{shown} past bij {_name(best.period)}: {notation.number(best.value)}{cut}."
    if whole is None or best.period.kind is Kind.YEAR:
        return sentence
    times = notation.number(whole.value / best.value)
    return f"{sentence} Over {_name(whole.period)} is het {notation.number(whole.value)}: {times} keer zoveel."


def _name(period: Period) -> str:
    return f"heel {period.calendar_year}" if period.kind is Kind.YEAR else period.in_words
