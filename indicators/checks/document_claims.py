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
from language import _

_RESPONDENTS = 146
_ONE_IN = 50
_ROUGH = 1_000  # ‘ruim 14.000’: up to the next thousand
_SCHOOL_WORDS = ("onderwijs", "school")
_RANGE = 2  # a report prints the two ends of an estimate


def report(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Check a printed estimate against the figure, the two ends of a range, or several figures printed in reports."""
    value = float(row["value"])
    printed = notation.number(value, decimals=0 if value.is_integer() else 1)
    printed_amounts = [
        (figure, amount * figure.factor)
        for figure in claim.figures
        if (amount := evidence.figure(figure.indicator, unit=figure.unit, period=figure.period)) is not None
    ]
    if len(printed_amounts) < len(claim.figures):
        why = _("Het cijfer uit het rapport dat hiernaast hoort, staat niet in onze gegevens.")
        return (Part(str(row["region"]), printed, Verdict.NOT_CHECKABLE, why),)
    steps = tuple(f"{figure.indicator}, {figure.period}: {_amount(amount)}" for figure, amount in printed_amounts)
    amounts = [amount for _, amount in printed_amounts]
    same = all(figure.counts == claim.counts for figure, _ in printed_amounts)
    within = len(printed_amounts) == _RANGE and min(amounts) <= value <= max(amounts)
    if within and not _repeats(printed_amounts):
        low, high = _amount(min(amounts)), _amount(max(amounts))
        verdict = Verdict.WITHIN
        why = _(
            "{printed} valt binnen {low} tot {high}. Een schatting is geen telling.",
            printed=printed,
            low=low,
            high=high,
        )
        if not same:
            theirs = _(printed_amounts[0][0].counts)
            counted = _("Gedrukt: {printed}. Ernaast: {other}.", printed=_(claim.counts), other=theirs)
            why = f"{why} {counted}"
    elif not same:
        verdict = Verdict.NOT_COMPARABLE
        others = notation.listing([_(counts) for counts in dict.fromkeys(each[0].counts for each in printed_amounts)])
        why = _(
            "In het document staat een aantal {counts}. Ons cijfer telt iets anders: {others}. Zo is niet te zien of {printed} klopt.",
            counts=_(claim.counts),
            others=others,
            printed=printed,
        )
    elif printed in {_amount(amount) for amount in amounts}:
        verdict, why = Verdict.HOLDS, _("Het rapport noemt hetzelfde cijfer.")
    else:
        listed = "; ".join(steps)
        verdict, why = (
            Verdict.DIFFERS,
            _(
                "In het document staat {printed}. Het rapport noemt een ander cijfer. {figures}.",
                printed=printed,
                figures=listed,
            ),
        )
    against = ", ".join(dict.fromkeys(f"{figure.indicator} ({figure.period})" for figure, _ in printed_amounts))
    return (Part(str(row["region"]), printed, verdict, f"{why} {_(claim.why)}".strip(), steps, against),)


def same_document(row: Mapping[str, Any], claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Check a figure in the text of the West-Brabant document against its own tables."""
    value, year = float(row["value"]), int(row["period"])
    printed, region = notation.count(value), str(row["region"])
    if claim.measure == "interventieteam":
        total = _municipal_total(evidence.municipalities, claim.measure)
        if year != reporters.LAST:
            why = _(
                "Tabel 2 gaat over 2018 en Tabel 1 noemt het interventieteam niet. Voor {year} is er geen tabel.",
                year=year,
            )
            return (Part(region, printed, Verdict.NOT_CHECKABLE, why),)
        why = _("Tabel 2 van hetzelfde document heeft als totaal {total}.", total=notation.count(total))
        verdict = Verdict.HOLDS if total == value else Verdict.DIFFERS
        return (Part(region, printed, verdict, why, (), "Bijlage 3, Tabel 2"),)
    counts = evidence.reporters
    if claim.measure == "politie":
        rows = counts[counts["reporter"] == reporters.POLICE]
        per_year = dict(zip(rows["year"].astype(int), rows["count"].astype(float), strict=True))
        first, last = per_year[reporters.FIRST], per_year[reporters.LAST]
        step = f"{notation.count(first)} − {notation.count(last)} = {notation.count(first - last)}"
        verdict = Verdict.HOLDS if first - last == value else Verdict.DIFFERS
        why = _("Bijlage 4 van hetzelfde document: {sum}.", sum=step)
        return (Part(region, printed, verdict, why, (step,), "Bijlage 4"),)
    return (_schools(value, year=year, region=region, counts=counts, evidence=evidence),)


def respondents(row: Mapping[str, Any], claim: Claim, _evidence: Evidence) -> tuple[Part, ...]:
    """Say whether a percentage of a known number of people can come from a whole number of them."""
    value = float(row["value"])
    people = round(value / 100 * _RESPONDENTS)
    share = people / _RESPONDENTS * 100
    step = _("{people} van {all} = {share}", people=people, all=_RESPONDENTS, share=notation.percent(share))
    fits = round(share, 1) == value
    why = (
        _("Het percentage kan kloppen ({sum}), maar is niet na te gaan. {why}", sum=step, why=_(claim.why))
        if fits
        else _(
            "Geen enkel aantal van {all} mensen geeft {share}: het dichtst bij is {sum}.",
            all=_RESPONDENTS,
            share=notation.percent(value),
            sum=step,
        )
    )
    verdict = Verdict.NOT_CHECKABLE if fits else Verdict.DIFFERS
    return (Part(str(row["region"]), notation.percent(value), verdict, why, (step,)),)


def persons(row: Mapping[str, Any], _claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    """Check an estimate '1 in 50 older people' against all inhabitants that the same document prints."""
    value = float(row["value"])
    printed, region = notation.count(value), str(row["region"])
    inhabitants = _municipal_total(evidence.municipalities, INHABITANTS)
    share = inhabitants / _ONE_IN
    step = _(
        "{inhabitants} inwoners / {number} = {people}",
        inhabitants=notation.count(inhabitants),
        number=_ONE_IN,
        people=notation.count(share),
    )
    if not value <= share < value + _ROUGH:
        why = _(
            "{sum}. Dat is niet ‘ruim {printed}’. Hoeveel ouderen er in de regio wonen, staat niet in onze cijfers.",
            sum=step,
            printed=printed,
        )
        return (Part(region, printed, Verdict.NOT_CHECKABLE, why, (step,), "Bijlage 3, Tabel 2"),)
    why = _(
        "{sum}. ‘Ruim {printed}’ is dus 1 op de {number} van alle inwoners die het document noemt. "
        "Het document noemt 1 op de {number} ouderen, en ouderen zijn maar een deel van de inwoners.",
        sum=step,
        printed=printed,
        number=_ONE_IN,
    )
    return (Part(region, printed, Verdict.DIFFERS, why, (step,), "Bijlage 3, Tabel 2"),)


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
    why = _("Bijlage 4 van hetzelfde document geeft {share}.", share=notation.percent(share))
    return Part(region, f"nog geen {notation.count(value)}%", verdict, why, (step,), "Bijlage 4")


def _repeats(printed: list[tuple[ReportFigure, float]]) -> bool:
    """Whether the figures are one estimate of several years, and so not the two ends of one estimate."""
    return len({figure.period for figure, _ in printed}) > 1


def _amount(value: float) -> str:
    return notation.number(value, decimals=0 if float(value).is_integer() else 1)


def _municipal_total(table: pd.DataFrame, measure: str) -> float:
    rows = table[(table["municipality"] == placements.TOTAL) & (table["measure"] == measure)]
    return float(rows["value"].iloc[0])
