"""The edition that a run of a page reads: asked once, at the start, and passed on to every part of the page."""

from __future__ import annotations

import streamlit as st

from editions.edition import Edition, edition_of
from editions.edition import current_edition as newest_edition
from language import _
from pages._parts.ui import address, once

KEY = "versie"


def current_edition() -> Edition:
    """The newest edition, or the one named in the address; a version that does not exist is named and ignored.

    What is published while the page is being made waits for its next run: a page that asked twice could mix two
    versions.
    """
    once.begin()
    newest = newest_edition()
    version = st.query_params.get(KEY, "")
    named = edition_of(version, newest=newest)
    if version in {"", named.version}:
        return named
    address.wrong(_("de versie van de cijfers"), version)
    return newest
