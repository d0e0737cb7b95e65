"""How many people live in a place: one number per page, or two with the reason that they differ."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from indicators import notation
from indicators.comparator import Row
from indicators.sentences import words
from language import _


def inhabitants_sentence(number: float | None, *, year: int, row: Row | None, spec: IndicatorSpec) -> str:
    """Sentences on the inhabitants of a place on 1 January by CBS, and on those a document divides by; '' when unknown.

    ``row`` is the IndicatorValue row that heads the page or sheet, of indicator ``spec``.
    """
    printed = float(row["base"]) if row is not None and words.is_of_document(spec) else np.nan
    if not np.isfinite(printed):
        if number is None:
            return ""
        return _("{people} inwoners op 1 januari {year} (CBS).", people=notation.count(number), year=year)
    sentence = _("{people} inwoners volgens het document waar deze cijfers uit komen.", people=notation.count(printed))
    if number is None or round(number) == round(printed):
        return sentence
    other = _(
        "Het CBS telde er {people} op 1 januari {year}. Wij rekenen met het aantal uit het document.",
        people=notation.count(number),
        year=year,
    )
    return f"{sentence} {other}"
