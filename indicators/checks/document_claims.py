"""Claims checked against a figure in a report, another table of the same document, or plain arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_sources.documents.claims import Claim, ReportFigure
from indicators import notation
from indicators.checks import placements, reporters
from indicators.checks.evidence import Evidence
from indicators.checks.source_checks import INHABITANTS
from indicators.checks.verdict import Part, Verdict

_SAME = 0.05  # printed estimates agree when they differ by less than one part in twenty
_RESPONDENTS = 146
_ONE_IN = 50
_OLDER_AT_MOST = 0.5  # in no Dutch region half of the people are over 65
_SCHOOL_WORDS = ("onderwijs", "school")
_RANGE = 2  # a report prints the two ends of an estimate


def report(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Hold a printed estimate against the figure, the two ends of a range, or several figures printed in reports."""
    value = float(row["value"])
    printed = notation.number(value, decimals=0 if value.is_integer() else 1)
    found = [
        (figure, amount * figure.factor)
        for figure in claim.figures
        if (amount := evidence.figure(figure.indicator, unit=figure.unit, period=figure.period)) is not None
    ]
    if len(found) < len(claim.figures):
        why = "Het cijfer uit het rapport waar dit tegen kan, staat niet in onze gegevens."
        return (Part(str(row["region"]), printed, Verdict.NOT_CHECKABLE, why),)
    steps = tuple(f"{figure.indicator}, {figure.period}: {_amount(amount)}" for figure, amount in found)
    amounts = [amount for _, amount in found]
    if len(found) == _RANGE:
        verdict, why = _in_range(printed, value=value, low=min(amounts), high=max(amounts))
    else:
        verdict, why = _beside(printed, value=value, found=found)
    against = ", ".join(dict.fromkeys(f"{figure.indicator} ({figure.period})" for figure, _ in found))
    return (Part(str(row["region"]), printed, verdict, f"{why} {claim.why}".strip(), steps, against),)


def own_table(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Hold a figure in the text of the West-Brabant document against its own tables."""
    value, year = float(row["value"]), int(row["period"])
    printed, region = notation.count(value), str(row["region"])
    if claim.measure == "interventieteam":
        total = _municipal_total(evidence.municipalities, claim.measure)
        if year != reporters.LAST:
            why = f"Tabel 2 gaat over 2018 en Tabel 1 noemt het interventieteam niet. Voor {year} is er geen tabel."
            return (Part(region, printed, Verdict.NOT_CHECKABLE, why),)
        why = f"Tabel 2 van hetzelfde document heeft als totaal {notation.count(total)}."
        verdict = Verdict.HOLDS if total == value else Verdict.DIFFERS
        return (Part(region, printed, verdict, why, (), "Bijlage 3, Tabel 2"),)
    counts = evidence.reporters
    if claim.measure == "politie":
        rows = counts[counts["reporter"] == reporters.POLICE]
        per_year = dict(zip(rows["year"].astype(int), rows["count"].astype(float), strict=True))
        first, last = per_year[reporters.FIRST], per_year[reporters.LAST]
        step = f"{notation.count(first)} − {notation.count(last)} = {notation.count(first - last)}"
        verdict = Verdict.HOLDS if first - last == value else Verdict.DIFFERS
        why = f"Bijlage 4 van hetzelfde document: {step}."
        return (Part(region, printed, verdict, why, (step,), "Bijlage 4"),)
    return (_schools(value, year=year, region=region, counts=counts, evidence=evidence),)


def respondents(row: Mapping[str, Any], claim: Claim, _evidence: Evidence) -> tuple[Part, ...]:
    """Say whether a percentage of a known number of people can come from a whole number of them."""
    value = float(row["value"])
    people = round(value / 100 * _RESPONDENTS)
    share = people / _RESPONDENTS * 100
    step = f"{people} van {_RESPONDENTS} = {notation.percent(share)}"
    fits = round(share, 1) == value
    why = (
        f"Het percentage kan kloppen ({step}), maar is niet na te gaan. {claim.why}"
        if fits
        else f"Geen enkel aantal van {_RESPONDENTS} mensen geeft {notation.percent(value)}: het dichtst bij is {step}."
    )
    verdict = Verdict.NOT_CHECKABLE if fits else Verdict.DIFFERS
    return (Part(str(row["region"]), notation.percent(value), verdict, why, (step,)),)


def persons(row: Mapping[str, Any], _claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Hold an estimate '1 in 50 older people' against all inhabitants that the same document prints."""
    value = float(row["value"])
    whole = value * _ONE_IN
    inhabitants = _municipal_total(evidence.municipalities, INHABITANTS)
    step = f"{notation.count(value)} × {_ONE_IN} = {notation.count(whole)}"
    if whole <= inhabitants * _OLDER_AT_MOST:
        why = f"{step}. Hoeveel ouderen er in de regio wonen, staat niet in onze cijfers."
        return (Part(str(row["region"]), notation.count(value), Verdict.NOT_CHECKABLE, why, (step,)),)
    why = (
        f"{step}. Dat zijn bijna alle inwoners van de regio ({notation.count(inhabitants)} volgens hetzelfde document), "
        "niet alleen de ouderen. De 1 op de 50 lijkt over alle inwoners gerekend."
    )
    return (Part(str(row["region"]), notation.count(value), Verdict.DIFFERS, why, (step,), "Bijlage 3, Tabel 2"),)


def _schools(value: float, *, year: int, region: str, counts: pd.DataFrame, evidence: Evidence) -> Part:
    of_year = counts[counts["year"].astype(int) == year]
    names = of_year["reporter"].astype("str").str.lower()
    schools = of_year[names.map(lambda name: any(word in name for word in _SCHOOL_WORDS))]
    added = float(schools["count"].astype(float).sum())
    total = _municipal_total(evidence.municipalities, "meldingen")
    share = added / total * 100
    listed = " + ".join(f"{notation.count(row['count'])} ({row['reporter']})" for row in schools.to_dict("records"))
    step = f"{listed} = {notation.count(added)} van {notation.count(total)} = {notation.percent(share)}"
    verdict = Verdict.HOLDS if share < value else Verdict.DIFFERS
    why = f"Bijlage 4 van hetzelfde document geeft {notation.percent(share)}."
    return Part(region, f"nog geen {notation.count(value)}%", verdict, why, (step,), "Bijlage 4")


def _in_range(printed: str, *, value: float, low: float, high: float) -> tuple[Verdict, str]:
    ends = f"{_amount(low)} tot {_amount(high)}"
    if low <= value <= high:
        return Verdict.HOLDS, f"{printed} valt binnen de schatting van {ends}. Een schatting is geen telling."
    return Verdict.DIFFERS, f"{printed} valt buiten de schatting van {ends}."


def _beside(printed: str, *, value: float, found: list[tuple[ReportFigure, float]]) -> tuple[Verdict, str]:
    if any(abs(amount - value) <= _SAME * value for _, amount in found):
        return Verdict.HOLDS, "Het rapport noemt hetzelfde cijfer."
    listed = "; ".join(f"{figure.indicator}, {figure.period}: {_amount(amount)}" for figure, amount in found)
    return Verdict.DIFFERS, f"Gedrukt staat {printed}. Uit onderzoek komt een ander aantal. {listed}."


def _amount(value: float) -> str:
    return notation.number(value, decimals=0 if float(value).is_integer() else 1)


def _municipal_total(table: pd.DataFrame, measure: str) -> float:
    rows = table[(table["municipality"] == placements.TOTAL) & (table["measure"] == measure)]
    return float(rows["value"].iloc[0])
