"""What a reader sees when a page fails: plain Dutch, a way on, and nothing about the cause."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

_LOG = logging.getLogger(__name__)
WORDS = (
    "**Hier ging iets mis.** Dit deel van de pagina kan nu niet worden getoond. Dat ligt niet aan u. "
    "Laad de pagina opnieuw, of kies een andere pagina in het menu."
)


@contextmanager
def told() -> Iterator[None]:
    """Catch what a page raises and say so. Streamlit's own stops and reruns are no `Exception` and pass."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 -- whatever it is, a reader gets words
        # type and places in our code only: the message of an error can hold the place that a reader looked at
        path = " > ".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:])
        _LOG.error("A page failed: %s in %s", type(error).__name__, path)
        st.error(WORDS)
