"""Every sentence about figures comes from here, and is true for exactly the selection (STATISTICS rule 16)."""

from indicators.sentences.answer import (
    finding_beside_others,
    finding_over_time,
    how_it_stands,
    how_many,
    is_it_changing,
    nearest_figure,
    place_title,
)
from indicators.sentences.compared import comparison, rank, rank_short
from indicators.sentences.copying import quotable
from indicators.sentences.ended import became, council, what_it_means
from indicators.sentences.inhabitants import inhabitants_sentence
from indicators.sentences.over_time import changed, trend_sentence
from indicators.sentences.situation import situation
from indicators.sentences.spread import dispersion_words, how_measured
from indicators.sentences.why_higher import WHY_HIGHER_TITLE, why_higher
from indicators.sentences.words import noun, subject

__all__ = [
    "WHY_HIGHER_TITLE",
    "became",
    "changed",
    "comparison",
    "council",
    "dispersion_words",
    "finding_beside_others",
    "finding_over_time",
    "how_it_stands",
    "how_many",
    "how_measured",
    "inhabitants_sentence",
    "is_it_changing",
    "nearest_figure",
    "noun",
    "place_title",
    "quotable",
    "rank",
    "rank_short",
    "situation",
    "subject",
    "trend_sentence",
    "what_it_means",
    "why_higher",
]
