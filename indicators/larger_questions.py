"""Three questions about the figures of a region, province, country part or country, where no alderman decides alone."""

from __future__ import annotations

import numpy as np

from geo.registry import Region
from indicators import notation
from indicators.comparator import Row
from indicators.compare import Comparison
from indicators.sentences import words
from indicators.value import Position
from language import N_, _

_COMPARED = {
    Position.LOWER: N_(
        "Het cijfer van {place} ligt lager dan dat van {other}. Weten inwoners en beroepskrachten Veilig Thuis goed te vinden?"
    ),
    Position.SIMILAR: N_(
        "Het cijfer van {place} is ongeveer gelijk aan dat van {other}. Welke groepen bereikt Veilig Thuis nog weinig?"
    ),
    Position.HIGHER: N_(
        "Het cijfer van {place} ligt hoger dan dat van {other}. Welke mogelijke verklaringen herkennen de gemeenten, en waaruit blijkt dat?"
    ),
}


def larger_questions(row: Row, region: Region, *, comparison: Comparison, other: str) -> tuple[str, str, str]:
    """Three questions on one IndicatorValue row of a larger place and its comparison with ``other``.

    None suggests a cause or a judgement.
    """
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    help_after = _("Welke hulp is er in {place} na een melding, en hoe lang wachten inwoners daarop?", place=place)
    together = _("Welke afspraken maken de gemeenten met Veilig Thuis, en wanneer zijn ze tevreden over het resultaat?")
    if not np.isfinite(row["value"]) and not np.isfinite(row["count"]):
        ask = _(
            "Over {place} in {when} staat er nog geen cijfer op deze site. Kunnen de gemeenten het aantal meldingen en "
            "adviezen bij Veilig Thuis opvragen en met de raden delen?",
            place=place,
            when=when,
        )
        return ask, together, help_after
    pattern = _COMPARED.get(comparison.position)
    if pattern is None:
        in_time = _("Hoe gaan de gemeenten na of inwoners Veilig Thuis op tijd weten te vinden?")
        return together, in_time, help_after
    name = comparison.rest.name if comparison.rest else notation.with_article(other)
    return _(pattern, place=place, other=name), together, help_after
