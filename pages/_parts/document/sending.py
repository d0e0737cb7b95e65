"""Whether the page of this reader asks for a file, and the file taken out of the server's memory once it is read."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

import upload_gate

_PATH = "cijfercheck"


def allow() -> None:
    """Open the door for the file of this reader; ``close`` shuts it at the next run of another page."""
    context = get_script_run_ctx()
    if context is not None:
        upload_gate.open_for(context.session_id)


def close(*, page: str) -> None:
    """Shut the door when a run is of another page than the one that asks; ``page`` is its path."""
    context = get_script_run_ctx()
    if context is not None and page != _PATH:
        upload_gate.close(context.session_id)


def forget(file: UploadedFile, *, key: str) -> None:
    """Take a file out of the memory of the session, and the field it came from out of its state."""
    context = get_script_run_ctx()
    remove = getattr(context.uploaded_file_mgr, "remove_file", None) if context is not None else None
    if context is not None and remove is not None:
        remove(session_id=context.session_id, file_id=file.file_id)
    file.close()
    st.session_state.pop(key, None)
