"""Zo leest u deze cijfers: five fixed sentences, the same on the overview of every language."""

from __future__ import annotations

from language import N_, _

HOW_TO_READ_TITLE = N_("Zo leest u deze cijfers")
_LINES = (
    N_("Een melding is geen slachtoffer. Over één gezin kunnen meer meldingen komen."),
    N_(
        "Meer meldingen kan meer geweld betekenen. Het kan ook zijn dat mensen eerder melden, dat Veilig Thuis anders werkt, "
        "of dat het toeval is."
    ),
    N_("Veel geweld wordt niet gemeld. Deze cijfers tellen wat bij Veilig Thuis binnenkomt."),
    N_("Elk cijfer heeft een band: zo ver kan het door afronding en toeval van de werkelijkheid af liggen."),
    N_("Jaren voor 2019 en jaren vanaf 2019 kunt u niet vergelijken. Er is toen anders geteld."),
)


def how_to_read() -> tuple[str, ...]:
    """The five sentences, in plain words (B1)."""
    return tuple(_(line) for line in _LINES)
