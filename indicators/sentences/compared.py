"""How we compare: a place against a named comparator, and its rank as a range."""

from __future__ import annotations

from data_sources.catalogue.model import IndicatorSpec
from indicators import notation
from indicators.comparator import Comparator, NoComparator
from indicators.compare import Comparison
from indicators.ranks import RankRange
from indicators.sentences import words
from indicators.value import Position

_THAN = {
    Position.LOWER: "lager dan",
    Position.SIMILAR: "ongeveer gelijk aan",
    Position.HIGHER: "hoger dan",
}


def comparison(decided: Comparison, comparator: Comparator | NoComparator, *, spec: IndicatorSpec) -> str:
    """Sentence that follows the situation of the place: position, comparator with value, period and source, how sure.

    ``decided`` is what `indicators.compare.compare` decided for these two.
    """
    if isinstance(comparator, NoComparator):
        return comparator.reason
    if decided.position is Position.NONE:
        return decided.reason
    other = decided.rest or comparator
    what = words.quantity(spec)  # named: the advice of the place may stand between its reports and this sentence
    than = f"{_THAN[decided.position]} dat van {notation.with_article(other.name)}"
    return f"{what[:1].upper()}{what[1:]} is {than}: {against(decided, comparator, spec=spec)}"


def against(decided: Comparison, comparator: Comparator, *, spec: IndicatorSpec) -> str:
    """The comparator of a place and how sure the difference is, then the whole as published; whole sentences after the first."""
    whole = described(comparator, spec=spec)
    if decided.rest is None:
        return f"{whole}. {how_sure(decided)}"
    name = notation.with_article(comparator.name)
    of_it = f"Voor {name} als geheel" if comparator.published else f"Voor {_counted(name)}"
    return f"{words.amount(decided.rest.value, spec=spec)}. {how_sure(decided)} {of_it} is het {whole}."


def _counted(name: str) -> str:
    return f"de {name}" if name[:1].isdigit() else name


def described(comparator: Comparator, *, spec: IndicatorSpec) -> str:
    """Value of a comparator with its period, source and date: ``72,3 per 10.000 inwoners in 2023 (CBS, tabel ...)``."""
    kind = "" if comparator.published else ", eigen optelling"
    date = f", {comparator.date}" if comparator.date else ""
    provisional = ", voorlopig" if comparator.provisional else ""
    return (
        f"{words.amount(comparator.value, spec=spec)} in {comparator.period.in_words} "
        f"(bron: {words.source(comparator.source, comparator.table)}{date}{kind}{provisional})"
    )


def how_sure(decided: Comparison) -> str:
    """Sentence on what the test behind a position says."""
    if decided.position is Position.SIMILAR:
        return "Het verschil kan toeval zijn."
    return "Dat verschil is groter dan toeval en afronding verklaren."


def is_single_rank(rank_range: RankRange) -> bool:
    """Whether a range is one place: the highest or the lowest of all."""
    return rank_range.best == rank_range.worst


def rank(rank_range: RankRange) -> str:
    """Range in words, never a bare rank: ``tussen plaats 9 en 31 van 342 (1 is het hoogste cijfer)``."""
    if is_single_rank(rank_range):
        end = "hoogste" if rank_range.best == 1 else "laagste"
        return f"het {end} van de {notation.count(rank_range.of)}, in vrijwel alle uitkomsten"
    return (
        f"tussen plaats {notation.count(rank_range.best)} en {notation.count(rank_range.worst)} van {notation.count(rank_range.of)} "
        "(1 is het hoogste cijfer)"
    )


def rank_short(best: int, worst: int) -> str:
    """Range for a narrow cell: ``9 – 31``; one place is the highest or the lowest."""
    if best == worst:
        return "hoogste" if best == 1 else "laagste"
    return notation.band(best, worst, decimals=0)
