"""How we compare: a place against a named comparator, and its rank as a range."""

from __future__ import annotations

from data_sources.catalogue.model import IndicatorSpec
from indicators import notation
from indicators.comparator import Comparator, NoComparator
from indicators.compare import Comparison
from indicators.ranks import RankRange
from indicators.sentences import words
from indicators.value import Position
from language import N_, _

_IS = {
    Position.LOWER: N_("{quantity} is lager dan dat van {other}: {against}"),
    Position.SIMILAR: N_("{quantity} is ongeveer gelijk aan dat van {other}: {against}"),
    Position.HIGHER: N_("{quantity} is hoger dan dat van {other}: {against}"),
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
    return _(
        _IS[decided.position],
        # named: the advice of the place may stand between its reports and this sentence
        quantity=words.start(words.quantity(spec)),
        other=notation.with_article(other.name),
        against=against(decided, comparator, spec=spec),
    )


def against(decided: Comparison, comparator: Comparator, *, spec: IndicatorSpec) -> str:
    """The comparator of a place and how sure the difference is, then the whole as published; whole sentences after the first."""
    whole = described(comparator, spec=spec)
    if decided.rest is None:
        return f"{whole}. {how_sure(decided)}"
    name = notation.with_article(comparator.name)
    of_it = (
        _("Voor {name} als geheel is het {amount}.", name=name, amount=whole)
        if comparator.published
        else _("Voor {name} is het {amount}.", name=_counted(name), amount=whole)
    )
    return f"{words.amount(decided.rest.value, spec=spec)}. {how_sure(decided)} {of_it}"


def _counted(name: str) -> str:
    return _("de {places}", places=name) if name[:1].isdigit() else name


def described(comparator: Comparator, *, spec: IndicatorSpec) -> str:
    """Value of a comparator with its period, source and date: ``72,3 per 10.000 inwoners in 2023 (CBS, tabel ...)``."""
    source = (
        words.source(comparator.source, comparator.table),
        comparator.date,
        "" if comparator.published else _("eigen optelling"),
        _("voorlopig") if comparator.provisional else "",
    )
    return _(
        "{amount} in {when} (bron: {source})",
        amount=words.amount(comparator.value, spec=spec),
        when=comparator.period.in_words,
        source=", ".join(part for part in source if part),
    )


def how_sure(decided: Comparison) -> str:
    """Sentence on what the test behind a position says."""
    if decided.position is Position.SIMILAR:
        return _("Het verschil kan toeval zijn.")
    return _("Dat verschil is groter dan toeval en afronding verklaren.")


def is_single_rank(rank_range: RankRange) -> bool:
    """Whether a range is one place: the highest or the lowest of all."""
    return rank_range.best == rank_range.worst


def rank(rank_range: RankRange) -> str:
    """Range in words, never a bare rank: ``tussen plaats 9 en 31 van 342 (1 is het hoogste cijfer)``."""
    if is_single_rank(rank_range):
        end = (
            _("het hoogste van de {number}, in vrijwel alle uitkomsten")
            if rank_range.best == 1
            else _("het laagste van de {number}, in vrijwel alle uitkomsten")
        )
        return end.format(number=notation.count(rank_range.of))
    return _(
        "tussen plaats {best} en {worst} van {number} (1 is het hoogste cijfer)",
        best=notation.count(rank_range.best),
        worst=notation.count(rank_range.worst),
        number=notation.count(rank_range.of),
    )


def rank_short(best: int, worst: int) -> str:
    """Range for a narrow cell: ``9 – 31``; one place is the highest or the lowest."""
    if best == worst:
        return _("hoogste") if best == 1 else _("laagste")
    return notation.band(best, worst, decimals=0)
