"""Claims about a change over a year, and about a quarter: CBS counts years and half-years, never quarters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data_sources.documents.claims import Claim
from data_sources.level import NETHERLANDS
from data_sources.period import Period
from indicators import notation
from indicators.checks.evidence import REGION_OF, Evidence
from indicators.checks.verdict import Part, Verdict
from language import N_, _

_WORDS = {"advice": N_("adviezen"), "reports": N_("meldingen")}
_PER = 10_000
_QUARTERS = 4


def growth(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Check a printed change against the counts of CBS in that year and the year before; unit: %."""
    year, region, printed = int(row["period"]), str(row["region"]), float(row["value"])
    counts = [
        evidence.count(REGION_OF[region], measure=claim.measure, period=Period.year(each)) for each in (year - 1, year)
    ]
    before, now = counts
    if before is None or now is None:
        why = _(
            "De aantallen van het CBS voor {place} over {earlier} en {year} staan nog niet op deze site. "
            "Als ze er zijn, rekent deze pagina de stijging vanzelf na.",
            place=region,
            earlier=year - 1,
            year=year,
        )
        return (Part(region, f"{notation.count(printed)}%", Verdict.NOT_CHECKABLE, why),)
    change = (now.value / before.value - 1) * 100
    word = _(_WORDS[claim.measure])
    step = (
        f"{year - 1}: {notation.count(before.value)} {word}; {year}: {notation.count(now.value)} {word}. "
        f"Dat is {notation.change(change)}%."
    )
    holds = round(change) == printed
    why = _("Uit de aantallen van het CBS volgt {change}%.", change=notation.change(change))
    verdict = Verdict.HOLDS if holds else Verdict.DIFFERS
    return (Part(region, f"{notation.count(printed)}%", verdict, why, (step,), now.source),)


def quarter(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Check a count of a quarter against CBS's half-year, and its rate against a quarter of the national year."""
    region, printed = str(row["region"]), float(row["value"])
    code, word = REGION_OF[region], _(_WORDS[claim.measure])
    year = int(str(row["period"]).partition("-Q")[0])
    half = evidence.count(code, measure=claim.measure, period=Period.half_year(year, 1))
    steps = _beside_the_country(printed, code=code, region=region, measure=claim.measure, year=year, evidence=evidence)
    if half is not None and printed > half.value:
        why = _(
            "Het CBS telt {counts} in het hele eerste halfjaar. Een kwartaal kan daar niet boven liggen.",
            counts=f"{notation.count(half.value)} {word}",
        )
        return (Part(region, notation.count(printed), Verdict.DIFFERS, why, steps, half.source),)
    if half is not None:
        why = _(
            "Het CBS telt geen kwartalen. In het hele eerste halfjaar telt het {counts}: "
            "het gedrukte aantal past daarbinnen, maar meer is niet te zeggen.",
            counts=f"{notation.count(half.value)} {word}",
        )
        return (Part(region, notation.count(printed), Verdict.NOT_CHECKABLE, why, steps, half.source),)
    why = _("Het CBS telt geen kwartalen, en het halfjaar van deze gemeente staat nog niet op deze site.")
    if steps:
        why = f"{why} {steps[-1]}"
    return (Part(region, notation.count(printed), Verdict.NOT_CHECKABLE, why, steps),)


def _beside_the_country(
    printed: float, *, code: str, region: str, measure: str, year: int, evidence: Evidence
) -> tuple[str, ...]:
    inhabitants = evidence.inhabitants(code, year=year)
    country = evidence.inhabitants(NETHERLANDS, year=year)
    count = evidence.count(NETHERLANDS, measure=measure, period=Period.year(year))
    if inhabitants is None or country is None or count is None:
        return ()
    mine = printed / inhabitants * _PER
    theirs = count.value / country * _PER / _QUARTERS
    word = _(_WORDS[measure])
    return (
        f"{region}: {notation.count(printed)} {word} / {notation.count(inhabitants)} inwoners × 10.000 = {notation.number(mine)} in een kwartaal",
        f"Nederland, heel {year}: {notation.count(count.value)} {word} / {notation.count(country)} inwoners × 10.000 / 4 = {notation.number(theirs)} per kwartaal ({count.source})",
        _(
            "Het gedrukte aantal is {times} keer een kwart van het landelijke jaarcijfer.",
            times=notation.number(mine / theirs),
        ),
    )
