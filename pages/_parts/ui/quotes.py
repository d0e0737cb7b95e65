"""What may be said about a figure, ready to copy, and why it can be higher: the same words on every page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.sentences import WHY_HIGHER_TITLE, why_higher
from indicators.sentences.why_higher import CLOSING
from language import _
from pages._parts.ui import markup


def reasons(*, key: str) -> None:
    """The four fixed reasons why a figure can be higher."""
    with st.container(border=True, key=f"blok-waarom-{key}"):
        markup.heading(_(WHY_HIGHER_TITLE))
        markup.bullets(why_higher())
        markup.small(_(CLOSING))


def to_copy(sentences: Sequence[str], *, key: str) -> None:
    """Sentences that are true for exactly this selection, each with a copy button."""
    with st.container(border=True, key=f"blok-zeggen-{key}"):
        markup.heading(_("Mag ik dit zo zeggen?"))
        if not sentences:
            markup.paragraph(_("Er is hier geen cijfer, dus er valt nu niets over te zeggen."))
            return
        markup.paragraph(
            _("Deze zinnen kloppen voor precies wat u nu ziet. Neem ze over zoals ze er staan, met bron en band.")
        )
        for sentence in dict.fromkeys(sentences):
            st.code(sentence, language=None, wrap_lines=True)
        markup.small(
            _(
                "Zeg niet ‘slachtoffers’ als u meldingen bedoelt, noem geen losse plaats op een ranglijst en geen oorzaak: dat "
                "staat niet in deze cijfers."
            )
        )


def ready(sentences: Sequence[str], *, key: str) -> None:
    """A few sentences to take over as they stand, each with a copy button; nothing without any."""
    if not sentences:
        return
    with st.container(border=True, key=f"blok-zeggen-{key}"):
        markup.heading(_("Zo mag u het zeggen"))
        for sentence in dict.fromkeys(sentences):
            st.code(sentence, language=None, wrap_lines=True)
        markup.small(
            _("Zeg niet ‘slachtoffers’ als u meldingen bedoelt, en noem geen oorzaak: die staat niet in deze cijfers.")
        )
