"""Fails after its title, and later in a callback, with a place in the message."""

import streamlit as st


def _fails() -> None:
    message = "callback over Breda, GM0758"
    raise RuntimeError(message)


st.title("Kapot")
st.button("Ook kapot", on_click=_fails)
message = "pagina over Breda, GM0758"
raise RuntimeError(message)
