"""How much counts of one place vary, in words: phi of an indicator and how it was measured."""

from __future__ import annotations

from indicators import notation
from indicators.dispersion import Dispersion


def dispersion_words(dispersion: Dispersion) -> str:
    """Sentence on phi, for the explanation of an indicator."""
    return f"Spreiding: {notation.number(dispersion.phi, decimals=2)}, {how_measured(dispersion)}."


def how_measured(dispersion: Dispersion) -> str:
    """Where phi comes from; no capital, no full stop."""
    if dispersion.measured:
        return (
            f"gemeten aan {notation.count(dispersion.changes)} stappen tussen opeenvolgende halfjaren van "
            f"{notation.count(dispersion.places)} gemeenten; een tiende aan elke kant is begrensd"
        )
    return (
        "geschat, want de cijfers die er nu zijn, laten het niet zien. Wij gaan uit van 1.905 meldingen bij 1.495 casussen "
        "(CBS, Drenthe 2023)"
    )
