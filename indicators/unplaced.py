"""Counts of a whole that name no municipality: where they are many, no place may be held against the others (rule 4)."""

from __future__ import annotations

from functools import cache

from data_sources.catalogue.document_tables import MUNICIPALITIES_2018
from data_sources.catalogue.model import IndicatorSpec
from data_sources.documents.tables import municipalities_2018
from indicators import notation

MOST = 0.05  # of the whole
_UNKNOWN, _TOTAL = "Onbekend", "Totaal West-Brabant"


def no_verdict(spec: IndicatorSpec) -> str:
    """Dutch sentence on why no place may be held against others by this indicator; '' when it may.

    Only the document of West-Brabant prints how many of its counts name no municipality.
    """
    for cells in spec.numerator:
        if cells.table == MUNICIPALITIES_2018.id:
            return _reason(MUNICIPALITIES_2018.measure(cells.measure).title)
    return ""


@cache
def _reason(printed: str) -> str:
    rows = municipalities_2018()
    rows = rows[rows["measure"] == printed]
    known = dict(zip(rows["municipality"].tolist(), rows["value"].tolist(), strict=True))
    unknown, whole = known.get(_UNKNOWN, 0.0), known.get(_TOTAL, 0.0)
    if not whole or unknown / whole <= MOST:
        return ""
    return (
        f"Geen vergelijking: van {notation.count(unknown)} van de {notation.count(whole)} {printed} is de gemeente "
        "niet bekend. Daardoor kan elke gemeente hoger of lager uitkomen dan ze was."
    )
