"""Counts of a whole that name no municipality: where they are many, no place is compared with the others (rule 4)."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isfinite

from data_sources.catalogue.document_tables import MUNICIPALITIES_2018
from data_sources.catalogue.model import IndicatorSpec
from data_sources.documents.tables import municipalities_2018
from indicators import notation
from language import _, cached_per_language

MOST = 0.05  # of the whole
_UNKNOWN, _TOTAL = "Onbekend", "Totaal West-Brabant"


def of_published(whole: float, parts: Sequence[float], *, of: str) -> str:
    """Sentence when more than 5 % of a published count names no municipality; '' when not, or when not known.

    ``parts`` holds the counts of all its municipalities; one that is missing makes it unknown.
    """
    if not all(map(isfinite, parts)):
        return ""
    return _sentence(whole - fsum(parts), whole, of=of)


def no_verdict(spec: IndicatorSpec) -> str:
    """Sentence on why no place may be compared with others by this indicator; '' when it may.

    Only the document of West-Brabant prints how many of its counts name no municipality.
    """
    for cells in spec.numerator:
        if cells.table == MUNICIPALITIES_2018.id:
            return _reason(MUNICIPALITIES_2018.measure(cells.measure).title)
    return ""


@cached_per_language()
def _reason(printed: str) -> str:
    rows = municipalities_2018()
    rows = rows[rows["measure"] == printed]
    known = dict(zip(rows["municipality"].tolist(), rows["value"].tolist(), strict=True))
    return _sentence(known.get(_UNKNOWN, 0.0), known.get(_TOTAL, 0.0), of=_(printed))


def _sentence(unknown: float, whole: float, *, of: str) -> str:
    if not whole > 0 or not unknown / whole > MOST:
        return ""
    return _(
        "Geen vergelijking: van {unknown} van de {whole} {of} is de gemeente niet bekend. "
        "Daarom is niet te zeggen welke gemeente hoger of lager ligt.",
        unknown=notation.count(unknown),
        whole=notation.count(whole),
        of=of,
    )
