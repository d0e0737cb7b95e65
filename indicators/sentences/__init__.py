"""Every sentence about figures comes from here, and is true for exactly the selection (STATISTICS rule 16)."""

from indicators.sentences.compared import comparison, rank, rank_short
from indicators.sentences.copying import may_i_say
from indicators.sentences.linter import Context, forbidden
from indicators.sentences.over_time import changed, trend_words
from indicators.sentences.situation import situation
from indicators.sentences.spread import dispersion_words, how_measured
from indicators.sentences.why_higher import WHY_HIGHER_TITLE, why_higher

__all__ = [
    "WHY_HIGHER_TITLE",
    "Context",
    "changed",
    "comparison",
    "dispersion_words",
    "forbidden",
    "how_measured",
    "may_i_say",
    "rank",
    "rank_short",
    "situation",
    "trend_words",
    "why_higher",
]
