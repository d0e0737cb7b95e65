"""The text of a reader held against one data version. The text is never kept: only our own counts are cached."""

from __future__ import annotations

from data_sources.level import Level
from editions.edition import Edition, cached_per_edition
from geo import population, registry
from indicators.document_check.check import CheckedSentence, check
from indicators.document_check.match import Figures


def check_text(edition: Edition, text: str) -> tuple[CheckedSentence, ...]:
    """Every sentence of a text with the outcome of its figures, against the figures of this edition."""
    return check(text, figures=_figures(edition))


@cached_per_edition(most=1, wordless=True)
def _figures(edition: Edition) -> Figures:
    observations = edition.observations

    def inhabitants(code: str, year: int) -> float | None:
        if year < registry.FIRST_YEAR:
            return None
        return population.known_inhabitants(observations, level=Level.of(code), years=[year]).get((code, year))

    return Figures.of(observations, inhabitants=inhabitants)
