"""Settings of Streamlit read once: they are fixed at the start, and every run of a page asks for all colours again.

Streamlit goes through its hundreds of settings six times per run to send the same theme, a quarter of what a choice on the
map cost the server. It has no setting to leave that out.
"""

from functools import cache
from typing import Any

from streamlit import config

_read = config.get_options_for_section


@cache
def _kept(section: str) -> dict[str, Any]:
    return _read(section)


def _options(section: str) -> dict[str, Any]:
    return dict(_kept(section))


def install() -> None:
    """Answer from what was read first, from now on; no file of settings is watched (`fileWatcherType`)."""
    config.get_options_for_section = _options
