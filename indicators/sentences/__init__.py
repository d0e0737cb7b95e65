"""Every sentence about figures comes from here, and is true for exactly the selection (STATISTICS rule 16)."""

from indicators.sentences.answer import (
    finding_beside_others,
    finding_over_time,
    how_it_stands,
    how_many,
    is_it_changing,
    named,
    nearest,
)
from indicators.sentences.compared import comparison, rank, rank_short
from indicators.sentences.copying import quotable
from indicators.sentences.ended import became, council, what_it_means
from indicators.sentences.inhabitants import inhabitants
from indicators.sentences.linter import Context, forbidden
from indicators.sentences.over_time import changed, trend_words
from indicators.sentences.situation import situation
from indicators.sentences.spread import dispersion_words, how_measured
from indicators.sentences.why_higher import WHY_HIGHER_TITLE, why_higher
from indicators.sentences.words import noun, subject

__all__ = [
    "WHY_HIGHER_TITLE",
    "Context",
    "became",
    "changed",
    "comparison",
    "council",
    "dispersion_words",
    "finding_beside_others",
    "finding_over_time",
    "forbidden",
    "how_it_stands",
    "how_many",
    "how_measured",
    "inhabitants",
    "is_it_changing",
    "named",
    "nearest",
    "noun",
    "quotable",
    "rank",
    "rank_short",
    "situation",
    "subject",
    "trend_words",
    "what_it_means",
    "why_higher",
]
