"""Three questions to ask the alderman, that follow from the figures of one place (municipality sheet)."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from geo.registry import Region
from indicators import notation
from indicators.compare import Comparison, Row
from indicators.sentences import words
from indicators.value import Position

_COMPARED = {
    Position.LOWER: "Het cijfer van {place} ligt lager dan dat van {other}. Weten inwoners en beroepskrachten Veilig Thuis goed te vinden?",
    Position.SIMILAR: "Het cijfer van {place} is ongeveer gelijk aan dat van {other}. Welke groepen of wijken bereikt Veilig Thuis nog weinig?",
    Position.HIGHER: "Het cijfer van {place} ligt hoger dan dat van {other}. Welke van de mogelijke verklaringen herkent het college, en waaruit blijkt dat?",
}


def questions(
    row: Row, region: Region, *, spec: IndicatorSpec, found: Comparison, other: str, twin: Row | None = None
) -> tuple[str, str, str]:
    """Three Dutch questions on one IndicatorValue row, its comparison with ``other`` and its twin (advice).

    Without a figure they ask for one. None suggests a cause or a judgement.
    """
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    if not np.isfinite(row["value"]):
        return (
            (
                f"Over {when} is er voor {place} geen cijfer in deze momentopname. Kan het college het aantal "
                "meldingen en adviezen bij Veilig Thuis opvragen en met de raad delen?"
            ),
            f"Hoe houdt het college bij of inwoners van {place} Veilig Thuis weten te vinden?",
            f"Welke hulp is er in {place} na een melding, en hoe lang wachten inwoners daarop?",
        )
    first = (
        f"In {when} telde Veilig Thuis {words.counted(row['count'], spec=spec)} in {place}. Hoeveel daarvan gingen over "
        "een situatie die al bekend was, en wat gebeurde er daarna?"
    )
    third = f"Welke hulp is er in {place} na een melding, en hoe lang wachten inwoners daarop?"
    if twin is not None and np.isfinite(twin["count"]):
        third = (
            f"Naast de meldingen waren er {notation.count(twin['count'])} adviezen. Wat doet de gemeente zodat mensen "
            "eerder om advies vragen?"
        )
    return first, _second(found, place, other), third


def _second(found: Comparison, place: str, other: str) -> str:
    pattern = _COMPARED.get(found.position)
    if pattern is None:
        return f"Waarmee vergelijkt het college het cijfer van {place}, en zijn die cijfers op dezelfde manier geteld?"
    name = found.rest.name if found.rest else notation.with_article(other)
    return pattern.format(place=place, other=name)
