"""Waarom kan dit hoger zijn? Four fixed reasons, the same beside every comparison, so that no figure is blamed."""

from __future__ import annotations

from language import N_, _

WHY_HIGHER_TITLE = N_("Waarom kan dit hoger zijn?")

_REASONS = (
    N_("Mensen melden eerder. Ze weten Veilig Thuis te vinden, of beroepskrachten letten beter op."),
    N_("Er wordt anders gewerkt. Veilig Thuis of de politie telt of registreert anders dan elders of dan eerst."),
    N_("Afronding en toeval. Bij kleine aantallen gaat een cijfer vanzelf op en neer."),
    N_("Er is meer geweld."),
)
CLOSING = N_("Aan het cijfer zelf kunt u niet zien welke van de vier het is. Vaak spelen er meer tegelijk.")


def why_higher() -> tuple[str, ...]:
    """Return the four reasons, in plain words (B1), in a fixed order; CLOSING belongs under them."""
    return tuple(_(reason) for reason in _REASONS)
