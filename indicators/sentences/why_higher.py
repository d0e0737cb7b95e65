"""Waarom kan dit hoger zijn? Four fixed reasons, the same beside every comparison, so that no figure is blamed."""

from __future__ import annotations

WHY_HIGHER_TITLE = "Waarom kan dit hoger zijn?"

_REASONS = (
    "Mensen melden eerder. Ze weten Veilig Thuis te vinden, of beroepskrachten letten beter op.",
    "Er wordt anders gewerkt. Veilig Thuis of de politie telt of registreert anders dan elders of dan eerst.",
    "Afronding en toeval. Bij kleine aantallen gaat een cijfer vanzelf op en neer.",
    "Er is meer geweld.",
)
CLOSING = "Aan het cijfer zelf kunt u niet zien welke van de vier het is. Vaak spelen er meer tegelijk."


def why_higher() -> tuple[str, ...]:
    """Return the four reasons, in plain Dutch (B1), in a fixed order; CLOSING belongs under them."""
    return _REASONS
