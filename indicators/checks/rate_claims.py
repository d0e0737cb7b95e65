"""Printed rates per 10 000 inhabitants against CBS: the whole year, and half of the year's total (STATISTICS rule 18).

A regional document may print half a year as if it were the year. One rule serves all such figures: the count of the
year, divided by two, per 10 000 inhabitants. Single half-years are not tried: with three candidates nearly any number
fits one. A footnote mark may have stuck to a number in the text: a number that fits nothing is tried once more without
its last digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_sources.period import Period
from indicators import notation
from indicators.checks.evidence import REGION_OF, Evidence
from indicators.checks.verdict import Part, Verdict
from language import _

_WORDS = {"advice": "adviezen", "reports": "meldingen"}
_IN_TEXT = re.compile(r"in de tekst staat (?P<number>\d+)")
_PER = 10_000


@dataclass(frozen=True)
class _Rate:
    name: str  # 'heel 2019', 'de helft van 2019'
    value: float
    step: str
    source: str
    verdict: Verdict  # what a printed number says that fits this rate


def rate_part(printed: float, *, region: str, measure: str, year: int, evidence: Evidence, text: str = "") -> Part:
    """Check one printed rate of a region in a year; ``text`` may quote how the number stands in the running text."""
    rates = _rates(REGION_OF[region], measure=measure, year=year, evidence=evidence)
    number = _IN_TEXT.search(text)
    shown = number["number"] if number else notation.count(printed)
    if not rates:
        why = _(
            "Het cijfer van het CBS voor {place} over {year} staat nog niet op deze site. "
            "Als het er is, rekent deze pagina het vanzelf na.",
            place=region,
            year=year,
        )
        return Part(subject=region, printed=shown, verdict=Verdict.NOT_CHECKABLE, why=why)
    steps = [rate.step for rate in rates]
    read = float(shown)
    fitting = _fits(read, rates)
    if fitting is None and number and len(shown) > 1:
        fitting = _fits(float(shown[:-1]), rates)
        if fitting is not None:
            steps.append(
                f"{shown} past bij geen enkel cijfer. Zonder het laatste cijfer staat er {shown[:-1]}, en dat past wel: "
                f"de {shown[-1]} is het nummer van een voetnoot."
            )
            shown = _("{printed} (lees: {meant}, met voetnoot {note})", printed=shown, meant=shown[:-1], note=shown[-1])
    return Part(
        subject=region,
        printed=shown,
        verdict=fitting.verdict if fitting is not None else Verdict.DIFFERS,
        why=_why(shown, fitting=fitting, rates=rates),
        steps=tuple(steps),
        against=", ".join(dict.fromkeys(rate.source for rate in rates)),
    )


def _rates(code: str, *, measure: str, year: int, evidence: Evidence) -> list[_Rate]:
    """The whole year and half of it; empty when count or inhabitants are not known."""
    inhabitants = evidence.inhabitants(code, year=year)
    count = evidence.count(code, measure=measure, period=Period.year(year))
    if inhabitants is None or count is None:
        return []
    how = f" ({count.how})" if count.how else ""
    total = f"{notation.count(count.value)} {_WORDS[measure]}{how}"
    value = count.value / inhabitants * _PER
    per = f"/ {notation.count(inhabitants)} inwoners × 10.000"
    return [
        _Rate(
            _("heel {year}", year=year),
            value,
            f"Heel {year}: {total} {per} = {notation.number(value)}",
            count.source,
            Verdict.HOLDS,
        ),
        _Rate(
            _("de helft van {year}", year=year),
            value / 2,
            f"De helft van {year}: {total} / 2 {per} = {notation.number(value / 2)}",
            count.source,
            Verdict.HALF_YEAR,
        ),
    ]


def _fits(printed: float, rates: list[_Rate]) -> _Rate | None:
    """The rate that a printed whole number stands for by rounding; the whole year first."""
    return next((rate for rate in rates if round(rate.value) == printed), None)


def _why(shown: str, *, fitting: _Rate | None, rates: list[_Rate]) -> str:
    if fitting is None:
        values = notation.listing([f"{notation.number(rate.value)} ({rate.name})" for rate in rates])
        return _(
            "In het document staat {printed}. Uit de aantallen van het CBS volgt {rates}.", printed=shown, rates=values
        )
    value = notation.number(fitting.value)
    sentence = _("{printed} past bij {period}: {rate}.", printed=shown, period=fitting.name, rate=value)
    if fitting.verdict is Verdict.HOLDS:
        return sentence
    whole = rates[0]
    double = _("Over {period} is het {rate}: twee keer zo veel.", period=whole.name, rate=notation.number(whole.value))
    return f"{sentence} {double}"
