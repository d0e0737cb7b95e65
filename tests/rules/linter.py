"""What no sentence may say: a check that the tests run over every place, period and indicator (STATISTICS rule 16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_sources.level import NETHERLANDS
from data_sources.period import Kind, Period
from indicators.breaks import breaks
from indicators.trend import FEWEST_POINTS


@dataclass(frozen=True)
class Context:
    """What a sentence is about, so that the linter knows what it may claim."""

    code: str  # of the place
    period: Period
    national: bool = False  # a national figure published by CBS is quoted, or the place is the country
    points: int | None = None  # comparable points since the last break, where a trend is spoken of


_ALWAYS = {
    "slachtoffers of daders in plaats van meldingen": r"\b(slachtoffer|dader|gedupeerde)",
    "een oorzaak": r"\b(doordat|omdat|daardoor|hierdoor|dankzij|vanwege|waardoor|als gevolg van|veroorza|komt door|wijst op)",
    # Best is also a municipality, so the word counts only without a capital.
    "een oordeel": r"\b(beter|slechter|(?-i:best\b)|slecht|zorgwekkend|zorgelijk|gunstig|ongunstig|helaas|gelukkig|schrikbarend)",
    "een losse plaats": (
        r"(?<!tussen )\bplaats \d|\bnummer \d|\bop \d+ na\b|\bkoploper|\bkampioen|\b(bovenaan|onderaan)\b|\b\d+e (plek|plaats|van)"
        r"|\bde (hoogste|laagste|meeste|minste) (gemeente|van)"
    ),
    "mensen in plaats van meldingen": r"\b(mensen|personen|gezinnen|kinderen|vrouwen|mannen)\b (werden|zijn|waren) (mishandeld|geslagen|gemeld)",
    "een optelling die landelijk heet": r"\bsom van\b.{0,80}\b(Nederland|landelijk)|\blandelijk (gemiddelde|totaal)",
    "een ontbrekend getal": r"\bnan\b|\binf\b|\bNone\b",
}
_VIOLENCE = re.compile(r"\b(meer|minder|toename van|afname van) (huiselijk )?geweld", re.IGNORECASE)
_NOT_VIOLENCE = re.compile(r"niet (vanzelf )?(hetzelfde als|dat er) (meer|minder) (huiselijk )?geweld", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(stijg|steeg|gestegen|daal|gedaald|toenam|toegenomen|afnam|afgenomen|toename|afname|groeide|kromp|trend\b)"
    r"|\bging\b.*\bvan\b.*\bnaar\b|[+−]\d",
    re.IGNORECASE,
)
_TREND = re.compile(r"\b(stijging|daling|stijgt|daalt|trend|neemt (toe|af))\b", re.IGNORECASE)
_REFUSES = re.compile(
    r"te weinig (half)?jaren|niet te vergelijken|geen trendwoord|geen cijfers om een trend|Geen verandering"
)
_NATIONAL = re.compile(r"(?<!-)\b(Nederland|landelijke?)\b")
_NO_NATIONAL = re.compile(r"Geen landelijk cijfer")
_YEAR = re.compile(r"(?<![\d.,/])(?:20[12]\d)(?![\d.,]\d|NED|ned)")
_PER_YEAR = re.compile(r"\bper jaar\b|\bop jaarbasis\b|\bin een jaar\b", re.IGNORECASE)


def forbidden(text: str, context: Context) -> list[str]:
    """Names (Dutch) of the forbidden forms a text has; empty when it may be said. Refusals are allowed to name them."""
    refused = [name for name, pattern in _ALWAYS.items() if re.search(pattern, text, re.IGNORECASE)]
    if _VIOLENCE.search(_NOT_VIOLENCE.sub("", text)):
        refused.append("een uitspraak over meer of minder geweld")
    refuses = bool(_REFUSES.search(text))
    speaks_of_change = bool(_CHANGE.search(text))
    if speaks_of_change and not refuses and _crosses_a_break(text, context):
        refused.append("een verandering over een breuk")
    few = context.points is not None and context.points < FEWEST_POINTS[context.period.kind]
    if few and _TREND.search(text) and not refuses:
        refused.append("een trend op te weinig punten")
    if not context.national and context.code != NETHERLANDS and _NATIONAL.search(_NO_NATIONAL.sub("", text)):
        refused.append("landelijk zonder gepubliceerd landelijk cijfer")
    if context.period.kind is Kind.HALF_YEAR and _PER_YEAR.search(text):
        refused.append("een half jaar als heel jaar")
    return refused


def _crosses_a_break(text: str, context: Context) -> bool:
    years = sorted({int(year) for year in _YEAR.findall(_without_notes(text))} | {context.period.calendar_year})
    return bool(breaks(context.code, first_year=years[0], last_year=years[-1]))


def _without_notes(text: str) -> str:
    """Text without source notes and reasons, whose years are no ends of a change."""
    return re.sub(r"\(bron:[^)]*\)|We tellen vanaf .*", "", text)
