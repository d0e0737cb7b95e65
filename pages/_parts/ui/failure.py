"""What a reader sees when a page fails: plain Dutch, a way on, and nothing about the cause."""

import logging
import traceback

import streamlit as st

from pages._parts.ui import footer

_LOG = logging.getLogger(__name__)
WORDS = (
    "**Hier ging iets mis.** Dit deel van de pagina kan nu niet worden getoond. Dat ligt niet aan u. "
    "Laad de pagina opnieuw, of kies een andere pagina in het menu."
)


def show(error: Exception) -> bool:
    """Log where a page or a callback failed and tell the reader; True keeps Streamlit from showing the exception.

    For ``st.App(on_script_error=...)``. Streamlit's own stops and reruns do not come here.
    """
    # type and places in our code only: the message of an error can hold the place that a reader looked at
    path = " > ".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:])
    _LOG.error("A page failed: %s in %s", type(error).__name__, path)
    st.error(WORDS)
    if not st.context.is_embedded:
        footer.show()  # the script ended before its own
    return True
