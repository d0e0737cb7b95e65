"""How we compare: a place against a named comparator, and its rank as a range."""

from __future__ import annotations

from data_sources.catalogue.model import IndicatorSpec
from indicators import notation
from indicators.compare import Comparator, Comparison, NoComparator
from indicators.ranks import RankRange
from indicators.sentences import words
from indicators.value import Position

_THAN = {
    Position.LOWER: "lager dan",
    Position.SIMILAR: "ongeveer gelijk aan",
    Position.HIGHER: "hoger dan",
}


def comparison(found: Comparison, comparator: Comparator | NoComparator, *, spec: IndicatorSpec) -> str:
    """Sentence that follows the situation of the place: position, comparator with value, period and source, how sure.

    ``found`` is what `indicators.compare.compare` decided for these two.
    """
    if isinstance(comparator, NoComparator):
        return comparator.reason
    if found.position is Position.NONE:
        return found.reason
    return (
        f"Dat is {_THAN[found.position]} het cijfer van {notation.with_article(comparator.name)}: "
        f"{described(comparator, spec=spec)}. {how_sure(found)}"
    )


def described(comparator: Comparator, *, spec: IndicatorSpec) -> str:
    """Value of a comparator with its period, source and date: ``72,3 per 10.000 inwoners in 2023 (CBS, tabel ...)``."""
    kind = "" if comparator.published else ", eigen optelling"
    date = f", {comparator.date}" if comparator.date else ""
    provisional = ", voorlopig" if comparator.provisional else ""
    return (
        f"{words.amount(comparator.value, spec=spec)} in {comparator.period.in_words} "
        f"(bron: {words.source(comparator.source, comparator.table)}{date}{kind}{provisional})"
    )


def how_sure(found: Comparison) -> str:
    """Sentence on the margins behind a position."""
    if found.note:
        return found.note
    if found.position is Position.SIMILAR:
        return "De marges overlappen elkaar."
    if found.sure == 99.8:  # noqa: PLR2004 -- the stricter of the two confidences
        return "De marges overlappen elkaar niet, ook niet als we strenger rekenen (99,8%)."
    return "De marges overlappen elkaar niet (95%). Als we strenger rekenen (99,8%) wel."


def rank(found: RankRange) -> str:
    """Range in words, never a bare rank: ``tussen plaats 9 en 31 van 342 (plaats 1 is het hoogste cijfer)``."""
    return (
        f"tussen plaats {notation.count(found.best)} en {notation.count(found.worst)} van {notation.count(found.of)} "
        "(1 is het hoogste cijfer)"
    )
