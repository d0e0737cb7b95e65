"""The field, the file and the buttons; what a reader gave is handed to one run and not kept for another."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._parts.document import reading, sending
from pages._parts.document.unreadable import MOST_MEGABYTES, TOO_LARGE, UnreadableDocumentError
from pages._parts.ui import markup

_TEXT, _FILE, _NUMBER = "document-tekst", "document-bestand", "_document_number"
_GIVEN = "_document_given"  # from the press of a button to the run that follows at once
_LONGEST_PASTED = 300_000
EXAMPLE = (
    "In Breda waren er in 2018 1.842 meldingen bij Veilig Thuis. Dat is 100 per 10.000 inwoners.\n\n"
    "In 2019 kwamen er in Hart van Brabant 36 adviesvragen per 10.000 inwoners binnen, landelijk 31.\n\n"
    "In 2021 daalde het aantal meldingen in Nederland met 13 procent. Daarvan kwam 52 procent van de politie."
)
"""A text to try: a figure that is right, one of half a year, one that is wrong and one that cannot be checked."""


@dataclass(frozen=True)
class Given:
    """The text of a reader, or why there is none."""

    text: str = ""
    problem: str = ""


def taken() -> Given | None:
    """What was given by the press of a button just now; None in every other run. It is gone after this call."""
    given = st.session_state.pop(_GIVEN, None)
    return given if isinstance(given, Given) else None


def ask() -> None:
    """Show the field for text and the choice of a file."""
    sending.allow()
    with st.form("document", border=False, enter_to_submit=False):
        st.text_area("Plak hier uw tekst", key=_TEXT, height=130)
        st.file_uploader(
            f"Of kies een bestand: PDF, DOCX, ODT of TXT, hooguit {MOST_MEGABYTES} MB en 200 bladzijden",
            type=list(reading.ENDINGS),
            key=_file_key(),
        )
        st.form_submit_button("Controleer de cijfers", on_click=_give)
    with st.container(horizontal=True, key="document-knoppen"):
        st.button("Probeer een voorbeeld", on_click=_give_example)
        st.button("Wis de tekst", on_click=_wipe)
    markup.small("In het veld blijft uw tekst staan tot u hem wist of deze pagina verlaat.")


def _file_key() -> str:
    return f"{_FILE}-{st.session_state.get(_NUMBER, 0)}"


def _give() -> None:
    key = _file_key()
    file = st.session_state.get(key)
    if isinstance(file, UploadedFile):
        name, data = file.name, file.getvalue()
        sending.forget(file, key=key)
        st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1  # a new, empty field for a file
        st.session_state[_GIVEN] = _of_file(data, name=name)
        return
    text = str(st.session_state.get(_TEXT, ""))
    if not text.strip():
        problem = "Plak eerst een tekst of kies een bestand."
    else:
        problem = (
            TOO_LARGE.replace("Dit bestand is groter dan 10 MB.", "Deze tekst is te lang.")
            if len(text) > _LONGEST_PASTED
            else ""
        )
    st.session_state[_GIVEN] = Given(problem=problem) if problem else Given(reading.cleaned(text))


def _of_file(data: bytes, *, name: str) -> Given:
    try:
        return Given(reading.text_of(data, name=name))
    except UnreadableDocumentError as error:
        return Given(problem=str(error))


def _give_example() -> None:
    st.session_state[_TEXT] = EXAMPLE
    st.session_state[_GIVEN] = Given(EXAMPLE)


def _wipe() -> None:
    st.session_state[_TEXT] = ""
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
