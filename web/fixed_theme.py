"""The theme made once: its settings are fixed at the start, and every run of a page sends it whole.

Streamlit goes through its hundreds of settings six times per run to make the same message, a quarter of what a choice
on the map cost the server. It has no setting to leave that out.
"""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_fill = app_session._populate_theme_msg  # noqa: SLF001 -- there is no public way


@cache
def _made(section: str) -> CustomThemeConfig | None:
    made = CustomThemeConfig()
    _fill(made, section)
    return made if made.ByteSize() else None  # merging nothing would still say that the section is there


def _fill_again(msg: CustomThemeConfig, section: str = "theme") -> None:
    made = _made(section)
    if made is not None:
        msg.MergeFrom(made)


def install() -> None:
    """Fill in what was made first, from now on; no file of settings is watched (`fileWatcherType`)."""
    app_session._populate_theme_msg = _fill_again  # noqa: SLF001 -- the same
